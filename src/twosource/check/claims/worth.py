"""Of what goods a sum of money is the worth, and which sum is told again in another currency.

Reads   the words around a sum
Gives   the noun of the goods; the sum before
Misses  goods that stand in another clause than their worth
"""

import re
from typing import NamedTuple

from twosource.check.context import Context
from twosource.check.language.money import CURRENCIES
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.words import WORD, sense, stem
from twosource.model import Mention, Quantity, Span

WORTH = re.compile(
    r"\b(?P<goods>[^\W\d]+)\s*,?\s+(?:(?:reportedly|together|said\s+to\s+be|estimated\s+to\s+be|believed\s+to\s+be)\s+)?"
    r"(?:worth|valued\s+at|estimated\s+at|with\s+(?:a|an\s+estimated)\s+value\s+of|insured\s+for)\s+"
    r"(?:(?:an\s+estimated|up\s+to|some|about|around|nearly|almost|over|more\s+than|at\s+least|roughly|approximately"
    r"|as\s+much\s+as|less\s+than|US)\s+)*$",
    re.I,
)
"""Goods before their worth: "gems worth about $5 million"."""

GOODS = re.compile(r"^[-\s]*(?:worth\s+(?:of\s+)?|(?:in|of)\s+)(?P<goods>[^,;.:()]{3,60})", re.I)
"""Goods behind it: "$5 million worth of gold rings", "$5 million in jewels"."""

NOT_GOODS = frozenset({"year", "month", "week", "day", "total", "all", "time", "money", "sale", "damage"})

AGAIN = re.compile(
    r"^\s*(?:[(/]|,?\s+or|,|\(or)\s*(?:about|some|around|roughly|approximately|nearly|almost|equivalent\s+to|US|or)*\s*$",
    re.I,
)
"""Between a sum and the same told again: "85 million euros ($108 million)", "85 million euros, or $108 million,"."""


class Goods(NamedTuple):
    """What a sum is the worth of: its noun, and where that stands."""

    noun: str
    span: Span


def goods_of(context: Context, quantity: Mention[Quantity]) -> Goods | None:
    """Return the goods whose worth a sum is, None when it is no worth of goods.

    "Robbers took gems worth $5 million", "$5 million worth of gold rings" and "$5 million in jewels" tell of gems,
    rings and jewels; of several nouns the one that has synonyms in the news says best what it is ("diamond rings").
    """
    if quantity.value.norm not in CURRENCIES:
        return None
    sentence, text = context.sentence(quantity.span), context.article.text
    before = WORTH.search(text[sentence.start : quantity.span.start])
    if before and (noun := _noun(before["goods"])):
        return Goods(noun, Span(sentence.start + before.start("goods"), sentence.start + before.end("goods")))
    behind = GOODS.match(text[quantity.span.end : sentence.end])
    if behind is None:
        return None
    phrase = LINK.split(behind["goods"])[0]
    nouns = [noun for word in reversed(WORD.findall(phrase)) if (noun := _noun(word))]
    best = next((noun for noun in nouns if sense(noun) != stem(noun)), nouns[0] if nouns else "")
    start = quantity.span.end + behind.start("goods")
    return Goods(best, Span(start, start + len(phrase))) if best else None


LINK = re.compile(r"\s(?:and|from|at|by|to|with|on|after|before|that|which|who|in|for|of)\s")


def _noun(word: str) -> str:
    """The lemma of a noun for goods, "" for any other word."""
    low = word.lower()
    forms = [low, low.removesuffix("es"), low.removesuffix("s")]
    if low.endswith("ies"):
        forms.append(low.removesuffix("ies") + "y")
    lemma = next((form for form in reversed(forms) if is_noun(form) or sense(form) != stem(form)), "")
    return "" if lemma in NOT_GOODS or is_person(lemma) else lemma


def told_again(context: Context, before: Mention[Quantity], quantity: Mention[Quantity]) -> bool:
    """Whether a sum is the one right before it, in another currency."""
    currencies = {before.value.norm, quantity.value.norm}
    between = context.article.text[before.span.end : quantity.span.start]
    return len(currencies) == len(currencies & CURRENCIES) == 2 and AGAIN.match(between) is not None
