"""In which words a deed or statement is shown that two sources confirm: in those that both of them tell.

Reads   the account of a fact that is corroborated, the two claims that confirm each other, the articles' texts
Gives   `told_by_both`
Misses  what both tell in quite different words

One says that 5,000 people have left, the other that these are twice as many as there are beds. Both confirm that they
left, and nobody the beds: what stands under "corroborated" must be told by two.
"""

from collections.abc import Mapping, Sequence

from twosource.check.accounts import words_of
from twosource.check.compatible import WHOLE_SENTENCES
from twosource.check.context import Context
from twosource.check.language.words import content_senses
from twosource.model import Claim

ENOUGH = 0.75
"""The part of the words shown that must stand in either sentence: one word in four may be put otherwise."""

LEAST = 3
"""Words that a telling must have to be shown in the place of a fuller one."""


def told_by_both(
    shown: Claim, claims: Sequence[Claim], pair: tuple[Claim, ...], contexts: Mapping[str, Context]
) -> Claim:
    """Return the claim in whose words a confirmed fact is shown: `shown` where both tell it, else what they tell best.

    `claims` are those of its account, `pair` the two that confirm each other, `contexts` the articles by id.
    """
    said = [
        content_senses(contexts[claim.article].text(contexts[claim.article].sentence(claim.span))) for claim in pair
    ]
    if _told(shown, said) >= ENOUGH:
        return shown
    tellings = [claim for claim in claims if claim.kind == shown.kind and claim.rule not in WHOLE_SENTENCES]
    long = [claim for claim in tellings if len(content_senses(words_of(claim))) >= LEAST]
    both = [claim for claim in long if _told(claim, said) >= ENOUGH]
    return max(both, key=lambda claim: _worth(claim, said), default=shown)


def _told(claim: Claim, said: Sequence[frozenset[str]]) -> float:
    """The part of the words of a telling that stands in each of some sentences."""
    told = content_senses(words_of(claim))
    return min(len(told & one) for one in said) / max(1, len(told))


def _worth(claim: Claim, said: Sequence[frozenset[str]]) -> tuple[int, bool, float, str, str]:
    """How good a telling is to show: the one that says most of what both tell, best without a name in brackets."""
    told = words_of(claim)
    shared = min(len(content_senses(told) & one) for one in said)
    return shared, not told.startswith("["), _told(claim, said), claim.value, claim.id
