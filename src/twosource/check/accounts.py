"""Sort the claims that answer one question into accounts: one for each value, with who vouches and who carries it.

Reads   a group of claims, who each one's origin and outlet are
Gives   Account, the one with the most carriers first
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain

from twosource.check.claims.happenings import BY as HAPPENINGS
from twosource.check.claims.statements import BY as STATEMENTS
from twosource.check.compatible import WHOLE_SENTENCES, compatible, same_words, unlike_days
from twosource.check.events.headlines import worth
from twosource.check.events.main_tellings import BY as MAIN
from twosource.check.events.main_tellings import NOUN as NAMED
from twosource.check.events.main_where import WHOLE
from twosource.check.language.money import two_currencies
from twosource.check.language.nouns import is_person
from twosource.check.language.numbers import as_said, is_order
from twosource.check.language.order import stands_in
from twosource.check.language.words import parted
from twosource.model import Account, Claim
from twosource.text.calendar import MONTH, MONTH_SHORT

ALSO_COUNTED = "also counted"
"""The rule of a figure that carries a number found in other words (`also_counted`): it never stands for an account."""

SHORT = 4
"""Words added to a telling's length, so that two typical words do not stand for a whole sentence."""


def accounts_of(
    group: tuple[Claim, ...], origin: Callable[[Claim], str], outlet: Callable[[Claim], str]
) -> tuple[Account, ...]:
    """Return the accounts of one question, those with more carriers first, then by value.

    Exact values found the accounts; a value with bounds joins the account that it is compatible with, of several the
    one that names its number, then the one with the most claims, and stands alone where there is none.
    """
    made: list[list[Claim]] = []
    kinds: list[dict[tuple[object, ...], Claim]] = []  # of each account, a claim for each way in which it is said
    for claim in sorted(group, key=lambda c: (_vague(c), _value_order(c), c.article, c.focus)):
        homes = [n for n, said in enumerate(kinds) if all(one_account(claim, other) for other in said.values())]
        if homes:
            home = max(homes, key=lambda n: (_names(made[n], claim), len(made[n]), -n))
        else:
            home = len(made)
            made.append([])
            kinds.append({})
        made[home].append(claim)
        kinds[home].setdefault(_said(claim), claim)
    accounts = [_account(claims, origin, outlet) for claims in made]
    return tuple(sorted(accounts, key=lambda account: (-len(account.carriers), _order(account))))


def _said(claim: Claim) -> tuple[object, ...]:
    """All that `one_account` looks at; of a whole sentence that only carries a telling, whether it denies it."""
    if claim.rule in WHOLE_SENTENCES and claim.kind in ("event", "statement"):
        return (claim.kind, claim.rule, claim.polarity)
    amount = (claim.low, claim.high, claim.bound, claim.unit)
    return (claim.kind, claim.measure, claim.value, claim.value_key, claim.polarity, claim.rule, *amount)


def one_account(a: Claim, b: Claim) -> bool:
    """Both can be right, and say it in one way: two currencies, two hours or two demands are two accounts.

    "About 8:45" and "8:49" may both be right, and are told apart all the same.
    """
    if (a.kind == "position" and not same_words(a, b)) or (a.kind == "time" and unlike_days(a, b)):
        return False
    if not compatible(a, b) or two_currencies(a, b):
        return False
    if a.kind != "time" or b.kind != "time":
        return True
    one, other = (claim.value_key.partition("T")[2] for claim in (a, b))
    return not one or not other or one == other or _is_part(a) != _is_part(b)  # a part of the day carries its hour


def _is_part(claim: Claim) -> bool:
    """Whether a claim only gives the part of a day ("T17:00-06:00")."""
    return claim.kind == "time" and "-" in claim.value_key.partition("T")[2]


def _names(account: list[Claim], claim: Claim) -> bool:
    """Whether an account names the number that a claim bounds: "up to 80" goes with 80 rather than with 75."""
    return any(as_said(claim) == as_said(other) for other in account)


