"""What a number counts or measures, as the key by which figures are compared.

Reads   a quantity and the words around it
Gives   measure, unit, subject
Misses  measures that only another sentence names
"""

import re
from functools import cache

from twosource.check.claims.casualties import stems_of_casualties
from twosource.check.claims.worth import goods_of
from twosource.check.context import Context
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import singular
from twosource.check.language.words import WORD, content_words, stem
from twosource.model import Mention, Quantity
from twosource.text.lexicon import marked, table, words

BEFELL = {"dead": "dead", "injured": "injured", "wounded": "injured", "missing": "missing", "homeless": "homeless"}
"""Adjectives that say what befell those counted: "23 injured people" counts the injured."""

TO_THINGS = frozenset({"destroyed", "damaged", "deployed"})
"""What befalls things: they are counted by their noun, and what befell them is the deed."""

BEFALLING = frozenset(row[1] for row in table("casualties") if len(row) == 2)
"""What may befall those counted."""

GENERIC = "people"
"""The subject of figures of people in general."""

LOCALS = "resident"
"""The subject of a toll of those who live at a place, by whatever noun."""

POPULATION = "population"
HOME_TO = re.compile(
    r"\b(?:(?:city|town|village|suburb|settlement|island|district|region|province|nation|country|population)\s+of"
    r"|home\s+to|populated\s+by|inhabited\s+by|population\s+(?:is|was|stands\s+at|stood\s+at))"
    r"\s+(?:(?:about|some|around|nearly|almost|over|more\s+than|an\s+estimated|roughly|approximately)\s+)?$",
    re.I,
)
"""Before the number of those who live somewhere, whatever else the sentence tells of."""

DWELLERS = frozenset({"people", "person", "inhabitant", "resident", "soul", "citizen", ""})
LIVE_THERE = re.compile(r"\b(?:has|have|had|with)\s+(?:\w+\s+){0,3}$", re.I)
INHABITANTS = re.compile(r"^\s*(?:inhabitants|residents)\b", re.I)

SHARE = frozenset({"percent", "per", "cent", "percentage"})
"""Words for the unit that a parse may take for what is measured."""

TURNOUT = "turnout"
VOTERS = re.compile(r"^\s*(?:of\s+)?(?:\S+\s+){0,4}?(?:voters|electorate|electors)\b", re.I)
VOTED = re.compile(
    r"\b(?:vot(?:ed|ing)|cast|participat\w+|took\s+part|taken\s+part|turned\s+out|went\s+to\s+the\s+polls)\b", re.I
)
"""Behind a percentage: of those who may vote so many did, which is the turnout."""

ASKED_THEM = re.compile(
    r"\b(?:said|say|says|saying|think|thought|believe\w*|told|would|will|expect\w*|want\w*|plan\w*|intend\w*|likely|support\w*"
    r"|back\w*|favou?r\w*|prefer\w*|disapprove\w*|approve\w*)\b",
    re.I,
)
"""Between the two, what voters were asked in a poll."""

MAGNITUDE = "magnitude"
STRONGEST = 10.0
"""No earthquake has reached a magnitude of ten."""

RICHTER = r"(?:magnitude|(?:degrees?\s+)?on\s+the\s+(?:open-ended\s+)?richter)"
STRENGTH_BEFORE = re.compile(r"\bmagnitude(?:\s*-|\s+(?:of|at|was|is|as))?[^.;\d]{0,25}$", re.I)
STRENGTH_BEHIND = re.compile(rf"^(?:[\s-]*|[\s-][^;,\d]{{0,12}}?\s){RICHTER}\b", re.I)
STRENGTH_SAID = re.compile(
    r"(?:\b(?:magnitude|richter|(?:strength|force)\s+of\s+(?:the|an?)\s+(?:\w+\s+)?(?:quake|earthquake|temblor|tremor))\b"
    r".*\b(?:was|is|at|of|to|measured|registered)"
    r"|\b(?:quake|earthquake|temblor|tremor)\b[^.;:]{0,40}\b(?:measuring|measured|registering|registered))"
    r"\s+(?:(?:about|around|nearly|at\s+least)\s+)?$",
    re.I,
)
"""Behind a strength told in the same sentence: "put the magnitude at 5.9, but another agency said it was 6.1"."""

DECIMAL_QUAKE = re.compile(r"\d\.\s?\d[\s-]*(?:strong\s+|powerful\s+)?(?:earthquake|quake|temblor|tremor)\b", re.I)
"""A strength that only stands before its quake: of earthquakes nobody counts six tenths."""

SHOCKS = frozenset(
    {"quake", "earthquake", "temblor", "tremor", "shock", "aftershock", "event", "magnitude", "scale", ""}
)
GENERAL = re.compile(r"^[\s-]*(?:\w+\s+){0,3}(?:can|could|may|might|would|is\s+(?:capable|considered|enough))\b", re.I)
"""Behind a strength that is told of earthquakes in general."""

