"""Numbers that answer no question: in names, codes and tables, in who somebody is, the base of a rate, known pairs.

Reads   a quantity, the words around it
Gives   `is_uncounted`
Misses  names in small letters; titles, whose words all have capitals
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from twosource.check.claims.clause_marks import ASKED
from twosource.check.claims.just_one import is_article
from twosource.check.claims.measures import unit_of
from twosource.check.context import Context, within
from twosource.check.language.money import unit_kinds
from twosource.check.language.nouns import is_person, may_be_one
from twosource.check.language.plurals import is_plural
from twosource.model import Mention, Quantity, Span
from twosource.text.lexicon import table

WINDOW = 60
"""Characters on either side of a number that say what it is."""

CODE = re.compile(r"^[\"']?\s?(?:/?>|\w+=[\"'])|^[\"']>")
"""Behind a number that stands in the code of a page: `stamp="1474" id="…`."""

NAME_BEHIND = re.compile(r"^-[A-Z][a-z]+")
"""Behind a number that is joined to a name's next word: "the Five-Star Movement"."""

NEXT_WORD = re.compile(r"^\s+[A-Z][a-z]")
NUMERAL_NAME = re.compile(r"^[A-Z][a-z]+$")
INSIDE = re.compile(r"[a-z,;]['’s]*\s+$")
"""Before a word that does not open its sentence."""

SOME = re.compile(
    r"\b(?:top|bottom|richest|poorest|wealthiest|lowest|highest|upper|lower|other|remaining|rest)\s+$", re.I
)
"""Before a share that names a group: "the top 10 percent"."""

WHOM = re.compile(
    r"\b(?:who|those|that|making|earning|with|whose|households?|families|people|donors?|contributors?|taxpayers?|workers"
    r"|couples|individuals|companies|incomes?|contributions?|donations?|employees)\b[^,;:.()]*$",
    re.I,
)
OR_MORE = re.compile(
    r"^\s+(?:or|and)\s+(?:more|less|fewer|under|over|above|below|up|older|younger|higher|lower)\b", re.I
)
WITH_INCOME = re.compile(
    r"\b(?:(?:those|people|households?|families|individuals|couples|anyone|someone|americans|workers|taxpayers|earners|who)\s+"
    r"(?:make|makes|making|earn|earns|earning)"
    r"|with\s+(?:\w+\s+){0,3}?(?:incomes?|earnings|salaries|wealth|assets)\s+(?:of|over|above|below|under))\s+"
    r"(?:(?:more|less|fewer|greater|higher)\s+than\s+|at\s+least\s+|over\s+|under\s+|above\s+|below\s+|between\s+|up\s+to\s+)$",
    re.I,
)
"""Before a sum by which a group is known: "those earning less than $300,000"."""

PER = re.compile(
    r"(?<![\w,.$£€])(?:[1-9]|one|two|three|four|five|six|seven|eight|nine)\s+(?:in(?:\s+every)?|out\s+of(?:\s+every)?|of\s+every)\s+$",
    re.I,
)
OF_TEN = re.compile(r"(?<![\w,.$£€])(?:[1-9]|one|two|three|four|five|six|seven|eight|nine)\s+of\s+(?:every\s+)?$", re.I)
ROUND = frozenset({10.0, 100.0, 1000.0})
"""The base of a rate: "eight of 10 voters", while "16 of 22 medals" are counted."""

DIALLED = re.compile(r"^1-[89]\d\d$")
"""The beginning of an American telephone number."""

INSIDE_WORD = re.compile(r"[A-Za-z]-$")
"""Before the end of a word: "to high-five"."""

RANKED = re.compile(r"^-(?:stars?|alarm|ply|pronged|fold|speed|class)\b", re.I)
"""Behind a number that says how good or of what make a thing is."""

WHOLLY = re.compile(
    r"^\s+(?:wrong|right|sure|certain|convinced|behind|committed|correct|true|false|honest|confident|clear|with|against"
    r"|focused|ready|opposed|supportive|dedicated|positive|agree\w*|support)\b",
    re.I,
)
"""Behind "100 percent", which then means wholly."""

KNOWN = re.compile(r"\b(?:the|these|those)\s+(?:(?:other|same|first|last)\s+)?$", re.I)
"""Before two who have been told of: they are no news."""

NUMBER = rf"(?:\d[\d.,]*|{'|'.join(row[0] for row in table('number_words') if row[2] in ('unit', 'teen', 'ten'))})"
ENDS_RANGE = re.compile(rf"(?:^|[\s(\[])(?<!between )(?<!from ){NUMBER}(?:/-)?\s+(?:to|or)\s+$", re.I)
"""Before the upper end of a range that was read alone: "it would cost one to three billion dollars"."""

ALONE = re.compile(NUMBER, re.I)
"""A number without its noun, of which "and" and another number may come before it: "30 and 20 points"."""

