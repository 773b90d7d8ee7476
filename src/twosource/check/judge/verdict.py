"""From accounts to a verdict, each with one sentence of why.

Reads   the accounts of one question, whether two voices are independent, when each claim was made
Gives   Judged: verdict, why, which account stands now, the rules applied in order

| verdict        | when                                                                                         |
|----------------|----------------------------------------------------------------------------------------------|
| `corroborated` | two or more independent origins give compatible values                                       |
| `echoed`       | two or more outlets carry it, but all chains end at one origin, or all texts are one family  |
| `single`       | one carrier, one origin                                                                      |
| `disputed`     | incompatible values for the same thing at the same time                                      |
| `revised`      | incompatible values explained by time: a later one supersedes an earlier one                 |
| `undisclosed`  | a source says that it is not known or not told                                               |
"""

import re
from collections.abc import Callable
from datetime import date
from itertools import combinations, pairwise
from typing import NamedTuple

from twosource.check.claims.manners import CORRECTS, RISEN
from twosource.check.compatible import compatible
from twosource.check.figures.kinds import kind_of
from twosource.check.figures.questions import COUNTED
from twosource.check.judge.courses import FALLS, Course, course_of
from twosource.check.judge.doubts import PERHAPS_ANOTHER
from twosource.check.language.money import unit_kinds
from twosource.check.language.numbers import LENGTH, TIME, as_said
from twosource.check.voices.chains import UNNAMED
from twosource.model import Account, Claim, FactKind, Judgement, Verdict
from twosource.text.calendar import ISO_DAY
from twosource.text.wording import within_sentence


class Judged(NamedTuple):
    """A verdict with its reasons.

    `stands` is the index of the account that stands now, None when nothing decides; `confirmed` the first two claims
    that confirm each other, () where none do.
    """

    verdict: Verdict
    why: str
    stands: int | None
    reasons: tuple[str, ...]
    confirmed: tuple[Claim, ...] = ()


class Bench(NamedTuple):
    """What a verdict needs to know beyond the accounts.

    `independent` answers for two claims; `moment` gives the ISO time a claim speaks for ("" when unknown);
    `outlet` and `origin` name who carries and who vouches.
    """

    independent: Callable[[Claim, Claim], Judgement]
    moment: Callable[[Claim], str]
    outlet: Callable[[Claim], str]
    origin: Callable[[Claim], str]


RISES = frozenset({"dead", "injured", "fled", "displaced", "evacuated", "arrested", "rescued", "homeless", "infected"})
"""Measures that are counted again while an event goes on, so that a later figure supersedes an earlier one."""


def judge(kind: FactKind, accounts: tuple[Account, ...], bench: Bench) -> Judged:
    """Return the verdict on one question. `accounts` are in the order of the fact; there is at least one."""
    if not accounts[0].claims[0].disclosed:
        return _undisclosed(accounts, bench)
    if len(accounts) > 1 and at_odds(accounts):
        return _several(kind, accounts, bench)
    return _agreed(accounts, bench)


def at_odds(accounts: tuple[Account, ...]) -> bool:
    """Whether any two accounts hold claims that cannot both be right."""
    return any(
        not compatible(a, b)
        for one, other in combinations(accounts, 2)
        for a in one.claims[
            :20
        ]  # the claims of an account are compatible with each other: twenty of them stand for all
        for b in other.claims[:20]
    )


def _undisclosed(accounts: tuple[Account, ...], bench: Bench) -> Judged:
    names = sorted({_via(claim, bench) for account in accounts for claim in account.claims})
    say = "says" if len(names) == 1 else "say"
    return Judged(
        "undisclosed",
        _sentence(f"{_list(names)} {say} that it is not told or not known"),
        None,
        ("some account says that it is not disclosed",),
    )


