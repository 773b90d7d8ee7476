"""Bare numbers whose noun or unit stands elsewhere: "178 of 369 punches", "the number of cases rose to 400".

Reads   a quantity, the next one, the words around it
Gives   the quantity with its noun or unit
Misses  nouns of another sentence ("It rose to 400")
"""

import re

import msgspec

from twosource.check.claims.measures import PARENT_OF, STRONGEST, unit_of
from twosource.check.context import Context
from twosource.check.language.money import unit_kinds
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import singular
from twosource.check.language.words import stem
from twosource.model import Mention, Quantity, Span
from twosource.text.lexicon import words


def with_noun(context: Context, quantity: Mention[Quantity], behind: Mention[Quantity] | None) -> Mention[Quantity]:
    """Return the quantity with the noun or unit that a bare number has elsewhere; `behind` is the next quantity."""
    told = _of_so_many(context, quantity, behind) if behind is not None else quantity
    for find in (
        _children,
        _strength,
        _degrees,
        _number_of,
        _company,
        _aboard,
        _one_in_so_many,
        _sterling,
        _fraction,
        _money,
        _toll,
        _unfound,
    ):
        told = find(context, told)
    return _befallen(context, told)


MEASURING = re.compile(
    r"\b(?:earthquake|quake|temblor|tremor)\b[^.;:]{0,40}\b(?:measuring|measured|of)"
    r"\s+(?:(?:about|around|nearly|at least)\s+)?$",
    re.I,
)
"""Before a decimal that is a quake's strength, whatever the model takes for its unit: "measuring 7.0 rocked Harn"."""


