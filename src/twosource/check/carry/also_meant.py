"""Find who else tells a thing in words of their own: the same deed, its other words covered by the likest ones.

Reads   groups of claims that tell one thing, every sentence of the story
Gives   the groups, with a claim more for each further article that tells it in whatever words
Misses  what is told over two sentences; tellings whose verb tells of no event ("was the owner")

A sentence tells a thing when it holds the deed, or a word much like it ("fled", "escaped"), and when two measures are
high together: how alike sentence and telling are beside what all of the story means (`alike.Meaning`), and how much of
the telling's other words the sentence covers. A word is covered by itself, or in part by the sentence's likest word
(cosines of static word vectors); names and times cover nothing, since a story's sentences share them whatever they
tell. All tellings of a group speak for it, not only its most typical one. What is added carries, and confirms nothing.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import fsum
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from twosource.check.accounts import typical
from twosource.check.carry.alike import Likeness, likest
from twosource.check.carry.quoted import BY as QUOTED_TOO
from twosource.check.carry.sentences import BY as ALSO_TOLD
from twosource.check.carry.sentences import (
    Sentence,
    Shown,
    Story,
    another_does,
    claim_of,
    fits,
    is_ahead,
    of_others,
    shown_of,
    words_of_another,
)
from twosource.check.context import Context, within
from twosource.check.coreference.mentions import kind_at
from twosource.check.language.order import in_order, stands_in
from twosource.check.language.words import another_stage, sense, stages
from twosource.model import Claim, Clause, Mention, Span
from twosource.text.lexicon import mapping, table, words
from twosource.text.meaning import Vectors

Group = tuple[Claim, ...]
Deeds = frozenset[tuple[str, str]]
"""Classes of deeds, each with one who takes part in it."""

ENOUGH = 1.1
"""What likeness and cover must make together. By eye 32 of 34 pairs from 1.2 were right, 29 of 34 from 1.0 (mean of all
above: nine of ten), 26 of 33 from 0.9."""

OF_ONE_DEED = (ENOUGH, 0.8, 0.6)
"""The same by how many take part both in the told deed and in one of its class that a clause of the sentence tells:
none, one, two or more. By eye 58 of 63 pairs from 0.8 with one were right, and some fifteen of eighteen from 0.6 to 0.8
with two, where of all pairs from 0.85 to 1.1 eight of ten are."""

FEW = 4
"""Articles that carry a telling at the most for it to be looked for so loosely: what many tell needs no more."""

ALIKE = 0.3
"""How alike they must be at least: under it words meet by chance."""

DEED = 0.4
"""How like the deed a word of the sentence must be: "die" and "killed" are 0.7, "find" and "discovered" 0.44."""

BESIDES = 2
"""Words besides names and times that a telling must have beside its deed."""

SPEAKING = 6
"""Tellings of a group that speak for it."""


class Told(NamedTuple):
    """A telling, the senses that its deed may have in a sentence, and its words besides deed, names and times.

    `people` are the people named in it, `done` the classes of its deed, each with each who takes part.
    """

    shown: Shown
    people: frozenset[str]
    deed: frozenset[str]
    rest: tuple[str, ...]
    done: Deeds


class Tale:
    """A story's sentences, and how well each covers a word."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.like = Likeness(story.forms)
        self._covered: dict[str, Vectors] = {}
        self._deeds: dict[int, dict[Span, Deeds]] = {}

    def holding(self, senses: frozenset[str]) -> NDArray[np.intp]:
        """Return the numbers of the sentences that hold one of some senses."""
        return np.array(sorted({number for one in senses for number in self.story.holding[one]}), dtype=np.intp)

    def deeds(self, number: int) -> Deeds:
        """Return the classes of the deeds that a sentence tells, each with each who takes part in it."""
        return frozenset().union(*self.clauses(number).values())

    def clauses(self, number: int) -> dict[Span, Deeds]:
        """Return the same for each clause of a sentence, by the place of its verb; made once a sentence."""
        if number not in self._deeds:
            sentence = self.story.sentences[number]
            inside = within(sentence.context.mentions.clauses, sentence.span)
            self._deeds[number] = {clause.span: deeds_of(sentence.context, clause) for clause in inside}
        return self._deeds[number]

    def covered(self, rest: Sequence[str], numbers: NDArray[np.intp]) -> Vectors:
        """Return the part of the weight of some words that each of these sentences covers, 0 to 1."""
        weights = [self.story.weight[one] for one in rest]
        told = np.zeros(len(numbers))
        for one, weight in zip(rest, weights, strict=True):
            told += weight * self._by_sentence(one)[numbers]
        return np.asarray(np.round(told / fsum(weights), 4), dtype=np.float32)

    def _by_sentence(self, one: str) -> Vectors:
        """How well each sentence of the story covers a word, by its likest one."""
        if one not in self._covered:
            if len(self._covered) >= KEPT:
                self._covered.clear()
            found = np.zeros(len(self.story.sentences), dtype=np.float32)
            for other, much in self.like.covering(one):
                found[self.story.holding[other]] = much
            self._covered[one] = found
        return self._covered[one]


