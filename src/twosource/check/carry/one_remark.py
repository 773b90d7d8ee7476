"""Bring together what one person is told to have said in several articles, put in quite other words by each.

Reads   groups of claims, the days of the articles that they stand in
Gives   the groups in their order, those joined in which two articles give one remark of one person
Misses  remarks of bodies, which say many things a day; remarks of one person that share no word

Who speaks to the press of one event mostly says a thing once, and each article puts it in its own words: "it may be the
end of the month before normal service is back", "service will not be fully restored before the 31st". Two things that a
person said, told within a few days, are one remark where they share words that are rare in the story and mean much the
same beside all that people say in it. The fact of more articles is shown, and the other one's sentences only carry it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations, product
from typing import NamedTuple

from msgspec.structs import replace

from twosource.check.accounts import told_best
from twosource.check.carry.alike import Meaning
from twosource.check.carry.sentences import BY as ALSO_TOLD
from twosource.check.claims.statements import BY as STATEMENTS
from twosource.check.compatible import WHOLE_SENTENCES
from twosource.check.language.order import in_order, stands_in
from twosource.check.language.words import WORD, contradict, sense
from twosource.check.tellings import CAPITALISED, ENOUGH, Telling, at_odds, by_signature, numbers_of, weigh, weights
from twosource.model import Claim
from twosource.text.names import fold

Group = tuple[Claim, ...]

SURELY, LIKE, WEIGHT = 0.95, 0.36, 20.0
"""What likeness and a twentieth of the weight of the words shared make together, and what the likeness is at least.

