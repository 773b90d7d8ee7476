"""Find quantities: how many, of what, of whom, with bound, unit and change.

Reads   Parse (text, tokens, syntax); Mentions.times and Mentions.places
Gives   Mention[Quantity], in text order, overlapping neither each other nor a time
Misses  numbers that only a table's heading explains; "several", "many"; Roman numerals
"""

import re

import msgspec
from spacy.tokens import Token

from twosource.annotate.lookup import Lookup, Taken
from twosource.annotate.numbers import find_numbers
from twosource.annotate.parse import Parse, span_of
from twosource.annotate.quantities_amounts import Amount, amount_of, ranges
from twosource.annotate.quantities_bounds import bound_after, bound_of, change_of, is_change_verb
from twosource.annotate.quantities_concepts import Syntax
from twosource.annotate.quantities_context import Context
from twosource.annotate.quantities_measures import Measure, counted_name, counted_noun, measured
from twosource.annotate.quantities_numerals import is_quantity
from twosource.annotate.quantities_units import currencies, rate_after, unit_word
from twosource.model import Mention, Mentions, Quantity, Span

BY = "quantities/5"

REACH = 160
"""Characters behind a number in which the noun it counts stands: a long noun phrase."""


def find_quantities(parse: Parse, found: Mentions) -> tuple[Mention[Quantity], ...]:
    """Return every quantity of the article, in text order; numbers inside `found.times` are left to those."""
    text, lookup, syntax = parse.text, Lookup(parse.doc), Syntax()
    taken = Taken([mention.span for mention in found.times])
    kept = [
        number
        for number in find_numbers(text)
        if not taken.overlaps(number.start, number.end) and is_quantity(number, text, lookup)
    ]
    amounts = [_clipped(amount, taken, text) for amount in ranges((amount_of(number, text) for number in kept), text)]
    numbers = Taken([Span(amount.start, amount.end) for amount in amounts])
    context = Context(found, found.sentences or parse.sentences(), text)
    mentions: list[Mention[Quantity]] = []
    for amount in amounts:
        mention = _mention(amount, parse, lookup, syntax, context, numbers)
        if mentions and mention.span.start < mentions[-1].span.end:
            continue
        mention = _converted(mentions[-1], mention, text) if mentions else mention
        mentions.append(mention)
    return tuple(mentions)


def _converted(one: Mention[Quantity], two: Mention[Quantity], text: str) -> Mention[Quantity]:
    """Return an amount in brackets behind another ("8 miles (13 kilometres)") with that one's bound and change."""
    between = text[one.span.end : two.span.start].strip()
    if between not in ("(", "/", "or (") or not one.value.norm or not two.value.norm or two.value.bound != "=":
        return two
    bound, value = one.value.bound, two.value
    if one.value.norm in currencies() and value.norm == "pound-mass":
        value = msgspec.structs.replace(value, norm="pound sterling")  # "85 million euros (74 million pounds)"
    low, high = (value.low, None) if bound == ">" else (None, value.high) if bound == "<" else (value.low, value.high)
    return Mention(
        msgspec.structs.replace(value, low=low, high=high, bound=bound, change=one.value.change), two.span, BY
    )


def _clipped(amount: Amount, taken: Taken, text: str) -> Amount:
    """Return the amount without the part of its unit that is a time ("$500 a month")."""
    stop = taken.next_start(amount.last)
    if stop >= amount.end:
        return amount
    time = taken.around(stop)
    if time is not None and time.end > amount.end:
        amount = amount._replace(per="")  # "3 metres a day earlier" is no rate
    return amount._replace(end=max(amount.last, stop - _blanks(text, stop)))


def _blanks(text: str, end: int) -> int:
    """Return how many characters of white space stand before an offset."""
    return end - len(text[max(0, end - 8) : end].rstrip()) - max(0, end - 8)


