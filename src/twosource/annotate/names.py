"""Find names and say what they stand for: persons, organisations, places, groups.

Reads   Parse (entities, tags, dependencies)
Gives   Mention[Name], in text order: names, descriptions and pronouns, with the chain they belong to
Misses  names in lower case; see `coreference` for what is not joined
"""

from twosource.annotate.coreference import fullest, name_chains
from twosource.annotate.names_kinds import settle_kinds
from twosource.annotate.names_spans import name_drafts
from twosource.annotate.parse import Parse, span_of
from twosource.model import Mention, Mentions, Name

BY = "names/1"


def find_names(parse: Parse, found: Mentions) -> tuple[Mention[Name], ...]:
    """Return every name in the article's text, in text order."""
    doc = parse.doc
    drafts = settle_kinds(doc, name_drafts(parse))
    chains = name_chains(doc, drafts)
    names = fullest(doc, drafts, chains)
    return tuple(
        Mention(
            Name(names[chain] if chain >= 0 else doc[draft.start : draft.end].text, draft.kind, "name", chain),
            span_of(doc[draft.start : draft.end]),
            BY,
        )
        for draft, chain in zip(drafts, chains, strict=True)
    )
