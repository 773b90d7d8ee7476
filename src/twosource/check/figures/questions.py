"""The question that figures answer, in plain words.

Reads   the claims of one fact
Gives   one question
"""

import calendar
import re
from collections import Counter

from twosource.check.claims.asking import GAP, OF_MONEY, PREPOSITIONS
from twosource.check.claims.levels import BY as LEVELS
from twosource.check.claims.measures import CHILD, GENERIC, LOCALS, MAGNITUDE, POPULATION, TURNOUT
from twosource.check.claims.multiples import FOLD
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.claims.scores import RECORD, SCORE
from twosource.check.claims.setting import says_little
from twosource.check.language.keys import head
from twosource.check.language.money import unit_kinds
from twosource.check.language.nouns import is_noun
from twosource.check.language.plurals import plural
from twosource.check.language.words import content_words, stem
from twosource.model import Claim
from twosource.text.calendar import ISO_DAY
from twosource.text.lexicon import table

KNOWN = re.compile(r"^one of |'s ")
"""In the words that describe somebody: no article stands before them."""

SHORT = 4
"""Words added to the length of what is asked, so that one typical word does not stand for a clause."""

COUNTED = {
    "dead": "How many were killed?",
    "injured": "How many were injured?",
    "missing": "How many are missing?",
    "fled": "How many have fled?",
    "displaced": "How many are displaced?",
    "evacuated": "How many were evacuated?",
    "arrested": "How many were arrested?",
    "detained": "How many were detained?",
    "captured": "How many were captured?",
    "abducted": "How many were abducted?",
    "hospitalized": "How many were taken to hospital?",
    "trapped": "How many were trapped?",
    "stranded": "How many were stranded?",
    "infected": "How many were infected?",
    "survived": "How many survived?",
    "rescued": "How many were rescued?",
    "homeless": "How many are homeless?",
}

PLURALS = {
    "foot": "feet",
    "pound-mass": "pounds",
    "inch": "inches",
    "celsius": "degrees Celsius",
    "fahrenheit": "degrees Fahrenheit",
}
"""The plurals of units that do not end in an "s" alone."""


def figure_question(claim: Claim, claims: tuple[Claim, ...]) -> str:
    """Return the question of a fact; `claim` is the one that says most, of `claims`."""
    measured = head(claim)
    if measured == "age":
        names = Counter(c.subject for c in claims if c.subject != GENERIC)
        named = sorted(names, key=lambda name: (-names[name] if " " in name else 0, -len(name), name))
        told = claim.asked if KNOWN.search(claim.asked) else f"the {claim.asked}"
        who = named[0].partition(" (")[0] if named else told
        return f"How old is {who}?"
    if measured == RECORD and claim.subject == GENERIC:
        return "What was the record?"
    if measured == RECORD:
        return f"What is {claim.subject}'{'' if claim.subject.endswith('s') else 's'} record?"
    if measured == SCORE:
        typical = _typical([c for c in claims if c.asked])
        return f"What was the score: {typical.asked}?" if typical else "What was the score?"
    if all(c.rule == ORDINALS for c in claims):
        typical = _typical([c for c in claims if c.asked])
        if set_in := _setting(typical or claim, claims):
            return f"Which in order: {set_in}?"
        return f"Which in order: {typical.asked if typical else measured}?"
    if all(c.rule == LEVELS for c in claims):
        return f"Which {measured}?"
    scope = _scope(claims)
    of = "" if any(c.subject == GENERIC or not _shares(c, claim) for c in claims) else _in_words(claim)
    if measured == MAGNITUDE:
        base, of = f"What was the magnitude of the {of or 'earthquake'}?", ""
    elif measured == POPULATION:
        base, of = "How many people live there?" if not scope else "How many people live?", ""
    elif measured == TURNOUT:
        base, of = "How high was the turnout?", ""
    elif measured in COUNTED:
        base = COUNTED[measured].replace(NUMBER, SHARE) if claim.unit else COUNTED[measured]
    else:
        base, of = _worded(claim, claims), ""
    if of:
        base = base.replace("?", f" ({of})?")
    if len({c.as_of for c in claims if len(c.as_of) > ISO_DAY}) > 1:
        base = AT_HOUR.sub("", base)
    dated = _dated(claim.event) if all(c.event for c in claims) else ""
    if f" {GAP}" in base:
        return _with_year(base, dated)
    place, _, land = scope.partition(", ")
    if scope and place not in base.casefold() and not (land and f" in {land}" in base.casefold()):
        base = base.replace("?", f" in {_place_name(scope)}?")
    if dated and dated not in base:
        base = base.replace("?", f"{',' * base.endswith(' in?')}{dated}?")
    return AGREES.sub(lambda found: f"{found[1]} {OF_SEVERAL[found[2]]}", base)


AT_HOUR = re.compile(
    r"\s(?:at|by)\s(?:about\s|around\s)?(?:noon|midday|midnight|\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\.?)?)(?=[\s,?])"
)
"""An hour in a question whose answers are of several."""

