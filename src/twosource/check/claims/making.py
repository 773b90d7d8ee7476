"""Make a claim from a place in a text: its sentence, its chain, its event, how certain it is.

Reads   Context and the slots that a maker found
Gives   Claim
"""

from typing import Any

from twosource.check.context import Context
from twosource.check.voices.chains import chain_of, covering
from twosource.model import Certainty, Claim, FactKind, Span

WEAKER: tuple[Certainty, ...] = ("said", "reported", "expected", "possible")
"""Certainties, the strongest first; a claim is as weak as the weakest cue above it."""

HEDGED = frozenset({"may", "might", "could", "feared", "possibly", "perhaps", "apparently", "believed", "suspected"})


def make_claim(context: Context, kind: FactKind, focus: Span, *, about: Span | None = None, **slots: Any) -> Claim:
    """Return a claim of `kind` whose value stands at `focus`, in the sentence that holds it.

    `about` is the place whose attributions and event it has, where that is wider than the focus. Slots that are
    given are kept as they are; chain, event and certainty are found from the place when they are not given.
    """
    sentence = context.sentence(about or focus)
    if not sentence.covers(focus):
        sentence = Span(min(sentence.start, focus.start), max(sentence.end, focus.end))
    chain, certainty = _vouched(context, about or focus)
    slots.setdefault("chain", chain)
    slots.setdefault("event", context.event_key(focus))
    slots.setdefault("certainty", certainty)
    return Claim(
        id=f"{context.article.id}:{focus.start}-{focus.end}:{kind}:{slots.get('rule', '')}",
        kind=kind,
        article=context.article.id,
        span=sentence,
        focus=focus,
        **slots,
    )


def _vouched(context: Context, place: Span) -> tuple[tuple[str, ...], Certainty]:
    """The chain and the certainty of what stands at a place: asked again for each group that it may belong to."""
    if place not in context.vouched:
        context.vouched[place] = chain_of(context, place), certainty_of(context, place)
    return context.vouched[place]


def certainty_of(context: Context, focus: Span) -> Certainty:
    """Return how certain the words at `focus` are said to be: as certain as the weakest cue or hedge above them."""
    found: list[Certainty] = [attribution.value.certainty for attribution in covering(context, focus)]
    sentence = context.sentence(focus)
    before = context.article.text[sentence.start : focus.start].split()
    if HEDGED.intersection(
        word.lower() for word in before[-6:] if word != "May"
    ):  # a hedge stands within the clause, some six words before its value
        found.append("possible")
    return max(found, key=WEAKER.index, default="said")
