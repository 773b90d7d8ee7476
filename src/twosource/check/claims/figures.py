"""Claims that give a number: how many dead, how high, how much.

Reads   quantities, with what they count, of whom, where and as of when
Gives   figure claims
Misses  numbers whose noun stands in another sentence
"""

import re

import msgspec

from twosource.check.claims.addresses import addresses
from twosource.check.claims.aged import aged
from twosource.check.claims.apart import told_apart
from twosource.check.claims.asking import asked_of
from twosource.check.claims.bare_numbers import with_noun
from twosource.check.claims.casualties import COUNTED
from twosource.check.claims.countable import counts_something, stands_for_article
from twosource.check.claims.counted_deeds import deed_of
from twosource.check.claims.dated_counts import dated_apart, event_of
from twosource.check.claims.holding_for import holding_for
from twosource.check.claims.labelled import lists
from twosource.check.claims.listed import asked_like, listed
from twosource.check.claims.making import certainty_of, make_claim
from twosource.check.claims.manners import manner_of
from twosource.check.claims.measures import MAGNITUDE, is_part, measure_of, subject_of, unit_of
from twosource.check.claims.scopes import as_of
from twosource.check.claims.scores import pairs
from twosource.check.claims.toll_places import place_of
from twosource.check.claims.words_around import surroundings
from twosource.check.claims.worth import goods_of, told_again
from twosource.check.context import Context
from twosource.check.language.money import CONVERTED
from twosource.check.voices.chains import chain_of
from twosource.check.voices.counting import counted_by
from twosource.model import Bound, Claim, Mention, Quantity, Span

BY = "figures"


def figures(context: Context) -> tuple[Claim, ...]:
    """Return a figure claim for each quantity that counts or measures something of the story, in text order."""
    found: list[Claim] = []
    before: Mention[Quantity] | None = None
    other = [told.span for told in aged(context)] + [pair.span for pair in pairs(context)]
    other += [address.span for address in addresses(context)]
    other += lists(context)
    quantities = context.mentions.quantities
    for number, told in enumerate(quantities):
        quantity = with_noun(context, told, quantities[number + 1] if number + 1 < len(quantities) else None)
        if not context.speaks(quantity.span) or not counts_something(context, quantity):
            continue
        if any(quantity.span.overlaps(span) for span in other):
            continue  # an age, a score and an address count nobody, and a list is read by its labels
        if not measure_of(context, quantity):
            continue  # "she put the time at ten to ten": a number of nothing that is named
        claim = _claim(context, quantity)
        if stands_for_article(context, quantity, claim):
            continue
        if before is not None and found and told_again(context, before, quantity):
            claim = _again(claim, found[-1])
        elif before is not None and found and listed(context, before, quantity):
            first = found[-1]
            asked = asked_like(first.asked, claim.asked)
            claim = msgspec.structs.replace(claim, measure=first.measure, subject=first.subject, asked=asked)
        before = quantity
        found.append(claim)
    return tuple(found)


def _again(claim: Claim, before: Claim) -> Claim:
    """A sum told again in another currency: of what, of whom and where it is stands with the sum before it."""
    return msgspec.structs.replace(
        claim,
        measure=before.measure,
        subject=before.subject,
        scope=before.scope,
        deed=before.deed,
        value_key=before.value_key,
        asked=before.asked,
        rule=BY + CONVERTED,
    )


SHARE, MISSING = "percentage", "missing"


def _in_hundredths(claim: Claim) -> Claim:
    """A fraction as the percentage that it roughly is: "two thirds" are about 67 percent."""
    low, high = (
        None if end is None else round(100.0 * end, 0 if 100.0 * end >= 1.0 else 2) for end in (claim.low, claim.high)
    )
    bound: Bound = "~" if claim.bound == "=" else claim.bound
    return msgspec.structs.replace(claim, low=low, high=high, bound=bound, unit=SHARE)


def _claim(context: Context, quantity: Mention[Quantity]) -> Claim:
    claim = _plain_claim(context, quantity)
    return _in_hundredths(claim) if is_part(context, quantity) and claim.measure != MAGNITUDE else claim


def _plain_claim(context: Context, quantity: Mention[Quantity]) -> Claim:
    value = quantity.value
    focus = quantity.span
    if value.item is not None and value.item.start >= focus.start and context.sentence(focus).covers(value.item):
        focus = Span(min(focus.start, value.item.start), max(focus.end, value.item.end))
    elif value.unit and (
        of := re.compile(rf"\s+of\s+{re.escape(value.unit)}\b").match(context.article.text, focus.end)
    ):
        focus = Span(focus.start, of.end())  # "hundreds of thousands of dollars"
    measure, goods = measure_of(context, quantity), goods_of(context, quantity)
    deed = "" if measure == MISSING else deed_of(context, goods.span if goods else quantity.span)
    return make_claim(
        context,
        "figure",
        quantity.span,
        measure=measure,
        value=context.text(focus),
        subject=subject_of(context, quantity),
        scope=place_of(context, quantity),
        event=""
        if measure not in COUNTED and not deed and dated_apart(context, quantity.span)
        else event_of(context, quantity, focus),
        low=value.low,
        high=value.high,
        bound=value.bound,
        unit="" if measure == MAGNITUDE else unit_of(value),
        as_of=as_of(context, quantity),
        chain=chain_of(context, quantity.span) or counted_by(context, quantity.span),
        asked=asked_of(context, quantity, measure),
        deed=deed,
        value_key=" ".join(sorted(surroundings(context, quantity.span))),
        certainty="possible" if _may_be(context, quantity) else certainty_of(context, quantity.span),
        rule=BY + holding_for(context, quantity) + told_apart(context, quantity) + manner_of(context, quantity),
    )


def _may_be(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether those counted only may have undergone what is told, or can: "12 villages might have been destroyed"."""
    start = max(quantity.span.end, quantity.value.item.end if quantity.value.item else 0)
    text, begin = context.article.text, context.sentence(quantity.span).start
    if MAY.match(text[start : start + 16]):
        return True
    return not unit_of(quantity.value) and CAN.search(text[begin : quantity.span.start]) is not None


MAY = re.compile(r"^\s+(?:may|might|could)\s", re.I)
CAN = re.compile(r"\b(?:can|is\s+able\s+to|capable\s+of)\s+(?:[a-z]+\s+){1,4}$", re.I)
"""Before a number of those for whom there is room: a ship that can carry 180 had fewer aboard."""