AGREES = re.compile(r"^(How many (?:\w+ ){0,3}?(?:\w+s|people|men|women|children)) (was|has)\b")
OF_SEVERAL = {"was": "were", "has": "have"}
"""Several who are told of as one, by a claim about one of them."""


def _with_year(base: str, dated: str) -> str:
    """A question in the words of a sentence with the year of an older event, where these do not tell it."""
    said = dated.removeprefix(" in ")
    return base.replace("?", f" ({said})?") if YEAR.fullmatch(said) and not YEAR.search(base) else base


YEAR = re.compile(r"(?:since )?[12]\d{3}")


def _place_name(scope: str) -> str:
    """The name of a place as a question has it, without the country that it lies in: "Sterling Heights"; "the town"."""
    told = scope.partition(", ")[0].split()
    if told[0] == "the" and is_noun(told[-1]):
        return " ".join(told)
    return " ".join(word if word in SMALL else word[:1].upper() + word[1:] for word in told)


SMALL = frozenset({"of", "the", "and", "on", "de", "la", "al", "es", "el"})


def _scope(claims: tuple[Claim, ...]) -> str:
    """The place that a question names: the one that most figures hold for, where half of them name it."""
    scopes = Counter(c.scope for c in claims if c.scope)
    named = scopes.total()
    scope = min(scopes, key=lambda one: (-scopes[one], one), default="")
    return scope if 2 * named >= len(claims) else ""


def _shares(a: Claim, b: Claim) -> bool:
    """Whether two figures call those whom they are of by one noun."""
    return a.subject.split(" ")[-1] == b.subject.split(" ")[-1]


def _in_words(claim: Claim) -> str:
    """Of whom a figure is, in the words of its value where they are there: it is compared by stems."""
    words = {LOCALS: "residents"} | {stem(word): word for word in content_words(f"{claim.asked} {claim.value}")}
    return " ".join(words.get(one, one) for one in claim.subject.split())


def _dated(event: str) -> str:
    """The older event that figures are of, as a question says it: " in 1999", " in July", " since 1991"."""
    since, _, rest = event.rpartition("since ")
    month = MONTH.fullmatch(rest)
    said = calendar.month_name[int(month[1])] if month else rest
    return (
        f" {'since' if since or event.startswith('since ') else 'in'} {said}"
        if DATED.fullmatch(rest)
        else f" ({event})"
    )


MONTH = re.compile(r"month (0[1-9]|1[0-2])")
DATED = re.compile(rf"{MONTH.pattern}|[12]\d{{3}}")


def _worded(claim: Claim, claims: tuple[Claim, ...]) -> str:
    """A question in the words of the text, or of the number and what is measured where the text has none."""
    worded = [c for c in claims if c.asked]
    counting = [c for c in worded if c.rule != ORDINALS] or worded
    typical = _typical([c for c in worded if not says_little(c)] or counting, worded)
    asked = typical.asked if typical else ""
    speaking = typical or claim
    lead = _lead(_unit(speaking, claims)) if speaking.unit else _number_of(speaking, asked)
    if noun := _sort_named(speaking):
        return f"Of what {noun}?"
    long = len(speaking.setting.split()) > GLANCE
    set_in = _setting(speaking, claims) if long or says_little(speaking) else speaking.setting
    if (opening := OPENS.match(set_in)) and _goes_on(speaking, set_in[opening.end() :]):
        return f"{lead if speaking.unit else _number_of(speaking, GAP)} {set_in[opening.end() :]}?"
    noun_alone = () if speaking.unit else content_words(NUMERAL.sub("", speaking.value))
    told_more = len(content_words(asked)) > len(noun_alone)
    if set_in and not (set_in.startswith(GAP) and told_more and ", " not in set_in):
        return f"{lead if speaking.unit else _number_of(speaking, GAP)}: {set_in}?"
    if not asked:
        noun = head(claim)
        if lead == NUMBER and is_noun(noun):
            return f"{NUMBER} {plural(noun)}?"
        return f"{lead}: {noun}?" if lead == NUMBER or (speaking.unit and is_noun(noun)) else f"{lead}?"
    told = OF_MONEY.sub("", asked.removeprefix(GAP).strip()) if lead == MUCH else asked.removeprefix(GAP).strip()
    if not told:
        return f"{lead}?"
    joined = (GAP not in asked and speaking.unit != FOLD) or (
        told != asked and told.partition(" ")[0].lower() in PREPOSITIONS
    )
    return f"{lead} {told}?" if joined else f"{lead}: {told}?"


OPENS = re.compile(rf"{GAP} (?!(?:after|before|later|earlier|ago|is|was)\b)(?=\w)")
"""The gap of a clause whose number opens it: the question goes on where it stands."""