def _agreed(accounts: tuple[Account, ...], bench: Bench) -> Judged:
    """The verdict where all values are compatible: how many independent origins, how many carriers."""
    claims = [claim for account in accounts for claim in account.claims]
    stands = 0 if len(accounts) == 1 else None
    firm = [claim for claim in claims if claim.certainty in ("said", "reported")] or claims
    # an article that names its source for it has it from there, whatever its headline says in its own voice
    sourced = {claim.article for claim in firm if claim.chain}
    firm = [claim for claim in firm if claim.chain or claim.article not in sourced]
    voices = _distinct(firm, bench)
    citing = {bench.outlet(claim) for claim in firm if claim.chain}
    carriers = sorted({bench.outlet(claim) for claim in claims})
    doubts: list[str] = []
    for a, b in combinations(voices, 2):
        if bench.outlet(a) == bench.outlet(b):
            continue  # whoever it cites: one outlet's word stands behind both
        answer = bench.independent(a, b)
        if answer.answer == "yes" and _both_cite(a, b, citing, bench):
            doubts.append(f"{bench.outlet(a)} and {bench.outlet(b)} both name sources for it elsewhere")
            continue
        if answer.answer == "yes":
            why = f"{_via(a, bench)} and {_via(b, bench)} give it independently: {answer.why}"
            reasons = ("values compatible", f"independent: {answer.why}")
            return Judged("corroborated", _sentence(why), stands, reasons, (a, b))
        if answer.answer == "unsure":
            doubts.append(answer.why)
    # a doubt about sources comes from two that surely tell the same, and says more
    unsure = next((doubt for doubt in doubts if doubt != PERHAPS_ANOTHER), "")
    origins = sorted({bench.origin(claim) for claim in claims})
    if len(carriers) == 1:
        why = f"Only {carriers[0]} has it" + (
            f", from {_list(origins)}" if origins != carriers else ", and names no other source"
        )
        return Judged("single", _sentence(why), stands, ("one carrier",))
    if len(origins) == 1:
        why = f"{_list(carriers)} carry it, but all of it comes from {origins[0]}"
        return Judged("echoed", _sentence(why), stands, ("several carriers", "one origin"))
    if doubts and not unsure:
        why = f"{_list(carriers)} carry it, but no two in words that surely tell the same thing"
        return Judged("echoed", _sentence(why), stands, ("several carriers", PERHAPS_ANOTHER))
    why = f"{_list(carriers)} carry it, but no two are known to be independent" + (f": {unsure}" if unsure else "")
    return Judged("echoed", _sentence(why), stands, ("several carriers", unsure or "no two origins are independent"))


def _both_cite(a: Claim, b: Claim, citing: set[str], bench: Bench) -> bool:
    """Whether two say in their own voice what both their outlets have from others in further articles.

    Whether those are independent is asked where they are cited. Who holds an office, how old somebody is, and when and
    where a thing was all reporters know, whoever speaks in the sentence.
    """
    if a.kind in KNOWN_TO_ALL or a.measure.split()[:1] == ["age"] or a.chain or b.chain:
        return False
    return bench.outlet(a) in citing and bench.outlet(b) in citing


KNOWN_TO_ALL = frozenset({"role", "time", "venue"})


def _several(kind: FactKind, accounts: tuple[Account, ...], bench: Bench) -> Judged:
    """The verdict where values are at odds: revised when time explains them, disputed otherwise."""
    shared = _one_origin(accounts, bench)
    planned = [all("plan" in claim.rule for claim in account.claims) for account in accounts]
    if kind == "time" and any(planned) and not all(planned):
        now = planned.index(False)
        before = accounts[planned.index(True)]
        plan, deed = f"{_by(before, bench)} gave {before.value} as the plan", accounts[now]
        why = f"{plan}; {_by(deed, bench)} later gave {deed.value}"
        return Judged("revised", _sentence(why), now, ("values differ", "one was a plan, the other says what happened"))
    rises = accounts[0].measure.split()[:1] != [] and accounts[0].measure.split()[0] in RISES
    counted = rises or accounts[0].measure.partition(" ")[0] in FALLS
    told = course_of(accounts, bench.moment, bench.outlet) if kind == "figure" and counted else None
    if told is not None and (
        len(_days(accounts, bench)) > 1 or not _counted_apart([accounts[index] for index in told.order])
    ):
        return _revised(accounts, told, bench)
    course = _course(accounts, bench)
    apart = course is not None and (
        _counted_apart([accounts[index] for index in course])
        or not _as_time_passed([accounts[index] for index in course], bench)
    )
    dated = any(len(claim.as_of) > ISO_DAY for account in accounts for claim in account.claims)
    again = course is not None and _told_again(accounts, course)
    if kind == "figure" and _are_things(accounts) and not again and not all(map(_says_when, accounts)):
        course = None  # how many shots were fired no later day changes
    if kind == "figure" and _of_one_moment(accounts):
        course = None
    if kind == "figure" and course is not None and (again or not apart) and (rises or dated or not shared):
        return _revised(accounts, Course(tuple(course), course[-1]), bench)
    if kind == "figure" and rises and (top := _risen(accounts)) is not None:
        most = accounts[top]
        why = f"The count is said to have risen to {_value(most)} ({_by(most, bench)})"
        return Judged(
            "revised", _sentence(why), top, ("values differ", "the highest is told as risen from a lower one")
        )
    if kind == "figure" and not shared and (top := _outgrown(accounts)) is not None:
        most = accounts[top]
        why = f"Lower counts were only said to be at least so many; {_by(most, bench)} has {_value(most)}"
        return Judged(
            "revised", _sentence(why), top, ("values differ", "all but the highest are lower bounds of a rising count")
        )
    sides = "; ".join(f"{_by(account, bench)}: {_value(account)}" for account in accounts)
    why = f"The accounts differ: {sides}"
    if shared:
        note = "and it may have counted again between them" if rises else "so one of them must have misread it"
        why += f". Both cite {shared}, {note}"
    return Judged(
        "disputed",
        _sentence(why),
        None,
        ("values differ", f"one origin, {shared}, is cited for both" if shared else "no order in time explains them"),
    )


