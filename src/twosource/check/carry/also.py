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
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import fsum, log
from typing import NamedTuple

from twosource.check.accounts import typical
from twosource.check.carry.alike import Meaning
from twosource.check.carry.details import details, pairs_of, recurring
from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.check.language.order import in_order
from twosource.check.language.words import WORD, another_time, contrary, sense
from twosource.check.tellings import CAPITALISED, numbers_of
from twosource.check.voices.chains import UNNAMED
from twosource.model import Claim, Span, hull
from twosource.text.lexicon import mapping, words

BY = "also told"

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

DENIES = re.compile(
    r"\b(?:not|never|no|nobody|none|n't|n’t|denie[sd]|deny|denying|reject\w*|refus\w*|false|untrue)\b", re.I
)
NUMBER = re.compile(r"\d")
BESIDE, NEAR = re.compile(r"[^\s]+"), 4
"""A word, and how many of them before and behind those of a telling may deny it."""

YEARS_OLD = "year of age"


class Numbers(NamedTuple):
    """Numbers in figures: those in times, the ages, and what counts or measures."""

    times: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()

    def unlike(self, other: "Numbers") -> bool:
        """Whether both have numbers of one sort and none in common: four skippers here and nine there."""
        return any(bool(one and two) and not one & two for one, two in zip(self, other, strict=True))


class Sentence(NamedTuple):
    """A sentence of an article: its place, where each sense stands, its pairs of words, whether it cites anybody.

    `people` are the entities of the people named in it, `event` the key of the older event that it is filed under,
    `numbers` its numbers by what they are: dates, ages, and all others.
    """

    context: Context
    span: Span
    at: dict[str, Span]
    pairs: frozenset[str]
    attributed: bool
    people: frozenset[str]
    event: str
    numbers: Numbers

    def words(self) -> dict[str, str]:
        """Its words as they are written, by their sense."""
        return {sense: self.context.text(span) for sense, span in self.at.items()}


class Story(NamedTuple):
    """The sentences of a story, what each means, which hold a word or a recurring pair, what a word weighs and says."""

    sentences: list[Sentence]
    meaning: Meaning
    holding: dict[str, list[int]]
    weight: dict[str, float]
    details: dict[str, float]
    pairs: dict[str, list[int]]
    number: dict[tuple[str, int], int]


class Shown(NamedTuple):
    """What a group's most typical telling is compared by: its words and their weight, names, deed and pairs.

    `clause` are the words of what is shown, without those that stand behind it in the sentence; `people` are the people
    that the telling is of; `demands` whether it tells what somebody demands or offers.
    """

    claim: Claim
    stems: set[str]
    weight: float
    names: set[str]
    deed: set[str]
    said: frozenset[str]
    pairs: frozenset[str]
    clause: set[str]
    people: frozenset[str]
    demands: bool
    numbers: Numbers

    def least(self) -> int:
        """How many words of the clause must stand together; of a long one, one may be put otherwise."""
        return max(CLAUSE, len(self.clause) - (len(self.clause) >= LONG))


def also_told(groups: Sequence[tuple[Claim, ...]], contexts: Iterable[Context]) -> tuple[tuple[Claim, ...], ...]:
    """Return the groups in the same order; those of deeds and statements with the claims that were found besides."""
    story = _story([sentence for context in contexts for sentence in _sentences(context)])
    return _once([_extended(group, story) for group in groups], story)


def _once(groups: list[tuple[Claim, ...]], story: Story) -> tuple[tuple[Claim, ...], ...]:
    """The groups less those whose rare word another's telling has too, which cites all their sentences and more."""
    rare = {stem for stem, much in story.details.items() if much >= RARE}
    cited: dict[int, frozenset[tuple[str, int]]] = {}
    telling: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        quoted = any(claim.scope in ("direct", "mixed") for claim in group)  # whoever is quoted is told as a speaker
        if all(claim.kind in ("event", "statement") and claim.disclosed for claim in group) and not quoted:
            cited[number] = frozenset((claim.article, claim.span.start) for claim in group)
            for stem in rare & _stems(typical(group).value):
                telling[stem].append(number)
    twice = {
        n
        for found in telling.values()
        for n in found
        for other in found
        if cited[n] < cited[other] or (cited[n] == cited[other] and n > other)
    }
    return tuple(group for number, group in enumerate(groups) if number not in twice)


def _story(sentences: list[Sentence]) -> Story:
    counts = Counter(stem for sentence in sentences for stem in sentence.at)
    weight = {stem: log((len(sentences) + 1) / count) + 0.1 for stem, count in counts.items()}  # as in `tellings`
    holding: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for stem in sentence.at:
            holding[stem].append(number)
    told = ((sentence.context.article.id, sentence.words()) for sentence in sentences)
    again = recurring((sentence.context.article.id, sentence.pairs) for sentence in sentences)
    paired: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for pair in sentence.pairs & again:
            paired[pair].append(number)
    meaning = Meaning([sentence.context.text(sentence.span) for sentence in sentences])
    places = {(sentence.context.article.id, sentence.span.start): n for n, sentence in enumerate(sentences)}
    return Story(sentences, meaning, holding, weight, details(told), paired, places)