By eye six of seven such pairs of 66 stories were one remark; of nine from 0.75 to 0.95 four were, and three in part."""

WORDS = 2
"""Words besides names that must be shared."""

DAYS = 3
"""Days between two articles that tell one remark: who speaks again later says another thing."""


class Said(NamedTuple):
    """Something that a person is told to have said: its group, its telling, its claim, its names and other words."""

    group: int
    telling: Telling
    claim: Claim
    names: frozenset[str]
    plain: frozenset[str]


class Remarks(NamedTuple):
    """All that persons say in a story, what the words of its tellings weigh, and when each article was published."""

    said: list[Said]
    weight: dict[str, float]
    meaning: Meaning
    days: Mapping[str, str]


def one_remark(groups: Sequence[Group], days: Mapping[str, str]) -> tuple[Group, ...]:
    """Return the groups in their order, those joined that hold one remark of one person, the surest first.

    `days` says when each article was published, "" where that is not known.
    """
    told = {number: _tellings(group) for number, group in enumerate(groups) if _tells(group)}
    remarks = _remarks(told, groups, days)
    home = {number: number for number in told}
    made = dict(enumerate(groups))
    for _, first, second in _pairs(remarks):
        one, other = sorted((home[first], home[second]))
        if one == other or _articles(made[one]) & _articles(made[other]) or not _fit(told[one], told[other]):
            continue
        made[one] = _carried(made[one], made.pop(other))
        told[one] = [*told[one], *told[other]]
        home = {number: one if place == other else place for number, place in home.items()}
    return tuple(made[number] for number in sorted(made))


def _tells(group: Group) -> bool:
    return all(claim.kind in ("statement", "event") and claim.disclosed for claim in group)


def _tellings(group: Group) -> list[Telling]:
    """What a group tells, without the sentences that only carry it."""
    return by_signature(claim for claim in group if claim.rule not in WHOLE_SENTENCES)


def _remarks(told: dict[int, list[Telling]], groups: Sequence[Group], days: Mapping[str, str]) -> Remarks:
    persons = _persons(claim for group in groups for claim in group)
    said = [
        Said(number, telling, claim, _names(claim), telling.stems - _names(claim) - _senses(claim.chain[-1]))
        for number, some in told.items()
        for telling in some
        for claim in telling.claims[:1]
        if claim.kind == "statement" and claim.rule == STATEMENTS and claim.chain and _id(claim.chain[-1]) in persons
    ]
    weight = weights([telling for some in told.values() for telling in some])
    return Remarks(said, weight, Meaning([one.claim.value for one in said]), days)


def _persons(claims: Iterable[Claim]) -> set[str]:
    """The ids of all persons who take part in something, or of whom it is told what they are."""
    found: set[str] = set()
    for claim in claims:
        found |= {_id(claim.value_key)} if claim.kind == "role" else set(claim.subject.split("|"))
    return found


def _id(name: str) -> str:
    """The id of the person of a name: "person:jan-lowe"."""
    return "person:" + "-".join(word.replace(".", "").replace("'", "") for word in fold(name).split())


def _names(claim: Claim) -> frozenset[str]:
    return frozenset(sense(word.lower()) for word in CAPITALISED.findall(claim.value))


def _senses(text: str) -> frozenset[str]:
    return frozenset(sense(word.lower()) for word in WORD.findall(text))


def _pairs(remarks: Remarks) -> list[tuple[float, int, int]]:
    """The pairs of groups that hold one remark, the surest first."""
    best: dict[tuple[int, int], float] = {}
    speaking: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(remarks.said):
        speaking[one.claim.chain[-1]].append(number)
    for numbers in speaking.values():
        for a, b in combinations(numbers, 2):
            pair = (remarks.said[a].group, remarks.said[b].group)
            if pair[0] != pair[1] and (sure := _sureness(a, b, remarks)) >= SURELY:
                best[pair] = max(best.get(pair, 0.0), sure)
    return sorted(((sure, *pair) for pair, sure in best.items()), key=lambda found: (-found[0], found[1:]))


def _sureness(a: int, b: int, remarks: Remarks) -> float:
    """How sure it is that two things that a person said are one remark: their likeness and the words they share."""
    one, other = remarks.said[a], remarks.said[b]
    shared = one.plain & other.plain
    if len(shared) < WORDS or not _near(one.claim.article, other.claim.article, remarks.days):
        return 0.0
    if one.names and other.names and not one.names & other.names:
        return 0.0  # of two places, or of two people
    like = remarks.meaning.between(a, b)
    return like + weigh(remarks.weight, shared) / WEIGHT if like >= LIKE else 0.0


def _near(one: str, other: str, days: Mapping[str, str]) -> bool:
    """Whether two articles were published within a few days, as far as is known."""
    if not days.get(one) or not days.get(other):
        return True
    return abs((date.fromisoformat(days[one]) - date.fromisoformat(days[other])).days) <= DAYS


def _articles(group: Group) -> set[str]:
    return {claim.article for claim in group}


def _fit(first: Sequence[Telling], second: Sequence[Telling]) -> bool:
    """Whether no telling of one group is at odds with one of the other, or has a number of its own where both have."""
    return not any(
        at_odds(a, b) or contradict(a.claims[0].value, b.claims[0].value) or _two_counts(a, b)
        for a, b in product(first[:ENOUGH], second[:ENOUGH])
    )


def _two_counts(a: Telling, b: Telling) -> bool:
    """Whether each of two tellings has a number that the other has not, in figures or in words."""
    first, second = numbers_of(a.stems), numbers_of(b.stems)
    return bool(first - second and second - first)


def _carried(a: Group, b: Group) -> Group:
    """The claims of the group of more articles; the other's sentences only carry what it tells."""
    most, least = (b, a) if len(_articles(b)) > len(_articles(a)) else (a, b)
    like, told = told_best(most), {stands_in(claim) for claim in most}
    slots = {"kind": like.kind, "measure": like.measure, "subject": like.subject, "scope": like.scope}
    others = {stands_in(claim): claim for claim in least if stands_in(claim) not in told}
    return in_order((*most, *(replace(claim, rule=ALSO_TOLD, **slots) for claim in others.values())))
