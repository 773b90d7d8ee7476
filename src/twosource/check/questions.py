"""The question that a fact answers, in plain words.

Reads   the claims of one fact
Gives   one question
"""

import re
from collections import Counter

from twosource.check.accounts import speakers_of, told_best, words_of
from twosource.check.claims.addresses import BY as ADDRESSES
from twosource.check.claims.callings import KIN
from twosource.check.claims.deadlines import BY as DEADLINES
from twosource.check.claims.deeds import best_asked
from twosource.check.claims.lasting import BY as LASTING
from twosource.check.claims.wording import as_subject
from twosource.check.compatible import is_coarse
from twosource.check.coreference.words import known_kinds
from twosource.check.events.main_tellings import BY as MAIN
from twosource.check.events.main_where import WIDELY
from twosource.check.figures.questions import figure_question
from twosource.check.fillers import BY as ONE_FILLER
from twosource.check.language.nouns import is_person
from twosource.check.language.plurals import singular
from twosource.model import Claim
from twosource.text.lexicon import marked, words

SEVERAL = 3
"""Names of events, or offices of one person, that a question holds."""


ENDING = re.compile(r"[\s!?,;:–—-]+\?$")


def question_of(claims: tuple[Claim, ...]) -> str:
    """Return the question that these claims answer, in the words of the fullest or the most typical of them."""
    return ENDING.sub("?", " ".join(_question(claims).split()))


def question_in_words(claim: Claim, claims: tuple[Claim, ...]) -> str:
    """Return the question that claims of a deed or a statement answer, in the words of one of them."""
    return ENDING.sub("?", " ".join(_told(claim, claims).split()))


def _question(claims: tuple[Claim, ...]) -> str:
    if claims[0].rule == ONE_FILLER:
        return claims[0].asked
    if claims[0].disclosed and claims[0].kind in ("event", "statement"):
        return _told(told_best([c for c in claims if c.polarity] or claims), claims)  # not in a denial's words
    claim = max(claims, key=lambda c: (bool(c.scope), len(c.subject), c.value, c.id))
    if not claim.disclosed:
        return _undisclosed(max(claims, key=lambda c: (len(c.measure.split()), len(c.asked), c.value, c.id)), claims)
    return _QUESTIONS[claim.kind](claim, claims)


def _role(claim: Claim, claims: tuple[Claim, ...]) -> str:
    if claim.measure.startswith("member"):
        return f"Who is on the {claim.subject}?"
    if claim.measure.startswith(KIN):
        of = _of(claims)
        return f"Who is {' or '.join(_with_article(office, bool(of)) for office in _offices(claims))}{of}?"
    return _held(claims)


def _held(claims: tuple[Claim, ...]) -> str:
    """Who holds an office, where the texts say of what or one only holds it; else who somebody is.

    Nobody asks "Who is a nurse?", and of whoever holds two offices neither says who they are.
    """
    offices = _offices(claims)
    told = Counter(" ".join(c.asked.split()) for c in claims if c.asked)
    full = [office for office in told if _says_of_what(office, offices)]
    holders = {c.value.partition(", ")[0] for c in claims}
    if full and (len(offices) == 1 or len(holders) > 1 or told.total() == len(full) == 1):
        return f"Who is the {max(full, key=lambda one: (told[one], -len(one), one))}?"
    shown = [_with_article(office, False) for office in offices]
    told_of = offices[0].casefold() if len(shown) == 1 and shown[0].startswith("the ") else ""
    asked = bool(told_of) and told_of not in marked("known_offices", "each")
    if len(holders) > 1 or asked:
        return f"Who is {' or '.join(shown)}?"
    return f"Who is {next(iter(holders))}?"


def _says_of_what(told: str, offices: list[str]) -> bool:
    """Whether an office in the words of its text is the fullest and has more words, a capital among them."""
    bare = {word for office in offices for word in office.casefold().split()}
    if not set(offices[0].casefold().split()) <= set(told.casefold().split()):
        return False
    return any(word[:1].isupper() and word.casefold() not in bare for word in told.split())