def _vague(claim: Claim) -> int:
    """How loosely a value is given: as it is, with bounds (or as a day where others may give the hour), as an order."""
    if is_order(claim.low, claim.high) or _is_part(claim):
        return 2
    return int(claim.low != claim.high or claim.bound != "=")


def _value_order(claim: Claim) -> tuple[float, int, str]:
    return (
        as_said(claim) or 0.0,
        -len(claim.value_key),
        claim.value_key or claim.value,
    )


def _order(account: Account) -> tuple[float, str]:
    return as_said(account) or 0.0, account.value


def _account(claims: list[Claim], origin: Callable[[Claim], str], outlet: Callable[[Claim], str]) -> Account:
    every, claims = claims, _one_a_sentence(claims)
    words = claims[0].kind in ("event", "statement")  # a sentence may state what it tells, and either may be asked
    told = every if words else [claim for claim in claims if not is_order(claim.low, claim.high)] or claims
    shown = _shown([claim for claim in told if not _vague(claim)] or told)
    return Account(
        value=words_of(shown),
        claims=tuple(claims),
        low=shown.low,
        high=shown.high,
        unit=shown.unit,
        measure=shown.measure,
        as_of=max((claim.as_of for claim in claims), default=""),
        polarity=shown.polarity,
        origins=tuple(sorted({origin(claim) for claim in claims})),
        carriers=tuple(sorted({outlet(claim) for claim in claims})),
    )


def _one_a_sentence(claims: list[Claim]) -> list[Claim]:
    """The claims in order of article and place, only the fullest one where a sentence makes the same claim twice.

    A sentence that carries or names what it also tells adds nothing to its own telling.
    """
    kept: dict[tuple[str, int], Claim] = {}
    for claim in sorted(claims, key=lambda claim: (claim.article, claim.focus, claim.id)):
        place = stands_in(claim)
        if place not in kept or _fullness(claim) > _fullness(kept[place]):
            kept[place] = claim
    return list(kept.values())


def _fullness(claim: Claim) -> tuple[bool, int]:
    return claim.rule not in WHOLE_SENTENCES and claim.rule != NAMED, len(claim.value_key)


def _shown(claims: list[Claim]) -> Claim:
    """The claim whose words stand for the account.

    Of deeds and statements the one that tells it best. Of all else the commonest value, then the fullest, then the
    first in order.
    """
    if claims[0].kind in ("event", "statement"):
        return told_best(claims)
    claims = [claim for claim in claims if claim.rule != ALSO_COUNTED and not _is_part(claim)] or claims
    if claims[0].kind == "venue":
        claims = [claim for claim in claims if claim.scope == WHOLE] or claims
    if claims[0].kind == "time":
        claims = [claim for claim in claims if not COARSELY.fullmatch(claim.value)] or claims
    values = Counter(claim.value for claim in claims)
    return min(claims, key=lambda c: (-values[c.value], -len(c.value_key), -len(c.value), c.value, c.article, c.focus))


COARSELY = re.compile(
    r"(?:(?:in|of|early|earlier|late|later|mid|last|this|next|that|the|past|previous)[\s-]+)*"
    r"(?:years?|months?|weeks?|spring|summer|autumn|fall|winter|\d{4}"
    rf"|(?:{MONTH}|{MONTH_SHORT})\.?(?:,?\s+(?:of\s+)?\d{{4}}|\s+(?:last|this)\s+year)?)",
    re.I,
)
"""A time that names no day: it carries the day that another gives, and is no answer beside it."""


def words_of(claim: Claim) -> str:
    """Return the words in which a claim is shown: of a deed those that can be read alone, where there are any."""
    alone = claim.kind == "event" and claim.rule in TOLD_ALONE
    return claim.asked if alone and claim.asked else claim.value


TOLD_ALONE = frozenset({HAPPENINGS, MAIN})
"""Rules of claims whose deed is asked for in words that can be read alone."""


