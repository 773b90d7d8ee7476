"""Find who else gives a date or an odd minute that the story asks for but once, in whatever clause.

Reads   groups of claims that say when something was; all times of the articles
Gives   the groups, with a claim for each further article that names the same time of the same thing
Misses  a time that is told in other words ("the last Friday in May")

A date is a rare word: whoever of a story's reporters writes "May 29" or "1957" tells of what was then. The sentence
must share words with one that tells the deed. What is added carries, and confirms nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from twosource.check.carry.alike import Around, Sentences, likest, sentence_of
from twosource.check.claims.dating import PRINTED, bound_before
from twosource.check.claims.making import make_claim
from twosource.check.claims.time_keys import MONTHS, compared, said_of, time_keys
from twosource.check.compatible import is_coarse, is_one_time
from twosource.check.context import Context, within
from twosource.check.events.main_tellings import BY as MAIN
from twosource.check.events.retold import asks_when, is_plan, keys_of_moment, told_as
from twosource.check.language.order import in_order, stands_in
from twosource.check.language.words import content_senses, content_words, sense
from twosource.model import Claim, Mention, Span, Time
from twosource.text.lexicon import words as lexicon

BY = "also dated"
"""The rule of what is added."""

Group = tuple[Claim, ...]

SHARED, OF_A_YEAR = 2, 3
"""Words that a sentence must share with those of a deed's other carriers: of a day or an hour, of a month or a year."""

COMMON = 0.3
"""The part of a story's sentences with a time that hold a word that says nothing there."""


ENDS = ("until", "till", "before", "up to")
"""Words before the time by which something that is planned is to be done."""


class Asked(NamedTuple):
    """A question of when: its first claim, one for each way in which its time is given, its articles, the words of the
    deed that is asked for, and those of the sentences that tell it.
    """

    first: Claim
    given: tuple[Claim, ...]
    articles: frozenset[str]
    deed: frozenset[str]
    words: frozenset[str]


class Dated(NamedTuple):
    """A time in an article: its place, its key, the words of its sentence, whether it is an end ("until"), and the
    sense of the word that says when something was said ("said on Tuesday"), "" where it dates no saying.
    """

    context: Context
    time: Mention[Time]
    key: str
    words: frozenset[str]
    ends: bool
    said: str


def also_dated(groups: Sequence[Group], contexts: Iterable[Context]) -> tuple[Group, ...]:
    """Return the groups, those that say when something was with who else says so."""
    told, common = _told(contexts)
    crowded = _crowded(groups)
    asking = {
        number: _asked(group, _words_of(group, told))
        for number, group in enumerate(groups)
        if group and asks_when(group[0])
    }
    homes: dict[str, list[int]] = defaultdict(list)
    for number, asked in asking.items():
        for key in sorted({key for claim in asked.given for key in keys_of_moment(claim.value_key)}):
            homes[key].append(number)
    added: dict[int, dict[str, Claim]] = defaultdict(dict)
    taken: set[int] = set()
    for one in (one for ones in told.values() for one in ones):
        near = dict.fromkeys(number for key in keys_of_moment(one.key) for number in homes.get(key, ()))
        like = {n: asking[n] for n in near if n not in taken and _fits(one, asking[n])}
        done = {number: asked for number, asked in like.items() if not _is_ahead(asked.first)}
        for alike in (done, like):  # what was done before what is planned
            own = [number for number, asked in alike.items() if one.context.article.id in asked.articles]
            if any(not _gives_way(asking[number], one) or number in added for number in own):
                break
            home = _home(
                one, {n: asked for n, asked in alike.items() if n not in own and _tells_of(one, asked, crowded)}, common
            )
            if home is not None and all((len(asking[home].articles), -home) > (1, -number) for number in own):
                added[home].setdefault(one.context.article.id, _claim(one, asking[home].first))
                taken.update(own)
                break
    return tuple(
        () if number in taken else in_order((*group, *added[number].values())) if number in added else group
        for number, group in enumerate(groups)
    )


def _gives_way(asked: Asked, one: Dated) -> bool:
    """Whether a question of one article alone may give way to that of others: of a month or a year, or of a date that
    is given to a deed of no known kind.
    """
    known = asked.first.deed or asked.first.rule == MAIN
    return len(asked.articles) == 1 and (is_coarse(one.key) or ("T" not in one.key and not known))