KEPT = 2_000
"""Words whose covering is kept: 30 MB of a story of 200 articles."""


def also_meant(groups: Sequence[Group], story: Story) -> tuple[Group, ...]:
    """Return the groups in the same order, those of deeds and statements with who else tells them."""
    tale = Tale(story)
    return tuple(_extended(group, tale) if _may_be_told(group) else group for group in groups)


def _may_be_told(group: Group) -> bool:
    if any(claim.kind not in ("event", "statement") or not claim.disclosed for claim in group):
        return False
    return len({claim.polarity for claim in group}) == 1


def _extended(group: Group, tale: Tale) -> Group:
    carrying = {claim.article for claim in group}
    found: list[tuple[str, float, Claim]] = []
    for claim in _speaking(group, tale.story):
        told = _told(claim, tale)
        if told is not None:
            found += _others(told, carrying, tale)
    kind = group[0].kind  # a group may hold deeds and statements: the first says which the fact is
    return in_order((*group, *(replace(claim, kind=kind) for claim in likest(found).values())))


def _speaking(group: Group, story: Story) -> list[Claim]:
    """The tellings that speak for a group, each wording once: its most typical one and the fullest that are like it."""
    first = typical(group)
    told = {claim.value_key: claim for claim in group if claim.rule not in CARRIED}
    told.pop(first.value_key, None)
    fullest = sorted(told.values(), key=lambda claim: (-len(claim.value_key.split()), claim.article, claim.focus))
    vector = story.meaning.of(first.value)
    alike = [claim for claim in fullest[:SPEAKING] if round(float(story.meaning.of(claim.value) @ vector), 4) >= OF_ONE]
    return [first, *alike]


OF_ONE = 0.5
"""How like a group's most typical telling another must be to speak for the group: one of its parts is looser."""

CARRIED = frozenset({ALSO_TOLD, QUOTED_TOO})
"""Rules of claims that only carry: they speak for no group."""


def _told(claim: Claim, tale: Tale) -> Told | None:
    """A telling as it is looked for, None when its verb tells of no event or it says too little besides."""
    story = tale.story
    own = story.number.get(stands_in(claim))
    if own is None:
        return None
    context = story.sentences[own].context
    clauses = within(context.mentions.clauses, claim.span)
    done = [clause.value.predicate for clause in clauses if clause.span.overlaps(claim.focus)]
    deed = next((verb for verb in done if verb.split()[0] not in words("light_verbs")), "")
    if not deed:
        return None
    shown = shown_of(claim, story)
    aside = {sense(word) for word in done[0].split()} | shown.deed | shown.names | _times()
    rest = tuple(sorted(shown.clause - aside))
    if len(rest) < BESIDES:
        return None
    people = frozenset(entity.id for entity in context.entities(claim.focus) if entity.kind == "person")
    near = (tale.like.near(deed, DEED) | {sense(deed)}) & story.holding.keys()
    deeds = (deeds for span, deeds in tale.clauses(own).items() if span.overlaps(claim.focus))
    return Told(shown, people, near, rest, frozenset().union(*deeds))


