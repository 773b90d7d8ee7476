"""Tell a silence in one readable sentence: who does not tell, or what is not known, and of what.

Reads   the sentence, the words in it that say that something is not told, its clauses
Gives   `silence_told`: the sentence to show; `is_silence`: whether those words leave anything untold today
Misses  whose silence it is where a pronoun stands that nobody resolved: then the words stand as they are
"""

import re

from twosource.check.claims.deed_parts import CLAUSE
from twosource.check.claims.wording import DANGLES, one_line, reported
from twosource.check.context import Context
from twosource.check.language.plurals import is_plural
from twosource.check.voices.chains import UNNAMED, name_of
from twosource.check.voices.vouching import is_paper
from twosource.model import Argument, Clause, Mention, Span
from twosource.text.lexicon import words

LONGEST = 30
"""Words of a silence at the most, cut where a clause ends."""

ENDS = re.compile(
    r"[,;](?!\s*(?:or|and|nor)\s+(?:wh\w+|how|if)\b)(?=\s|''|[”\"])|[:?!](?=\s|$)"
    r"|(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\b[A-Z])\.(?=\s|$|''|[\"”])"
    r"|\s+(?:but|while|though|although|--|-|–|—|_)\s"
    r"|\s+and\s+(?=(?:will|would|is|are|was|were|has|had|said|says|it|he|she|they|there|we)\b)"
)
"""Where a silence ends, and what is told besides begins."""

FORMS = {"declining": "declined", "refusing": "refused"}
LED = re.compile(r"\b(?:after|before|by|for|of|from|while|despite|without|since)\s+$", re.I)
"""What makes of a refusal a thing of the past: "after refusing to name him, he retired"."""

JOINS = re.compile(r"^(?:and|but|though|although|while|however|that|because|as|so)\s+", re.I)
TOLD_SINCE = re.compile(
    r"^(?:was|were|had|remained)\b.*\buntil\b|\buntil (?:\w+ ){1,3}(?:stepped|revealed|told|came)\b", re.I
)
NOT_TO_US = re.compile(
    r"\b(?:in court|on the stand|to (?:the )?(?:police|detectives|investigators|jur\w+|judge))\b", re.I
)
"""Where something is refused to others than readers."""

SUPPOSED = re.compile(
    r"\b(?:if|unless|in case)\s+(?:\w+\s+){1,3}$|\b(?:ones?|questions|those|what|which)\s+(?:he|she|they|it)\s+$", re.I
)
"""Where silence is only supposed ("if we do not know why"), or singles out a thing ("ones he would not answer")."""

GOES = re.compile(r"\b(?:go(?:es)?|went)\s+$", re.I)
OF_WHICH, ENDED = re.compile(r"\b(?:that|which)\s+$", re.I), re.compile(r"\s*(?:[,.;:!?”\"]|''|$)")
"""The same of what nobody knows, where nothing follows: "stories that nobody knows"."""

AT_A_LOSS = re.compile(
    r"\b(?:knew|know|knows) (?:what to do|of|what (?:we|you|they|he|she|I)(?:['’]\w+| \w+) (?:talking|doing|saying))\b"
    r"|\b(?:identify|name) (?:himself|herself|themselves)\b|\bunconfirmed (?:reports?|rumou?rs?)\b"
    r"|\brelease (?:him|her|them)\b",
    re.I,
)
NAMING = re.compile(r"\b(?:refus|declin)\w+ (?:to )?(?:name|identify)\b", re.I)


def is_silence(text: str, cue: re.Match[str], end: int) -> bool:
    """Return whether what stands at the cue leaves something untold: no refusal of old, and no helplessness.

    >>> text = "After refusing to name his attacker, he retired."
    >>> is_silence(text, re.search("refusing to name", text), 36)
    False
    """
    told = text[cue.start() : end]
    if SUPPOSED.search(text[: cue.start()]) or cue[0].lower().startswith("refusal"):
        return False
    if GOES.search(text[: cue.start()]):
        return False  # "it goes without saying that it rains"
    if OF_WHICH.search(text[: cue.start()]) and ENDED.match(text, cue.end()):
        return False
    if cue[0].lower().startswith(tuple(FORMS)) and LED.search(text[: cue.start()]):
        return False
    if NAMING.match(told) and NOT_TO_US.search(told):
        return False
    return not TOLD_SINCE.search(told) and not AT_A_LOSS.search(told)


def silence_told(context: Context, sentence: Span, cue: re.Match[str], start: int, silent: tuple[str, ...]) -> str:
    """Return a silence in one sentence: "Ida Moll would not say who did it".

    Its clause begins at `start` of the sentence where nothing tells whose it is; `silent` are those who tell nothing.
    """
    text = context.text(sentence)
    behind = _behind(text, cue)
    before, whom = _parties(context, sentence, cue)
    cue_told = cue[0]
    if owner := OWNER.search(text[: cue.start()]):
        before = f"{owner[1]}’{'' if owner[1].endswith('s') else 's'} {owner[2] or ''}".strip()
    elif not before and start == cue.start() and silent and VERBAL.match(cue[0]) and not is_paper(silent[-1]):
        before = _as_told(silent[-1])
    elif silent and BY_PRONOUN.match(f"{before} {cue[0]}") and not is_paper(silent[-1]):
        before = f"{_as_told(silent[-1])} {before.partition(' ')[2]}".strip()
        cue_told = _agreeing(cue[0], silent[-1])
    verb = FORMS.get(cue[0].split()[0].lower(), "")
    said = f"{verb} {cue[0].partition(' ')[2]}".strip() if verb else cue_told
    told = f"{before} {said}{behind}{whom}" if before else f"{PARTED.sub('', text[start : cue.start()])}{said}{behind}"
    plain = JOINS.sub("", MARKS_FIRST.sub("", one_line(told)))
    return _short(reported(plain).rstrip(" .”\"')").lstrip("( ").strip())