def dated_alike(groups: Sequence[Group], contexts: Iterable[Context]) -> tuple[Group, ...]:
    """Return the groups, those that say when something was with whoever gives the time in a sentence that means much
    the same, beside what all sentences with a time mean: "today" too.
    """
    told, _ = _told(contexts, rare=False)
    crowded = _crowded(groups)
    ones = [one for article in sorted(told) for one in told[article]]
    places = [(one.context, one.time.span) for one in ones]
    alike = Alike(Sentences(places), Around(places))
    at: dict[str, list[Dated]] = defaultdict(list)
    for one in ones:
        for key in keys_of_moment(one.key):
            at[key].append(one)
    return tuple(
        in_order((*group, *_likest(group, at, alike, crowded))) if group and asks_when(group[0]) else group
        for group in groups
    )


class Alike(NamedTuple):
    """How alike the sentences are that hold times, and the words around the times."""

    sentences: Sentences
    around: Around


def _likest(group: Group, at: Mapping[str, list[Dated]], alike: Alike, crowded: frozenset[str]) -> list[Claim]:
    """A claim for each further article that gives a group's time of the same thing: from its likest sentence."""
    places = list(dict.fromkeys(stands_in(claim) for claim in group))
    own = alike.sentences.known(places[:SPEAKING])
    if not own:
        return []
    spans = [(claim.article, claim.focus.start) for claim in group[:SPEAKING]]
    asked = _asked(group, frozenset())
    told = []
    for key in sorted({key for claim in asked.given for key in keys_of_moment(claim.value_key)}):
        for one in at.get(key, ()):
            if one.context.article.id in asked.articles:
                continue
            told_alike = alike.sentences.likeness(own, sentence_of(one.context, one.time.span))
            beside = alike.around.likeness(spans, (one.context.article.id, one.time.span.start))
            enough = told_alike >= (ALIKE_IN_A_YEAR if is_coarse(one.key) else ALIKE) or beside >= ALIKE_BESIDE
            if enough and _fits(one, asked) and (told_alike >= SAME or _tells_of(one, asked, crowded)):
                told.append((one.context.article.id, max(told_alike, beside), one))
    return [_claim(one, group[0]) for one in likest(told).values()]


ALIKE, ALIKE_IN_A_YEAR = 0.2, 0.4
"""How alike two sentences with one time must be to tell of one thing; with one month or year."""

ALIKE_BESIDE = 0.45
"""How alike the words around two times must be, whatever else their sentences tell: by eye 31 of 36 were right."""

SAME = 0.6
"""How alike two sentences must be to tell of one deed, though not in its words."""

SPEAKING = 6
"""Sentences of a group that speak for it."""


