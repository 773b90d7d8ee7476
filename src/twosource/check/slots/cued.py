"""Read what a story has but one of by the words that lead to it: what caused the fire, whether the alarm rang.

Reads   `slot_cues`: patterns, each with its slot, whose it is, and the question; `slot_gates`: words that they need
Gives   Cued: slot, filler, whose, place, question, in text order
Misses  what is told in a sentence that holds neither the question's words nor its filler's

A cue names its filler itself ("the alarm never rang": no), or holds one of the words of the slot ("blamed a boiler").
What the sentence doubts, asks or rules out ("whether the boiler was to blame") fills nothing.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from twosource.check.context import Context
from twosource.check.fillers import filler_in, fillers_of
from twosource.check.language.words import content_words, sense
from twosource.check.slots.filler import words_of
from twosource.model import Entity, Span
from twosource.text.lexicon import mapping, table


class Cue(NamedTuple):
    """A pattern: its slot, whose the slot is, the question, the filler ("" where a word of the slot is it)."""

    slot: str
    whose: str
    asked: str
    filler: str
    pattern: re.Pattern[str]


class Cued(NamedTuple):
    """A slot filled at a place: `who` is the id of a person, or ""."""

    slot: str
    who: str
    filler: str
    focus: Span
    asked: str


ONE, OTHER, ANY = "one", "other", "any"
"""Whose a slot is: the one person of the sentence, the one who does not tell it; or that one, and somebody's else."""


def cued(context: Context) -> Iterator[Cued]:
    """Yield every slot that a cue fills in an article, slot by slot and in text order.

    A slot's patterns are tried only on sentences that hold one of its words (`slot_gates`): most hold none.
    """
    text = context.article.text
    lowered = text.lower()
    sentences = [(sentence, context.text(sentence).lower()) for sentence in context.mentions.sentences]
    for slot, needed in _gates():
        if not any(word in lowered for word in needed):
            continue
        for sentence, said in sentences:
            if any(word in said for word in needed):
                for cue in _cues()[slot]:
                    for match in cue.pattern.finditer(text, sentence.start, sentence.end):
                        yield from _found(context, sentence, cue, match)


def _found(context: Context, sentence: Span, cue: Cue, match: re.Match[str]) -> Iterator[Cued]:
    """What a cue says where it matches: nothing if that is doubted, or is somebody's and nobody is named."""
    focus = _whole_words(context.article.text, match)
    filler = cue.filler or _named(context, match) or _filler(cue.slot.split()[0], match.groupdict())
    if not filler or _doubted(context, sentence, focus, bool(cue.filler)):
        return
    if cue.filler and DENIES.search(context.article.text[max(sentence.start, focus.start - BEFORE) : focus.start]):
        filler = _contrary(cue)
    if not filler:
        return
    who = only_one(context, focus, speaker=cue.whose == ONE) if cue.whose else None
    if cue.whose not in (ONE, OTHER) or who is not None:
        slot, asked = (part.format(**_parts(match)) for part in (cue.slot, cue.asked))
        name = who.name if who else "somebody"
        yield Cued(slot, who.id if who else "", filler, focus, asked.replace("WHO", name))


@cache
def _gates() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The slots that have cues, with the words one of which a sentence must hold."""
    return tuple((row[0], row[1:]) for row in table("slot_gates"))


def _filler(slot: str, parts: dict[str, str | None]) -> str:
    """The word of the slot that a cue leads to; of a phrase that holds none, the senses of its words.

    >>> _filler("origin", {"n": "a short circuit in the loft"}), _filler("origin", {"n": "a nest of squirrels"})
    ('electrical', 'nest squirrel')
    """
    if side := parts.get("c") or parts.get("w"):
        land = _lands().get(side.lower(), "")
        return land if land or parts.get("c") else side.lower()[:SIDE]
    phrase = (parts.get("n") or "").lower()
    if not phrase:
        return fillers_of(slot).get((parts.get("f") or "").lower(), "")
    return filler_in(slot, phrase) or " ".join(sorted({sense(word) for word in content_words(phrase)} - VAGUE))


SIDE = 5
"""Letters by which a side that is no country we know is told from another: "Karsia" and "Karsian" are one."""


def _named(context: Context, match: re.Match[str]) -> str:
    """The id of the person whose name group e of a match holds; "" without such a group, or where nobody is known."""
    if not match.groupdict().get("e"):
        return ""
    place = Span(*match.span("e"))
    people = [entity.id for entity in context.entities(place) if entity.kind == "person"]
    return people[0] if len(people) == 1 else ""


@cache
def _lands() -> dict[str, str]:
    """The code of each country by its name and by the words for its people."""
    named = {row[0].lower(): row[1] for row in table("country_names")}
    return named | {word.lower(): code for word, code in mapping("nationalities").items()}


VAGUE = frozenset(
    map(
        sense,
        ("problem", "damage", "failure", "fault", "incident", "accident", "error", "trouble", "cause", "fire", "blast"),
    )
)
"""What says nothing of a cause."""


def _whole_words(text: str, match: re.Match[str]) -> Span:
    """The place of a match, or of what it says in the end (group v), from the start of its first word.

    Of "didn't hear" the cue may hold the end alone.
    """
    start = match.start("v") if match.groupdict().get("v") else match.start()
    while start and not text[start - 1].isspace():
        start -= 1
    return Span(start, match.end())


def _parts(match: re.Match[str]) -> dict[str, str]:
    """What the named groups of a match hold, in small letters."""
    return {name: (held or "").lower() for name, held in match.groupdict().items()}


def _contrary(cue: Cue) -> str:
    """What it means that a cue is denied: the other one of a slot's two fillers, "" where it has others."""
    others = {other.filler for other in _cues()[cue.slot.split()[0]]} - {cue.filler}
    return others.pop() if len(others) == 1 else ""


