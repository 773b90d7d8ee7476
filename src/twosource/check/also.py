"""Find who else tells a thing, in sentences whose clauses were not taken apart.

Reads   groups of claims that tell one thing, every sentence of the story
Gives   the groups, with a claim more for each further article that tells it in much the same words
Misses  what is told over two sentences

A sentence tells a thing when it holds nearly all the weight of the words that the group's most typical telling has,
its deed among them, or else more of them. It must hold them without a denial that the telling lacks: a carrier is
added, never a side.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import fsum, log
from typing import NamedTuple

from twosource.check.accounts import typical
from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.check.tellings import CAPITALISED
from twosource.check.words import WORD, another_time, contrary, sense
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

DENIES = re.compile(
    r"\b(?:not|never|no|nobody|none|n't|n’t|denie[sd]|deny|denying|reject\w*|refus\w*|false|untrue)\b", re.I
)
NUMBER = re.compile(r"\d")


class Sentence(NamedTuple):
    """A sentence of an article: its place, and where each of its words' senses stands."""

    context: Context
    span: Span
    at: dict[str, Span]


def also_told(groups: Sequence[tuple[Claim, ...]], contexts: Iterable[Context]) -> tuple[tuple[Claim, ...], ...]:
    """Return the groups in the same order; those of deeds and statements with the claims that were found besides."""
    sentences = [sentence for context in contexts for sentence in _sentences(context)]
    counts = Counter(stem for sentence in sentences for stem in sentence.at)
    weight = {stem: log((len(sentences) + 1) / count) + 0.1 for stem, count in counts.items()}  # as in `tellings`
    holding: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for stem in sentence.at:
            holding[stem].append(number)
    return tuple(_extended(group, sentences, weight, holding) for group in groups)


def _extended(
    group: tuple[Claim, ...], sentences: list[Sentence], weight: dict[str, float], holding: dict[str, list[int]]
) -> tuple[Claim, ...]:
    if any(claim.kind not in ("event", "statement") or not claim.disclosed for claim in group):
        return group
    if len({claim.polarity for claim in group}) > 1:
        return group
    shown = typical(group)
    stems = set(shown.value_key.split()) & weight.keys()
    needed = HELD * fsum(weight[stem] for stem in stems)
    if len(stems) < LEAST:
        return group
    rare = sorted(stems, key=lambda stem: (len(holding[stem]), stem))[: max(1, len(stems) // 4 + 1)]
    near = sorted({number for stem in rare for number in holding[stem]})  # one of these must be held, to reach HELD
    names = {sense(word.lower()) for word in CAPITALISED.findall(shown.value)}
    deed = _deed(shown)
    told = {claim.article for claim in group}
    found = []
    for number in near:
        sentence = sentences[number]
        shared = stems & sentence.at.keys()
        if sentence.context.article.id in told or len(shared) < LEAST or len(shared - names) < PLAIN:
            continue
        if deed - sentence.at.keys() and (len(shared) < ELSE or len(shared - names) < PLAIN_ELSE):
            continue
        if fsum(weight[stem] for stem in shared) >= needed and _fits(sentence, shown, stems):
            found.append(_claim(sentence, shown, shared))
            told.add(sentence.context.article.id)
    return tuple(sorted((*group, *found), key=lambda claim: (claim.article, claim.focus, claim.id)))


def _deed(shown: Claim) -> set[str]:
    """The stem of the deed that is told; none where the verb tells of no event."""
    verb = shown.measure if shown.kind == "event" else shown.asked
    return {sense(word) for word in verb.split()[:1] if word not in words("light_verbs")}


def _fits(sentence: Sentence, shown: Claim, stems: set[str]) -> bool:
    """Whether a sentence that holds the words can be telling the same: no other number, denial or contrary word."""
    if sentence.context.event_key(sentence.span) != shown.event:
        return False
    if {stem for stem in stems if NUMBER.search(stem)} - sentence.at.keys():
        return False
    if contrary(stems, sentence.at) or another_time(stems, sentence.at):
        return False
    return (
        bool(DENIES.search(sentence.context.text(sentence.span))) == bool(DENIES.search(shown.value)) and shown.polarity
    )


def _claim(sentence: Sentence, shown: Claim, shared: set[str]) -> Claim:
    context = sentence.context
    said = {
        span
        for attribution in context.mentions.attributions
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
        yield Sentence(context, span, at)
