"""Claims of addresses: "the 400 block of Elm Street", "24 Harn Road", "the corner of Fifth and Main".

Reads   sentences, with their clauses
Gives   venue claims, asked after by the street; `addresses` gives the places in the text, whose numbers count nothing
Misses  a street without a number or a second street, a house that is named and not numbered
"""

import re
from functools import cache
from typing import NamedTuple

from twosource.check.claims.deeds import asked_after
from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.check.coreference.mentions import kind_at
from twosource.check.language.plurals import is_plural
from twosource.model import Claim, Clause, Mention, Span
from twosource.text.lexicon import table

BY = "addresses"
CORNER = "corner"
"""What corners are measured by; a number is by its street."""

WORD = r"(?:\d+(?:st|nd|rd|th)\b|[A-Z][\w'’]*(?:-[A-Z][\w'’]*)*\.?)"
STREET = rf"{WORD}(?:[ ]{WORD}){{0,4}}"


class Address(NamedTuple):
    """Where an address stands, the streets it names, as they compare, and its number: "400 block", "24", or ""."""

    span: Span
    streets: tuple[str, ...]
    number: str


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A block of a street, a corner that is called so, two streets without that word, and a house's number."""
    block = (
        rf"\b(?P<number>\d{{1,2}},[ ]?\d{{3}}|\d{{2,5}})(?:th)?[ -]block[ ](?:of|on)[ ](?:the[ ])?(?P<street>{STREET})"
    )
    of_two = rf"(?P<street>{STREET})[ ](?:and|&)[ ](?P<other>{STREET})"
    called = rf"\b(?:corner|intersection|junction|crossroads)[ ]of[ ]{of_two}"
    bare = rf"\b(?:at|near|by|on|outside|-\s?at)[ ]{of_two}"
    before = r"(?:\b(?:at|of|near|outside|from|to|in|into|inside|behind|address|located)|[,(])[ ]"
    house = rf"{before}(?:the[ ])?(?P<number>\d{{1,5}}[A-Za-z]?)[ ](?P<street>{STREET})"
    return tuple(re.compile(pattern) for pattern in (block, called, bare, house))


def addresses(context: Context) -> tuple[Address, ...]:
    """Return the addresses of an article, in text order, never overlapping."""
    found: list[Address] = []
    for sentence in context.mentions.sentences:
        text = context.text(sentence)
        if not any(character.isdigit() for character in text) and " of " not in text and " and " not in text:
            continue
        for number, pattern in enumerate(_patterns()):
            for match in pattern.finditer(text):
                address = _read(text, match, sentence.start, called=number == 1)
                if address and not any(address.span.overlaps(other.span) for other in found):
                    found.append(address)
    return tuple(sorted(found, key=lambda address: address.span))


def _read(text: str, match: re.Match[str], offset: int, *, called: bool) -> Address | None:
    """The address that a pattern found, None where its words are no streets."""
    groups = match.groupdict()
    number = (groups.get("number") or "").replace(",", "").replace(" ", "")
    block = "block" in match[0]
    if "other" in groups:
        sure = called or (_closed(match["street"]) and _closed(match["other"]))
        end = match.start("other") + len(_cut(match["other"]))
        streets = tuple(sorted({_key(_cut(match["street"])), _key(_cut(match["other"]))}))
        if not sure or len(streets) < 2:
            return None
        start = match.start("street")
    else:
        street = _cut(match["street"])
        if not block and not _closed(street, numbered=True):
            return None
        start, end = match.start("number"), match.start("street") + len(street)
        streets = (_key(street),)
    behind = re.match(r"[ ]([a-z]+)", text[end:])
    if not all(streets) or (behind and is_plural(behind[1]) and not block):
        return None  # "200 Wall Street bankers"
    return Address(Span(offset + start, offset + end), streets, f"{number} block" if block else number)


@cache
def _suffixes() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in table("street_suffixes")}


def _cut(street: str) -> str:
    """The words of a street up to the one that closes its name; all of them where none does."""
    found = street.split(" ")
    ends = [n for n, word in enumerate(found) if n and word.rstrip(".").removesuffix("s") in _suffixes()]
    sure = [n for n in ends if _suffixes()[found[n].rstrip(".").removesuffix("s")][1] == "sure"]
    last = (sure or ends or [len(found) - 1])[0]
    told = " ".join(found[: last + 1])
    short = _suffixes().get(found[last].rstrip("."), ("", ""))[0] not in ("", found[last].rstrip(".").lower())
    return told if short else told.rstrip(".")


def _closed(street: str, *, numbered: bool = False) -> bool:
    """Whether a name is closed by a word for a street, or is one by its number ("117th")."""
    last = _cut(street).split(" ")[-1].rstrip(".")
    suffix = _suffixes().get(last) or _suffixes().get(last.removesuffix("s"))
    return suffix is not None and " " in street and (numbered or suffix[1] == "sure")


DIRECTIONS = frozenset({"n", "s", "e", "w", "north", "south", "east", "west", "ne", "nw", "se", "sw"})


def _key(street: str) -> str:
    """What a street is compared by: its name without the word for a street and the side of town, numbers in figures."""
    found = [word.rstrip(".").lower().replace("’", "'") for word in street.split(" ")]
    suffixes = {word.lower() for word in _suffixes()}
    kept = [word for n, word in enumerate(found) if not (n and word.removesuffix("s") in suffixes)]
    kept = [word for word in kept if word not in DIRECTIONS] or kept
    return " ".join(_ordinals().get(word, word) for word in kept)


@cache
def _ordinals() -> dict[str, str]:
    """Ordinal words and what they are in figures: "fifth" is "5th"."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    rows = [(row[0], int(row[1])) for row in table("number_words") if len(row) > 2 and row[2] == "ordinal"]
    return {word: f"{n}{'th' if n in (11, 12, 13) else endings.get(n % 10, 'th')}" for word, n in rows}


def address_claims(context: Context) -> tuple[Claim, ...]:
    """Return a venue claim for each address at which something is told to have happened, in text order."""
    found = []
    for address in addresses(context):
        if not context.speaks(address.span):
            continue
        clause = _clause(context, address.span)
        corner = len(address.streets) > 1
        found.append(
            make_claim(
                context,
                "venue",
                address.span,
                about=clause.span if clause else None,
                measure=f"{CORNER if corner else address.streets[0]} happen",
                value=" ".join(context.text(address.span).split()),
                value_key=f">address:{'|'.join(address.streets) if corner else address.number}",
                asked=asked_after(context, clause) if clause else "",
                deed=_deed(context, clause),
                rule=BY,
            )
        )
    return tuple(found)


def _clause(context: Context, span: Span) -> Mention[Clause] | None:
    """The clause in whose part an address stands, the narrowest; else the last finite one before it, or the first."""
    cues = {cue for attribution in context.mentions.attributions for cue in attribution.value.cue}
    inside = [c for c in within(context.mentions.clauses, context.sentence(span)) if c.span not in cues]
    holding = [
        (a.span.end - a.span.start, clause.span, clause)
        for clause in inside
        for a in clause.value.arguments
        if a.span.covers(span)
    ]
    if holding:
        return min(holding, key=lambda one: one[:2])[2]
    finite = [clause for clause in inside if clause.value.tense]
    return next((clause for clause in reversed(finite) if clause.span.start < span.start), next(iter(finite), None))


def _deed(context: Context, clause: Mention[Clause] | None) -> str:
    """The kind of event that is told at an address."""
    if clause is None:
        return ""
    return kind_at(context.article, context.mentions, clause.span) or clause.value.predicate
