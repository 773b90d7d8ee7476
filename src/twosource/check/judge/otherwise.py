"""Whether two tellings in like words tell of two things: who did it to whom, when, which one, of how many.

Reads   two event or statement claims
Gives   otherwise, by the table `OTHERWISE`
Misses  what only their sentences, or other sentences, tell

"Halden beat Rovik" holds all the words of "Rovik beat Halden", and "will close its shop" those of "closed its shop".
"""

import re
from collections.abc import Callable

from twosource.check.claims.holding_for import OF_EACH, PER
from twosource.check.language.nouns import may_be_one
from twosource.check.language.several import picked, picked_otherwise
from twosource.check.language.turned import is_past, shared_verb, turned_round, verb_in
from twosource.check.language.words import sense
from twosource.model import Claim
from twosource.text.calendar import MONTH, MONTH_SHORT, WEEKDAY


def _turned(a: Claim, b: Claim) -> bool:
    """Who did it in one is he to whom it was done in the other."""
    one, other = _verb(a), _verb(b)
    if not one and not other:
        one = other = shared_verb(a.value, b.value)
    return turned_round((a.value, one), (b.value, other))


def _picks_another(a: Claim, b: Claim) -> bool:
    """One tells of the first and the other of the second, or of last year and of this."""
    return picked_otherwise(picked(a.value), picked(b.value))


def _on_other_days(a: Claim, b: Claim) -> bool:
    """Both name days of the week, or dates of a month, and none of them is the same."""
    for day in (WEEK_DAY, MONTH_DAY):
        one, other = ({" ".join(match.groups()).lower() for match in day.finditer(claim.value)} for claim in (a, b))
        if one and other and not one & other:
            return True
    return False


WEEK_DAY = re.compile(rf"\b({WEEKDAY})\b(?!['’]s)", re.I)
MONTH_DAY = re.compile(rf"\b({MONTH}|{MONTH_SHORT})\.?\s+(\d{{1,2}})\b(?![,.]?\d)")


def _of_other_units(a: Claim, b: Claim) -> bool:
    """A number that both tell is a percentage or a sum in one and a count in the other."""
    first, second = (
        {found["number"]: bool(found["sum"] or found["share"]) for found in NUMBER_OF.finditer(claim.value)}
        for claim in (a, b)
    )
    shared = first.keys() & second.keys()
    return bool(shared) and all(first[number] != second[number] for number in shared)


NUMBER_OF = re.compile(r"(?P<sum>[$€£]\s?)?(?P<number>\d[\d.,]*\d|\d)(?P<share>\s?(?:%|per\s?cent\b))?", re.I)


def _from_and_to(a: Claim, b: Claim) -> bool:
    """From where something came in one is where it went in the other."""
    one, other = ([{match[1] for match in way.finditer(claim.value)} for way in (FROM, TO)] for claim in (a, b))
    both = (one[0] & one[1]) | (other[0] & other[1])
    crossed = (one[0] & other[1] - other[0] - one[1]) | (one[1] & other[0] - other[1] - one[0])
    return bool(crossed - both)


FROM = re.compile(r"\bfrom\s+(?:the\s+)?([A-Z]\w+)")
TO = re.compile(r"\b(?:to|into|bound\s+for)\s+(?:the\s+)?([A-Z]\w+)")


def _inside_another(a: Claim, b: Claim) -> bool:
    """Those counted were in two things: two people in the car, two in the truck."""
    one, other = (COUNTED_THERE.search(claim.value) for claim in (a, b))
    if not one or not other:
        return False
    first, second = (sense(found[found.lastindex or 0].lower()) for found in (one, other))
    return first != second and not may_be_one(first, second)


COUNTED_THERE = re.compile(
    r"^(?:[\w’'-]+\s+){2,4}?(?:in|on|aboard|inside|at)\s+(?:the|an?|one|his|her|its|their|another)\s+"
    r"(?:[\w’'-]+\s+)?([a-zA-Z]\w*)\s+(?=were\b|was\b|are\b|is\b|ha[sd]\b|have\b|(?!on\b|in\b)[a-z]+ed\b|died\b)",
    re.I,
)


def _for_each(a: Claim, b: Claim) -> bool:
    """One tells what came to each or in each time, and the other what came in all."""
    one, other = (
        any(PER.search(part) for part in BEHIND_NUMBER.findall(claim.value)) or bool(OF_EACH.search(claim.value))
        for claim in (a, b)
    )
    return one != other and all(BEHIND_NUMBER.search(claim.value) for claim in (a, b))


BEHIND_NUMBER = re.compile(r"\d((?:\s+[^\s.;]+){1,6})")


def _only_ahead(a: Claim, b: Claim) -> bool:
    """One tells what is to be done, the other what was done."""
    one, other = (_outlook(claim) for claim in (a, b))
    return {one, other} == {"ahead", "done"}


def _outlook(claim: Claim) -> str:
    """Whether the deed of a telling is ahead or done, by the form of its verb and the words before it."""
    verb = verb_in(claim.value, _verb(claim))
    if verb is None:
        return ""
    if AHEAD.search(claim.value[: verb.start()]):
        return "ahead"
    return "done" if is_past(verb[0]) else ""


def _verb(claim: Claim) -> str:
    """The lemma of the verb of a telling."""
    return claim.measure if claim.kind == "event" else claim.deed


AHEAD = re.compile(
    r"(?:\b(?:will|would|shall|should|may|might|could|must|to)|[’']ll)\s+(?:(?:not|be|have|soon|also|again|[a-z]+ly)\s+){0,3}$"
)
"""Before a verb that tells of what is to be: modal verbs and the infinitive, a closed class."""


OTHERWISE: tuple[Callable[[Claim, Claim], bool], ...] = (
    _turned,
    _picks_another,
    _on_other_days,
    _of_other_units,
    _from_and_to,
    _inside_another,
    _for_each,
    _only_ahead,
)
"""What makes two tellings in like words two; the docstring of each is the proposition that it tests."""


def otherwise(a: Claim, b: Claim) -> bool:
    """Whether two tellings in like words tell of two things."""
    return any(ask(a, b) for ask in OTHERWISE)
