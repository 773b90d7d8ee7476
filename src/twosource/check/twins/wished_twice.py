"""Bring together what one side wants, offers or refuses, by whatever name each article calls it.

Reads   groups of claims, as they are about to be judged
Gives   the groups in their order, those of positions joined that tell one wish of one holder
Misses  one wish in other words

"MV Harn" here is "Harn" there, "the families of the two wounded men" are "the families of the wounded men", and who is
named in one article is "the judge" or "the company" in the next: what is wanted is the same, word for word. The holder
is shown by the name that most of the claims have; one who only tells of it elsewhere is hardly the holder.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, product

from msgspec.structs import replace

from twosource.check.compatible import compatible
from twosource.check.language.keys import head
from twosource.check.language.order import in_order, stands_in
from twosource.check.language.words import WORD, content_words, stems
from twosource.model import Claim

Group = tuple[Claim, ...]

SAME = 0.8
"""The part of all their words that two wishes share which are one, cut or filled up by a word."""

WITHIN, OF_LONGER = 0.9, 0.5
"""The part of a wish's words that stand in another of the same holder, and the part of the other's that they are."""

WITH_NUMBER = 0.6
"""The part of the shorter wish's words that both share where a number is among them: the sum that both offer."""

HEAD = 3
"""The words of a wish with which a longer one of the same holder begins, and goes on: one quotation, cut earlier."""

WORDS = 4
"""The words of a wish that two do not happen to share whose holders share no name: "to stop" is said to many."""

ENOUGH = 20
"""How many claims of a group are looked at: more of them only cost time."""


def wished_once(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups, those of positions joined that tell one wish of one holder."""
    made = dict(enumerate(groups))
    joined: set[int] = set()
    for first, second in sorted(_near(made)):
        if first in made and second in made and _one_wish(made[first], made[second]):
            made[first] = in_order((*made[first], *made.pop(second)))
            joined.add(first)
    return tuple(_of_one_holder(made[number]) if number in joined else made[number] for number in sorted(made))


def unless_only_wished(groups: Mapping[str, Group]) -> dict[str, Group]:
    """Return the groups without deeds and statements that tell nothing but wishes which are told as positions.

    "The office said it will seek a truce and a pardon" is two wishes, and no third fact that holds both: another
    outlet may carry one of them alone.
    """
    wished: dict[tuple[str, int], set[str]] = defaultdict(set)
    for group in groups.values():
        for claim in group if _is_wished(group) else ():
            said = (claim.subject, claim.asked, claim.measure, claim.value)
            wished[stands_in(claim)] |= _words(" ".join(said))
    return {
        name: group
        for name, group in groups.items()
        if group[0].kind not in ("event", "statement")
        or not all(_only_wishes(claim, wished.get(stands_in(claim), set())) for claim in group)
    }


def _only_wishes(claim: Claim, wished: set[str]) -> bool:
    told = _words(claim.value)
    return claim.disclosed and bool(told) and len(told & wished) >= ONLY * len(told)


ONLY = 0.75
"""The part of a telling's words that wishes of its sentence tell, above which it tells nothing else."""


def _near(groups: dict[int, Group]) -> set[tuple[int, int]]:
    """Every two groups of positions whose wishes have a word in common."""
    holding: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, group in groups.items():
        for claim in group if _is_wished(group) else ():
            for word in _words(claim.value):
                holding[(head(claim), word)].add(number)
    return {pair for numbers in holding.values() for pair in combinations(sorted(numbers), 2)}


def _is_wished(group: Group) -> bool:
    return all(claim.kind == "position" and claim.disclosed for claim in group)


def _words(text: str) -> frozenset[str]:
    return stems(content_words(text))


def _one_wish(a: Group, b: Group) -> bool:
    pairs = list(product(a[:ENOUGH], b[:ENOUGH]))
    return all(compatible(one, other) for one, other in pairs) and any(_says_the_same(*pair) for pair in pairs)


def _says_the_same(a: Claim, b: Claim) -> bool:
    """Whether two claims tell one wish of holders that share a name, or of one who is only described elsewhere."""
    first, second = _words(a.value), _words(b.value)
    shared = len(first & second)
    if not shared:
        return False
    shorter, longer = sorted((len(first), len(second)))
    same = shared >= SAME * len(first | second)
    if _one_name(a.subject, b.subject):
        return (
            same
            or (shared >= WITHIN * shorter and shared >= OF_LONGER * longer)
            or (shared >= WITH_NUMBER * shorter and bool(_numbers(a) & _numbers(b)))
            or (a.article != b.article and shorter >= HEAD and _begin_alike(a.value, b.value))
        )
    described = a.subject[:1].islower() or b.subject[:1].islower()
    return same and shared >= WORDS and described and a.article != b.article


def _numbers(claim: Claim) -> frozenset[str]:
    """The numbers of a wish that are told of hardly two things: those of two figures and more."""
    return frozenset(word for word in WORD.findall(claim.value) if len(re.sub(r"\D", "", word).strip("0")) > 1)


def _begin_alike(a: str, b: str) -> bool:
    """Whether one wish begins with all words of the other."""
    shorter, longer = sorted((content_words(a), content_words(b)), key=len)
    return longer[: len(shorter)] == shorter


def _one_name(a: str, b: str) -> bool:
    """Whether one holder's name has all words of the other's."""
    first, second = (frozenset(content_words(name)) for name in (a, b))
    return bool(first and second) and (first <= second or second <= first)


def _of_one_holder(claims: Group) -> Group:
    """Claims of one wish, all under the holder's best name."""
    best = _best_named(claims)
    return tuple(replace(claim, subject=best) for claim in claims)


def _best_named(claims: Group) -> str:
    """The holder's name: no teller before one who is, a name before a description, the commonest, then the longest.

    "Federal agencies" at the head of a sentence are the "federal agencies" of others.
    """
    told = Counter(claim.subject for claim in claims)
    tellers = {end.split()[-1] for claim in claims for end in claim.chain[-1:] if end != claim.subject}
    small = {name for name in told if name[:1].islower()}
    names = [name for name in told if name in small or name[:1].lower() + name[1:] not in small]
    return min(names, key=lambda name: (name.split()[-1] in tellers, name in small, -told[name], -len(name), name))