def only_one(context: Context, focus: Span, *, speaker: bool = True) -> Entity | None:
    """Return the one person whom the sentence at a place names, None where it names none or several.

    Without `speaker`, who only tells what stands there does not count: "she died of a stroke, her agent Ann Lowe said".
    """
    people = {entity.id: entity for entity in context.entities(context.sentence(focus)) if entity.kind == "person"}
    if not speaker:
        told = [one.value for one in context.mentions.attributions if any(c.covers(focus) for c in one.value.content)]
        for source in (source for one in told for source in one.source):
            people = {key: held for key, held in people.items() if held not in context.entities(source)}
    return next(iter(people.values())) if len(people) == 1 else None


FEW = r"(?:(?!(?:and|or)\b)[\w'’-]+ ){0,5}?"
DENIED = re.compile(
    r"\b(?:not|never|no(?! doubt)|nor|neither|without(?! provocation)|unlikely|rul\w+ out|den(?:y|ied|ies))\b|n['’]t\b",
    re.I,
)
DOUBTED = re.compile(
    r"\b(?:if|whether|could|may|might|perhaps|possibl[ey]|potential|would|unless|fear\w*|investigating)\b", re.I
)
NOT_SO = re.compile(r"(?:\b(?:no|not|never|without|any|neither|none of \w+)|n['’]t)\s+(?:[\w'’-]+\s+)?$", re.I)
"""What stands right before a cue and turns it into its contrary."""

DENIES = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|reject(?:s|ed)?|dispute[sd]|dismiss(?:es|ed)|refut(?:es|ed)|rebuff(?:s|ed))"
    r" (?:(?:any |the |all )?(?:claims?|reports?|rumou?rs|allegations?|suggestions?|accounts?|ever) )?"
    r"(?:that |of |having )?(?:[\w'’-]+ ){0,3}$",
    re.I,
)
"""A denial of what follows it."""

BEFORE = 45
"""Characters before a cue in which a word of doubt or denial bears on it."""


def _doubted(context: Context, sentence: Span, focus: Span, says_itself: bool) -> bool:
    """Whether the words at a cue, or shortly before, doubt it, or deny it where the cue does not say that itself."""
    said = context.article.text[max(sentence.start, focus.start - BEFORE) : focus.end]
    if says_itself and NOT_SO.search(context.article.text[sentence.start : focus.start]):
        return True  # "no alert was sent" holds "alert was sent"
    asks = context.text(sentence).rstrip("\"”’' ").endswith("?")
    return asks or bool(DOUBTED.search(said)) or (not says_itself and bool(DENIED.search(said)))


@cache
def _cues() -> dict[str, list[Cue]]:
    """The cues of each slot, in file order."""
    found: dict[str, list[Cue]] = {}
    for slot, whose, asked, filler, pattern in table("slot_cues"):
        cue = Cue(slot, whose, asked, filler, re.compile(_whole(slot, pattern), re.I))
        found.setdefault(slot.split()[0], []).append(cue)
    return found


def _whole(slot: str, pattern: str) -> str:
    """A pattern with the words of its slot in place of FILLER, and up to five words in place of FEW."""
    words = words_of(slot.split()[0])
    if "NATION" in pattern:
        pattern = pattern.replace("NATION", "|".join(sorted(map(re.escape, mapping("nationalities")))))
    if "LAND" in pattern:
        pattern = pattern.replace("LAND", "|".join(sorted(re.escape(row[0]) for row in table("country_names"))))
    return pattern.replace("FILLER", f"(?P<f>{words})").replace("FEW", FEW)