def deeds_of(context: Context, clause: Mention[Clause]) -> Deeds:
    """Return the classes of the deed that a clause tells, each with each who or what takes part in it."""
    predicate = clause.value.predicate
    if predicate in words("light_verbs") or predicate == "take":
        return frozenset()
    kinds = {mapping("verb_classes").get(predicate, ""), kind_at(context.article, context.mentions, clause.span)}
    kinds = {kind for kind in kinds if kind and kind not in words("no_main_events")}
    found = set()
    for argument in clause.value.arguments if kinds else ():
        if argument.relation in TAKING_PART and argument.head.lower() not in words("pronouns"):
            entity = context.entity(argument.span)
            party = entity.id if entity is not None else sense(argument.head.lower())
            found |= {(kind, party) for kind in kinds}
    return frozenset(found)


TAKING_PART = frozenset({"subject", "object", "agent", "by", "of"})


@cache
def _times() -> frozenset[str]:
    """The senses of words for times."""
    named = {word for row in table("time_contrasts") for word in row}
    return frozenset(named | {sense(word) for word in words("temporal_nouns")})


def _others(told: Told, carrying: set[str], tale: Tale) -> list[tuple[str, float, Claim]]:
    """A claim for each other article that tells it, from its likest sentence, with how surely it does."""
    near = tale.holding(told.deed)
    alike = tale.story.meaning.likenesses(tale.story.meaning.of(told.shown.claim.value), near)
    near, alike = near[alike >= ALIKE], alike[alike >= ALIKE]
    surely = alike + tale.covered(told.rest, near)
    found: dict[str, tuple[str, float, Claim]] = {}
    for number in np.argsort(-surely, kind="stable"):
        if surely[number] < (OF_ONE_DEED[-1] if len(carrying) <= FEW else ENOUGH):
            break
        sentence = tale.story.sentences[near[number]]
        article = sentence.context.article.id
        if article in carrying or article in found:
            continue
        if surely[number] < ENOUGH and not _is_one_deed(told, sentence, tale.deeds(int(near[number])), surely[number]):
            continue
        if (claim := _as_claim(told, sentence)) is not None:
            found[article] = (article, round(float(surely[number]), 4), claim)
    return list(found.values())


def _is_one_deed(told: Told, sentence: Sentence, deeds: Deeds, surely: float) -> bool:
    """Whether enough take part both in a told deed and in one of its class in a sentence; what is done again and again
    is no one deed.
    """
    shared = Counter(kind for kind, _ in told.done & deeds)
    taking_part = min(max(shared.values(), default=0), len(OF_ONE_DEED) - 1)
    if surely < OF_ONE_DEED[taking_part]:
        return False
    again = [HABIT.search(text) is not None for text in (told.shown.claim.value, sentence.context.text(sentence.span))]
    return again[0] == again[1]


HABIT = re.compile(
    r"\b(?:usually|typically|often|normally|generally|always|regularly|(?:each|every|once\s+a)\s+\w+)\b", re.I
)
"""What says that something is done again and again."""


def _as_claim(told: Told, sentence: Sentence) -> Claim | None:
    """A sentence as a claim like what is told, None where something keeps it from telling the same."""
    shared = told.shown.clause & sentence.at.keys()
    if not shared or (told.people and sentence.people and not told.people & sentence.people):
        return None
    if another_stage(stages(told.shown.clause), stages(sentence.at)):
        return None  # charged here and questioned there
    if another_does(sentence, told.shown) or is_ahead(sentence, told.shown):
        return None
    if of_others(sentence, told.shown) or not fits(sentence, told.shown, told.shown.clause):
        return None
    claim = replace(claim_of(sentence, told.shown.claim, shared), value_key="")  # its words are none of the group's
    return None if words_of_another(claim, told.shown.claim) else claim