def _with_article(office: str, of_one: bool) -> str:
    """An office with "the" where only one holds it, and what many are with "a": "the mayor", "a linebacker".

    >>> _with_article("mayor", False), _with_article("usher", False), _with_article("usher", True)
    ('the mayor', 'an usher', 'the usher')
    """
    last = office.casefold().split(" of ")[0].split(" for ")[0].split()[-1:]
    if of_one or " of " in office or " for " in office or (last and last[0] in marked("known_offices", "one")):
        return f"the {office}"
    return (
        f"{'an' if office[:1].casefold() in 'aeiou' and not office.casefold().startswith(LIKE_YOU) else 'a'} {office}"
    )


LIKE_YOU = ("uni", "use", "usu", "eu", "one", "u.s.", "us ")
"""How words begin that are said with a consonant though they are written with a vowel."""


def _offices(claims: tuple[Claim, ...]) -> list[str]:
    """The fullest names of what a person holds, the commonest first: "police chief" says what "chief" says.

    Of two with the same words, "chief of police" and "police chief", the commoner stands.
    """
    told = Counter(_in_singular(office) for c in claims for office in c.measure.partition(": ")[2].split("; "))
    named = {office: frozenset(office.casefold().split()) - {"of", "the", "for"} for office in told}
    kept: list[str] = []
    for office in sorted(told, key=lambda one: (-len(named[one]), -told[one], len(one), one)):
        if not any(named[office] <= named[other] for other in kept):
            kept.append(office)
    return sorted(kept, key=lambda one: (-told[one], one))[:SEVERAL]


def _in_singular(office: str) -> str:
    """An office as one holds it, without what else is told of its holder: "the late senator", "retired journalists"."""
    found = office.split()
    while len(found) > 1 and found[0].casefold() in DESCRIBES:
        found.pop(0)
    one = singular(found[-1].casefold())
    if one and is_person(one) and found[-1].islower() and HELD_FOR.isdisjoint(found):
        found[-1] = one
    if len(found) > 1 and found[-1] in AMONG_OFFICES and found[-2] in words("offices"):
        found.pop()  # "chairman Rep. Moll"
    return " ".join(found)


HELD_FOR = frozenset({"of", "for", "to", "with", "at", "in"})
"""Words behind an office, before those it is held for: "adviser to the rebels" is no "adviser to the rebel"."""

DESCRIBES = frozenset(
    {"rip", "late", "slain", "retired", "known", "legendary", "then", "rookie", "year-old", "longtime",
     "gratified", "talking", "winning", "smoking", "fine", "famed", "famous", "popular", "embattled", "ousted",
     "disgraced", "beloved"}
)  # fmt: skip
"""Words before an office that are no part of it."""

AMONG_OFFICES = frozenset({"representative", "senator", "sergeant", "constable"})
"""Ranks that stand between another office and the name of its holder."""


def _of(claims: tuple[Claim, ...]) -> str:
    """For whom an office is held, where claims agree on it: one of several that says it may have been read wrongly."""
    bodies = Counter(c.subject for c in claims if c.subject[:1].isupper())
    agreed = len(bodies) == 1 and (len(claims) == 1 or bodies.total() > 1)
    of = min(bodies, default="")
    said = {word for c in claims for word in c.measure.casefold().split()}
    return f" of {of}" if agreed and not set(of.casefold().split()) <= said else ""


def _told(claim: Claim, claims: tuple[Claim, ...]) -> str:
    """What was said about something, by whom, where nobody tells it but speakers; else what happened, as it is told."""
    if speakers := speakers_of(claims):
        asked = claim.asked or next((c.asked for c in claims if c.asked and c.kind == "statement"), "say")
        return _said(speakers, asked)
    told = words_of(claim)
    if told == claim.value:
        quoted = WHOLE_QUOTATION.fullmatch(told)
        told = (quoted[1] if quoted else told).rstrip(".,")
    return f"What happened: {told}?"


