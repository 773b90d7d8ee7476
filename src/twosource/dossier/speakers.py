"""Line up who said what, and whom the outlets rely on.

Reads   Outline
Gives   Speaker with statements and positions; Voucher with what each origin vouches for
Misses  one origin under two names
"""

from typing import NamedTuple

from twosource.dossier.outline import Outline
from twosource.model import DossierAccount, DossierFact


class Speaker(NamedTuple):
    """Someone with the statements and positions that end at them, in reading order."""

    name: str
    said: tuple[tuple[DossierFact, DossierAccount], ...]


class Voucher(NamedTuple):
    """An origin, the outlets that carry it, and how many facts it vouches for."""

    name: str
    carriers: tuple[str, ...]
    facts: tuple[str, ...]


def speakers(plan: Outline) -> tuple[Speaker, ...]:
    """Return those who vouch for statements and positions, who said most first, then by name."""
    found: dict[str, list[tuple[DossierFact, DossierAccount]]] = {}
    for section in plan.sections:
        for fact in section.facts:
            if fact.kind in ("statement", "position"):
                for account in fact.accounts:
                    for name in account.origins:
                        found.setdefault(name, []).append((fact, account))
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0].casefold()))
    return tuple(Speaker(name, tuple(said)) for name, said in ordered)


def vouchers(plan: Outline) -> tuple[Voucher, ...]:
    """Return every origin, the one that vouches for most facts first, then by name."""
    carriers: dict[str, set[str]] = {}
    facts: dict[str, dict[str, None]] = {}
    for fact in plan.dossier.facts:
        for account in fact.accounts:
            for name in account.origins:
                carriers.setdefault(name, set()).update(account.carriers)
                facts.setdefault(name, {})[fact.id] = None
    ordered = sorted(facts, key=lambda name: (-len(facts[name]), name.casefold()))
    return tuple(Voucher(name, tuple(sorted(carriers[name])), tuple(facts[name])) for name in ordered)