ODD_UNITS = frozenset({"kelvin", "farad"})
"""Units that no news measures in: the letter behind such a number belongs to a form's or a model's name."""

LABEL = re.compile(r"^\W*[A-Z][\w ()/-]{1,40}:\s")
"""How a line of a table begins."""

APPOSED = re.compile(r",\s(?:(?:the|a|an|its|his|her|their)\s)?(?=\S)")
FEW = 3.0
"""So many who are named behind their number are told by their names."""

JOINED_BEHIND = re.compile(r"[-‑][a-z]+\b")
DECADE = re.compile(r"^['’]s\b")
"""Behind the number of a decade, or of a maker's name: "the 90's"."""

IN_BRACKETS = re.compile(r"[\w\s-]{0,20}?\s?[(/]\s?(?:about\s|around\s|roughly\s|nearly\s|[-–−])?")
INCH_BEHIND = re.compile(rf",\s{NUMBER}[\s-]inch", re.I)
FEET = re.compile(r"\b(?:foot|feet),\s$", re.I)

OR_TWO = re.compile(r"\b(?:an?|one|the\s+(?:next|first|last))\s+(?:[a-z-]+\s+){1,4}or\s+$", re.I)
"""Before "two" that only says how roughly one is meant: "a strong gust or two"."""

FIRST_WORD = re.compile(r"[^\W_]")


def is_uncounted(context: Context, quantity: Mention[Quantity]) -> bool:
    """Return whether a number answers no question that a reader of its story may ask."""
    value, span, text = quantity.value, quantity.span, context.article.text
    before, behind = text[max(0, span.start - WINDOW) : span.start], text[span.end : span.end + WINDOW]
    if CODE.match(behind) or (value.item is not None and not FIRST_WORD.search(context.text(value.item))):
        return True
    told = context.text(span)
    if ASKED.search(context.text(context.sentence(span))):
        return True
    if (
        DIALLED.match(told)
        or (told[:1].isalpha() and INSIDE_WORD.search(before))
        or RANKED.match(_rest(context, quantity))
    ):
        return True
    if _is_named(context, quantity, before, behind) or _is_group(value, before, behind):
        return True
    if DECADE.match(behind) and told.isdigit():
        return True
    if ENDS_RANGE.search(before) or _is_shared(context, quantity) or value.norm in ODD_UNITS:
        return True
    if _describes_somebody(context, quantity) or _are_named(context, quantity) or _is_label(context, quantity):
        return True
    if PER.search(before) or (OF_TEN.search(before) and value.low in ROUND):
        return True
    if value.norm.startswith("percent") and value.low == value.high == WHOLE and WHOLLY.match(behind):
        return True
    if told.lower() == "one" and value.low == 1.0 and value.item is not None and not unit_of(value):
        return is_article(context, quantity)
    if NEITHER.search(before) or (told.lower() == "two" and OR_TWO.search(before)):
        return True
    if value.low not in KNOWN_BY or value.high != value.low or unit_of(value) or not KNOWN.search(before):
        return False
    return not any(
        one.value.low == value.low and _one_sort(one.value, value) and one.span.end < span.start
        for one in context.mentions.quantities
    )


