"""Whether two articles that fill one slot may speak of one thing: the words beside the fillers, and the days.

Reads   two fillers of one slot
Gives   `may_be_one`
Misses  two things that are called alike on the same days

A story has many citizens, products and marches: what two articles say of them is at odds only where both call the
thing itself by one word. Of what bears no name an article of weeks later tells of another; how a patient does changes
from day to day.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from twosource.check.context import within
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.put_at import places_put
from twosource.check.language.words import contrary, sense
from twosource.check.slots.filler import WORD, Filler
from twosource.model import Span
from twosource.text.calendar import ISO_DAY
from twosource.text.lexicon import words

WEEKS = 14
"""Days within which two articles are taken to tell of one thing that neither names."""

CHANGES: dict[str, int] = {"condition": 0, "conscious": 0, "peaceful": 2}
"""Slots whose filler is of its day, and how many days two articles may lie apart."""

BESIDE = 6
"""Words before and behind a filler that are of the same thing, up to a comma."""

CUT = re.compile(r"[,;:()]|\s[-–—]+\s")


def may_be_one(a: Filler, b: Filler) -> bool:
    """Return whether two articles may fill a slot of one thing with what they say."""
    sort = a.slot.split()[0]
    days = CHANGES.get(sort, -1 if a.who and b.who else WEEKS)
    if days >= 0 and (apart := _days_between(a, b)) is not None and apart > days:
        return False
    if _of_others(a, b):
        return False
    fits = CALLED.get(sort)
    return fits is None or not set(_beside(a, fits)).isdisjoint(_beside(b, fits))


def _of_others(a: Filler, b: Filler) -> bool:
    """Whether two sentences put it at two places and name nothing in common, or are of boys here and girls there."""
    places, people, named = zip(*(_told_of(filler) for filler in (a, b)), strict=True)
    apart = bool(places[0]) and bool(places[1]) and not named[0] & named[1]
    return apart or contrary(*people)


def _told_of(filler: Filler) -> tuple[frozenset[str], set[str], set[str]]:
    """The places that a filler's sentence names, the senses of its nouns for people, and all words with a capital."""
    context, focus = filler.context, filler.focus
    sentence = context.sentence(focus)
    around = context.article.text[sentence.start : focus.start] + " " + context.article.text[focus.end : sentence.end]
    plain = (word for word in WORD.findall(around) if word.islower())
    people = {sense(word) for word in plain if is_person(word) or is_person(word.removesuffix("s"))}
    return (
        places_put(around),
        people,
        {word for word in WORD.findall(context.text(sentence)) if word[:1].isupper()} - OPENING,
    )


OPENING = frozenset({"A", "An", "The", "In", "At", "Near", "Off", "On", "He", "She", "It", "They", "But", "And"})
"""Words that have a capital only where they open a sentence."""


def is_of_a_name(filler: Filler) -> bool:
    """Return whether what fills a slot is the beginning of a name: of "the Norlan National Foundation"."""
    context, end = filler.context, filler.focus.end
    around = within(context.mentions.names, context.sentence(filler.focus))
    return any(name.value.form == "name" and name.span.start < end < name.span.end for name in around)


def _days_between(a: Filler, b: Filler) -> int | None:
    """How many days lie between the two articles, None where it is not known."""
    first, second = (filler.context.day[:ISO_DAY] for filler in (a, b))
    if len(first) < ISO_DAY or len(second) < ISO_DAY:
        return None
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days)


def _beside(filler: Filler, fits: Callable[[str], bool]) -> Iterator[str]:
    """The words in and beside a filler that may name the thing."""
    context, focus = filler.context, filler.focus
    sentence = context.sentence(focus)
    before = CUT.split(context.text(Span(sentence.start, focus.start)))[-1]
    behind = CUT.split(context.text(Span(focus.end, max(focus.end, sentence.end))))[0]
    told = [*before.split()[-BESIDE:], context.text(focus), *behind.split()[:BESIDE]]
    return (word.lower() for word in WORD.findall(" ".join(told)) if fits(word.lower()))


CITIZENS = frozenset({"citizen", "citizens", "national", "nationals", "holder", "holders"})


def _is_holder(word: str) -> bool:
    return word not in CITIZENS and (is_person(word.removesuffix("s")) or word.endswith(("man", "men")))


def _is_thing(word: str) -> bool:
    return word not in words("stopwords") and (is_noun(word) or is_noun(word.removesuffix("s")))


CALLED: dict[str, Callable[[str], bool]] = {"nationality": _is_holder, "made": _is_thing, "peaceful": _is_thing}
"""Slots of which a story has many, each with which words call the thing."""
