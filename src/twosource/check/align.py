"""Line up the claims that answer one question about one event.

Reads   claims of a story's articles
Gives   groups of claims, each one question; deterministic whatever the order of the articles
Misses  one question put in words that share no class, party or content word

Claims are compared by their signatures (all slots but place), so that a copy of an article adds claims to groups and
never moves one. Groups are made by complete linkage: a claim joins only where it fits every claim, so that chains
of near matches cannot bring two questions together.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from twosource.check.claims.addresses import BY as ADDRESSES
from twosource.check.claims.beginnings import BY as BEGINNINGS
from twosource.check.claims.callings import KIN
from twosource.check.claims.courts import BY as COURTS
from twosource.check.claims.deaths import BY as DEATHS
from twosource.check.claims.homes import HOME
from twosource.check.claims.institutions import BY as INSTITUTIONS
from twosource.check.compatible import compatible, same_day, same_demand, unlike_days
from twosource.check.events.begun import begun
from twosource.check.events.sites import deathplaces, in_court, in_institution, sites
from twosource.check.figures.counts import counts
from twosource.check.language.order import Group, in_order
from twosource.check.language.rivals import ordinals
from twosource.check.namesakes import told_apart
from twosource.check.nested import two_homes
from twosource.check.tellings import tellings
from twosource.model import Claim
from twosource.text.lexicon import table

Fits = Callable[[Claim, Claim], bool]


def align(claims: Iterable[Claim]) -> tuple[Group, ...]:
    """Return the claims in groups, each answering one question; groups in order of their first claim's place."""
    blocks: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in told_apart(claims):
        blocks[block_of(claim)].append(claim)
    groups = [group for key in sorted(blocks) for group in _within(key[0], blocks[key])]
    return tuple(sorted(groups, key=lambda group: (group[0].article, group[0].focus, group[0].id)))


def _within(kind: str, claims: list[Claim]) -> list[Group]:
    """The groups of one block: deeds and statements by what they tell, figures by what they count, others by slots."""
    made = OWN.get(claims[0].rule) or WHOLE.get(kind)
    return made(claims) if made else _groups(claims, FITS[kind])


def block_of(claim: Claim) -> tuple[str, ...]:
    """Return the slots in which claims must be equal to be compared at all."""
    if not claim.disclosed:
        return ("undisclosed", claim.kind, claim.event)
    if claim.kind == "figure":
        return ("figure",)  # `counts` tells figures of one event from those of another
    if claim.kind == "role":
        sort = claim.measure.split(":")[0]
        if sort == "kin":
            return ("role", sort, claim.subject)
        return ("role", sort, claim.measure if sort == "member" else claim.value_key)
    if claim.kind in ("statement", "event"):
        return ("telling", claim.event)
    if claim.kind == "position":
        return ("position",)
    if claim.rule == BEGINNINGS:
        return ("begun",)
    return (claim.kind, claim.measure, "" if claim.rule in (ADDRESSES, COURTS, INSTITUTIONS) else claim.event)


def _groups(claims: list[Claim], fits: Fits) -> list[Group]:
    """Complete-link groups over the distinct signatures of `claims`, the commonest signatures first."""
    by_signature: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_signature[signature(claim)].append(claim)
    made: list[list[tuple[str, ...]]] = []
    for key in sorted(by_signature, key=lambda s: (-len(s[-1]), s)):
        claim = by_signature[key][0]
        home = next((group for group in made if all(fits(claim, by_signature[other][0]) for other in group)), None)
        if home is None:
            made.append([key])
        else:
            home.append(key)
    return [in_order(c for key in group for c in by_signature[key]) for group in made]


def signature(claim: Claim) -> tuple[str, ...]:
    """Return all that matters of a claim for lining it up; claims with one signature are never parted."""
    return (
        claim.kind,
        claim.measure,
        claim.subject,
        claim.scope,
        claim.event,
        str(claim.polarity),
        f"{claim.low}/{claim.high}/{claim.bound}/{claim.unit}",
        claim.value_key or claim.value.casefold(),
    )


def one_position(a: Claim, b: Claim) -> bool:
    """Both say what one side wants about one thing; whether it wants or refuses it is for the verdict.

    What one article says is wanted and not wanted is two things: "not favours, just a level field".
    """
    if a.polarity != b.polarity and a.article == b.article:
        return False
    shared = set(a.value_key.split()) & set(b.value_key.split())
    small = min(len(a.value_key.split()), len(b.value_key.split()))
    alike = small > 0 and len(shared) >= 0.6 * small  # as for words of one speaker
    return (alike or same_demand(a.value, b.value)) and _same_side(a, b)


def _same_side(a: Claim, b: Claim) -> bool:
    """Whether the two positions have a holder or a teller in common."""
    return bool(set(a.scope.split("|")) & set(b.scope.split("|")))


def one_time(a: Claim, b: Claim) -> bool:
    """Both date the same phase of one happening; clock times of two days are two happenings."""
    days = [claim.value_key.partition("T")[0] for claim in (a, b)]
    if a.measure.endswith("clock") and not same_day(days[0], days[1]):
        return False
    if unlike_days(a, b) or (a.article == b.article and not compatible(a, b)):
        return False  # one article does not date one phase twice
    if a.measure.split()[-2] == "plan" and "" in (a.subject, b.subject):
        return compatible(a, b)  # "the trial is set for Friday" and "she will be tried on Friday"
    if a.subject == b.subject:
        return a.measure.endswith("clock") or a.subject == "" or compatible(a, b)
    return _shares_party(a, b) and compatible(a, b)