def _one_sort(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are of one noun, or of two that may be of the same things: boats, and ships."""
    one, other = (value.norm.split(" ")[-1].lower() for value in (a, b))
    return one == other or (bool(one and other) and may_be_one(one, other))


def _is_shared(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a number shares its noun with another, each of its own: "Moll and Kern scored 30 and 20 points"."""
    text, sentence = context.article.text, context.sentence(quantity.span)
    around = within(context.mentions.quantities, sentence)
    for first, second in pairwise(around):
        if quantity in (first, second) and text[first.span.end : second.span.start] == " and ":
            alone = ALONE.fullmatch(context.text(first.span)) is not None
            bounded = text[: first.span.start].rstrip().lower().endswith("between")
            if alone and not bounded and (first.value.item is None or first.value.item.start >= second.span.start):
                return True
    return _is_height(context, quantity) or _is_converted(context, quantity, around)


def _is_converted(context: Context, quantity: Mention[Quantity], around: Sequence[Mention[Quantity]]) -> bool:
    """Whether a measure stands in brackets behind one that it tells again: "700 kilometres (450 miles)"."""
    kinds = unit_kinds()
    kind = kinds.get(quantity.value.norm)
    for first, second in pairwise(around):
        if second == quantity and kind and kind != "money" and kinds.get(first.value.norm) == kind:
            return IN_BRACKETS.fullmatch(context.article.text[first.span.end : second.span.start]) is not None
    return False


def _is_height(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a number of feet or inches is half of one height, parted from its other half: "5 foot, 8 inch"."""
    text, span = context.article.text, quantity.span
    inches = INCH_BEHIND.match(text, span.end) is not None and "f" in context.text(span).lower()
    return inches or ("inch" in context.text(span).lower() and FEET.search(text[: span.start][-8:]) is not None)


def _describes_somebody(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a number that is joined to its noun says what somebody is: "a three-term senator", "a 200-pound man"."""
    text, span, item = context.article.text, quantity.span, quantity.value.item
    inside = re.fullmatch(rf"{NUMBER}[-‑][a-z]+", context.text(span), re.I)
    joined = JOINED_BEHIND.match(text, span.end)
    if not (inside or joined):
        return False
    if item is not None and item.end > span.end:
        return _person(context.text(item))
    start = joined.end() if joined else span.end
    behind = PHRASE.match(text, start)
    return behind is not None and any(_person(word) for word in behind[0].split())


PHRASE = re.compile(r"(?:\s[a-z]+(?![-\w])){1,3}")


def _person(noun: str) -> bool:
    last = noun.split()[-1].lower() if noun.split() else ""
    return is_person(last) and not is_plural(last)


def _are_named(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether the few who are counted are named right behind: "Two clerks, Ann Moll and Ed Kern, left"."""
    value, item = quantity.value, quantity.value.item
    if item is None or unit_of(value) or not 1.0 < (value.low or 0.0) <= FEW or item.end < quantity.span.end:
        return False
    lead = APPOSED.match(context.article.text, item.end)
    if lead is None:
        return False
    text = context.article.text
    behind = Span(lead.start(), min(context.sentence(quantity.span).end, lead.end() + WINDOW))
    names = [name for name in within(context.mentions.names, behind) if text[name.span.start].isupper()][:2]
    if len(names) < 2 or COUNTS.search(text[lead.end() : names[0].span.start]):
        return False
    first, second = names
    return first.span.start - lead.end() < NEAR and BOTH.fullmatch(text[first.span.end : second.span.start]) is not None


COUNTS = re.compile(rf"\b{NUMBER}\b", re.I)
BOTH = re.compile(r"(?:\s\([^)]*\))?,?\s(?:and\s)?(?:[\w-]+\s){0,4}")
"""Between the names of two."""

NEAR = 30
"""Characters before the first name in which its bearer may be described."""


def _is_label(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a number stands in a line of a table, which has no verb: "Weight: 3 kg / 6 lb"."""
    sentence = context.sentence(quantity.span)
    if any(clause.value.tense for clause in within(context.mentions.clauses, sentence)):
        return False
    return LABEL.match(context.text(sentence)) is not None


def _rest(context: Context, quantity: Mention[Quantity]) -> str:
    """What stands behind the first numeral of a quantity: "-star hotel"."""
    return NUMERAL.sub("", context.article.text[quantity.span.start : quantity.span.end + WINDOW], count=1)


NUMERAL = re.compile(r"^[\w.,]+")

WHOLE = 100.0
"""Percent that are all of a thing: "100 per cent certain" counts nothing."""

KNOWN_BY = frozenset({2.0, 3.0})
"""So few are told by "the" as those whom the reader knows, where their noun was not counted before."""

NEITHER = re.compile(r"\b(?:neither|nor)\s[^,;.]*$", re.I)
"""Before those who did nothing: "neither he nor his four aunts"."""


def _is_named(context: Context, quantity: Mention[Quantity], before: str, behind: str) -> bool:
    """Whether a number is a word of a name: "the Five-Star Movement", "its Ten Most Wanted list"."""
    if _has_capitals(context, quantity.span):
        return False
    told = context.text(quantity.span)
    if NAME_BEHIND.match(behind):
        return True
    if NUMERAL_NAME.match(told) and INSIDE.search(before) and NEXT_WORD.match(behind):
        return True
    item = quantity.value.item
    if item is None or item.start < quantity.span.end or " " not in context.text(item).strip():
        return False
    last = context.text(item).split()[-1]
    return last[:1].isupper() and last[1:].islower() and not is_plural(last.lower()) and bool(NEXT_WORD.match(behind))


def _has_capitals(context: Context, span: Span) -> bool:
    """Whether a sentence is printed as a title, whose capitals say nothing."""
    long = [word for word in context.text(context.sentence(span)).split() if len(word) > len("with")]
    return sum(word[0].isupper() for word in long) > TITLED * len(long)


TITLED = 0.7
"""The share of the long words of a title that begin with a capital: small words and verbs may not."""


def _is_group(value: Quantity, before: str, behind: str) -> bool:
    """Whether a share or a sum only says who is meant: "the top 1 percent", "donors who gave $200 or less"."""
    if value.norm.startswith("percent") and SOME.search(before):
        return True
    if value.norm and OR_MORE.match(behind) and WHOM.search(before):
        return True
    return bool(value.norm) and WITH_INCOME.search(before) is not None