def _said(speakers: tuple[str, ...], asked: str) -> str:
    """What one or two said about something; of more the question names none."""
    if len(speakers) == 1:
        return f"What {as_subject(speakers[0])} {asked}?"
    if len(speakers) == 2 and (one := _one_name(*speakers)):
        return f"What {as_subject(one)} {asked}?"
    about = VERB.sub("", asked)
    if len(speakers) == 2:
        shown = dict.fromkeys(as_subject(name).partition(" ")[2] for name in speakers)
        return f"What did {' and '.join(shown)} say{about}?"
    return f"What is said{about}?"


def _one_name(first: str, second: str) -> str:
    """The longer of two names where it holds the other: "Justice Department" and "U.S. Justice Department"."""
    long, short = sorted((first, second), key=len, reverse=True)
    return long if long.casefold().endswith(f" {short.casefold()}") else ""


VERB = re.compile(r"^\w+")


WHOLE_QUOTATION = re.compile(r"“([^“”]*)”")


def _position(claim: Claim, claims: tuple[Claim, ...]) -> str:
    return f"What {claim.asked}?"


WILL = re.compile(r"^will\b")


def _time(claim: Claim, claims: tuple[Claim, ...]) -> str:
    if claim.rule == DEADLINES:
        told = best_asked(c.asked for c in claims)
        return f"By what deadline {WILL.sub('must', told)}?" if told else "What is the deadline?"
    lasting = next((c for c in claims if c.rule == LASTING), None)
    if lasting is not None:
        return f"{lasting.measure.split()[-2].capitalize()} when: {best_asked(c.asked for c in claims)}?"
    words = claim.measure.split()
    event, phase, grain = " ".join(words[:-2]).partition("/")[0], words[-2], words[-1]
    asked = "At what time" if grain == "clock" else "On what day"
    asked = "When" if all(is_coarse(c.value_key) for c in claims) else asked
    ending = {"start": "start", "hold": "take place", "end": "end", "happen": "happen", "plan": "happen"}[phase]
    own = phase in ("happen", "plan") or (phase == "hold" and len({c.article for c in claims}) == 1)
    told = best_asked(c.asked for c in claims) if claim.rule == MAIN or own else ""  # a meeting of many has but a noun
    if told or claim.rule == MAIN:
        return f"{asked} {told or f'did it {ending} ({event})'}?"
    return f"{asked} did {'the ' if phase not in ('happen', 'plan') else ''}{event} {ending}{_who(claim)}?"


def _venue(claim: Claim, claims: tuple[Claim, ...]) -> str:
    event = " ".join(claim.measure.split()[:-1])
    called = Counter(c.asked for c in claims if c.asked)
    if claim.rule == MAIN and called:
        wider = f", {WIDELY}" if claim.scope == WIDELY else ""
        return f"Where {min(called, key=lambda name: (-called[name], name))}{wider}?"
    told = best_asked(c.asked for c in claims)
    if claim.rule == ADDRESSES:
        known = best_asked(c.asked for c in claims if c.deed in known_kinds())
        return f"Where exactly {known or told or 'was it'}?"
    if told:
        return f"Where {told}?"
    return f"Where: {event}{_who(claim)}?"


def _who(claim: Claim) -> str:
    names = [party.split(":", 1)[-1] for party in claim.subject.split("|") if party]
    return f" ({', '.join(names)})" if names else ""


WHERE_TO = re.compile(r"\bwhere\b", re.I)
"""What is asked in words of its own: "did not say where the men were taken"."""


def _undisclosed(claim: Claim, claims: tuple[Claim, ...]) -> str:
    """What is asked and not told: where and when by the event, all else in the words of one that does not tell."""
    asked, _, event = claim.measure.partition(" ")
    if asked == "exact":
        what, _, event = event.partition(" ")
        if event:
            return f"What is the exact {what} of the {event}?"
        if what == "location" and not WHERE_TO.search(claim.value):
            return "What is the exact location?"
        asked = what
    sort = "" if asked == "undisclosed" else f" ({asked})"
    return f"What is not told{sort}: {claim.value}?"


_QUESTIONS = {
    "figure": figure_question,
    "role": _role,
    "position": _position,
    "time": _time,
    "venue": _venue,
}