def one_venue(a: Claim, b: Claim) -> bool:
    """Both place one happening, and in one country: the same kind of thing in another country is another happening."""
    if HOME in (a.measure, b.measure):
        return a.subject == b.subject and _one_home(a, b)
    first, second = (set(claim.value_key.split(">")[0].split(",")) - {""} for claim in (a, b))
    if (first and second and not first & second) or (a.article == b.article and not compatible(a, b)):
        return False  # one article does not place one thing twice
    if _rank(a.asked) != _rank(b.asked) and not compatible(a, b):
        return False  # a second round of talks is held in another place than the first
    if not compatible(a, b) and any(_of_some(claim) for claim in (a, b)):
        return False  # 17 people arrested here, and 17 there
    if a.subject == b.subject:
        return True
    return _shares_party(a, b) and (compatible(a, b) or bool(named_parties(a) & named_parties(b)))


def _shares_party(a: Claim, b: Claim) -> bool:
    """Whether two deeds have a party in common, one by name where both name somebody: two chambers pass one bill."""
    if named_parties(a) and named_parties(b) and not named_parties(a) & named_parties(b):
        return False
    return bool(set(a.subject.split("|")) & set(b.subject.split("|")) - {""})


def named_parties(claim: Claim) -> set[str]:
    """Return the people and bodies with a name who take part in a deed; a place or a group may be told of or not."""
    return {party for party in claim.subject.split("|") if ":" in party and not party.startswith(UNSURE_PARTIES)}


UNSURE_PARTIES = ("place:", "group:")


def _of_some(claim: Claim) -> bool:
    """Whether a deed is that of some who are only counted or told of for the first time, and nobody's with a name."""
    return not named_parties(claim) and SOME.match(claim.asked) is not None


SOME = re.compile(
    r"(?:did|was|were|will)\s+(?:(?:about|some|at\s+least|more\s+than)\s+)?(?:\d[\d,.]*|"
    + "|".join(row[0] for row in table("number_words") if row[2] in ("unit", "teen", "ten"))
    + r"|an?)\s",
    re.I,
)


def _rank(asked: str) -> str:
    """The word by which a question tells one of several in a row from the others: "a second round"."""
    return next((word for word in asked.lower().split() if word in ordinals() - {"first"}), "")


def _one_home(a: Claim, b: Claim) -> bool:
    """Whether it is known if two towns are one or lie within one another, and no article names two."""
    names = sorted(claim.value_key.removeprefix(">home:") for claim in (a, b))
    return two_homes(names[0], names[1]).known and (a.article != b.article or names[0] == names[1])


def one_silence(a: Claim, b: Claim) -> bool:
    """Both say of one thing that it is not told: one sort of question, and most words of the shorter one."""
    (sort, event), (sort_of_other, event_of_other) = (_not_told(claim.measure) for claim in (a, b))
    another = sort != "responsibility" and event and event_of_other and event != event_of_other
    if sort and sort_of_other and (sort != sort_of_other or another):
        return False
    if a.subject != b.subject and (a.subject or b.subject):
        return False  # two who did not comment
    first, second = set(a.asked.split()), set(b.asked.split())
    if sort == sort_of_other and (sort in ASKED_ONCE or not first or not second or (event and event_of_other)):
        return bool(sort)  # a place is asked for but once, and the time of one event
    return len(first & second) > HALF * min(len(first), len(second))


def _not_told(measure: str) -> tuple[str, str]:
    """What sort of thing is not told, and of which event: ("exact location", "talks"); "" for what is not known."""
    if measure.startswith("undisclosed"):
        return "", ""
    words = measure.split()
    sort = 2 if words[0] == "exact" else 1
    return " ".join(words[:sort]), " ".join(words[sort:])


ASKED_ONCE = frozenset({"exact location", "responsibility"})
"""What a story leaves untold of one thing only: where somebody or something is, who says that he did it."""

HALF = 0.5
"""The part of the words on what is not told that two silences share more than: one of two may be the victim's."""


def one_role(a: Claim, b: Claim) -> bool:
    """Both say what one person is, or give one kin of somebody by a longer and a shorter name: "Jan", "Jan Lowe"."""
    if not a.measure.startswith(KIN) or a.value_key == b.value_key:
        return True
    shorter, longer = sorted((a.value_key.split(), b.value_key.split()), key=len)
    return a.measure == b.measure and a.article != b.article and longer[: len(shorter)] == shorter


WHOLE: dict[str, Callable[[Iterable[Claim]], list[Group]]] = {"telling": tellings, "figure": counts}
"""The kinds whose blocks are grouped by a method of their own."""

OWN: dict[str, Callable[[Iterable[Claim]], list[Group]]] = {
    ADDRESSES: sites,
    BEGINNINGS: begun,
    DEATHS: deathplaces,
    COURTS: in_court,
    INSTITUTIONS: in_institution,
}
"""The rules whose claims are grouped by a method of their own."""

FITS: dict[str, Fits] = {
    "position": one_position,
    "time": one_time,
    "venue": one_venue,
    "role": one_role,
    "undisclosed": one_silence,
}
"""For each kind, the proposition under which two claims of one block answer one question."""