def _extended(group: tuple[Claim, ...], story: Story) -> tuple[Claim, ...]:
    if any(claim.kind not in ("event", "statement") or not claim.disclosed for claim in group):
        return group
    if len({claim.polarity for claim in group}) > 1:
        return group
    shown = _shown(typical(group), story)
    if len(shown.stems) < LEAST and len(shown.clause - shown.names) < CLAUSE:
        return group
    first = _rarest(shown.stems, story, len(shown.stems) // 2 + 1)
    near = {number for stem in first for number in story.holding[stem]}  # one of these must be held, to reach half
    near |= {number for stem in shown.stems & story.details.keys() for number in story.holding[stem]}
    near |= {number for pair in shown.pairs for number in story.pairs[pair]}
    near |= {number for stem in _rarest(shown.clause, story, 2) for number in story.holding[stem]}
    events, vector = {claim.event for claim in group}, story.meaning.of(shown.claim.value)
    found: dict[str, Claim] = {}
    settled = {claim.article for claim in group if _sourced(claim)}
    bare = {claim.article for claim in group} - settled
    for number in sorted(near):
        sentence = story.sentences[number]
        article = sentence.context.article.id
        shared = shown.stems & sentence.at.keys()
        again = article in bare or article in found
        if article in settled or len(shared) < WITH_IT or (again and not sentence.attributed):
            continue
        held = _weigh(shared, story) / shown.weight
        whole = _holds(sentence, shown, shared, held)
        if _has_clause(sentence, shown):
            words_told = shown.clause
        elif whole or (
            not again
            and sentence.event in events
            and (
                _tells_detail(sentence, shown, shared, held, story)
                or (
                    _holds(sentence, shown, shared, held, HELD_ALIKE)
                    and story.meaning.likeness(vector, number) >= ALIKE
                )
            )
        ):
            words_told = shown.stems
        else:
            continue
        claim = _claim(sentence, shown.claim, shared) if _fits(sentence, shown, words_told) else None
        if claim is None or _words_of_another(claim, shown.claim):
            continue
        if _sourced(claim):  # whoever is named for it says more than a headline that has it in its own voice
            found[article] = claim
            settled.add(article)
        elif article not in bare:
            found.setdefault(article, claim)
    return in_order((*group, *found.values()))


def _sourced(claim: Claim) -> bool:
    """Whether a claim names who vouches for it."""
    return bool(claim.chain) and claim.chain[-1] != UNNAMED


def _shown(claim: Claim, story: Story) -> Shown:
    stems = set(claim.value_key.split()) & story.weight.keys()
    names = {sense(word.lower()) for word in CAPITALISED.findall(claim.value)}
    pairs = pairs_of(claim.value) & story.pairs.keys()
    said = _stems(claim.value)
    clause = set(said & story.weight.keys())
    people = frozenset(party for party in claim.subject.split("|") if party.startswith("person:"))
    weight, demands = _weigh(stems, story), bool(_demands() & said)
    own = story.number.get((claim.article, claim.span.start))
    numbers = story.sentences[own].numbers if own is not None else Numbers()
    return Shown(claim, stems, weight, names, _deed(claim), said, pairs, clause, people, demands, numbers)


def _rarest(stems: set[str], story: Story, count: int) -> list[str]:
    """The stems that the fewest sentences hold."""
    return sorted(stems, key=lambda stem: (len(story.holding[stem]), stem))[:count]


def _words_of_another(claim: Claim, shown: Claim) -> bool:
    """Whether a telling is somebody's own words, and a sentence has them from somebody else."""
    both = bool(claim.chain) and bool(shown.chain)
    return shown.scope in ("direct", "mixed") and both and not set(claim.chain) & set(shown.chain)


def _holds(sentence: Sentence, shown: Shown, shared: set[str], held: float, most: float = HELD) -> bool:
    """Whether a sentence holds as much of a telling as asked, its deed and words besides names among it."""
    least, plain = (ELSE, PLAIN_ELSE) if shown.deed - sentence.at.keys() else (LEAST, PLAIN)
    return len(shared) >= least and len(shared - shown.names) >= plain and held >= most


def _has_clause(sentence: Sentence, shown: Shown) -> bool:
    """Whether the clause as it is shown stands in a sentence nearly word for word, with little between its words."""
    shared = shown.clause & sentence.at.keys()
    if len(shared) < shown.least() or len(shared - shown.names) < CLAUSE or _of_others(sentence, shown):
        return False
    starts = sorted(span.start for span in sentence.at.values())
    places = [bisect_left(starts, sentence.at[stem].start) for stem in shared]
    return max(places) - min(places) < len(shown.clause) + len(shown.clause) // BETWEEN + 1


def _tells_detail(sentence: Sentence, shown: Shown, shared: set[str], held: float, story: Story) -> bool:
    """Whether the shared words single out a detail of the story: a rare word, or several that are much of it.

    The rare word must stand in what is shown, and not merely behind it in the sentence. What somebody demands or offers
    is told by one who tells all of it: of two demands, a rare word singles out one.
    """
    if shown.demands or _of_others(sentence, shown):
        return False
    if any(held >= (HELD_OF_RECORD if pair[0].isdigit() else HELD_OF_PAIR) for pair in shown.pairs & sentence.pairs):
        return True
    says = {stem: story.details[stem] for stem in shared if stem in story.details}
    if any(much >= RARE and stem in shown.said for stem, much in says.items()):
        return True
    return held >= HELD_OF_DETAIL and fsum(says.values()) >= DETAIL


def _of_others(sentence: Sentence, shown: Shown) -> bool:
    """Whether a telling names people and a sentence other ones only."""
    return bool(shown.people and sentence.people) and not shown.people & sentence.people


@cache
def _demands() -> frozenset[str]:
    """The senses of the verbs with which one demands, offers or refuses."""
    return frozenset(sense(verb.split()[0]) for verb in mapping("position_verbs"))


@lru_cache(maxsize=10_000)
def _stems(value: str) -> frozenset[str]:
    """The senses of the words of a telling."""
    return frozenset(sense(word.lower()) for word in WORD.findall(value))


def _weigh(stems: set[str], story: Story) -> float:
    return fsum(story.weight[stem] for stem in stems)


def _deed(shown: Claim) -> set[str]:
    """The stem of the deed that is told; none where the verb tells of no event."""
    verb = shown.measure if shown.kind == "event" else shown.asked
    return {sense(word) for word in verb.split()[:1] if word not in words("light_verbs")}


def _fits(sentence: Sentence, shown: Shown, told: set[str]) -> bool:
    """Whether a sentence that holds what is told can be telling the same: no other number, denial or contrary word."""
    found = numbers_of(told)
    aside = shown.numbers.times | shown.numbers.ages
    if {stem for stem in told if NUMBER.search(stem)} - aside - sentence.at.keys():
        return False
    asked = Numbers(shown.numbers.times & found, shown.numbers.ages & found, frozenset(found - aside))
    if asked.unlike(sentence.numbers) or contrary(told, sentence.at) or another_time(told, sentence.at):
        return False
    places = [sentence.at[stem] for stem in told & sentence.at.keys()]
    return _denied(sentence, places) == (DENIES.search(shown.claim.value) is not None)


def _denied(sentence: Sentence, places: Sequence[Span]) -> bool:
    """Whether a denial stands among words of a sentence, or a few words beside them: "did not", "is false"."""
    whole = sentence.context.text(sentence.span)
    start = min(place.start for place in places) - sentence.span.start
    end = max(place.end for place in places) - sentence.span.start
    before, after = BESIDE.findall(whole[:start])[-NEAR:], BESIDE.findall(whole[end:])[:NEAR]
    return DENIES.search(" ".join((*before, whole[start:end], *after))) is not None


def _claim(sentence: Sentence, shown: Claim, shared: set[str]) -> Claim:
    context = sentence.context
    said = {
        span
        for attribution in context.mentions.attributions
        if attribution.span.overlaps(sentence.span)
        for span in (*attribution.value.source, *attribution.value.cue)
    }
    places = [sentence.at[stem] for stem in sorted(shared)]
    focus = hull([place for place in places if not any(span.covers(place) for span in said)] or places)
    return make_claim(
        context,
        shown.kind,
        focus,
        measure=shown.measure,
        value=" ".join(context.text(sentence.span).split()),
        subject=shown.subject,
        polarity=shown.polarity,
        scope=shown.scope,
        value_key=" ".join(sorted(sentence.at)),
        rule=BY,
    )


def _sentences(context: Context) -> Iterable[Sentence]:
    stop = words("stopwords")
    for span in context.mentions.sentences:
        if not context.speaks(span):
            continue
        at: dict[str, Span] = {}
        for match in WORD.finditer(context.text(span)):
            word = match[0].lower().removesuffix("'s").removesuffix("’s")
            if word not in stop:
                at.setdefault(sense(word), Span(span.start + match.start(), span.start + match.end()))
        for clause in within(context.mentions.clauses, span):  # "struck" is no form that `sense` knows
            kind = mapping("verb_classes").get(clause.value.predicate, clause.value.predicate).split()[0]
            if kind not in stop:
                at.setdefault(sense(kind), clause.span)
        cited = any(one.value.source for one in within(context.mentions.attributions, span))
        people = frozenset(entity.id for entity in context.entities(span) if entity.kind == "person")
        pairs, event = pairs_of(context.text(span)), context.event_key(span)
        yield Sentence(context, span, at, pairs, cited, people, event, _numbers(context, span, at))


def _numbers(context: Context, span: Span, at: dict[str, Span]) -> Numbers:
    """The numbers of a sentence whose words stand at `at`."""
    told = numbers_of(at)
    if not told:
        return Numbers()
    times = [time.span for time in within(context.mentions.times, span)]
    ages = [one.span for one in within(context.mentions.quantities, span) if one.value.norm == YEARS_OLD]
    sorts = [
        frozenset(numbers_of(stem for stem, place in at.items() if any(one.covers(place) for one in spans)))
        for spans in (times, ages)
    ]
    return Numbers(sorts[0], sorts[1], frozenset(told) - sorts[0] - sorts[1])