def _agreeing(cue: str, name: str) -> str:
    """A verb that went with "I" or "they" as it goes with a name: "don't know" of one is "doesn't know"."""
    if is_plural(name.split()[-1]) or " and " in name:
        return cue
    for plain, third in (("do", "does"), ("have", "has"), ("are", "is"), ("am", "is"), ("were", "was")):
        if re.match(rf"{plain}(?:n['’]t)?\b", cue):
            return f"{third}{cue[len(plain) :]}"
    return cue


OWNER = re.compile(
    r"(?<![\w-])((?:an?|the|one|another|his|her|their|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+"
    r"(?:[\w'’-]+\s+){0,3}?[\w'’-]+),?\s+whose\s+(?:real\s+)?((?:names?|identit(?:y|ies)|whereabouts|fates?)\s+)?$",
    re.I,
)
"""Whose name is withheld: "a player, whose name was withheld"."""

BY_PRONOUN = re.compile(
    r"(?:(?:he|she|they|i|we)\s+(?:\w+ )?(?:would|will|wo|could|can|did|do|does|has|have|had|declin|refus|gave)"
    r"|it\s+(?:\w+ )?(?:would|did|does|declin|refus|gave))",
    re.I,
)
"""A silence of whom only a pronoun names: whoever is silent there is known by name from the words around."""

MARKS_FIRST = re.compile(r"^[\s“”\"`',]+")
VERBAL = re.compile(r"(?:would|will|wo|could|did|do|does|can|has|have|had|is|was|were|declin|refus|gave|kept)\w*", re.I)
"""Silences that are told by a verb, and so are somebody's: not "an unknown number of users"."""


def _behind(text: str, cue: re.Match[str]) -> str:
    """What stands behind a silence and belongs to it, less what is told of somebody in passing."""
    rest = APPOSED.sub("", IF_ANY.sub(" ", text[cue.end() :]))
    stop = ENDS.search(rest)
    return rest[: stop.start()] if stop else rest


IF_ANY = re.compile(r",\s*if any(?:thing)?,\s")
APPOSED = re.compile(r",\s[^,.;]*,(?=\s(?:was|were|is|are|had|has|did|would|will)\b)")
PARTED = re.compile(r"^.*\b(?:but|while|though|although)\s+", re.I)


def _as_told(name: str) -> str:
    return f"the {name}" if name[:1].islower() and not is_plural(name.split()[-1]) else name


def _short(told: str) -> str:
    """A silence without what runs on at its end, and without a word in which nothing ends."""
    found = told.split()
    if len(found) > LONGEST:
        found = found[:LONGEST]
        leads = [n for n, word in enumerate(found) if word.lower() in ("and", "or", "if", "as", "that", "which", "who")]
        found = found[: leads[-1]] if leads and leads[-1] > LONGEST // 2 else found
        while found and found[-1].lower() in DANGLES:
            found.pop()
    return " ".join(found)


def _parties(context: Context, sentence: Span, cue: re.Match[str]) -> tuple[str, str]:
    """Who does not tell or is not told of, up to the cue, and whom its clause is about where that stands before.

    "The man, whom police did not identify" has both: "police did not identify the man". A subject that other deeds part
    from the cue is none of its own.
    """
    place = Span(sentence.start + cue.start(), sentence.start + cue.end())
    for clause in context.mentions.clauses:
        if clause.value.nominal or not place.covers(clause.span):
            continue
        parts = {argument.relation: argument for argument in reversed(clause.value.arguments)}
        who = parts.get("object" if clause.value.passive else "subject")
        if who is None or who.span.end > place.start or who.span.start < sentence.start:
            continue
        gap = IN_PASSING.sub("", context.article.text[who.span.end : place.start])
        if len(gap.split()) > BETWEEN or PARTS.search(gap):
            continue
        thing = parts.get("object") if not clause.value.passive else None
        whom = f" {_plain(context, thing)}" if thing is not None and thing.span.end <= who.span.start else ""
        own = "" if RELATED.match(gap) or cue[0].split()[0].lower() in FORMS else gap.strip()
        return f"{_called(context, clause, who)} {own}".strip(), whom.rstrip()
    return "", ""


BETWEEN = 6
"""Words that may stand between a subject and its silence: "officials at the hospital where he died did not say"."""

PARTS = re.compile(r"\b(?:and|but|or|said|says|told)\b|[;:.–—]|--")
RELATED = re.compile(r"\s*,|\s*(?:who|which|that|whom)\b")
IN_PASSING = re.compile(r",[^,]*,")


def _called(context: Context, clause: Mention[Clause], who: Argument) -> str:
    """A subject by its name, or in its own words."""
    name = name_of(context, who.span) if not clause.value.passive else UNNAMED
    if name == UNNAMED or (name[:1].islower() and who.head.lower() not in words("pronouns")):
        entity = context.entity(who.span) if who.head.lower() in words("pronouns") else None
        return entity.name if entity is not None else one_line(context.text(who.span)).strip(" ,")
    return _as_told(name)


def _plain(context: Context, thing: Argument) -> str:
    told = CLAUSE.split(one_line(context.text(thing.span)))[0].strip(" ,")
    first = next(iter(told.split()), "")
    return told[:1].lower() + told[1:] if first.lower() in words("stopwords") else told
