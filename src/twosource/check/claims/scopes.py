"""Where and as of when a figure holds.

Reads   the place and the time that bear on a quantity
Gives   the folded name of a place, an ISO day or minute
Misses  a place or a time that an earlier sentence set for all that follow
"""

import re

from twosource.check.claims.measures import BEFALLING, is_magnitude, is_population
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun
from twosource.check.language.plurals import singular
from twosource.model import Mention, Place, Quantity, Span
from twosource.text.countries import country_name
from twosource.text.gazetteer import candidates
from twosource.text.names import fold

PART = re.compile(
    r"^[^,;.]*?\b(?:in|from|across|of|inside|around)\s+the\s+"
    r"(town|city|village|capital|province|district|county|state|island|suburb|neighbou?rhood|building|store|school)\b",
    re.I,
)
AT = ("location", "dateline")
SINCE = re.compile(r"\b(since|from|after)\s+(?:\w+\s+)?$", re.I)
BY_SO_MUCH = re.compile(r"^\s+by\s+(?:about\s+|up\s+to\s+|as\s+much\s+as\s+|some\s+)?$", re.I)
"""Between a place and the size of what happened there: "in India by 65 percent"."""

WHERE = re.compile(r"^,?\s+where\s+(?:[a-z]+\s+){0,3}$")
"""Between a place and the number of those who did something there."""

OF_NEXT = re.compile(r"^\s+by\s+(?:\w+\s+)?\d")
"""Behind a place that belongs to the next number."""

HOME = re.compile(r"^\s*[,(][^,;]*$|^\s+(?:is|was|has|had)\s[^,;]*$", re.I)
"""Between a place and the number of those who live there: in apposition, or as what is said of it."""


def scope_of(context: Context, quantity: Mention[Quantity]) -> str:
    """Return the folded name of the place that the figure holds for, with its country's behind a comma; "" for none."""
    if is_magnitude(context, quantity):
        return ""  # an earthquake has one strength, wherever it is felt
    if is_population(context, quantity):
        return named(_home(context, quantity))
    before = _right_before(context, quantity)
    if before is not None:
        return named(before)
    at = quantity.value.place
    if at is not None and at.start > quantity.span.end and OF_NEXT.match(context.article.text[at.end :][:20]):
        return named(_before(context, quantity))
    if at is None or any(source.covers(at) for a in context.mentions.attributions for source in a.value.source):
        return _part_of_it(context, quantity)  # "the government in Kyiv" says where the source is, not the figure
    if quantity.value.measure not in BEFALLING and _is_way(context, quantity.span, at):
        return ""
    if _describes(context, at) or _of_other_clause(context, quantity.span, at):
        return ""
    found = [place for place in context.mentions.places if place.span == at]
    return named(found[0].value) if found else context.text(at).casefold()


def _describes(context: Context, at: Span) -> bool:
    """Whether a country in initials says of what sort the noun behind it is: "near U.S. embassies in Africa"."""
    behind = NOUN_BEHIND.match(context.article.text, at.end)
    if not behind or context.text(at) not in INITIALS:
        return False
    noun = behind[1]
    return is_noun(noun) or is_noun(singular(noun))


def _of_other_clause(context: Context, span: Span, at: Span) -> bool:
    """Whether a place is where another clause behind a number is set, or says whose senator is told of before it."""
    text = context.article.text
    if at.start > span.end:
        return OTHER_CLAUSE.search(text[span.end : at.start]) is not None
    return SENATOR.match(text, at.end) is not None


OTHER_CLAUSE = re.compile(
    r"\b(?:who|whose|which|where|after|before|until|when|since|because|while)\b"
    r"|\b(?:and|but)\s+(?:also\s+)?(?:was|were|is|are|has|had|have|will|would)\b",
    re.I,
)
SENATOR = re.compile(
    r"\s+(?:Sens?|Reps?|Govs?|Senators?|Representatives?|Governors?|Attorney|Secretary|Democrats?|Republicans?)\b"
)

