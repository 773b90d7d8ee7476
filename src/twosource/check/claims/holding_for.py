"""For what a number holds, as the words of its clause say: for what came or what is to come, for each or for all.

Reads   a quantity, the clauses around it
Gives   words in a figure's rule (`holding_for`), and what two such rules say of each other (`holds_for_another`)
Misses  what another sentence says

A forecast of 3 percent and a growth of 3 percent, a first dose and a second, 300 cases and 300 per 100,000 people:
as many of each confirm nothing.
"""

import re
from functools import cache, lru_cache

from twosource.check.claims.apart import CLAUSE_END
from twosource.check.claims.measures import unit_of
from twosource.check.context import Context, within
from twosource.check.language.money import CURRENCIES
from twosource.check.language.nouns import may_be_one
from twosource.check.language.several import picked, picked_otherwise
from twosource.check.language.words import sense
from twosource.model import Claim, Clause, Mention, Quantity, Span
from twosource.text.lexicon import table

AHEAD, DONE, EACH, INSIDE, WHICH = " ahead:", " done:", " each:", " inside:", " which:"
RULED = re.compile(rf"{INSIDE}(\w+)")
PICKS = re.compile(rf"{WHICH}(\S*)")

TO_COME = frozenset({"planned", "called for", "possible"})
BEFORE_NOUN = re.compile(
    r"\b([a-z]+)\s+(?:of|for)\s+(?:[a-z]+ing\s+)?(?:(?:about|around|some|nearly|almost|up\s+to)\s+)?$", re.I
)
PER = re.compile(
    r"^[^,.;]{0,40}?\b(?:per|apiece|each|every|hourly|daily|nightly|weekly|monthly|yearly|annually)\b"
    r"|^\s*(?:[a-z]+\s+){0,2}an?\s+(?:day|night|week|month|year|hour|minute|head|person|share|barrel|tonne|ton)\b",
    re.I,
)
OF_EACH = re.compile(r"\b(?:each|every|per)\s", re.I)
THERE = re.compile(
    r"^\s+(?:in|on|aboard|inside|at)\s+(?:the|an?|one|his|her|its|their|another)\s+(?:[\w’'-]+\s+)?(\w+)\s+"
    r"(?:were|was|are|is|have|had|has|(?!on\b|in\b)[a-z]+ed)\b",
    re.I,
)


def holding_for(context: Context, quantity: Mention[Quantity]) -> str:
    """Return what a figure's rule says of what it holds for."""
    text, span, sentence = context.article.text, quantity.span, context.sentence(quantity.span)
    before = CLAUSE_END.split(text[sentence.start : span.start])[-1]
    behind = CLAUSE_END.split(text[span.end : sentence.end], maxsplit=1)[0]
    counts = not unit_of(quantity.value) or unit_of(quantity.value) in CURRENCIES
    there = THERE.match(text[max(span.end, quantity.value.item.end if quantity.value.item else 0) :][:80])
    picks = ",".join(
        sorted(f"{noun}.{row}.{place}" for noun, row, place in picked(f"{before}{text[span.start : span.end]}{behind}"))
    )
    return (
        _outlook(context, span, before)
        + _parties(context, span)
        + (EACH if counts and (PER.match(behind) or OF_EACH.search(before)) else "")
        + (f"{INSIDE}{sense(there[1].lower())}" if there else "")
        + (f"{WHICH}{picks}" if picks else "")
    )


def holds_for_another(a: Claim, b: Claim) -> bool:
    """One number is of what came, the other of what was only to come; or one for each, of another part, of the next."""
    return _other(a.rule, b.rule)


@lru_cache(maxsize=50_000)
def _other(a: str, b: str) -> bool:
    if (AHEAD in a and DONE in b) or (DONE in a and AHEAD in b) or (EACH in a) != (EACH in b):
        return True
    inside = [RULED.search(rule) for rule in (a, b)]
    if inside[0] and inside[1] and inside[0][1] != inside[1][1] and not may_be_one(inside[0][1], inside[1][1]):
        return True
    one, other = (PARTIES.search(rule) for rule in (a, b))
    if one and other and one.groups() == other.groups()[::-1]:
        return True
    return picked_otherwise(_picks(a), _picks(b))


def _picks(rule: str) -> list[tuple[str, int, int]]:
    found = PICKS.search(rule)
    told = [one.rsplit(".", 2) for one in found[1].split(",")] if found else []
    return [(noun, int(row), int(place)) for noun, row, place in told]


def _outlook(context: Context, span: Span, before: str) -> str:
    """Whether a number is of what came or of what was to come, as the verb or noun that governs it says."""
    noun = BEFORE_NOUN.search(before)
    if noun and noun[1].lower() in _nouns():
        return AHEAD
    found = _clause(context, span)
    if found is None:
        return ""
    inner = found.value
    lead = context.article.text[context.sentence(span).start : found.span.start]
    if inner.status in TO_COME or IS_TO.search(lead) or (inner.predicate in _verbs() and _is_wished(inner, span)):
        return AHEAD
    return DONE if inner.status == "happened" and inner.tense == "past" and not inner.negated else ""


IS_TO = re.compile(r"\b(?:is|are|was|were)\s+to\s+(?:be\s+)?$", re.I)


def _clause(context: Context, span: Span) -> Mention[Clause] | None:
    """The innermost clause around a number that tells it by a verb."""
    around = [
        mention
        for mention in within(context.mentions.clauses, context.sentence(span))
        if not mention.value.nominal and mention.value.span.covers(span)
    ]
    return min(around, key=lambda found: found.value.span.end - found.value.span.start, default=None)


def _parties(context: Context, span: Span) -> str:
    """By whom and to whom what a number counts was done, where the clause names both."""
    found = _clause(context, span)
    parties: dict[str, list[str]] = {BY: [], TO: []}
    for argument in found.value.arguments if found else ():
        side = SIDES.get(argument.relation, "")
        if side and not argument.span.covers(span) and argument.head[:1].isupper():
            parties[side].append(sense(argument.head.lower()))
    return "".join(f"{side}{heads[0]}" for side, heads in parties.items()) if all(parties.values()) else ""


BY, TO = " by:", " to:"
SIDES = {"subject": BY, "agent": BY, "by": BY, "object": TO, "indirect": TO, "to": TO, "against": TO, "from": TO}
PARTIES = re.compile(rf"{BY}(\w+){TO}(\w+)")


def _is_wished(clause: Clause, span: Span) -> bool:
    """Whether what somebody asks for, offers or expects is what the number counts."""
    return any(argument.relation in ("object", "for") and argument.span.covers(span) for argument in clause.arguments)


@cache
def _verbs() -> frozenset[str]:
    """Verbs whose object is asked for, offered or expected."""
    return frozenset(
        row[0]
        for row in table("attribution_verbs")
        if (row[3] == "expected" or row[2] == "demands") and {"np", "for"} & set(row[1].split())
    )


@cache
def _nouns() -> frozenset[str]:
    """Nouns for what is planned or called for: "a target of 200,000"."""
    return frozenset(
        row[0] for row in table("complement_status") if row[1] == "noun" and row[2] in ("planned", "called for")
    ) - {"deal", "agreement", "accord", "order", "decision"}