def told_best(claims: Sequence[Claim]) -> Claim:
    """Return the most typical claim; of a story's own event, which all tell in other words, one that reads well.

    Its day and its numbers are questions of their own, on which its carriers may differ: it is best told without. A
    sentence that only carries a telling tells other things too, and never stands for it beside a telling.
    """
    full = _one_a_sentence([claim for claim in claims if claim.rule == MAIN])
    claims = _of_what_is_asked(claims)
    full = [claim for claim in full if claim.asked] or full
    full = [claim for claim in full if not POINTS.match(words_of(claim))] or full
    if full:
        likeness = _likeness(full, FULLER)
        counts = {c.id: times for c, times in zip(full, worth([words_of(c) for c in full]), strict=True)}
        return max(full, key=lambda c: (likeness[c.id] * counts[c.id], c.value, c.id))
    told = [claim for claim in claims if claim.rule not in WHOLE_SENTENCES] or claims
    return typical([claim for claim in told if not POINTS.match(words_of(claim))] or told, FULLER)


POINTS = re.compile(
    r"(?:he|she|they|it\s+(?!(?:is|was|will|has|had|takes?|took|rained|snowed|appear\w*|seem\w*)\b))\b", re.I
)
"""How a telling begins that tells a deed of somebody whom only its own text knows."""


def speakers_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return who is told to have said it, commonest first, where nobody tells it in a voice of their own; else ().

    A deed that stands in what somebody says is that speaker's word too. Whom all have it from is the speaker alone, and
    beside a name no description is one more. Who only carries it is not asked, nor who denies what another says.
    """
    told = [claim for claim in claims if claim.rule not in WHOLE_SENTENCES] or list(claims)
    if len({claim.polarity for claim in told}) > 1:
        return ()
    said = Counter(claim.subject for claim in told if claim.kind == "statement")
    if not said or any(claim.rule not in SAYINGS for claim in told):
        return ()
    if not all(claim.kind == "statement" or said.keys() & set(claim.chain) for claim in told):
        return ()
    if len(said) > 1 and (all_have := [name for name in said if all(name in claim.chain for claim in told)]):
        return (max(all_have, key=lambda name: (max(c.chain.index(name) for c in told), said[name], name)),)
    named = [name for name in said if name and not is_person(name.split()[-1])]
    return tuple(sorted(named or said, key=lambda name: (-said[name], name)))


SAYINGS = WHOLE_SENTENCES | {HAPPENINGS, STATEMENTS}
"""Rules of claims that tell a statement or the deed in it."""


def _of_what_is_asked(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that can stand for a telling: statements where a speaker is asked, else deeds that can be read alone.

    Words between quotation marks tell what happened only where nothing else does.
    """
    told = [claim for claim in claims if claim.kind == "statement" and claim.rule == STATEMENTS]
    speakers = speakers_of(claims)
    if said := [claim for claim in told if claim.subject in speakers]:
        return _one_a_sentence(said)
    if all(claim.kind == "statement" for claim in claims):
        return _one_a_sentence(told or list(claims))
    if any(claim.rule not in SAYINGS for claim in claims):
        return _one_a_sentence(list(claims))
    deeds = [claim for claim in claims if claim.rule == HAPPENINGS and claim.asked]
    names = {claim.subject for claim in told}
    return _one_a_sentence([claim for claim in deeds if not names & set(claim.chain)] or deeds or list(claims))


def typical(claims: Sequence[Claim], held_back: float = 1.0) -> Claim:
    """Return the claim whose stems the others share most, long ones held back by their length."""
    likeness = _likeness(claims, held_back)
    return max(claims, key=lambda claim: (likeness[claim.id], claim.value, claim.id))


FULLER = 0.7
"""How much a telling that is shown is held back by its length: less than one that others are compared with.

Of two tellings that share as much, a reader wants the one that says more.
"""


def _likeness(claims: Sequence[Claim], held_back: float = 1.0) -> dict[str, float]:
    """For each claim's id how many share its stems; long ones are held back by a power of their length."""
    stems = {claim.id: parted(claim.value_key) for claim in claims}
    counts = Counter(chain.from_iterable(set(stems.values())))
    return {
        name: round(sum(map(counts.__getitem__, found)) / (len(found) + SHORT) ** held_back, 9)
        for name, found in stems.items()
    }
