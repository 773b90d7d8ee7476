"""Bring together facts that ask a reader one thing twice and give one answer: figures, times and places.

Reads   groups of claims, as they are about to be judged, and the articles that they stand in
Gives   the groups in their order, those joined that ask much the same of one sentence and give the same value
Misses  one thing that is asked for in words without a common one ("Where was the heist?", "Where did the thieves go?")

A number, a time or a place answers the question of its own clause, and is lined up with others by what that clause
holds: another verb, scope or name in a copy of the sentence makes two questions of one. Two groups are one fact where
they give the same value in one sentence, or in two that are nearly the same, and most words of their questions are the
same; where all of them are, the sentences do not matter, but for bare numbers, which many things have. Neither do the
words of the question for what has but one: a length or a sum that either group found in the other's sentences, the
hospital or prison that a sentence names.

What the smaller group tells under other slots only carries the fact of the other one, and confirms nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations, product
from typing import NamedTuple

from msgspec.structs import replace

from twosource.check.accounts import ALSO_COUNTED
from twosource.check.carry.also_placed import BY as ALSO_PLACED
from twosource.check.carry.also_when import BY as ALSO_DATED
from twosource.check.claims.institutions import BY as INSTITUTIONS
from twosource.check.compatible import compatible
from twosource.check.language.order import in_order, stands_in
from twosource.check.language.words import WORD, content_words, stems
from twosource.check.questions import question_of
from twosource.check.twins.one_answer import Number, clocks, counted_beside, numbers_of, same_thing
from twosource.model import Claim, FactKind

Group = tuple[Claim, ...]

CARRIES: dict[FactKind, str] = {"figure": ALSO_COUNTED, "time": ALSO_DATED, "venue": ALSO_PLACED}
"""The kinds that are looked at, each with the rule of a claim that only carries what others of its kind tell."""

ALIKE = 0.5
"""The part of the words of two questions that must be common: their interrogatives are no content words."""

ASKS = stems(("time", "day", "long", "feet", "exactly"))
"""Words of a question that say nothing of what is asked about."""

AGE = "age"
"""The measure of what is told of a person, and left alone: two people of a sentence may be of one age."""

NEARLY = 0.8
"""How alike two sentences are that are copies of one, but for a name or a spelling."""

ENOUGH = 20
"""How many claims of a group are looked at: more of them only cost time."""


class Asking(NamedTuple):
    """A group with its question, the words of it, and the claims that were read from their sentences as its answer."""

    group: Group
    question: str
    words: frozenset[str]
    own: Group


def asked_once(groups: Sequence[Group], sentence_of: Callable[[Claim], str]) -> tuple[Group, ...]:
    """Return the groups, those joined that ask one thing; `sentence_of` reads the sentence that a claim stands in."""
    asking = {number: _asking(group) for number, group in enumerate(groups) if _is_asked(group)}
    home = {number: number for number in asking}
    made = dict(enumerate(groups))
    numbers = numbers_of(one.group for one in asking.values())
    for first, second in sorted(_near(asking)):
        one, other = sorted((home[first], home[second]))
        if one == other:
            continue
        if _one_question(asking[first], asking[second], sentence_of):
            pairs = product(made[one][:ENOUGH], made[other][:ENOUGH])
            if not all(compatible(a, b) for a, b in pairs) and not _is_told_there(asking[first], asking[second]):
                continue
            made[one] = _joined(made[one], made.pop(other))
        elif _same_thing(asking[first], asking[second], made[one], made[other], numbers) or _told_alike(
            asking[first], asking[second], made[one], made[other], sentence_of
        ):
            made[one] = _carried(made[one], made.pop(other))
        else:
            continue
        home = {number: one if place == other else place for number, place in home.items()}
    return tuple(made[number] for number in sorted(made))


def _is_asked(group: Group) -> bool:
    return all(claim.kind in CARRIES and claim.disclosed and not claim.measure.startswith(AGE) for claim in group)


def _asking(group: Group) -> Asking:
    question = question_of(group)
    own = tuple(claim for claim in group if claim.rule not in CARRIES.values())
    return Asking(group, question, stems(content_words(question)) - ASKS, own or group)


def _near(asking: dict[int, Asking]) -> set[tuple[int, int]]:
    """Every two groups that give one value, told for one part of the day or the world where that is known.

    A time of day is one value on whichever day.
    """
    giving: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in asking.items():
        times = {("clock", clock) for clock in clocks(one.own)}
        for value in sorted({key for claim in one.own for key in _values(claim)} | times):
            giving[value].append(number)
    return {pair for numbers in giving.values() for pair in combinations(numbers, 2)}


def _values(claim: Claim) -> Iterable[tuple[str, ...]]:
    """What two claims must have in common to give one value: a number with its unit, a moment, a place."""
    if claim.kind == "figure":
        return [("figure", f"{claim.low}/{claim.high}/{claim.unit}")] if claim.low is not None else []
    if claim.kind == "time":
        return [("time", claim.value_key)]
    return [("venue", " ".join(sorted(stems(content_words(claim.value))))), ("venue", claim.value_key)]


def _one_question(a: Asking, b: Asking, sentence_of: Callable[[Claim], str]) -> bool:
    """Whether two groups, which give one value, ask the same, or much the same of one sentence or of copies of one."""
    if (a.question == b.question and a.group[0].kind != "figure") or _one_measure(a, b) or _one_institution(a, b):
        return True
    if len(a.words & b.words) < ALIKE * len(a.words | b.words):
        return False
    pairs = [pair for pair in product(a.own[:ENOUGH], b.own[:ENOUGH]) if set(_values(pair[0])) & set(_values(pair[1]))]
    return any(_is_one_mention(*pair) for pair in pairs) or (
        _asks_no_other(a, b) and any(_is_copy(*pair, sentence_of) for pair in pairs)
    )


def _same_thing(a: Asking, b: Asking, first: Group, second: Group, numbers: Mapping[Number, int]) -> bool:
    """Whether two groups are about one thing by their answer; no other value of either may be at odds, but for days.

    A bare time of day was read as of the day on which its article was written.
    """
    if not same_thing(first, second, (a.words, b.words), numbers):
        return False
    pairs = product(first[:ENOUGH], second[:ENOUGH])
    return bool(clocks(first) & clocks(second)) or all(compatible(one, other) for one, other in pairs)


def _told_alike(a: Asking, b: Asking, first: Group, second: Group, sentence_of: Callable[[Claim], str]) -> bool:
    """Whether two groups of no common article count one thing, and sentences that count it share a further number."""
    if a.group[0].kind != "figure" or {claim.article for claim in first} & {claim.article for claim in second}:
        return False
    if not all(compatible(one, other) for one, other in product(first[:ENOUGH], second[:ENOUGH])):
        return False
    pairs = product(a.own[:ENOUGH], b.own[:ENOUGH])
    return any(counted_beside(one, other, sentence_of) for one, other in pairs)


def _is_told_there(a: Asking, b: Asking) -> bool:
    """Whether one of two groups that ask the same gives no value that the other does not, disputed as these may be."""
    if a.question != b.question or a.group[0].kind == "figure":
        return False
    first, second = ([frozenset(_values(claim)) for claim in one.group] for one in (a, b))
    return _stand_in(first, second) or _stand_in(second, first)


def _stand_in(fewer: list[frozenset[tuple[str, ...]]], more: list[frozenset[tuple[str, ...]]]) -> bool:
    return all(any(value & other for other in more) for value in fewer)


def _asks_no_other(a: Asking, b: Asking) -> bool:
    """Whether neither of two questions has a word of its own besides the other's: "two men" here, "two women" there.

    What is only counted is often all that two sentences differ in.
    """
    if a.group[0].kind == "figure" and not a.group[0].unit:
        return False
    return a.group[0].kind == "figure" or a.words <= b.words or b.words <= a.words


def _one_measure(a: Asking, b: Asking) -> bool:
    """Whether either of two groups that measure or price something holds a sentence that was read as the other's.

    What is only counted is not meant: one sentence has two robbers and two vans.
    """
    if a.group[0].kind != "figure" or not a.group[0].unit:
        return False
    return not _given(a.own).isdisjoint(_given(b.group)) and not _given(b.own).isdisjoint(_given(a.group))


def _given(claims: Group) -> set[tuple[str, int, tuple[str, ...]]]:
    """The sentences of claims with the values that they give."""
    return {(claim.article, claim.span.start, value) for claim in claims for value in _values(claim)}


def _one_institution(a: Asking, b: Asking) -> bool:
    """Whether all that was read as one group's names the hospital or prison that is the other's, in the same places."""
    fewer, more = sorted((a, b), key=lambda one: len(one.own))
    if a.group[0].kind != "venue" or INSTITUTIONS not in {claim.rule for claim in (*a.own, *b.own)}:
        return False
    return all(any(_is_one_mention(one, other) for other in more.own) for one in fewer.own)


def _is_one_mention(a: Claim, b: Claim) -> bool:
    return a.article == b.article and a.focus.overlaps(b.focus)


def _is_copy(a: Claim, b: Claim, sentence_of: Callable[[Claim], str]) -> bool:
    """Whether two articles have one sentence but for a few words."""
    if a.article == b.article:
        return False
    first, second = (WORD.findall(sentence_of(claim).lower()) for claim in (a, b))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= NEARLY


def _joined(a: Group, b: Group) -> Group:
    """The claims of two groups under the slots of the one that more claims make, each sentence of the other once."""
    if a[0].measure == b[0].measure and a[0].subject == b[0].subject:
        return in_order((*a, *b))
    return _carried(a, b, in_words_of_the_larger=True)


def _carried(a: Group, b: Group, *, in_words_of_the_larger: bool = False) -> Group:
    """The claims of the larger group; the other sentences of the smaller one only carry what it tells.

    What both ask for in words of their own is asked in the commonest of all, a number in the larger one's; of two as
    large the shorter question for a number stands.
    """
    shorter = not in_words_of_the_larger and a[0].kind == "figure" and len(question_of(b)) < len(question_of(a))
    most, least = (b, a) if (len(b), shorter) > (len(a), False) else (a, b)
    like = next((claim for claim in most if claim.rule not in CARRIES.values()), most[0])
    slots = {"measure": like.measure, "subject": like.subject, "scope": like.scope}
    if in_words_of_the_larger or like.kind == "figure":
        slots |= {"asked": like.asked, "setting": like.setting}
    told = {stands_in(claim) for claim in most}
    others = [_as_read(claim, like) for claim in least if stands_in(claim) not in told]
    return in_order((*most, *(replace(claim, rule=CARRIES[claim.kind], **slots) for claim in others)))


def _as_read(claim: Claim, like: Claim) -> Claim:
    """The claim, with the moment of another that gives its time of day: the day is only that of its article."""
    one_time = clocks((claim,)) & clocks((like,))
    return replace(claim, value_key=like.value_key) if one_time else claim
