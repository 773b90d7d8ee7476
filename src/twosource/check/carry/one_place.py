"""Tell once where an event was: a place and those in which it lies are one answer, in the words of one who tells both.

Reads   groups of claims, those that place the story's own events among them; the articles
Gives   the groups, that of a wider place taken in by the group of the one place told that lies in it
Misses  places whose names no article tells together; which of two places a wider one holds

"Arle", "Mill Street" and "Norland" are no three places of one fire where articles tell of "Mill Street, Arle" and of
"Arle in Norland". Who only tells the wider place carries the answer, and does not vouch for the finer one. Of a wider
place in which two lie, and of two places of which neither lies in the other, each stays a question of its own.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from twosource.check.carry.also_placed import BY as PLACED
from twosource.check.context import Context, within
from twosource.check.events.main_tellings import BY
from twosource.check.events.main_where import WHOLE, WIDELY
from twosource.check.events.place_names import NAME, key_of
from twosource.check.language.order import in_order
from twosource.model import Claim, Span

Group = tuple[Claim, ...]

BEHIND = re.compile(
    r"(?:\s+[a-z][\w-]*){0,2}"
    r"(?:,\s+(?:the\s+(?:[a-z][\w-]*\s+){1,3}of\s+)?"
    r"|,?\s+(?:in|on)\s+(?:(?:the|a|an)\s+)?(?:[a-z][\w-]*\s+){0,3})(?=[A-Z])"
)
"""Between a place and the one in which it lies: "Mill Street, Arle", "a shop on Mill Street in the town of Arle"."""

PARTS = re.compile(r"\b(?:and|or|but|from|to|off|near|outside|after|before|who|which|that|where|when|then|was|were)\b")
"""Words between two names of which neither is in the other."""

SORT = re.compile(r"\s+(?:islands?|county|district|region|province|area|town|city|village|suburb|borough|peninsula)\b")
"""What sort of place it is, behind its name."""

OF = " of "
DEEPEST = 3
"""Places that one phrase tells at the most, each in the next."""


class Seen(NamedTuple):
    """A place told with the one in which it lies: the key of that, and where the words for both end."""

    key: str
    end: int


def one_place(groups: Sequence[Group], contexts: Sequence[Context]) -> tuple[Group, ...]:
    """Return the groups in the same order, less those that another took in."""
    at = {context.article.id: context for context in contexts}
    made = list(groups)
    events: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        if group[0].kind == "venue" and group[0].rule == BY and group[0].disclosed:
            events.setdefault(_asked(group), []).append(number)
    for numbers in (numbers for asked, numbers in sorted(events.items()) if asked and len(numbers) > 1):
        _nest(made, numbers, at)
    return tuple(group for group in made if group)


def _asked(group: Group) -> str:
    """How the event of a group is asked after."""
    called = Counter(claim.asked for claim in group if claim.asked)
    return min(called, key=lambda asked: (-called[asked], asked), default="")


def _nest(made: list[Group], numbers: Sequence[int], at: Mapping[str, Context]) -> None:
    """Move the wider places of one event into the group of the finest place that lies in them."""
    keys = {_key(made[number]): number for number in numbers}
    links = {key: _links(made[number], keys.keys() - {key}, at) for key, number in keys.items()}
    homes = {key: _inner(key, keys, links) for key in keys}
    for key in sorted(keys):
        root, steps = key, 0
        while homes[root] and steps < len(keys):
            root, steps = homes[root], steps + 1
        if root != key and steps < len(keys):
            home, other = keys[root], keys[key]
            held = {claim.article for claim in made[home]}
            made[home] += tuple(_carried(claim, made[home][0]) for claim in made[other] if claim.article not in held)
            made[other] = ()
    for key, number in keys.items():
        if made[number]:
            made[number] = in_order(_shown_whole(made[number], key, keys.keys() - {key}, homes, at))


def _key(group: Group) -> str:
    return group[0].value_key.removeprefix(">place:")


def _links(group: Group, others: set[str], at: Mapping[str, Context]) -> Counter[str]:
    """In how many articles another place is told as the one in which a group's lies."""
    found: Counter[str] = Counter()
    for article in sorted({claim.article for claim in group}):
        told = {seen.key for claim in group if claim.article == article for seen in _behind(claim, others, at[article])}
        found.update(sorted(told))
    return found


def _behind(claim: Claim, others: set[str], context: Context) -> list[Seen]:
    """The places in which a claim's is told to lie, nearest first, each right behind the one before."""
    found: list[Seen] = []
    end, stop = claim.focus.end, context.sentence(claim.focus).end
    for _ in range(DEEPEST):
        between = BEHIND.match(context.article.text, end, stop)
        name = NAME.match(context.article.text, between.end(), stop) if between else None
        if between is None or name is None or PARTS.search(between[0]):
            break
        key = key_of(name[0].rstrip(".,"))
        if key not in others and not within(context.mentions.places, Span(*name.span())):
            break
        sort = SORT.match(context.article.text, name.end(), stop)
        town = NAME.match(context.article.text, sort.end() + len(OF), stop) if sort else None
        of_town = town is not None and context.article.text.startswith(OF, town.start() - len(OF))
        end = town.end() if town and of_town else sort.end() if sort else name.end()
        if key in {seen.key for seen in found}:
            break
        if key in others:
            found.append(Seen(key, end))
    return found


def _inner(outer: str, keys: Mapping[str, int], links: Mapping[str, Counter[str]]) -> str:
    """The one place that lies in another, as most have it; "" where there is none, or two of which it may be either."""
    told = {key: links[key][outer] for key in keys if links[key][outer] > links[outer][key]}
    direct = {key: n for key, n in told.items() if not any(other != key and links[other][key] for other in told)}
    ranked = sorted((direct or told).items(), key=lambda one: (-one[1], one[0]))
    if not ranked or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return ""
    return ranked[0][0]


def _carried(claim: Claim, like: Claim) -> Claim:
    """A claim of a wider place as one that carries the finer one, and vouches for nothing."""
    return replace(claim, value_key=like.value_key, measure=like.measure, scope="", asked=like.asked, rule=PLACED)


def _shown_whole(
    group: Group, key: str, others: set[str], homes: Mapping[str, str], at: Mapping[str, Context]
) -> list[Claim]:
    """The claims, the one that tells the place with most of those in which it lies marked as the one to show."""
    wider = {outer for outer in others if homes[outer]}
    own = [claim for claim in group if claim.rule == BY]
    told = {claim.id: _behind(claim, wider, at[claim.article]) for claim in own}
    best = max(own, key=lambda c: (len(told[c.id]), -len(c.value), c.article, c.id), default=None)
    if best is None or not told[best.id]:
        return [replace(claim, scope="") if claim.scope == WIDELY and _took_in(group) else claim for claim in group]
    end = told[best.id][-1].end
    value = " ".join(at[best.article].article.text[best.focus.start : end].split())
    whole = replace(best, value=value, scope=WHOLE)
    return [whole if claim is best else replace(claim, scope="") for claim in group]


def _took_in(group: Group) -> bool:
    return any(claim.rule == PLACED for claim in group)