def _revised(accounts: tuple[Account, ...], course: Course, bench: Bench) -> Judged:
    """The verdict on a figure that changed over time, with its steps."""
    steps = [f"{_value(accounts[i])} ({_by(accounts[i], bench)}{_when(accounts[i], bench)})" for i in course.order]
    why = f"The figure changed over time: {', then '.join(steps)}"
    if course.stands != course.order[-1]:
        why += f"; {_value(accounts[course.stands])} is the latest"
    return Judged(
        "revised", _sentence(why), course.stands, ("values differ", "each later value supersedes the one before")
    )


def _value(account: Account) -> str:
    """The value of an account as a sentence of ours has it: a figure's words may have begun one of the page's."""
    return account.value if account.low is None and account.high is None else within_sentence(account.value)


def _days(accounts: tuple[Account, ...], bench: Bench) -> set[str]:
    """The days on which the accounts were first told."""
    return {min(bench.moment(claim) for claim in account.claims)[:10] for account in accounts}


def _told_again(accounts: tuple[Account, ...], course: list[int]) -> bool:
    """Whether whoever gave the first number gave the last one on a later day, or that is said to be a new one."""
    first, last = accounts[course[0]], accounts[course[-1]]
    if any(claim.rule.endswith((RISEN, CORRECTS)) for claim in last.claims):
        return True
    tellers = [{claim.chain[-1] for claim in one.claims if claim.chain} - {UNNAMED} for one in (first, last)]
    return all(claim.chain for claim in (*first.claims, *last.claims)) and bool(tellers[0] & tellers[1])


def _are_things(accounts: tuple[Account, ...]) -> bool:
    """Whether values count things, and no people of whom more are killed, arrested or freed by the day."""
    heads = {head for account in accounts for head in account.measure.split()[:1]}
    return not accounts[0].unit and not heads & COUNTED.keys()


def _of_one_moment(accounts: tuple[Account, ...]) -> bool:
    """Whether values tell how fast something went, or what a stone weighs: no later day changes that, but of winds."""
    speeds = unit_kinds().get(accounts[0].unit) == "speed" or accounts[0].unit == "carat"
    claims = [claim for account in accounts for claim in account.claims]
    return speeds and not any(kind_of(claim) in WINDS for claim in claims)


WINDS = frozenset({"gusts", "wind"})
"""The questions of `figure_kinds` for what rises and falls by the hour."""


def _says_when(account: Account) -> bool:
    """Whether some text says as of when a value holds."""
    return any(claim.as_of for claim in account.claims)


def _course(accounts: tuple[Account, ...], bench: Bench) -> list[int] | None:
    """The order of accounts by the moments they speak for, when each comes wholly after the one before; else None."""
    firsts = []
    for index, account in enumerate(accounts):
        moments = sorted(moment for claim in account.claims if (moment := bench.moment(claim)))
        if not moments:
            return None
        firsts.append((next((m for m in moments if len(m) > 10), moments[0]), index))  # an hour says more than a day
    if len({len(moment) > 10 for moment, _ in firsts}) > 1:  # days and hours do not order within one day
        firsts = [(moment[:10], index) for moment, index in firsts]
    firsts.sort()
    if len({moment for moment, _ in firsts}) < len(firsts):
        return None
    order = [index for _, index in firsts]
    lows = [as_said(accounts[index]) for index in order]
    cumulative = accounts[0].measure.split()[0] in RISES if accounts[0].measure else False
    rising = all(a is not None and b is not None and a <= b for a, b in pairwise(lows))
    return order if rising or not cumulative else None


def _counted_apart(accounts: list[Account]) -> bool:
    """Whether two accounts that follow each other are counts of different named bodies: nobody revised anything."""
    return any(
        all(claim.chain for account in pair for claim in account.claims)
        and not set(pair[0].origins) & set(pair[1].origins)
        for pair in pairwise(accounts)
    )


