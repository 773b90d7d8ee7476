"""Take nobody whom a quotation speaks of in the third person for the one who is quoted.

Reads   the names of an article with whom they were linked to, its attributions
Gives   the same links, without those of "he" and "this man" inside direct words to whoever says them
Misses  who speaks where no attribution was found; those who speak of themselves by name
"""

from collections.abc import Mapping

from twosource.model import Entity, Mentions, Span

OWN = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your"})
"""Pronouns by which a speaker may mean himself."""


def not_himself(text: str, mentions: Mentions, at: Mapping[Span, Entity]) -> Mapping[Span, Entity]:
    """Return whom each place of a text means, without the links that take somebody spoken of for the speaker."""
    quoted = [
        (content, {at[source].id for source in attribution.value.source if source in at})
        for attribution in mentions.attributions
        if attribution.value.form == "direct"
        for content in attribution.value.content
    ]
    wrong = {
        name.span
        for name in mentions.names
        if name.value.form != "name" and name.span in at and name.span.of(text).casefold() not in OWN
        if any(content.covers(name.span) and at[name.span].id in speakers for content, speakers in quoted if speakers)
    }
    return {span: entity for span, entity in at.items() if span not in wrong} if wrong else at