def _told(contexts: Iterable[Context], rare: bool = True) -> tuple[dict[str, list[Dated]], frozenset[str]]:
    """Every time of each article, only those that are rare words where asked for; and the common words beside them."""
    found: dict[str, list[Dated]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for context in contexts:
        for time in context.mentions.times:
            if time.value.type not in ("DATE", "TIME") or not context.speaks(time.span):
                continue
            sentence = context.sentence(time.span)
            if not any(clause.value.tense for clause in within(context.mentions.clauses, sentence)):
                continue  # a line that dates the page
            bound = bound_before(context, time.span)
            if bound not in ("", *ENDS) or PRINTED.search(context.text(sentence)):
                continue
            words = _said_in(context, sentence)
            counts.update(words)
            said = _said(context, time)
            for key in time_keys(compared(context, time), context.text(time.span)):
                if rare and "T" not in key and not MONTHS.search(context.text(time.span)):
                    continue  # "yesterday" is no rare word
                found[context.article.id].append(Dated(context, time, key, words, bool(bound), said))
    total = sum(len(ones) for ones in found.values())
    return found, frozenset(word for word, times in counts.items() if times > max(2, COMMON * total))


def _said(context: Context, time: Mention[Time]) -> str:
    """The sense of the cue that a time stands beside, "" where it stands beside none: of "said Tuesday that", to say.

    When somebody spoke is not when that was of which he spoke.
    """
    sentence = context.sentence(time.span)
    cues = (cue for a in context.mentions.attributions for cue in a.value.cue if sentence.covers(cue))
    for cue in cues:
        if cue.end <= time.span.start and BESIDE.fullmatch(context.article.text, cue.end, time.span.start):
            return sense(context.text(cue).lower())
        if time.span.end <= cue.start and BESIDE.fullmatch(context.article.text, time.span.end, cue.start):
            return sense(context.text(cue).lower())
    return ""


BESIDE = re.compile(r"\s+(?:(?:late|early|on|in|here|earlier|reporters)\s+){0,2}")
"""Between a word of saying and its time."""


def _said_in(context: Context, sentence: Span) -> frozenset[str]:
    """The words of a sentence but for its times."""
    found, start = [], sentence.start
    for time in within(context.mentions.times, sentence):
        found.append(context.text(Span(start, max(start, time.span.start))))
        start = time.span.end
    found.append(context.text(Span(start, max(start, sentence.end))))
    return content_senses(" ".join(found))


def _asked(group: Group, words: frozenset[str]) -> Asked:
    given = {(claim.value_key, claim.bound): claim for claim in reversed(group)}
    deed = frozenset(sense(word) for claim in given.values() for word in content_words(claim.asked))
    return Asked(group[0], tuple(given.values()), frozenset(claim.article for claim in group), deed, words | deed)


def _words_of(group: Group, told: dict[str, list[Dated]]) -> frozenset[str]:
    """The words of the sentences that a group has."""
    places = {(claim.article, claim.focus) for claim in group}
    ones = (one for article in sorted({claim.article for claim in group}) for one in told.get(article, ()))
    found = {word for one in ones if (one.context.article.id, one.time.span) in places for word in one.words}
    return frozenset(found)


def _home(one: Dated, like: dict[int, Asked], common: frozenset[str]) -> int | None:
    """The question whose deed a time is of: the only one of that time, or the one whose words the sentence has."""
    if not like:
        return None
    alone = len(like) == 1 and not is_coarse(one.key)
    if alone and one.words & next(iter(like.values())).deed:
        return next(iter(like))
    words = one.words if alone else one.words - common  # what everybody tells of says nothing of which deed it was
    shared = {number: len(words & asked.words) for number, asked in like.items()}
    best = max(like, key=lambda number: (shared[number], -number))
    return best if shared[best] >= (OF_A_YEAR if is_coarse(one.key) else SHARED) else None


def _tells_of(one: Dated, asked: Asked, crowded: frozenset[str]) -> bool:
    """Whether a sentence has the words of the deed that is asked for, where much was done at that time.

    On the day of a bombing much was done, and more in any year: of a deed that is none of the story's own events a
    sentence tells only where it has half of the words, and of that day the verb, of a year a word that is no name.
    """
    if asked.first.rule == MAIN or asked.first.deed in lexicon("once_deeds"):
        return True
    shared = one.words & asked.deed
    half = len(shared) * 2 >= len(asked.deed)
    if is_coarse(one.key):
        return half or (len(shared) >= SHARED and bool(shared & _plain(asked.first.asked)))
    if crowded.isdisjoint(keys_of_moment(one.key)):
        return True
    verb = {sense(word) for word in content_words(" ".join(asked.first.measure.split()[:-2]))}
    return half and verb <= one.words


def _plain(asked: str) -> frozenset[str]:
    """The words of a question that are no names: those of the deed, and not of who did it."""
    return content_senses(" ".join(w for w in asked.split() if w.islower()))


def _crowded(groups: Iterable[Group]) -> frozenset[str]:
    """What the times of a story's own events are found by: their days."""
    return frozenset(
        key
        for group in groups
        if group and group[0].rule == MAIN and asks_when(group[0])
        for claim in group
        if not is_coarse(claim.value_key)
        for key in keys_of_moment(claim.value_key)
        if not key.startswith("year")
    )


def _fits(one: Dated, asked: Asked) -> bool:
    """Whether a time may be the one that is asked for: of one grain, of one affair, the same."""
    if ("T" in one.key) != asked.first.measure.endswith("clock"):
        return False
    if one.ends and not _is_ahead(asked.first):
        return False  # what went on until a day was not done on it; what is to be by then may not be before
    if not any(is_coarse(claim.value_key) == is_coarse(one.key) for claim in asked.given):
        return False  # a year holds many days
    if one.said and one.said not in asked.deed:
        return False
    like = _claim(one, asked.first)
    if like.event != asked.first.event != "":
        return False
    return all(is_one_time(like, claim) for claim in asked.given)


def _is_ahead(claim: Claim) -> bool:
    """Whether a claim says when something is, or was said, to be."""
    return is_plan(claim) or claim.certainty == "expected"


def _claim(one: Dated, like: Claim) -> Claim:
    text = one.context.text(one.time.span)
    return make_claim(
        one.context,
        "time",
        one.time.span,
        value=said_of(one.key, text),
        value_key=one.key,
        measure=told_as(like),
        asked=like.asked,
        as_of=one.time.value.start,
        rule=BY,
    )
