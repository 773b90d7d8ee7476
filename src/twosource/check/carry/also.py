"""Find who else tells a thing, in sentences whose clauses were not taken apart.

Reads   groups of claims that tell one thing, every sentence of the story
Gives   the groups, with a claim more for each further article that tells it in much the same words
Misses  what is told over two sentences

A sentence tells a thing when it holds nearly all the weight of the words that the group's most typical telling has,
its deed among them, or else more of them; or half, where it means much the same beside what all of the story means; or
less, among them words that single out this detail of the story; or when it has the clause that is shown nearly word for
word. It must hold them without a denial that the telling lacks: a carrier is added, never a side. Which older event a
sentence is filed under hangs on the years near it, and matters only where the sentence holds less than nearly all.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

import numpy as np

from twosource.check.accounts import speakers_of, typical
from twosource.check.carry.sentences import (
    BY,
    Sentence,
    Shown,
    Story,
    another_does,
    claim_of,
    fits,
    is_ahead,
    of_others,
    shown_of,
    weigh,
    words_of_another,
)
from twosource.check.language.order import in_order, stands_in
from twosource.check.language.words import senses
from twosource.check.voices.chains import UNNAMED
from twosource.check.voices.vouching import is_paper
from twosource.model import Claim

__all__ = ["BY", "also_told"]

HELD = 0.75
"""The part of a telling's weight that a sentence must hold: three quarters lets one word in four be put otherwise."""

LEAST = 4
"""Words that must be found: with fewer, "the arrival of the delegation" would be told by those who wait for it."""

PLAIN = 2
"""Words besides names that must be among them."""

ELSE, PLAIN_ELSE = 6, 4
"""The same where a sentence does not hold the deed: who threw a bell also ran, and is named with all names in both."""

DETAIL, HELD_OF_DETAIL, WITH_IT = 1.3, 0.4, 2
"""What words that single out a detail must say together for two sentences to tell it; the part of the telling's weight
that must be held then; and how many words there must be."""

HELD_OF_PAIR, HELD_OF_RECORD = 0.45, 0.3
"""The same part where two words side by side single it out, which is less sure; where two numbers do ("43-39")."""

HELD_ALIKE, ALIKE = 0.45, 0.35
"""The same part for a sentence that also means much the same: the likeness of their vectors (`text.meaning`), what all
sentences of the story have in common taken away."""

CLAUSE, LONG, BETWEEN = 3, 6, 3
"""Words besides names of a clause that stands elsewhere nearly word for word; how many words it must have for one to be
put otherwise; and for how many of its words one may stand between them (and one at all)."""

RARE = 1.5
"""What one such word says that does it alone: "sham", "barricaded"."""

HELD_OF_RARE, HELD_OF_DEED, THREE = 0.35, 0.25, 3
"""The part of the telling's weight that must be held beside such a word; where the deed is held too, and then as many
words do. By eye 32 of 36 sentences that hold so much were right, of those that hold less four in ten: one rare word may
stand in two sentences for two reasons."""

ALIKE_RARE = 0.5
"""How alike a sentence that holds less must be."""


def also_told(groups: Sequence[tuple[Claim, ...]], story: Story) -> tuple[tuple[Claim, ...], ...]:
    """Return the groups in the same order; those of deeds and statements with the claims that were found besides."""
    return _once([_extended(group, story) for group in groups], story)


def _once(groups: list[tuple[Claim, ...]], story: Story) -> tuple[tuple[Claim, ...], ...]:
    """The groups less those whose rare word another's telling has too, which cites all their sentences and more."""
    rare = {stem for stem, much in story.details.items() if much >= RARE}
    cited: dict[int, frozenset[tuple[str, int]]] = {}
    telling: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        quoted = any(claim.scope in ("direct", "mixed") for claim in group)  # whoever is quoted is told as a speaker
        if all(claim.kind in ("event", "statement") and claim.disclosed for claim in group) and not quoted:
            cited[number] = frozenset(stands_in(claim) for claim in group)
            for stem in rare & senses(typical(group).value):
                telling[stem].append(number)
    twice = {
        n
        for found in telling.values()
        for n in found
        for other in found
        if cited[n] < cited[other] or (cited[n] == cited[other] and n > other)
    }
    return tuple(group for number, group in enumerate(groups) if number not in twice)