INITIALS = frozenset({"U.S.", "U.S", "US", "U.K.", "UK", "EU", "E.U.", "UAE"})
NOUN_BEHIND = re.compile(r"\.?\s+([a-z]+)\b")


def _is_way(context: Context, span: Span, at: Span) -> bool:
    """Whether a place is where those counted are brought to or from: "two lorries took food from Arle to Norby"."""
    return any(
        part.relation in WAYS and part.span.covers(at) and not part.span.overlaps(span)
        for clause in within(context.mentions.clauses, context.sentence(span))
        if any(part.relation == "object" for part in clause.value.arguments)  # "took to the streets of Arle"
        for part in clause.value.arguments
    )


WAYS = frozenset({"to", "from", "into", "towards", "toward", "onto"})


def named(place: Place | None) -> str:
    """Return a place's folded name, its country's behind it; "" for none."""
    if place is None:
        return ""
    name = _known_as(place).casefold()
    of = country_name(place.country).casefold() if place.country and place.feature != "country" else ""
    return f"{name}, {of}" if of and of != name else name


def _known_as(place: Place) -> str:
    """The name that the gazetteer has for a place told of by another: Thessaloniki, for Salonika."""
    if place.geonames is None:
        return place.name
    found = [entry for entry in candidates(place.name) if entry.geonames == place.geonames]
    return fold(found[0].name) if found and not found[0].primary else place.name


def _right_before(context: Context, quantity: Mention[Quantity]) -> Place | None:
    """The place that stands right before the size of what happened there ("in India by 65 percent"), or the number of
    those who did it ("in Arle, where some 300 marched").
    """
    sentence = context.sentence(quantity.span)
    for place in reversed(within(context.mentions.places, Span(sentence.start, quantity.span.start))):
        between = context.article.text[place.span.end : quantity.span.start]
        return place.value if BY_SO_MUCH.match(between) or WHERE.match(between) else None
    return None


def _before(context: Context, quantity: Mention[Quantity]) -> Place | None:
    """The last place that the sentence names before a number."""
    sentence = context.sentence(quantity.span)
    places = within(context.mentions.places, Span(sentence.start, quantity.span.start))
    return places[-1].value if places else None


def _home(context: Context, quantity: Mention[Quantity]) -> Place | None:
    """Where those counted live: the place right before, else the one that the sentence opens with."""
    sentence = context.sentence(quantity.span)
    places = [
        place
        for place in within(context.mentions.places, Span(sentence.start, quantity.span.start))
        if place.value.use not in ("adjective", "government")
    ]
    if not places:
        return None
    if HOME.match(context.article.text[places[-1].span.end : quantity.span.start]):
        return places[-1].value
    return places[0].value if places[0].span.start - sentence.start <= OPENS else None


OPENS = 5
"""Characters before the name that a sentence opens with: an article, or a quotation mark."""


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
    said = found[0].end or found[0].start
    return "" if quantity.value.measure in SUFFERED and _dates_deed(context, quantity, span, said) else said


def _dates_deed(context: Context, quantity: Mention[Quantity], time: Span, said: str) -> bool:
    """Whether a day before an article's own is that of what befell those counted, and not that of the count."""
    if not context.day or said[:10] >= context.day[:10]:
        return False
    sentence = context.sentence(quantity.span)
    return not AS_OF.search(context.article.text[: time.start][-24:]) and not COUNTING.search(context.text(sentence))


SUFFERED = frozenset({"dead", "injured"})
AS_OF = re.compile(r"\b(?:as\s+of|by|until|till|up\s+to|so\s+far)\s+(?:\w+\s+)?$", re.I)
COUNTING = re.compile(
    r"\b(?:toll|tally|count|counted|figures?|ris(?:es?|en|ing)|rose|climb\w*|reach\w*|stood|stands|brought|put|initially"
    r"|at\s+first|earlier)\b",
    re.I,
)
"""In a sentence that tells of a count, which its day dates."""
