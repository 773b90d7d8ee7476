"""Line up who said what, and whom the outlets rely on.

Reads   Outline
Gives   Speaker with statements and positions; Voucher with what each origin vouches for
Misses  one origin under two names
"""

from collections.abc import Iterable
from typing import NamedTuple

from twosource.dossier.outline import Outline
from twosource.model import DossierAccount, DossierClaim, DossierFact


class Saying(NamedTuple):
    """One thing said: the fact, the account, the speaker's own claims, and whether the value is in their words."""

    fact: DossierFact
    account: DossierAccount
    claims: tuple[DossierClaim, ...]
    literal: bool


class Speaker(NamedTuple):
    """Someone with the statements and positions that end at them, in reading order."""

    name: str
    said: tuple[Saying, ...]


class Voucher(NamedTuple):
    """An origin, the outlets that carry it, and how many facts it vouches for."""

    name: str
    carriers: tuple[str, ...]
    facts: tuple[str, ...]


def speakers(plan: Outline) -> tuple[Speaker, ...]:
    """Return those who vouch for statements and positions, who said most first, then by name.

    An outlet that vouches for its own report is no speaker; what teasers of other stories tell is left out.
    """
    found: dict[str, list[Saying]] = {}
    for section in plan.sections:
        for fact in section.facts:
            if fact.kind in ("statement", "position") and fact.id not in plan.aside:
                for account in fact.accounts:
                    for name in account.origins:
                        if name not in account.carriers:
                            found.setdefault(name, []).append(_saying(fact, account, name))
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0].casefold()))
    return tuple(Speaker(name, tuple(said)) for name, said in ordered)


def _saying(fact: DossierFact, account: DossierAccount, name: str) -> Saying:
    own = tuple(claim for claim in account.claims if claim.chain and claim.chain[-1] == name) or account.claims
    # A position is "demand: an immediate cease-fire": the stance is ours, the rest the speaker's.
    said = account.value.split(": ", 1)[-1].casefold()
    literal = any(said in claim.text.casefold() for claim in own)
    return Saying(fact, account, own, literal)


def vouchers(plan: Outline) -> tuple[Voucher, ...]:
    """Return every origin, the one that vouches for most facts first, then by name."""
    carriers: dict[str, set[str]] = {}
    facts: dict[str, dict[str, None]] = {}
    for fact in plan.dossier.facts:
        for account in fact.accounts if fact.id not in plan.aside else ():
            for name in account.origins:
                carriers.setdefault(name, set()).update(_carriers(plan, account, name))
                facts.setdefault(name, {})[fact.id] = None
    ordered = sorted(facts, key=lambda name: (-len(facts[name]), name.casefold()))
    return tuple(
        Voucher(name, tuple(sorted(carriers[name])), tuple(sorted(facts[name], key=plan.order.__getitem__)))
        for name in ordered
    )


def _carriers(plan: Outline, account: DossierAccount, name: str) -> Iterable[str]:
    """The outlets that have an account from one origin: all its carriers when there is no other origin."""
    if len(account.origins) == 1:
        return account.carriers
    ends = ((plan.outlet(claim.article), claim.chain) for claim in account.claims)
    return {outlet for outlet, chain in ends if (chain[-1] if chain else outlet).casefold() == name.casefold()}
