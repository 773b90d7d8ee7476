"""Claims that give a number: how many dead, how high, how much.

Reads   quantities, with what they count, of whom, where and as of when
Gives   figure claims
Misses  numbers whose noun stands in another sentence
"""

import re
from functools import cache

from twosource.check.chains import UNNAMED, chain_of, name_of
from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.check.coreference_mentions import kind_at
from twosource.check.words import content_words, stem
from twosource.model import Claim, Mention, Quantity, Span
from twosource.text.countries import country_name
from twosource.text.lexicon import table, words

BY = "figures"
BEFELL = {"dead": "dead", "injured": "injured", "wounded": "injured", "missing": "missing", "homeless": "homeless"}
"""Adjectives that say what befell those counted: "23 injured people" counts the injured."""

STOP = re.compile(r"[,;:()“”\"]|``|''|\.\s|\s[-–—]+\s|\b(?:who|which|that|when|while|after|before|because|as)\b")
ASKED = 8
"""Words of the text that a question holds at the most."""

AROUND = 8
"""Content words on either side of a figure that say what it is about: about a clause's worth."""

AT_AGE = re.compile(r"\b(?:at|aged|age)\s+(?:the\s+age\s+of\s+)?$", re.I)
"""Before the age at which somebody died: "dies at 75" counts nobody."""

PART = re.compile(
    r"^[^,;.]*?\b(?:in|from|across|of|inside|around)\s+the\s+"
    r"(town|city|village|capital|province|district|county|state|island|suburb|neighbou?rhood|building|store|school)\b",
    re.I,
)
AT = ("location", "dateline")
SINCE = re.compile(r"\b(since|from|after)\s+(?:\w+\s+)?$", re.I)
COUNTED = frozenset(row[1] for row in table("casualties"))
"""What may befall those counted, so that a bare number says it ("the toll rose to 17")."""

SCORE = re.compile(r"(\d{1,3})\s?[-–]\s?(\d{1,3})(?!\d)")
GENERIC = "people"
RISEN = " risen"
RISE = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|climb\w*|jump\w*|grow[ns]?|grew|increas\w*|reach\w*|up)\s+(?:to\s+)?(?:at\s+least\s+|more\s+than\s+)?$",
    re.I,
)
POPULATION = "population"
POPULATED = re.compile(
    r"\b(?:city|town|village|suburb|settlement|island|district|population)\s+of\s+(?:about|some|around|nearly|almost|over|more\s+than)?\s*$",
    re.I,
)
"""Before the number of those who live somewhere, whatever else the sentence tells of."""

MAGNITUDE = "magnitude"
STRONGEST = 10.0
"""No earthquake has reached a magnitude of ten."""

RICHTER_BEFORE = re.compile(r"\bmagnitude(?:\s*-|\s+(?:of|at|was|is|as))?[^.;\d]{0,25}$", re.I)
RICHTER = re.compile(
    r"[^;]{0,12}?(?:-|\s)*\b(?:magnitude|degrees?\s+on\s+the\s+(?:open-ended\s+)?richter|on\s+the\s+richter)", re.I
)


def figures(context: Context) -> tuple[Claim, ...]:
    """Return a figure claim for each quantity that counts or measures something of the story, in text order."""
    return tuple(
        _claim(context, quantity)
        for quantity in context.mentions.quantities
        if context.speaks(quantity.span) and _tells(context, quantity)
    )