def _goes_on(claim: Claim, told: str) -> bool:
    """Whether the words behind a number that opens its clause can follow the question's first words: no noun of it."""
    if JOINED.fullmatch(claim.value.split()[0]):
        return False
    of_parts = not claim.unit or claim.unit.startswith("percentage") or told.partition(" ")[0].lower() in PREPOSITIONS
    return of_parts or told.partition(" ")[0].lower() in ("has", "have", "had")


MUCH = "How much"
SORTS = frozenset({"gauge", "caliber", "calibre", "carat", "karat", "proof", "octane"})
"""What a number before a hyphen names the sort of: a 12-gauge shotgun has no twelve gauges."""


def _sort_named(claim: Claim) -> str:
    noun = claim.asked.split(" ")[0].lower().removesuffix("s")
    return next((word for word in (head(claim), noun) if word in SORTS), "")


def _setting(claim: Claim, claims: tuple[Claim, ...]) -> str:
    """The words around a number: those of `claim`, unless others tell it shorter, else the longest that another has."""
    if len(claim.setting.split()) > GLANCE and claim.rule != ORDINALS:
        told = {c.setting for c in claims if c.unit == claim.unit and LEAST <= len(c.setting.split()) <= GLANCE}
        return max(told, key=lambda words: (len(words), words), default=claim.setting)
    return claim.setting or max((c.setting for c in claims), key=lambda told: (len(told), told))


LEAST, GLANCE = 6, 16
"""Words of a clause that tells of what its number is, and that can be read at a glance."""


def _unit(claim: Claim, claims: tuple[Claim, ...]) -> str:
    """The unit in which most claims measure that measure in the dimension of the one that asks, else its own."""
    units = Counter(other.unit for other in claims if other.unit)
    return max(units, key=lambda unit: (units[unit], unit == claim.unit, unit))


NUMBER, SHARE = "How many", "What percentage"


def _number_of(claim: Claim, asked: str) -> str:
    """How a question for a count begins: with the noun where that is not among the words of the text."""
    if asked and GAP not in asked:
        return NUMBER
    if joined := JOINED.fullmatch(claim.value.split()[0]):
        return f"{NUMBER} {plural(joined['noun'].lower())}"
    told = NUMERAL.sub("", claim.value).replace("[", "").split()
    noun = " ".join(word for word in told if APOSTROPHE.sub("", word).isalpha())
    if claim.low == claim.high == 1.0 and noun and is_noun(noun.split()[-1].lower()):
        noun = " ".join([*noun.split()[:-1], plural(noun.split()[-1])])  # "one count": how many counts
    of_these = noun and (noun.split()[0].lower() in OF_THESE or "'" in noun or "’" in noun)
    if not noun and ((named := plural(head(claim))) in claim.setting.split() or head(claim) == CHILD):
        noun = named  # "mother of 12"
    return f"{NUMBER} {'of ' if of_these else ''}{noun}".strip()


JOINED = re.compile(r"[\w.,]+-(?P<noun>(?!plus\b|odd\b)[a-z]{3,})", re.I)
"""A value that is joined to its noun: "three-game"."""

APOSTROPHE = re.compile(r"['’-]")
OF_THESE = frozenset({"the", "its", "his", "her", "their", "our", "my", "your", "these", "those", "them"})
"""Words before the noun of a whole, some of which are counted."""


EXTRA = ("an?", "few", "several", "plus", "of", "half", "dozens?", "[mb]illion", "or", "to", "hundreds?", "thousands?")
"""More words of a number that a value opens with."""

NUMERAL = re.compile(
    r"^(?:\W*(?:\d[\d.,/½¼¾]*(?:\s\d{3}\b)*|(?:"
    + "|".join([*(row[0] for row in table("number_words")), *EXTRA])
    + r")\b)[\s-]*)+",
    re.I,
)
"""The number that a value opens with."""


def _typical(claims: list[Claim], told: list[Claim] | None = None) -> Claim | None:
    """The claim that asks what most of those `told` ask too, for its length; None when nothing is asked in words."""
    told = told or claims
    stems = {c.asked: frozenset(stem(word) for word in content_words(c.asked)) for c in told}
    counts = Counter(word for claim in told for word in stems[claim.asked])
    return max(
        claims,
        key=lambda c: (sum(counts[w] for w in stems[c.asked]) / (len(c.asked.split()) + SHORT), c.asked),
        default=None,
    )


def _lead(unit: str) -> str:
    """How a question for a measure begins: "How much", "What percentage", "How many miles per hour"."""
    kind = unit_kinds().get(unit, "")
    if kind == "money" or unit_kinds().get(unit.partition(" per ")[0]) == "money":
        return MUCH
    if unit == FOLD:
        return "By what factor"
    if kind == "time":
        return "How long"
    if unit.startswith("percentage"):
        return SHARE
    base, per, other = unit.partition(" per ")
    words, _, last = base.rpartition(" ")
    plural_ = PLURALS.get(base) or f"{words} {PLURALS.get(last, f'{last}s')}".strip()
    return f"How many {plural_}{per}{other}"