def _mention(
    amount: Amount, parse: Parse, lookup: Lookup, syntax: Syntax, context: Context, numbers: Taken
) -> Mention[Quantity]:
    """Return the mention of one amount with everything said about it."""
    text = parse.text
    bound, start = bound_of(text, amount.start, amount.end, amount.last)
    number, unit = _tokens(amount, lookup)
    noun = counted_noun(number, amount.end + REACH) if number is not None and not amount.norm else None
    unit = (
        noun if amount.form == "vague" and noun is not None and unit_word(noun.text) and noun.pos_ == "NOUN" else unit
    )
    kind = None if unit is noun else noun  # "hundreds of miles" tells a length and counts nothing
    measure = measured(number, unit, kind, Span(amount.start, amount.end), syntax) if number is not None else Measure()
    if bound == "=" and measure.item is not None and measure.item.end > amount.end:
        bound = bound_after(text, measure.item.end) or bound  # "300 people at most"
    stands = is_change_verb(measure.verb) and not text[:start].rstrip().lower().endswith(" by")
    if bound == "<" and stands and text[start : start + 5].lower() == "up to":
        bound, start = "=", amount.start  # "climbed up to 5" tells where it stands now
    counts = noun is not None and amount.form != "fraction"  # "lost a quarter of its value" tells the size of a change
    change = change_of(text, start, amount.end, measure.verb, measure.noun if amount.norm else None, counts)
    written, norm = _unit_and_norm(amount, number, noun, measure, text)
    low, high = _bounded(amount, bound)
    around = Span(amount.start, amount.end)
    heads = tuple(span_of(token) for token in (measure.verb, measure.noun) if token is not None)
    quantity = Quantity(
        low,
        high,
        bound,
        change,
        written,
        norm,
        measure.measure,
        measure.of,
        measure.concepts,
        measure.item,
        as_of=context.as_of(around, measure.item, heads, numbers),
        place=context.place(around, measure.item, numbers),
        event=measure.event,
    )
    return Mention(quantity, around, BY)


def _unit_and_norm(
    amount: Amount, number: Token | None, noun: Token | None, measure: Measure, text: str
) -> tuple[str, str]:
    """Return the unit as it is written and its normal name; what is counted is a unit too, and so is a year of age."""
    if noun is not None and noun.pos_ != "PROPN" and (entry := unit_word(noun.text)) is not None:
        return noun.text, entry[0]
    if noun is not None and number is not None:
        norm = counted_name(number, noun)
        rate = rate_after(text, noun.idx + len(noun))
        return (measure.item.of(text) if measure.item else noun.text), f"{norm} per {rate.norm}" if rate else norm
    norm = _norm(amount)
    age = not norm and _is_age(amount, text, number)
    return amount.written if amount.norm else "", "year of age" if age else norm


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
    """Return the last token of the number and the head of the whole amount (None when it has no unit)."""
    numbers = lookup.within(amount.first, amount.last)
    number = numbers[-1] if numbers else None
    if number is not None and number.dep_ == "quantmod" and number.head in numbers:
        number = number.head  # "more than two dozen people": the parser hangs "dozen" under "two"
    if not amount.norm or number is None:
        return number, None
    covered = lookup.within(amount.start, amount.end)
    inside = {token.i for token in covered}
    heads = [token for token in covered if token.i >= number.i and (token.head.i not in inside or token.head is token)]
    return number, heads[0] if heads else number


def _is_age(amount: Amount, text: str, number: Token | None) -> bool:
    """Whether a bare number is an age: between commas after a name ("Maddon, 66, ..."), or after "aged"."""
    lead, after = text[max(0, amount.start - 8) : amount.start], text[amount.end : amount.end + 1]
    if re.search(r"\b(?:aged?|age of)\s+$", lead):
        return True
    # nobody whose age is news is older than 120
    named = number is not None and number.i > 1 and number.nbor(-2).pos_ == "PROPN"
    return amount.form == "figure" and amount.low < 120 and lead.endswith(", ") and after in ",.;)" and named