def _tells(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a quantity answers a question: it counts something, and is not an age, a rank or one of a few."""
    value = quantity.value
    if value.low is None and value.high is None:
        return False
    if not value.unit and value.item is None and value.measure not in COUNTED:
        return False  # a bare number beside some noun: a telephone number, a road, a score
    if value.norm in ("year", "year of age", "age") or value.measure in ("age", *words("unmeasured")):
        return False  # ages beside names are read by `ages`
    if value.measure == "dead" and AT_AGE.search(context.article.text[: quantity.span.start][-20:]):
        return False
    if _is_score(context.text(quantity.span)):
        return False
    following = context.article.text[quantity.span.end : quantity.span.end + 12].lower()
    return not following.startswith(("-year-old", " others", " more ", " of them", " other "))


def _is_score(text: str) -> bool:
    """Whether "27-24" is a game's score: a range begins with its lower end."""
    found = SCORE.match(text)
    return found is not None and int(found[1]) >= int(found[2])


def _claim(context: Context, quantity: Mention[Quantity]) -> Claim:
    value = quantity.value
    focus = quantity.span
    if value.item is not None and value.item.start >= focus.start and context.sentence(focus).covers(value.item):
        focus = Span(min(focus.start, value.item.start), max(focus.end, value.item.end))
    return make_claim(
        context,
        "figure",
        quantity.span,
        measure=measure_of(context, quantity),
        value=context.text(focus),
        subject=subject_of(context, value),
        scope=scope_of(context, quantity),
        low=value.low,
        high=value.high,
        bound=value.bound,
        unit=value.norm if value.norm in words("measuring_units") or value.unit in ("%", "percent") else "",
        as_of=as_of(context, quantity),
        chain=chain_of(context, quantity.span) or counted_by(context, quantity.span),
        asked=asked_of(context, quantity),
        deed=deed_of(context, quantity.span),
        value_key=" ".join(sorted(surroundings(context, quantity.span))),
        rule=BY + (" change" if value.change else RISEN if _risen(context, quantity.span) else ""),
    )


def _risen(context: Context, span: Span) -> bool:
    """Whether a figure is said to have risen to what it is: "the toll rose to 17"."""
    return bool(RISE.search(context.article.text[context.sentence(span).start : span.start]))


def asked_of(context: Context, quantity: Mention[Quantity]) -> str:
    """Return what is counted and what it did, in the text's words: "homes were without power"; "" for a measure."""
    item, sentence = quantity.value.item, context.sentence(quantity.span)
    if item is None or item.start < quantity.span.start or quantity.value.norm in words("measuring_units"):
        return ""
    rest = context.article.text[max(item.start, quantity.span.end) : sentence.end]
    told = STOP.split(rest.strip(), maxsplit=1)[0].split()[:ASKED]
    while told and told[-1].lower().strip(".") in words("stopwords"):
        told.pop()
    return " ".join(told).rstrip(" .”\"'")


def deed_of(context: Context, span: Span) -> str:
    """Return the kind of event that what is counted at `span` did or underwent, "" when the list knows none.

    "Robbers took 30 rings" and "30 rings were stolen": the innermost clause that has the number in its object, or in
    its subject where it has no object.
    """
    found: list[tuple[int, Span]] = []
    for clause in within(context.mentions.clauses, context.sentence(span)):
        parts = [a for a in clause.value.arguments if a.relation == "object"]
        parts = parts or [a for a in clause.value.arguments if a.relation == "subject"]
        for part in parts:
            if part.span.covers(span):
                found.append((part.span.end - part.span.start, clause.span))
    kind = kind_at(context.article, context.mentions, min(found)[1]) if found else ""
    return kind if kind in _kinds() else ""


@cache
def _kinds() -> frozenset[str]:
    return frozenset(row[0] for row in table("event_synonyms")) - words("no_main_events")


def counted_by(context: Context, span: Span) -> tuple[str, ...]:
    """Return who is said to have counted or measured a figure ("the service measured ..."), () when nobody is."""
    for clause in context.mentions.clauses:
        if clause.value.predicate in words("counting_verbs") and clause.value.span.covers(span):
            for argument in clause.value.arguments:
                if argument.relation in ("subject", "agent") and not argument.span.overlaps(span):
                    name = name_of(context, argument.span)
                    return () if name == UNNAMED else (name,)
    return ()


def surroundings(context: Context, span: Span) -> set[str]:
    """Return the stems of the words around a figure, in its sentence and within `AROUND` words of it."""
    sentence = context.sentence(span)
    before = content_words(context.article.text[sentence.start : span.start])[-AROUND:]
    after = content_words(context.article.text[span.end : sentence.end])[:AROUND]
    return {stem(word) for word in (*before, *after) if not word[0].isdigit()}


def measure_of(context: Context, quantity: Mention[Quantity]) -> str:
    """Return the key of what is counted: its measure, else the unit with the words that say of what."""
    value = quantity.value
    befell = next((BEFELL[word] for word in content_words(value.unit) if word in BEFELL), "")
    if befell and value.measure in ("", "people", "person"):
        return befell
    if _is_magnitude(context, quantity):
        return MAGNITUDE
    if POPULATED.search(context.article.text[: quantity.span.start][-40:]):
        return POPULATION
    head = value.measure or value.norm or value.unit or value.of
    if value.norm in words("measuring_units") or not value.measure:
        concepts = [stem(word) for word in content_words(" ".join(value.concepts)) if stem(word) != stem(head)]
        head = " ".join([head, *sorted(set(concepts))[:3]])  # three words tell one price or distance from another
    return f"{head} {value.change}".strip().lower()


def _is_magnitude(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a number is an earthquake's strength: beside "magnitude" or "Richter", and below `STRONGEST`."""
    low = quantity.value.low
    if low is None or not 0 < low < STRONGEST:
        return False
    text, span = context.article.text, quantity.span
    return bool(RICHTER_BEFORE.search(text[max(0, span.start - 45) : span.start])) or bool(
        RICHTER.match(text[span.end - min(len("magnitude"), span.end - span.start) : span.end + 30])
    )


def subject_of(context: Context, value: Quantity) -> str:
    """Return of whom the figure is: `GENERIC` for people in general, an entity's id, or the stem of the noun."""
    found = content_words(value.of)
    if not found or found[-1] in words("people_nouns"):
        rest = [word for word in found[:-1] if word not in words("people_nouns")]
        return " ".join(stem(word) for word in rest) or GENERIC
    return " ".join(stem(word) for word in found[-2:])


def scope_of(context: Context, quantity: Mention[Quantity]) -> str:
    """Return the folded name of the place that the figure holds for, with its country's behind a comma; "" for none."""
    at = quantity.value.place
    if at is None or any(source.covers(at) for a in context.mentions.attributions for source in a.value.source):
        return _part_of_it(context, quantity)  # "the government in Kyiv" says where the source is, not the figure
    found = [place for place in context.mentions.places if place.span == at]
    if not found:
        return context.text(at).casefold()
    place = found[0].value
    name = (place.name or context.text(at)).casefold()
    within_country = country_name(place.country).casefold() if place.country and place.feature != "country" else ""
    return f"{name}, {within_country}" if within_country and within_country != name else name


def _part_of_it(context: Context, quantity: Mention[Quantity]) -> str:
    """The part of the country that a figure is said to hold for without a name ("from the town"), or ""."""
    sentence = context.sentence(quantity.span)
    found = PART.search(context.article.text[quantity.span.end : sentence.end])
    if found is None:
        return ""
    part = found[1].lower()
    if part in ("city", "town", "village", "capital"):  # the one that was named last before
        named = [
            place.value.name
            for place in context.mentions.places
            if place.span.start < quantity.span.start and place.value.feature == "city" and place.value.use in AT
        ]
        return named[-1].casefold() if named else f"the {part}"
    return f"the {part}"


def as_of(context: Context, quantity: Mention[Quantity]) -> str:
    """Return the ISO day or minute as of which the text gives the figure, "" when it does not say.

    "Since Thursday" says when counting began and "now" says nothing that could be ordered.
    """
    span = quantity.value.as_of
    if span is None or SINCE.search(context.article.text[max(0, span.start - 12) : span.start]):
        return ""
    found = [time.value for time in context.mentions.times if time.span == span]
    if not found or found[0].value.endswith("_REF") or found[0].type not in ("DATE", "TIME"):
        return ""
    if found[0].start[:4] != (found[0].end or found[0].start)[:4]:
        return ""  # "the highest this century" is no day in 2099
    return found[0].end or found[0].start