def _strength(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """The strength of an earthquake, without the verb behind it: it has no unit."""
    value, sentence = quantity.value, context.sentence(quantity.span)
    low = value.low
    if low is None or not 0 < low < STRONGEST or "." not in context.text(quantity.span):
        return quantity
    if MEASURING.search(context.article.text, sentence.start, quantity.span.start) is None or unit_of(value):
        return quantity
    bare = msgspec.structs.replace(value, unit="", norm="", measure="magnitude", of="", item=None)
    return Mention(bare, quantity.span, quantity.by)


def _children(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """A bare number of somebody's children, without the parent's name behind it: "mother of five Clara Moll"."""
    value = quantity.value
    named = value.item is not None and context.text(value.item)[:1].isupper()
    if not named or PARENT_OF.search(context.article.text[: quantity.span.start][-24:]) is None:
        return quantity
    bare = msgspec.structs.replace(value, unit="", norm="", measure="", of="", item=None)
    return Mention(bare, quantity.span, quantity.by)


OF_SO_MANY = re.compile(r"\s+of\s+(?:(?:his|her|its|their|the|our)\s+)?", re.I)


def _of_so_many(context: Context, quantity: Mention[Quantity], behind: Mention[Quantity]) -> Mention[Quantity]:
    """A bare number with the noun of the number that it is of: "178 of 369 punches" are 178 punches."""
    value, whole = quantity.value, behind.value
    bare = value.item is None and not value.norm and not value.unit and whole.item is not None
    if not bare or not OF_SO_MANY.fullmatch(context.article.text[quantity.span.end : behind.span.start]):
        return quantity
    noun = msgspec.structs.replace(
        value, unit=whole.unit, norm=whole.norm, measure=whole.measure, of=whole.of, item=whole.item
    )
    last, low = whole.norm.split(" ")[-1].lower(), value.low or 0.0
    if whole.low in OF_ALL and 0.0 < low < whole.low and (is_person(last) or last in words("people_nouns")):
        share = low / whole.low  # "eight of 10 voters" are no eight
        noun = msgspec.structs.replace(noun, low=share, high=share, bound="~" if value.bound == "=" else value.bound)
    return Mention(noun, quantity.span, quantity.by)


OF_ALL = frozenset({10.0, 100.0})
"""Round numbers of people of whom so many stand for all."""


def _degrees(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """A bare temperature with its unit: "temperatures fell to minus 20"."""
    value = quantity.value
    if value.item is not None or value.norm or value.measure != "temperature":
        return quantity
    return Mention(msgspec.structs.replace(value, unit="degrees", norm="degree"), quantity.span, quantity.by)


def _number_of(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """A bare number with the noun that it is said to be the number of: "the number of cases rose to 400"."""
    value, sentence = quantity.value, context.sentence(quantity.span)
    itself = value.item is not None and context.text(value.item).lower() in TOTALS
    if (value.item is not None and not itself) or value.norm or value.change or value.measure not in TOTALS:
        return quantity
    told = list(THE_NUMBER_OF.finditer(context.article.text, sentence.start, quantity.span.start))
    noun = (singular(told[-1]["noun"].lower()) or told[-1]["noun"].lower()) if told else ""
    if not is_noun(noun) and noun not in BEFELL_THEM:
        return quantity
    found = told[-1]
    item = Span(found.start("noun"), found.end("noun"))
    counted = msgspec.structs.replace(value, unit=found["noun"], norm=noun, measure=noun, item=item)
    return Mention(counted, quantity.span, quantity.by)


ROUGHLY = (
    r"(?:(?:about|around|some|nearly|almost|over|more\s+than|at\s+least|just|only|an\s+estimated|roughly|up\s+to)\s+)*"
)
COMPANY = re.compile(
    r"\b(?P<noun>crew|gang|team|squad|party|troupe|panel|jury|staff|cast|band|crowd|audience|gathering|group|mob|convoy|fleet"
    rf"|complement|workforce|attendance|difference|margin|majority|lead|gap)\s+of\s+{ROUGHLY}$",
    re.I,
)
"""Before the number of those who make up a company, or of votes between two: "a crew of eight", "a margin of 12"."""

NO_NOUN = re.compile(
    r"^\s*(?:$|[\n,;.:)]|(?:[a-z]+ed|has|had|have|is|was|were|on|in|at|from|to|and|who|which|that|aboard|into|with)\b)"
)


def _company(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """A bare number with the company that it is the size of: "a crew of eight", "a gang of five stormed the shop"."""
    value, text = quantity.value, context.article.text
    told = COMPANY.search(text, max(0, quantity.span.start - 40), quantity.span.start)
    if told is None or value.item is not None or value.norm or value.measure == "dead" or (value.low or 0.0) < LEAST:
        return quantity
    if not NO_NOUN.match(text[quantity.span.end : quantity.span.end + 20]):
        return quantity
    noun = told["noun"].lower()
    item = Span(told.start("noun"), told.end("noun"))
    counted = msgspec.structs.replace(value, unit=told["noun"], norm=noun, measure=noun, item=item)
    return Mention(counted, quantity.span, quantity.by)


LEAST = 3
"""A company is at least so many."""

ABOARD = re.compile(r"\s+(?P<noun>aboard|on\s+board|onboard)\b")
EMPLOYS = re.compile(rf"\bemploy(?:s|ing|ed)?\s+{ROUGHLY}$", re.I)


def _aboard(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """A bare number of people aboard something, or of those whom somebody employs: "with eight on board"."""
    value, text = quantity.value, context.article.text
    if value.item is not None or value.norm or value.unit or value.measure == "dead" or (value.low or 0.0) <= 1.0:
        return quantity
    aboard = ABOARD.match(text, quantity.span.end)
    employs = EMPLOYS.search(text, max(0, quantity.span.start - 40), quantity.span.start)
    if not aboard and not (employs and NO_NOUN.match(text[quantity.span.end : quantity.span.end + 20])):
        return quantity
    noun = "people" if aboard else "employee"
    counted = msgspec.structs.replace(value, norm=noun, measure=noun, item=quantity.span)
    return Mention(counted, quantity.span, quantity.by)


def _one_in_so_many(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """A few of so many as the part that they are: "one employee in five", "two drivers out of three"."""
    value, text, low = quantity.value, context.article.text, quantity.value.low or 0.0
    if value.item is None or not 0.0 < low == value.high or low > FEW or value.item.start < quantity.span.end:
        return quantity
    of = IN_SO_MANY.match(text, value.item.end)
    whole = next((one for one in context.mentions.quantities if of and one.span.start == of.end()), None)
    if whole is None or whole.value.item is not None or (whole.value.low or 0.0) <= low:
        return quantity
    part = low / (whole.value.low or 1.0)
    bound = value.bound if value.bound != "=" else "~"
    return Mention(msgspec.structs.replace(value, low=part, high=part, bound=bound), quantity.span, quantity.by)


FEW = 5.0
"""The most that are told as a part of so many: of more the number itself is told, "12 drivers in five towns"."""

IN_SO_MANY = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?(?=\w)")


def _money(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """A bare sum in the one currency that its article tells sums in: "a ransom of 1.9 million".

    It is told in millions where the sentence speaks of money, or stands beside another sum of like size.
    """
    value, sentence = quantity.value, context.sentence(quantity.span)
    low = value.low or value.high or 0.0
    if value.item is not None or value.norm or value.unit or value.measure == "dead" or low < LEAST_SUM:
        return quantity
    sums = [one for one in context.mentions.quantities if unit_kinds().get(one.value.norm) == "money"]
    currencies = {one.value.norm for one in sums}
    if len(currencies) != 1 or not NO_NOUN.match(context.article.text[quantity.span.end : quantity.span.end + 20]):
        return quantity
    spoken = IN_MILLIONS.search(context.text(quantity.span)) and OF_MONEY.search(context.text(sentence))
    beside = any(
        sentence.covers(one.span) and low / TEN <= (one.value.low or 0.0) <= TEN * low and one.span != quantity.span
        for one in sums
    ) and BESIDE_SUM.search(context.article.text[: quantity.span.start][-24:])
    if not spoken and not beside:
        return quantity
    return Mention(
        msgspec.structs.replace(value, unit=next(iter(currencies)), norm=next(iter(currencies))),
        quantity.span,
        quantity.by,
    )


def _sterling(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """Pounds that are money: in a sentence that speaks of money and of no weight, and "of" nothing."""
    value, text = quantity.value, context.article.text
    if value.norm != POUND or OF_STUFF.match(text, quantity.span.end):
        return quantity
    sentence = context.text(context.sentence(quantity.span))
    if WEIGHED.search(sentence) or not OF_MONEY.search(sentence):
        return quantity
    return Mention(msgspec.structs.replace(value, norm=STERLING), quantity.span, quantity.by)


POUND, STERLING = "pound-mass", "pound sterling"
OF_STUFF = re.compile(r"(?:\s+pounds?|-pound)?\s+(?:of\s|(?:heavier|lighter|overweight)\b)")
WEIGHED = re.compile(r"\b(?:weigh\w*|heavy|thrust|kilo\w*|kg|tons?|tonnes?|catch|fish)\b", re.I)


def _fraction(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """A bare part by which something rose or fell as a percentage: "shares fell by a third"."""
    value, low = quantity.value, quantity.value.low or 0.0
    bare = value.item is None and not value.norm and not value.unit and 0.0 < low < 1.0
    if not bare or not BY_PART.search(context.article.text[: quantity.span.start][-30:]):
        return quantity
    high = None if value.high is None else round(100.0 * value.high, 0)
    told = msgspec.structs.replace(
        value, low=round(100.0 * low, 0), high=high, bound="~" if value.bound == "=" else value.bound
    )
    share = msgspec.structs.replace(told, unit="percent", norm="percentage")
    return Mention(share, quantity.span, quantity.by)


BY_PART = re.compile(rf"\bby\s+{ROUGHLY}(?:close\s+to\s+)?$", re.I)
LEAST_SUM, TEN = 10.0, 10.0
IN_MILLIONS = re.compile(r"\b(?:million|billion|trillion|crore|lakh)\b", re.I)
OF_MONEY = re.compile(
    r"\b(?:ransom|price|fine[ds]?|costs?|pa(?:y|ys|id|ying)|fees?|loss(?:es)?|worth|savings?|damages|bill|debts?|expenses?|budget"
    r"|revenues?|profits?|sales|salary|settlement|compensation|pocket|earn\w*|invest\w*|bids?|offer\w*|demand\w*|bail|loot|haul)\b",
    re.I,
)
"""Words of a sentence that speaks of money."""

BESIDE_SUM = re.compile(rf"\b(?:to|not|estimate\s+of|and|or|plus)\s+{ROUGHLY}$", re.I)


def _toll(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """A bare number that is called the toll: "inferno toll 14"."""
    value = quantity.value
    bare = value.item is None and not value.norm and not value.unit and value.measure == "toll"
    if not bare or not TOLL.search(context.article.text[: quantity.span.start][-40:]):
        return quantity
    return Mention(msgspec.structs.replace(value, measure="dead"), quantity.span, quantity.by)


TOLL = re.compile(
    rf"\btoll(?:\s+(?:is|was|now|at|of|stands|stood|(?:has\s+)?ris(?:es|en)|rose|climb\w*|to))*\s+{ROUGHLY}$", re.I
)


TOTALS = frozenset({"number", "total", "tally", "figure"})

BEFELL_THEM = frozenset({"dead", "injured", "wounded", "missing"})

THE_NUMBER_OF = re.compile(
    r"\b(?:number|total|tally)\s+of\s+(?:the\s+)?(?:[a-z]+[\s-]+){0,2}?"
    r"(?P<noun>[a-z]+s|people|men|women|children|dead|injured|wounded|missing)\b",
    re.I,
)


UNFOUND = re.compile(
    r"\s+(?:(?:and\s+\w+|(?:are|were|is|was|remain\w*|still|who|reported|listed\s+as)\b)\s+){0,3}"
    r"(?:unaccounted\s+for|(?:had\s+)?not\s+(?:yet\s+)?(?:been\s+)?(?:found|accounted\s+for))\b",
    re.I,
)
"""Behind people of whom it is not known what became of them."""


def _unfound(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """People who are said to be unaccounted for, as missing."""
    value = quantity.value
    if value.item is None or unit_of(value) or not UNFOUND.match(context.article.text, value.item.end):
        return quantity
    noun = value.norm.split(" ")[-1].lower()
    if not is_person(noun) and noun not in words("people_nouns"):
        return quantity
    return Mention(msgspec.structs.replace(value, measure="missing"), quantity.span, quantity.by)


BEFELL = re.compile(
    r"\b((?P<dead>kill(?:s|ed|ing)?)|(?P<injured>(?:wound|injur|hurt)(?:s|es|ed|ing)?))"
    r"\s+(?:(?:at\s+least|more\s+than|about|up\s+to|some)\s+)?$",
    re.I,
)
"""Before a bare number of those whom a headline says it befell: "Gunman kills 1, wounds 2"."""

ENDS = re.compile(r"^\s*(?:$|[\n,;.]|(?:in|at|on|near|after|during|as|and|before)\b)", re.I)
"""Behind a number that has no noun."""

ONE_HEADLINE = 1000.0
"""From here on a bare number may be a year."""


def _befallen(context: Context, quantity: Mention[Quantity]) -> Mention[Quantity]:
    """A bare number with what befell those it counts, where the verb stands right before it."""
    value, text = quantity.value, context.article.text
    if value.item is not None or value.norm or value.unit or (value.low or 0.0) >= ONE_HEADLINE:
        return quantity
    told = BEFELL.search(text, max(0, quantity.span.start - 30), quantity.span.start)
    if told is None or not ENDS.match(text[quantity.span.end :][:12]):
        return quantity
    if value.measure and stem(value.measure) != stem(told[1].lower()):
        return quantity
    measure = "dead" if told["dead"] else "injured"
    return Mention(msgspec.structs.replace(value, measure=measure), quantity.span, quantity.by)
