"""Join numbers, units and signs to amounts, and two amounts to a range.

Reads   text, the numbers found in it
Gives   Amount: bounds, unit, place; ranges share scale and unit ("5 to 7 per cent", "$62 and $68")
Misses  ranges over more than two numbers; "from 10 dead to 12 injured" is two amounts
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from twosource.annotate.numbers import Number
from twosource.annotate.quantities_units import Unit, money_before, rate_after, unit_after, unit_of_part
from twosource.text.lexicon import table


class Amount(NamedTuple):
    """One amount: ``[start, end)`` holds sign and unit, ``[first, last)`` the bare number or range."""

    start: int
    end: int
    first: int
    last: int
    low: float
    high: float
    form: str
    scale: float
    norm: str = ""
    kind: str = ""
    per: str = ""
    written: str = ""
    range: bool = False


MONEY_SIGNS = frozenset("$€£¥")
MINUS = re.compile(r"(?:(?<![\w)])[-−–](?=$)|\bminus[\s-]|\bnegative\s)$", re.IGNORECASE)
BELOW_ZERO = re.compile(r"(?:\s+degrees)?\s+below\s+zero\b", re.IGNORECASE)
DEGREES = ("degree", "celsius", "fahrenheit")
TO = re.compile(r"\s*(?:-|–|—|‑|\bto\b[\s-]*|to-|till\b)\s*$|\s+to\s+$|\s+or\s+$")
AND = re.compile(r"\s+(?:and|to)\s+$")


def amount_of(number: Number, text: str) -> Amount:
    """Return a number with its sign and the unit on either side.

    >>> amount_of(Number(4, 8, 1.2e9, 1.2e9, "figure", 1e9), "US $1.2bn").norm
    'dollar'
    """
    low, high, start, end = number.low, number.high, number.start, number.end
    figure = number.form in ("figure", "fraction") and text[end - 1 : end].isdigit()
    signed = text[start - 1 : start] in ("-", "−") and text[start - 2 : start - 1] in MONEY_SIGNS
    before = start - 1 if signed else start
    money, unit = money_before(text, before), unit_after(text, end, figure)
    behind = end
    if unit is None and number.form == "fraction" and (unit := unit_of_part(text, end)) is not None:
        behind = unit.start  # "half a litre"
    if unit is not None and unit.kind == "share" and unit.norm == "count" and money is not None:
        unit = None
    if number.form == "figure" and money is None and text[end - 1] in "mM" and not _million(text, number):
        low, high = low / 1e6, high / 1e6
        unit = Unit(end - 1, end, "metre", "length")
    norm, kind = _norm_and_kind(unit, money)
    start = money.start if money is not None else start
    end = unit.end if unit is not None and (money is None or unit.kind == "money") else end
    if before < number.start:
        low, high = -high, -low
    elif sign := MINUS.search(text, max(0, start - 10), start):
        low, high, start = -high, -low, sign.start()
    if norm in ("", *DEGREES) and low > 0.0 and (below := BELOW_ZERO.match(text, end)):
        low, high, end = -high, -low, below.end()
        norm, kind = norm or "degree", kind or "temperature"
    rate = _rate(text, end, norm, kind)
    rated_end = rate.end if rate else end
    written = text[behind:rated_end].strip(" -") or text[start : number.start].strip()
    per = rate.norm if rate else ""
    place = (start, rated_end, number.start, number.end)
    return Amount(*place, low, high, number.form, number.scale, norm, kind, per, written)


def _norm_and_kind(unit: Unit | None, money: Unit | None) -> tuple[str, str]:
    """The normal name and kind of a unit behind a number and a sign of money before it, each None where there is none.

    The sign names the money; a word after it may say whose ("$3.5 million Australian dollars").
    """
    if money is None:
        return (unit.norm, unit.kind) if unit else ("", "")
    return unit.norm if unit and unit.kind == "money" and unit.norm != "cent" else money.norm, "money"


def _rate(text: str, end: int, norm: str, kind: str) -> Unit | None:
    """What an amount is per; a bare number is only behind a slash or a "per"."""
    if norm and kind not in ("money", "volume", "mass", "length", "data", "share"):
        return None
    rate = rate_after(text, end)
    told = rate is not None and (kind or re.match(r"\s*/|\s*per\b", text[rate.start : rate.end]))
    return rate if told else None


def _million(text: str, number: Number) -> bool:
    """Whether an "m" at a figure stands for million: upper case, or a plural noun or a decimal point beside it."""
    if text[number.end - 1] == "M" or "." in text[number.start : number.end]:
        return True
    return bool(re.match(r"\s+(?:[a-z]+\s+)?[a-z]+s\b|\s+people\b", text[number.end : number.end + 30]))


def ranges(amounts: Iterable[Amount], text: str) -> list[Amount]:
    """Return the amounts with neighbours that make a range joined to one, in text order."""
    out: list[Amount] = []
    for amount in amounts:
        joined = _joined(out[-1], amount, text) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(_inheriting(out[-1], amount, text) if out else amount)
    return out


def _joined(one: Amount, two: Amount, text: str) -> Amount | None:
    """Return the range from one amount to the next, None when they do not make one."""
    between = text[one.end : two.start] if two.start >= one.end else text[one.last : two.first]
    lead = text[max(0, one.start - LEAD) : one.start].lower()
    opened = bool(re.search(r"\bbetween\s+$", lead)) and AND.fullmatch(between)
    if not opened and not _to(between, one, two):
        return None
    if one.range or two.range or {"vague", "fraction"} & {one.form, two.form}:
        return None
    # a unit on the first number alone makes the second a state of its own ("rose 8% to 3.65"), but for signs of money
    if one.norm != two.norm and one.norm and (two.norm or one.kind != "money"):
        return None
    if re.search(r"\bfrom\s+$", lead) and _changing(lead):
        return None
    if between.strip().lower() == "to" and _changed_by(lead, one, two):
        return None
    low = one.low * two.scale if one.scale == 1 < two.scale and one.low * two.scale <= two.high else one.low
    return two._replace(
        start=one.start,
        first=one.first,
        low=low,
        norm=two.norm or one.norm,
        kind=two.kind or one.kind,
        per=two.per or one.per,
        written=two.written or one.written,
        range=True,
    )


def _inheriting(one: Amount, two: Amount, text: str) -> Amount:
    """Return an amount with the unit of the one before it where it has none ("from 208 pounds to 193")."""
    bare = one.norm and not two.norm and not one.per and text[one.end : two.start].strip().lower() == "to"
    if bare and re.search(r"\bfrom\s+$", text[max(0, one.start - LEAD) : one.start].lower()):
        return two._replace(norm=one.norm, kind=one.kind)
    return two


def _to(between: str, one: Amount, two: Amount) -> bool:
    """Whether the words between two numbers make them a range."""
    stripped = between.strip().lower()
    if stripped in ("-", "–", "—", "‑", "to", "to-", "till"):
        return True
    return stripped == "or" and one.form == "words" == two.form and two.low - one.low == 1


def _changing(lead: str) -> bool:
    """Whether a verb of change stands before "from": then it opens a change between two states, not a range."""
    return any(word in _forms() for word in re.findall(r"[a-z]+", lead))


def _changed_by(lead: str, one: Amount, two: Amount) -> bool:
    """Whether "A to B" is a change and the state it led to ("rose 5 to 41", "grew by $4m to $41m").

    Near ones are a range ("by 1 to 1.5").
    """
    found = re.search(r"([a-z]+)\s+(?:by\s+)?$", lead)
    return found is not None and found[1] in _forms() and not one.low < two.high <= NEAR * one.low


NEAR = 3
"""How many times its low end a range's high end may be; the state after a change is far from the change's size."""


@cache
def _forms() -> frozenset[str]:
    """Return the verbs of change with their regular endings, and the irregular ones of English."""
    verbs = [row[0] for row in table("quantity_changes") if row[2] == "verb"]
    endings = [verb.rstrip("e") + ending for verb in verbs for ending in ("ed", "ing", "es", "s")]
    doubled = [verb + verb[-1] + ending for verb in verbs for ending in ("ed", "ing")]
    return frozenset([*verbs, *(verb + "s" for verb in verbs), *endings, *doubled, *IRREGULAR])


IRREGULAR = (
    "rose",
    "risen",
    "grew",
    "grown",
    "fell",
    "fallen",
    "lost",
    "slid",
    "sank",
    "sunk",
    "shrank",
    "shrunk",
    "leapt",
)

LEAD = 48
"""Characters before a range in which its "between" or "from" and the verb before that stand."""