def _extended(group: tuple[Claim, ...], story: Story) -> tuple[Claim, ...]:
    if any(claim.kind not in ("event", "statement") or not claim.disclosed for claim in group):
        return group
    if len({claim.polarity for claim in group}) > 1:
        return group
    shown = shown_of(typical(group), story)
    if len(shown.stems) < LEAST and len(shown.clause - shown.names) < CLAUSE:
        return group
    first = _rarest(shown.stems, story, len(shown.stems) // 2 + 1)
    near = {number for stem in first for number in story.holding[stem]}  # one of these must be held, to reach half
    near |= {number for stem in shown.stems & story.details.keys() for number in story.holding[stem]}
    near |= {number for pair in shown.pairs for number in story.pairs[pair]}
    near |= {number for stem in _rarest(shown.clause, story, 2) for number in story.holding[stem]}
    events, vector = {claim.event for claim in group}, story.meaning.of(shown.claim.value)
    singling = shown.stems & story.details.keys()
    found: dict[str, tuple[tuple[bool, float], Claim]] = {}
    settled = {claim.article for claim in group if _sourced(claim)}
    bare = {claim.article for claim in group} - settled
    speakers = _named(group)
    numbers = np.array(sorted(near), dtype=np.intp)
    for number, alike in zip(numbers.tolist(), story.meaning.likenesses(vector, numbers).tolist(), strict=True):
        sentence = story.sentences[number]
        article = sentence.context.article.id
        if article in settled or (article in bare and not sentence.attributed):
            continue
        shared = shown.stems & sentence.at.keys()
        if len(shared) < WITH_IT:
            continue
        held = weigh(shared, story) / shown.weight
        clause = _has_clause(sentence, shown)
        sure = clause or _holds(sentence, shown, shared, held)
        if not sure and alike < ALIKE and singling.isdisjoint(shared) and shown.pairs.isdisjoint(sentence.pairs):
            continue  # as most are: no part of it can tell the thing
        if speakers and not sure and not _names_one(sentence, speakers):
            continue  # what one only said is told in part by nobody else
        if not sure and not sentence.attributed and MEANT.match(shown.claim.asked):
            continue  # and what one hopes is told by nobody who hopes nothing
        if not sure and (article in bare or sentence.event not in events):
            continue
        if not sure and not _tells_part(sentence, shown, Held(shared, held, alike), story):
            continue
        if article in found and (sure, held) <= found[article][0]:
            continue  # another sentence of the article tells it as well
        words_told = shown.clause if clause else shown.stems
        claim = claim_of(sentence, shown.claim, shared) if fits(sentence, shown, words_told) else None
        if claim is None or words_of_another(claim, shown.claim) or another_does(sentence, shown):
            continue
        if is_ahead(sentence, shown):
            continue
        # whoever is named for it says more than a headline that has it in its own voice, and the fullest telling most
        rank = (sure and _sourced(claim), held)
        if (article not in bare or rank[0]) and (article not in found or rank > found[article][0]):
            found[article] = (rank, claim)
    return in_order((*group, *(claim for _, claim in found.values())))


MEANT = re.compile(r"(?:hope|fear|think|expect|feel|doubt|predict|suspect)\b")
"""How a question begins that asks what somebody has in mind."""


def _named(group: tuple[Claim, ...]) -> re.Pattern[str] | None:
    """The last names of those who alone tell a thing; None where anybody tells it too or one is only described."""
    named = speakers_of(group)
    if not named or any(not name[:1].isupper() or is_paper(name) for name in named):
        return None  # what a paper reports is no remark of its own
    names = "|".join(re.escape(name) for name in sorted({name.split()[-1].casefold() for name in named}))
    return re.compile(rf"\b(?:{names})\b")


def _names_one(sentence: Sentence, names: re.Pattern[str]) -> bool:
    """Whether a sentence names one of those who said a thing."""
    return names.search(sentence.context.text(sentence.span).casefold()) is not None


class Held(NamedTuple):
    """What a sentence holds of a telling: words, the part of the telling's weight, and how much they mean the same."""

    shared: set[str]
    part: float
    alike: float


def _tells_part(sentence: Sentence, shown: Shown, held: Held, story: Story) -> bool:
    """Whether a sentence that holds less than nearly all of a telling tells it: by a detail, or by its meaning."""
    return _tells_detail(sentence, shown, held, story) or (
        held.alike >= ALIKE and _holds(sentence, shown, held.shared, held.part, HELD_ALIKE)
    )


def _sourced(claim: Claim) -> bool:
    """Whether a claim names who vouches for it."""
    return bool(claim.chain) and claim.chain[-1] != UNNAMED


def _rarest(stems: set[str], story: Story, count: int) -> list[str]:
    """The stems that the fewest sentences hold."""
    return sorted(stems, key=lambda stem: (len(story.holding[stem]), stem))[:count]


def _holds(sentence: Sentence, shown: Shown, shared: set[str], held: float, most: float = HELD) -> bool:
    """Whether a sentence holds as much of a telling as asked, its deed and words besides names among it."""
    if len(shared) < LEAST or held < most:
        return False
    least, plain = (ELSE, PLAIN_ELSE) if shown.deed - sentence.at.keys() else (LEAST, PLAIN)
    return len(shared) >= least and len(shared - shown.names) >= plain


def _least(shown: Shown) -> int:
    """How many words of the clause must stand together; of a long one, one may be put otherwise."""
    return max(CLAUSE, len(shown.clause) - (len(shown.clause) >= LONG))


def _has_clause(sentence: Sentence, shown: Shown) -> bool:
    """Whether the clause as it is shown stands in a sentence nearly word for word, with little between its words."""
    shared = shown.clause & sentence.at.keys()
    if len(shared) < _least(shown) or len(shared - shown.names) < CLAUSE or of_others(sentence, shown):
        return False
    places = [sentence.at[stem].start for stem in shared]
    first, last = min(places), max(places)
    between = sum(first <= span.start < last for span in sentence.at.values())
    return between < len(shown.clause) + len(shown.clause) // BETWEEN + 1


def _tells_detail(sentence: Sentence, shown: Shown, held: Held, story: Story) -> bool:
    """Whether the shared words single out a detail of the story: a rare word, or several that are much of it.

    The rare word must stand in what is shown, and not merely behind it in the sentence, and more of the telling beside
    it. What somebody demands or offers is told by one who tells all of it: of two demands, a rare word singles out one.
    """
    if shown.demands or of_others(sentence, shown):
        return False
    part = held.part
    if any(part >= (HELD_OF_RECORD if pair[0].isdigit() else HELD_OF_PAIR) for pair in shown.pairs & sentence.pairs):
        return True
    says = {stem: story.details[stem] for stem in held.shared if stem in story.details}
    if any(much >= RARE and stem in shown.said for stem, much in says.items()):
        deed = bool(shown.deed & sentence.at.keys()) and (part >= HELD_OF_DEED or len(held.shared) >= THREE)
        if deed or part >= HELD_OF_RARE or held.alike >= ALIKE_RARE:
            return True
    return bool(says) and part >= HELD_OF_DETAIL and fsum(says.values()) >= DETAIL