def _as_time_passed(accounts: list[Account], bench: Bench) -> bool:
    """Whether ages, in order of time, may be those of one person, and times that go on may be one.

    As much time must have passed, give or take half of what they are counted in; a plan may become another. How far
    somebody fell never changes; what rises may rise further, and a river told by the hour falls.
    """
    hourly = all(any(len(claim.as_of) > ISO_DAY for claim in account.claims) for account in accounts)
    if accounts[0].unit in LENGTH and not accounts[0].measure.endswith(" up") and not hourly:
        return False
    claims = [claim for one in accounts for claim in one.claims]
    unit = accounts[0].unit or ("year" if accounts[0].measure.split()[:1] == ["age"] else "")
    if unit not in TIME or any(claim.certainty in ("expected", "possible") for claim in claims):
        return True
    told = [min(m for c in one.claims if (m := bench.moment(c)))[:10] for one in accounts]
    if any(len(day) < ISO_DAY for day in told):
        return False
    days = [date.fromisoformat(day) for day in told]
    return all(
        0.0 < _time(two, unit) - _time(one, unit) <= (after - before).days * TIME["day"] + TIME[unit] / 2
        for (one, before), (two, after) in pairwise(zip(accounts, days, strict=True))
    )


def _time(account: Account, unit: str) -> float:
    """How long a time is that an account gives, in seconds."""
    return (as_said(account) or 0.0) * TIME.get(account.unit or unit, TIME[unit])


def _risen(accounts: tuple[Account, ...]) -> int | None:
    """The index of the highest account when some text says that the count rose to it; else None."""
    top = max(range(len(accounts)), key=lambda index: accounts[index].low or 0.0)
    return top if any(claim.rule.endswith(RISEN) for claim in accounts[top].claims) else None


def _outgrown(accounts: tuple[Account, ...]) -> int | None:
    """The index of the highest account of a rising count when every lower one is only a lower bound; else None."""
    if accounts[0].measure.split()[:1] == [] or accounts[0].measure.split()[0] not in RISES:
        return None
    top = max(range(len(accounts)), key=lambda index: accounts[index].low or 0.0)
    lower = [claim for index, account in enumerate(accounts) if index != top for claim in account.claims]
    return top if lower and all(claim.bound == ">" for claim in lower) else None


def _one_origin(accounts: tuple[Account, ...], bench: Bench) -> str:
    """The named origin that two accounts at odds both cite through different carriers, "" when there is none."""
    for one, other in combinations(accounts, 2):
        for a in one.claims:
            for b in other.claims:
                same = a.chain and b.chain and bench.origin(a) == bench.origin(b) and bench.outlet(a) != bench.outlet(b)
                if (
                    same
                    and bench.moment(a)[:10] == bench.moment(b)[:10]
                    and not (a.as_of and b.as_of and a.as_of != b.as_of)
                ):
                    return bench.origin(a)
    return ""


def _distinct(claims: list[Claim], bench: Bench) -> list[Claim]:
    """The claims that are asked for an independent pair: the first of each origin and carrier, then the second ones.

    One article of an outlet may tell a thing vaguely, or cite what the other cites too, and another one need not.
    """
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        own = found.setdefault((bench.origin(claim), bench.outlet(claim)), [])
        if len(own) < TURNS:
            own.append(claim)
    turns = (own[turn] for turn in range(TURNS) for own in found.values() if turn < len(own))
    return list(turns)[:24]  # these make 276 pairs: the first independent pair decides, more only cost time


TURNS = 6
"""Claims of one origin and carrier that are asked: what six of them do not say surely, more will hardly say."""


def _via(claim: Claim, bench: Bench) -> str:
    origin, outlet = bench.origin(claim), bench.outlet(claim)
    return outlet if origin == outlet else f"{origin} (in {outlet})"


def _by(account: Account, bench: Bench) -> str:
    return _list(sorted({_via(claim, bench) for claim in account.claims}))


def _when(account: Account, bench: Bench) -> str:
    firm = [claim for claim in account.claims if claim.bound != ">"] or account.claims
    moments = sorted(m for claim in firm if (m := bench.moment(claim)))
    return f", {moments[0].replace('T', ' ')}" if moments else ""


def _list(names: list[str]) -> str:
    """Names in a sentence, five at the most."""
    if len(names) > 5:
        return f"{', '.join(names[:4])} and {len(names) - 4} others"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else (names[0] if names else "")


def _sentence(text: str) -> str:
    """A text as a sentence; an outlet that is known by its address keeps it as it is."""
    text = text.rstrip(" .")
    return (text if ADDRESS.match(text) else text[0].upper() + text[1:]) + "."


ADDRESS = re.compile(r"[\w-]+\.\w")