MAIN_SHOCK = re.compile(r"^[\s-]*(?:magnitude\s+)?(?:earthquake|quake|temblor)\b", re.I)
AFTER_IT = re.compile(r"\b(?:after-?shocks?|fore-?shocks?|tremors\s+of|second\s+(?:quake|earthquake|tremor))\b", re.I)


@cache
def _units() -> frozenset[str]:
    """The normal names of units that measure; counts ("fold", "points") and ages are none."""
    kinds = {row[1] for row in table("units")} - {"age", "share", "network", "sport", "rate"}
    return frozenset(row[0] for row in table("units") if row[1] in kinds) | words("measuring_units")


def unit_of(value: Quantity) -> str:
    """Return the normal name of the unit that a quantity measures by, "" when it counts.

    >>> unit_of(Quantity(5.0, 5.0, norm="mile per hour")), unit_of(Quantity(5.0, 5.0, norm="boat"))
    ('mile per hour', '')
    """
    if value.unit in ("%", "percent"):
        return value.norm or "percentage"
    return value.norm if value.norm.partition(" per ")[0] in _units() or value.norm in _units() else ""


def is_part(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a quantity is a part of what it counts, told as a fraction: half of the shops, but no .32-calibre gun."""
    value = quantity.value
    small = 0.0 < (value.low or value.high or 0.0) < 1.0
    return small and not unit_of(value) and DECIMAL.search(context.text(quantity.span)) is None


DECIMAL = re.compile(r"\.\d")


def measure_of(context: Context, quantity: Mention[Quantity]) -> str:
    """Return the key of what is counted: its measure, else the unit with the words that say of what."""
    value = quantity.value
    if is_children(context, quantity):
        return CHILD
    befell = next((BEFELL[word] for word in content_words(value.unit) if word in BEFELL), "")
    if befell and value.measure in ("", "people", "person"):
        return befell
    if is_magnitude(context, quantity):
        return MAGNITUDE
    if is_population(context, quantity):
        return POPULATION
    if is_turnout(context, quantity):
        return TURNOUT
    if goods := goods_of(context, quantity):
        return goods.noun
    if _are_things(value) or (value.measure == "dead" and OF_DEATH.search(value.unit)):
        return value.norm.split()[-1].lower()
    head = value.measure or value.norm or value.unit or value.of
    if unit_of(value) or not value.measure:
        places = {word for place in context.mentions.places for word in content_words(place.value.name)}
        told = [word for word in content_words(" ".join(value.concepts)) if word not in places | SHARE]
        whole = share_of(context, quantity)
        if whole:
            head = whole
        elif head in places | SHARE and told:
            head = told[-1].removesuffix("s") if is_noun(told[-1].removesuffix("s")) else told[-1]
        concepts = [stem(word) for word in told if stem(word) != stem(head)]
        head = " ".join([head, *sorted(set(concepts))[:3]])  # three words tell one price or distance from another
    return f"{head} {value.change}".strip().lower()


def share_of(context: Context, quantity: Mention[Quantity]) -> str:
    """Return the lemma of the noun that a share is "of": voters, of "66 percent of voters"; "" where there is none."""
    if quantity.value.norm != "percentage" and unit_of(quantity.value) != "percentage":
        return ""
    end = context.sentence(quantity.span).end
    lead = OF_ALL.match(context.article.text, quantity.span.end, end)
    noun, stop = "", lead.end() if lead else end
    for word in WORD.finditer(context.article.text, stop, end):
        low = word[0].lower()
        if re.search(r"[^\s-]", context.article.text[stop : word.start()]) or low in words("stopwords"):
            break
        lemma = singular(low) or low
        if is_noun(lemma):
            noun = lemma
        elif noun:
            break
        stop = word.end()
    return noun


OF_ALL = re.compile(r"\s+of\s+(?:(?:all|the|its|their|his|her|our|[^\W\d_]+['’]s?)\s+)*")
"""Between a share and what it is of."""


def is_children(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a bare number is of somebody's children: "a mother of 12"."""
    bare = quantity.value.item is None and not quantity.value.norm
    return bare and PARENT_OF.search(context.article.text[: quantity.span.start][-24:]) is not None


CHILD = "child"
PARENT_OF = re.compile(
    r"\b(?:mother|father|mom|mum|dad|parents?|grandmother|grandfather|widow|widower)[\s-]+of[\s-]+$", re.I
)


def _are_things(value: Quantity) -> bool:
    """Whether things are counted that something befell: it is their deed, and no toll ("dozens of streets")."""
    noun = value.norm.split(" ")[-1].lower()
    if not noun or unit_of(value):
        return False
    if value.measure in TO_THINGS:
        return True
    people = is_person(noun) or noun in words("people_nouns") | PEOPLE_TOGETHER
    return value.measure in BEFALLING and is_noun(noun) and not people and stem(noun) not in stems_of_casualties()


OF_DEATH = re.compile(
    r"\w-death\b|\bdeath-\w|\bdeath\s+(?:row|penalty|sentence|threat|certificate|camp|squad|chamber|warrant|trap)s?\b",
    re.I,
)
"""In the words for those counted, where "death" only says of what sort they are: "nine pro-death jurors"."""


PEOPLE_TOGETHER = frozenset(
    {"crew", "family", "couple", "personnel", "staff", "group", "team", "unit", "platoon", "gang"}
)
"""Nouns for several people at once."""


def is_magnitude(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a number is the strength of the earthquake that the story is of, and none of its aftershocks'.

    It stands beside "magnitude" or "Richter", or as a decimal before a quake, below `STRONGEST`.
    """
    low = quantity.value.low
    if low is None or not 0 < low < STRONGEST:
        return False
    noun = quantity.value.norm.split(" ")[-1].lower()
    if noun not in SHOCKS and not noun.startswith("degree"):
        return False
    text, span = context.article.text, quantity.span
    start = context.sentence(span).start
    before = text[max(start, span.start - 160) : span.start]
    beside = STRENGTH_BEFORE.search(before[-45:]) or STRENGTH_BEHIND.search(text[span.end : span.end + 45])
    inside = re.search(rf"\b{RICHTER}\b", context.text(span), re.I)
    item = quantity.value.item
    alone = (item is None or item.end <= span.start) and not quantity.value.norm  # "the strength of the quake at 5.4"
    bare = alone and DECIMAL.search(context.text(span)) is not None
    quake = DECIMAL_QUAKE.match(text, span.start)
    return bool(beside or inside or quake or (bare and STRENGTH_SAID.search(before)))


def is_general(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a strength is told of earthquakes in general: "a magnitude 6 quake can do harm"."""
    return is_magnitude(context, quantity) and bool(GENERAL.search(context.article.text[quantity.span.end :][:40]))


def is_aftershock(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether the sentence up to a number tells of a shock before or after the main one."""
    sentence = context.sentence(quantity.span)
    if MAIN_SHOCK.match(context.article.text[quantity.span.end :][:30]):
        return False  # "aftershocks hit the town after a 5.9-magnitude earthquake"
    return bool(AFTER_IT.search(context.article.text[sentence.start : quantity.span.end + 40]))


def is_population(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a number is of those who live somewhere ("home to 120,000", "has 4,000 inhabitants")."""
    value, text = quantity.value, context.article.text
    if unit_of(value) or is_part(context, quantity) or value.norm.split(" ")[-1].lower() not in DWELLERS:
        return False
    before = text[: quantity.span.start][-60:]
    if HOME_TO.search(before):
        return True
    return bool(INHABITANTS.match(text[quantity.span.end : quantity.span.end + 14]) and LIVE_THERE.search(before))


def is_turnout(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a percentage is of those voters who voted, or is called the turnout."""
    if quantity.value.norm != "percentage" or quantity.value.change:
        return False
    if TURNOUT in quantity.value.measure.split():
        return True
    rest = context.article.text[quantity.span.end : context.sentence(quantity.span).end]
    who = VOTERS.match(rest)
    found = VOTED.search(rest, who.end()) if who else None
    return who is not None and found is not None and not ASKED_THEM.search(rest, who.end(), found.start())


def subject_of(context: Context, quantity: Mention[Quantity]) -> str:
    """Return of whom the figure is: `GENERIC` for people in general, an entity's id, or the stem of the noun."""
    value = quantity.value
    if is_magnitude(context, quantity):
        return "aftershock" if is_aftershock(context, quantity) else GENERIC
    if is_population(context, quantity) or is_turnout(context, quantity) or _are_things(value):
        return GENERIC
    if value.measure == "dead" and OF_DEATH.search(value.unit):
        return GENERIC
    if is_children(context, quantity) or (is_part(context, quantity) and value.measure not in BEFALLING):
        return GENERIC
    found = content_words(value.of)
    if not found and value.measure in BEFALLING and (people := _people_before(context, quantity)):
        return people
    if found and found[-1] in marked("people_nouns", "local") and value.measure in BEFALLING:
        return LOCALS
    if not found or found[-1] in words("people_nouns"):
        rest = [word for word in found[:-1] if word not in words("people_nouns")]
        return " ".join(stem(word) for word in rest) or GENERIC
    return " ".join(stem(word) for word in found[-2:])


def _people_before(context: Context, quantity: Mention[Quantity]) -> str:
    """The stem of the people named by their country before a number of their dead: "the Kyrgyz dead rose to 15"."""
    start = context.sentence(quantity.span).start
    told = OF_A_PEOPLE.search(context.article.text[start : quantity.span.start])
    at = start + told.start("who") if told else -1
    by_land = any(p.span.start <= at < p.span.end and p.value.use == "adjective" for p in context.mentions.places)
    return stem(told["who"].lower()) if told and by_land else ""


OF_A_PEOPLE = re.compile(
    r"\b(?P<who>[A-Z]\w+)\s+(?:dead|deaths|wounded|injured|missing|casualties)\s+(?:(?:is|was|has|had|now)\s+)*"
    r"(?:(?:rose|risen|rises|climbed|reached|stands|stood|increased)\s+)?(?:to\s+|at\s+)?(?:at\s+least\s+)?$"
)
