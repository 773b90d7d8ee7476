"""What each later version of a page did to the facts: added, changed, withdrawn.

Reads   facts, lineage
Gives   VersionChange, in order of page, then of fact
Misses  a change of words that makes no claim
"""

from typing import Literal

from twosource.model import Account, Fact, Lineage, Share, VersionChange


def versions(facts: tuple[Fact, ...], lineage: Lineage) -> tuple[VersionChange, ...]:
    """Return the changes between every two versions of one page that follow each other."""
    shares = [share for family in lineage.families for share in family.shares if share.relation == "update"]
    pairs = sorted({(share.earlier, share.later) for share in _next_only(shares)})
    return tuple(change for earlier, later in pairs for fact in facts for change in _change(fact, earlier, later))


def _next_only(shares: list[Share]) -> list[Share]:
    """Only the step from each version to the next: of three versions, the first to the second and it to the third."""
    later = {(share.earlier, share.later) for share in shares}
    return [
        s
        for s in shares
        if not any((s.earlier, mid) in later and (mid, s.later) in later for mid in {b for _, b in later})
    ]


def _change(fact: Fact, earlier: str, later: str) -> tuple[VersionChange, ...]:
    before, after = _account(fact, earlier), _account(fact, later)
    if before is after:
        return ()
    kind: Literal["added", "changed", "withdrawn"] = (
        "added" if before is None else "withdrawn" if after is None else "changed"
    )
    old, new = (account.value if account else "" for account in (before, after))
    return (VersionChange(earlier, later, kind, fact.id, old, new),)


def _account(fact: Fact, article: str) -> Account | None:
    return next((account for account in fact.accounts if any(c.article == article for c in account.claims)), None)
