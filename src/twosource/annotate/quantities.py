"""Find quantities: how many, of what, of whom, with bound, unit and change.

Reads   Parse (text, tokens, syntax); Mentions.times and Mentions.places
Gives   Mention[Quantity], in text order, overlapping neither each other nor a time
Misses  numbers that only a table's heading explains; "several", "many"; Roman numerals
"""

import re
from bisect import bisect_right

from spacy.tokens import Token

from twosource.annotate.lookup import Lookup
from twosource.annotate.numbers import Number, find_numbers
from twosource.annotate.parse import Parse
from twosource.annotate.quantities_amounts import Amount, amount_of, ranges
from twosource.annotate.quantities_bounds import bound_of, change_of, is_change_verb
from twosource.annotate.quantities_measures import Measure, Syntax, counted_name, counted_noun, measured
from twosource.annotate.quantities_numerals import is_quantity
from twosource.annotate.quantities_units import unit_word
from twosource.model import Mention, Mentions, Quantity, Span

BY = "quantities/1"

SCOPE = 160
"""Characters around a number in which its time and place are looked for: about one sentence."""


def find_quantities(parse: Parse, found: Mentions) -> tuple[Mention[Quantity], ...]:
    """Return every quantity of the article, in text order; numbers inside `found.times` are left to those."""
    text, lookup, syntax = parse.text, Lookup(parse.doc), Syntax()
    taken = Taken([mention.span for mention in found.times])
    kept = [
        number
        for number in find_numbers(text)
        if not taken.overlaps(number.start, number.end) and is_quantity(number, text, lookup)
    ]
    amounts = [_clipped(amount, taken) for amount in ranges((amount_of(number, text) for number in kept), text)]
    mentions: list[Mention[Quantity]] = []
    for amount in amounts:
        mention = _mention(amount, parse, lookup, syntax, found)
        if not mentions or mention.span.start >= mentions[-1].span.end:
            mentions.append(mention)
    return tuple(mentions)


class Taken:
    """Sorted spans that never overlap, asked by bisection."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = sorted(spans)
        self._starts = [span.start for span in self.spans]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any of the spans shares a code point with ``[start, end)``."""
        return self.next_start(start) < end

    def next_start(self, start: int) -> int:
        """Return where the span that covers `start` or comes next begins (at `start` when it covers it)."""
        at = bisect_right(self._starts, start)
        if at and self.spans[at - 1].end > start:
            return start
        return self._starts[at] if at < len(self._starts) else 1 << 60

    def near(self, start: int, end: int) -> list[Span]:
        """Return the spans that begin in ``[start, end)``."""
        first = bisect_right(self._starts, start - 1)
        return self.spans[first : bisect_right(self._starts, end - 1)]


def _clipped(amount: Amount, taken: Taken) -> Amount:
    """Return the amount without the part of its unit that is a time ("$500 a month")."""
    stop = taken.next_start(amount.last)
    return amount._replace(end=max(amount.last, stop)) if stop < amount.end else amount


def _mention(amount: Amount, parse: Parse, lookup: Lookup, syntax: Syntax, found: Mentions) -> Mention[Quantity]:
    """Return the mention of one amount with everything said about it."""
    text = parse.text
    bound, start = bound_of(text, amount.start, amount.end, amount.last)
    number, unit = _tokens(amount, lookup)
    noun = counted_noun(number, amount.end + SCOPE) if number is not None and not amount.norm else None
    measure = measured(number, unit, noun, syntax) if number is not None else Measure()
    if bound == "<" and is_change_verb(measure.verb) and text[start : start + 5].lower() == "up to":
        bound, start = "=", amount.start  # "climbed up to 5" tells where it stands now
    change = change_of(text, start, measure.verb, measure.noun if amount.norm else None, noun is not None)
    unit_text, norm = amount.written if amount.norm else "", _norm(amount)
    entry = unit_word(noun.text) if noun is not None else None
    if entry is not None and noun is not None:
        unit_text, norm = noun.text, entry[0]
    elif noun is not None and number is not None:
        unit_text, norm = (measure.item.of(text) if measure.item else noun.text), counted_name(number, noun)
    elif not norm and _is_age(amount, text, number):
        norm = "year of age"
    low, high = _bounded(amount, bound)
    around = Span(amount.start, amount.end)
    quantity = Quantity(
        low,
        high,
        bound,
        change,
        unit_text,
        norm,
        measure.measure,
        measure.of,
        measure.concepts,
        measure.item,
        as_of=None,
        place=None,
        event=measure.event,
    )
    return Mention(quantity, around, BY)


def _norm(amount: Amount) -> str:
    """Return the normal name of an amount's unit, with what it is per."""
    if amount.per:
        return f"{amount.norm or 'count'} per {amount.per}"
    return amount.norm


def _bounded(amount: Amount, bound: str) -> tuple[float | None, float | None]:
    """Return low and high, one of them open where the bound says so."""
    if amount.low != amount.high or bound in "=~":
        return amount.low, amount.high
    return (amount.low, None) if bound == ">" else (None, amount.high)


def _tokens(amount: Amount, lookup: Lookup) -> tuple[Token | None, Token | None]:
    """Return the last token of the number and the last of its unit (None when it has none)."""
    numbers = lookup.within(amount.first, amount.last)
    number = numbers[-1] if numbers else None
    if not amount.norm or number is None:
        return number, None
    covered = lookup.within(amount.start, amount.end)
    last = covered[-1] if covered else number
    if last.i < number.i:
        last = number
    return number, last if last.i != number.i else number


def _is_age(amount: Amount, text: str, number: Token | None) -> bool:
    """Whether a bare number is an age: between commas after a name ("Maddon, 66, ..."), or after "aged"."""
    lead, after = text[max(0, amount.start - 8) : amount.start], text[amount.end : amount.end + 1]
    if re.search(r"\b(?:aged?|age of)\s+$", lead):
        return True
    # nobody whose age is news is older than 120
    named = number is not None and number.i > 1 and number.nbor(-2).pos_ == "PROPN"
    return amount.form == "figure" and amount.low < 120 and lead.endswith(", ") and after in ",.;)" and named
