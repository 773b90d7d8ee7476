"""Line up the years in which things are said to have begun: one question for each thing, by whatever noun it is called.

Reads   claims of `claims.beginnings`
Gives   groups; two years for one thing are one question where every article gives but one of them
Misses  a thing that one article names and another describes, where a story has several such things
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from msgspec.structs import replace

from twosource.check.compatible import same_day
from twosource.check.language.nouns import may_be_one
from twosource.check.language.order import in_order
from twosource.model import Claim

VESSELS = frozenset(
    {"ship", "boat", "vessel", "ferry", "hydrofoil", "yacht", "trawler", "tanker", "submarine", "frigate", "destroyer",
     "warship", "liner", "craft", "freighter", "barge", "carrier", "catamaran"}
)  # fmt: skip
"""What is launched when it is built; a product may be launched long after."""


def begun(claims: Iterable[Claim]) -> list[tuple[Claim, ...]]:
    """Return the claims in groups, one for each thing and way in which it began."""
    claims = list(claims)
    groups: list[list[Claim]] = []
    by_thing: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_thing[(claim.deed, claim.subject)].append(claim)
    one_named = len({claim.subject for claim in claims if ":" in claim.subject}) <= 1
    for _, same in sorted(by_thing.items(), key=lambda item: (-len({c.article for c in item[1]}), item[0])):
        home = next((group for group in groups if _one_thing(group, same, one_named)), None)
        if home is None:
            groups.append(list(same))
        else:
            home += same
    return [group for found in groups for group in _unless_apart(found)]


def _one_thing(group: list[Claim], other: list[Claim], one_named: bool) -> bool:
    """Whether two groups tell how one thing began."""
    deeds = {claim.deed for claim in (*group, *other)}
    things = {claim.subject for claim in (*group, *other)}
    if len(deeds) > 1 and not (deeds == {"built", "launched"} and things & VESSELS):
        return False
    return all(_may_be_one(a, b.subject, one_named) for a in {c.subject for c in group} for b in other[:1])


def _may_be_one(a: str, b: str, one_named: bool) -> bool:
    named = [thing.partition(":")[2] for thing in (a, b) if ":" in thing]
    if len(named) == 1:
        return one_named
    if named:
        short, long = sorted(named, key=len)
        return f"-{short}-" in f"-{long}-"
    return may_be_one(a, b) or {a, b} <= VESSELS


def _unless_apart(claims: list[Claim]) -> list[tuple[Claim, ...]]:
    """The claims as one group, or one for each year where an article gives two; all ask after what most of them do."""
    apart = any(a.article == b.article and not same_day(a.value_key, b.value_key) for a, b in combinations(claims, 2))
    parted: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        parted[claim.value_key if apart else ""].append(replace(claim, measure=claims[0].measure))
    return [in_order(parted[key]) for key in sorted(parted)]
