"""Leave out a fact whose words stand, in their order, in what another fact shows of the same sentences along with more.

Reads   groups of claims, as they are about to be judged
Gives   the groups in their order, without those of which a reader learns nothing more
Misses  what the longer telling says in other words

"Officers were searching for the shooter" is a deed of its own, and adds nothing beside "A gunman shot three people, and
officers were searching for the shooter" where nobody else carries it; nor does "a law was passed in 1913" beside "Kern
cited a law passed in 1913". A clause that a longer one denies or doubts says the contrary of its sentence when it is
shown alone. The story's own events stay, and so does what stands in a sentence that only carries the longer telling.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from twosource.check.accounts import told_best, words_of
from twosource.check.compatible import WHOLE_SENTENCES
from twosource.check.events.main_tellings import BY as MAIN
from twosource.check.language.order import Place, stands_in
from twosource.check.language.words import WORD
from twosource.check.twins.told_twice import tells
from twosource.model import Claim

Group = tuple[Claim, ...]


def without_parts(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups, without the deeds and statements that another one shows in the same words along with more."""
    shown = [_shown(group) if tells(group) else () for group in groups]
    telling: dict[Place, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for claim in group if shown[number] else ():
            if claim.rule not in WHOLE_SENTENCES:
                telling[stands_in(claim)].add(number)
    return tuple(group for number, group in enumerate(groups) if not _is_part(number, groups, shown, telling))


def _shown(group: Group) -> tuple[str, ...]:
    """The words that a reader sees, but for names put for pronouns and the words that make a clause of a phrase."""
    told = WORD.findall(NAME_PUT.sub(" ", words_of(told_best(group))).lower())
    return tuple(word for word in told if word not in LINKS)


NAME_PUT = re.compile(r"\[[^\]]*\](?:['’]s)?")

LINKS = frozenset({"who", "which", "that", "a", "an", "the", "is", "are", "was", "were", "has", "have", "had", "been"})
"""What stands in one of "a law that was passed" and "a law passed", and tells nothing."""


def _is_part(
    number: int, groups: Sequence[Group], shown: Sequence[tuple[str, ...]], telling: dict[Place, set[int]]
) -> bool:
    """Whether one group that tells all sentences of this one shows all of its words with more."""
    group = groups[number]
    if not shown[number] or any(claim.rule.startswith(MAIN) for claim in group):
        return False
    others = set.intersection(*(telling[stands_in(claim)] for claim in group))
    return any(
        len(shown[number]) < len(shown[other])
        and _stands_within(shown[number], shown[other])
        and _vouches(groups[other], group)
        for other in others
    )


def _stands_within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether all words of a part stand in a whole in their order, with few others between them."""
    for start, word in enumerate(whole):
        if word != part[0]:
            continue
        at, found = start, 0
        while at < len(whole) and found < len(part) and at - start < found + BETWEEN:
            found += whole[at] == part[found]
            at += 1
        if found == len(part):
            return True
    return False


BETWEEN = 4
"""Other words that may stand between those of a part: "a law, which he signed at once, to ban it"."""


def _vouches(whole: Group, part: Group) -> bool:
    """Whether all who vouch for a part vouch for the whole: "Ida Moll denied arson" is her word, and no outlet's."""
    voices = {(claim.article, claim.chain) for claim in whole}
    return all((claim.article, claim.chain) in voices for claim in part) and {c.polarity for c in part} <= {
        c.polarity for c in whole
    }
