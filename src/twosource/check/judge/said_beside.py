"""What stands in a claim's sentence besides the claim: whom and what it names, and its other words.

Reads   contexts
Gives   Beside: look-ups by claim
Misses  who is meant by a pronoun or a description
"""

from collections.abc import Iterable

from twosource.check.claims.dating import times_of
from twosource.check.context import Context, within
from twosource.check.language.words import content_words, sense
from twosource.model import Claim, Entity, Span

VOUCHING: frozenset[str] = frozenset({"says", "confirms", "denies"})
"""Stances of those who tell what happened, and do not merely want or believe something."""


class Beside:
    """The words and names of the sentences of a story's claims, read when they are first asked for."""

    def __init__(self, contexts: Iterable[Context]) -> None:
        self._context = {context.article.id: context for context in contexts}
        self._words: dict[tuple[str, Span], frozenset[str]] = {}

    def words(self, claim: Claim) -> frozenset[str]:
        """Return the senses of the words of a claim's sentence."""
        place = (claim.article, self._sentence(claim))
        if place not in self._words:
            text = self._context[claim.article].text(place[1]).lower()
            self._words[place] = frozenset(map(sense, content_words(text)))
        return self._words[place]

    def named(self, claim: Claim) -> dict[str, Entity]:
        """Return the people, bodies and places that a claim's sentence names, by id."""
        found = self._context[claim.article].entities(self._sentence(claim))
        return {one.id: one for one in found if one.kind in ("person", "organisation", "place")}

    def dates(self, claim: Claim, deed: str) -> bool:
        """Return whether a clause whose verb is of a class of deed is dated by the words that hold a claim's value."""
        context = self._context[claim.article]
        return any(
            time.span.overlaps(claim.focus)
            for clause in within(context.mentions.clauses, self._sentence(claim))
            if sense(clause.value.predicate) == deed
            for time in times_of(context, clause)
        )

    def attributed(self, claim: Claim) -> bool:
        """Return whether a claim's sentence, or what goes on in it, is told by somebody: even what it takes for known.

        In "the sample given on June 14 tested positive, the union said" the day may be the union's too.
        """
        context = self._context[claim.article]
        sentence = self._sentence(claim)
        return any(
            one.span.overlaps(sentence) or any(content.overlaps(sentence) for content in one.value.content)
            for one in context.mentions.attributions
            if one.value.source and one.value.stance in VOUCHING
        )

    def shared(self, a: Claim, b: Claim) -> list[Entity]:
        """Return whom and what the sentences of both claims name, in the order of the first."""
        other = self.named(b)
        return [one for key, one in self.named(a).items() if key in other]

    def _sentence(self, claim: Claim) -> Span:
        return self._context[claim.article].sentence(claim.focus)
