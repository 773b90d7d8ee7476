"""Numbers that answer no question: part of a name or of a page's code, who a group is, the base of a rate, known pairs.

Reads   a quantity, the words around it
Gives   `is_uncounted`
Misses  names in small letters; titles, whose words all have capitals
"""

import re

from twosource.check.claims.clause_marks import ASKED
from twosource.check.claims.measures import unit_of
from twosource.check.context import Context
from twosource.check.language.plurals import is_plural
from twosource.model import Mention, Quantity, Span
from twosource.text.lexicon import words

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

ONLY = re.compile(
    r"\b(?:only|just|least|exactly|single|but|than|most|about|not|every|in|out|from|to|has|have|had|holds?|held|won|wins)\s+$",
    re.I,
)
"""Before "one" where it is a number."""

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
    if PER.search(before) or (OF_TEN.search(before) and value.low in ROUND):
        return True
    if value.norm.startswith("percent") and value.low == value.high == WHOLE and WHOLLY.match(behind):
        return True
    if told.lower() == "one" and value.item is not None and not unit_of(value):
        return _is_somebody(context, quantity, before)
    if value.low != PAIR or value.high != PAIR or value.norm.startswith("percent") or not KNOWN.search(before):
        return False
    return not any(
        one.value.low == PAIR and one.value.item is not None and one.span.end < span.start
        for one in context.mentions.quantities
    )


def _is_somebody(context: Context, quantity: Mention[Quantity], before: str) -> bool:
    """Whether "one" only stands for an article: "one official said", "one way to lose", "of one kind"."""
    item, text = quantity.value.item, context.article.text
    if item is None or ONLY.search(before):
        return False
    if VAGUE.match(text, quantity.span.end) or VAGUE.search(context.text(item)):
        return True
    said = text[item.end : item.end + WINDOW]
    verb = WORD_BEHIND.match(said) or AMID.match(said)
    spoken = SPOKE.search(before)
    verbs = words("attribution_verbs")
    return bool((verb and _lemma(verb[1]) in verbs) or (spoken and _lemma(spoken[1]) in verbs))


VAGUE = re.compile(
    r"\b(?:hell|way|thing|kind|type|sort|example|reason|point|side|case|attempt|night|day|man’s|woman’s|moment|time|instance)\b",
    re.I,
)
WORD_BEHIND = re.compile(r"\s+(?:\w+ly\s+)?(\w+)\b")
AMID = re.compile(r"\s+(?:in|from|at|on|of|with|who)\s[^,.;]{1,40}?\s(said|says|told|claimed|added)\b")
SPOKE = re.compile(r"\b(said|says|told|claimed|added|asked|recalled|wrote)\s+(?:at\s+least\s+)?$", re.I)


def _lemma(verb: str) -> str:
    return LEMMAS.get(verb.lower(), verb.lower().removesuffix("ed").removesuffix("s"))


LEMMAS = {"said": "say", "says": "say", "told": "tell", "claimed": "claim", "wrote": "write", "recalled": "recall"}


def _rest(context: Context, quantity: Mention[Quantity]) -> str:
    """What stands behind the first numeral of a quantity: "-star hotel"."""
    return NUMERAL.sub("", context.article.text[quantity.span.start : quantity.span.end + WINDOW], count=1)


NUMERAL = re.compile(r"^[\w.,]+")

WHOLE, PAIR = 100.0, 2.0


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
