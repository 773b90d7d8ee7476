"""Find what a deed or a thing has but one of, told in two ways: what somebody died of, the colour of a car.

Reads   contexts of one story
Gives   groups of claims, each on one slot of one thing that articles fill differently, and no article twice
Misses  slots that are not in `SLOTS`; a filler that stands in another sentence than its deed

The words around two tellings need not agree, as they do in `tellings`: it is enough that the slot can have but one
filler. Each article must give one filler for it only, since who tells of two cars names both somewhere.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from twosource.check.claims.making import make_claim
from twosource.check.context import Context
from twosource.check.fillers import BY, excludes
from twosource.check.slots.cued import cued
from twosource.check.slots.deaths import causes, places_of_death, ways_to_die
from twosource.check.slots.deeds import exits, finders, rooms
from twosource.check.slots.filler import Filler
from twosource.check.slots.harm import conditions_of_patients, phrases_of_harm, sides_of_body
from twosource.check.slots.one_thing import is_of_a_name, may_be_one
from twosource.check.slots.things import calibres, colours, manners
from twosource.check.voices.chains import chain_of
from twosource.model import Claim
from twosource.text.lexicon import table


def one_filler(contexts: Iterable[Context]) -> tuple[tuple[Claim, ...], ...]:
    """Return a group of claims for each slot that articles fill with what excludes each other, in order of slot."""
    found: dict[str, list[Filler]] = defaultdict(list)
    for context in contexts:  # an older event is another thing, but for the year of a car
        for slot in SLOTS:
            for filler in slot(context):
                if context.speaks(filler.focus) and _of_this_story(context, filler) and not is_of_a_name(filler):
                    found[filler.slot].append(filler)
    groups = [group for slot in sorted(found) for group in _by_who(found[slot])]
    return tuple(_claims(group) for group in groups if _at_odds(group))


def _of_this_story(context: Context, filler: Filler) -> bool:
    """Whether what is told is no older event's: a car may have its year, and a warning comes before."""
    older = context.event_key(filler.focus)
    return filler.slot in EARLIER or older.startswith("since") or older in context.text(filler.focus)


def _by_who(fillers: list[Filler]) -> list[list[Filler]]:
    """The fillers of a slot by whose they are; those that name nobody go with the one who is named, if there is one."""
    named: dict[str, list[Filler]] = defaultdict(list)
    for filler in fillers:
        named[filler.who].append(filler)
    vague = named.pop("", [])
    if len(named) > 1 or (named and fillers[0].slot in NAMED):
        return [named[who] for who in sorted(named)]
    return [[filler for own in named.values() for filler in own] + vague]


NAMED = frozenset({"way"})
"""Slots in which one who is not named is somebody else: a killing long ago is told of in passing."""


def _at_odds(fillers: Sequence[Filler]) -> bool:
    """Whether two articles exclude each other, and no article itself.

    Of what is disputed for long, such as a cause, an article may tell both versions, and another only one; so may two
    who speak in one article. Of what a cue leads to, an article may tell both where two others tell one each.
    """
    slot = fillers[0].slot
    articles: dict[str, set[str]] = defaultdict(set)
    for filler in fillers:
        articles[filler.filler].add(filler.article)
    pairs = combinations(sorted(articles), 2)
    odd = [pair for pair in pairs if excludes(slot, *pair) and _of_one_thing(fillers, *pair)]
    if slot.split()[0] in CONTESTED:
        return any(articles[one] != articles[other] or _two_speak(fillers, one, other) for one, other in odd)
    if slot.split()[0] in CUED:
        return any(articles[one] - articles[other] and articles[other] - articles[one] for one, other in odd)
    return bool(odd) and all(articles[one].isdisjoint(articles[other]) for one, other in odd)


def _of_one_thing(fillers: Sequence[Filler], one: str, other: str) -> bool:
    """Whether two articles may tell of one thing that it has one filler and the other."""
    first, second = ([f for f in fillers if f.filler == filler] for filler in (one, other))
    return any(may_be_one(a, b) for a in first[:ENOUGH] for b in second[:ENOUGH])


ENOUGH = 20
"""Places at which an article gives a filler that are looked at: more of them only cost time."""


def _two_speak(fillers: Sequence[Filler], one: str, other: str) -> bool:
    """Whether what two fillers say is vouched for by two who are named, each for one of them alone."""
    first, second = (
        {name for f in fillers if f.filler == filler for name in chain_of(f.context, f.focus)}
        for filler in (one, other)
    )
    return bool(first and second) and first.isdisjoint(second)


CONTESTED = frozenset(
    {"origin", "alarm", "signal", "alert", "warned", "locked", "ransom", "began", "will", "motive", "fraud", "meant",
     "guarded", "barrier", "truce", "demise", "talks", "couple", "rounds", "permit", "jobs", "taken"}
)  # fmt: skip
"""Slots of which one article may tell both versions: "locals blame a quarry, the government blames the rain"."""

CUED = frozenset(row[0] for row in table("slot_gates"))
"""Slots that are filled by cues, which are almost never about another deed."""

EARLIER = frozenset({"warned"})
"""Slots that are filled before the story's own event."""


def _claims(fillers: Sequence[Filler]) -> tuple[Claim, ...]:
    asked = min((f.asked for f in fillers if f.who), default=fillers[0].asked)
    return tuple(
        make_claim(
            f.context,
            "event",
            f.focus,
            measure=f.slot,
            value=" ".join(f.context.text(f.focus).split()),
            subject=f.who,
            scope="happened",
            value_key=f.filler,
            asked=asked,
            rule=BY,
        )
        for f in sorted(fillers, key=lambda f: (f.article, f.focus))
    )


def _cued(context: Context) -> Iterator[Filler]:
    """What cues lead to (`cued`)."""
    for found in dict.fromkeys(cued(context)):  # two cues may lead to one thing
        yield Filler(context, found.slot, found.who, found.filler, found.focus, found.asked)


SLOTS: tuple[Callable[[Context], Iterator[Filler]], ...] = (
    causes,
    places_of_death,
    colours,
    conditions_of_patients,
    calibres,
    manners,
    sides_of_body,
    ways_to_die,
    rooms,
    finders,
    phrases_of_harm,
    exits,
    _cued,
)
"""Every slot that can have but one filler."""
