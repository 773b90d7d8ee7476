"""Leave out of the details what a story's main events say already.

Reads   groups of claims about details, groups about main events
Gives   the groups, without times and venues that stand among those of a main event, and without tellings of it that
        add nothing to its own
Misses  the same told in other words: it stays, as a detail
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from twosource.check.accounts import typical
from twosource.check.align import OWN
from twosource.check.carry.also_when import also_dated, dated_alike
from twosource.check.carry.parts_of_day import parts_of_day
from twosource.check.compatible import same_time
from twosource.check.context import Context
from twosource.check.coreference.words import known_kinds
from twosource.check.events.main_tellings import kinds_at
from twosource.check.events.onsets import one_onset
from twosource.check.events.place_names import key_of
from twosource.check.events.scenes import one_scene, worth_asking
from twosource.check.language.order import in_order
from twosource.check.language.words import content_words, sense
from twosource.model import Claim, Span

NEW = 1
"""Words that a telling may have besides those of the main events and still say nothing new."""

Group = tuple[Claim, ...]


def unless_told(
    groups: Sequence[Group], main: Sequence[Group], contexts: Sequence[Context]
) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return the main groups, and the groups that say something besides them, each in the same order.

    What else was lined up with a time or a venue that a main group has too joins that group, where it gives the same.
    """
    homes: dict[tuple[str, str, str], list[tuple[Span, int]]] = defaultdict(list)
    for number, group in enumerate(main):
        for claim in group:
            homes[_asked(claim)].append((claim.focus, number))
    telling, known = _tellings(main, contexts), _known(main)
    joined = [list(group) for group in main]
    kept: list[Group] = []
    for group in groups:
        if any(claim.kind == "statement" for claim in group) and (told := _states(group, main, telling, known)):
            for number, claims in told.items():
                joined[number] += claims
            continue
        if group[0].rule in OWN:
            kept.append(group)
            continue
        if group[0].kind not in ("time", "venue"):
            kept += [] if _repeats(group, telling, known) else [group]
            continue
        home = {
            claim.id: {n for span, n in homes.get(_asked(claim), ()) if claim.focus.covers(span)} for claim in group
        }
        rest = [claim for claim in group if not home[claim.id]]
        said: set[str] = set()
        for number in sorted({number for found in home.values() for number in found}):
            alike = [like for claim in rest if (like := _like(claim, main[number]))]
            articles = {claim.article for claim in main[number]}
            joined[number] += [claim for claim in alike if claim.article not in articles]
            said.update(claim.id for claim in alike)
        kept += [left] if (left := tuple(claim for claim in rest if claim.id not in said)) else []
    main = [in_order(group) for group in joined]
    main, kept = (list(found) for found in one_onset(*one_scene(main, kept), contexts))
    dated = dated_alike(also_dated([*main, *kept], contexts), contexts)
    return parts_of_day(*worth_asking(dated[: len(main)], dated[len(main) :]), contexts)


def _like(claim: Claim, group: Group) -> Claim | None:
    """A claim as one of a main group's, where it gives the same day, hour or place; else None."""
    if not claim.disclosed:
        return None
    slots = {"measure": group[0].measure, "subject": "", "rule": group[0].rule, "asked": group[0].asked}
    if claim.kind == "time":
        fits = all(same_time(claim, other) for other in group) and "plan" not in claim.rule
        return replace(claim, **slots) if fits else None
    place = group[0].value_key.removeprefix(">place:")
    if not set(place.split()) <= set(key_of(claim.value).split()):
        return None
    return replace(claim, value_key=group[0].value_key, **slots)


def _asked(claim: Claim) -> tuple[str, str, str]:
    return claim.kind, claim.article, claim.measure.split()[-1] if claim.kind == "time" else ""


class Telling(NamedTuple):
    """The finite clauses of each article, and of those that tell of kinds of event that are main events here, which."""

    finite: dict[str, list[Span]]
    kinds: dict[tuple[str, Span], frozenset[str]]


def _tellings(main: Sequence[Group], contexts: Iterable[Context]) -> Telling:
    kinds = {claim.measure for group in main for claim in group if claim.kind == "event"} & known_kinds()
    found = Telling(defaultdict(list), {})
    for context in contexts:
        for clause in context.mentions.clauses:
            if clause.value.tense:
                found.finite[context.article.id].append(clause.span)
                if told := kinds.intersection(kinds_at(context, clause)):
                    found.kinds[(context.article.id, clause.span)] = frozenset(told)
    return found


def _known(main: Sequence[Group]) -> frozenset[str]:
    """The words that the main events are told in by two articles and more, and their places and days."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in main:
        for claim in group:
            for stem in (*claim.value_key.split(), sense(claim.measure)) if claim.kind == "event" else ():
                found[stem].add(claim.article)
    said = Counter(sense(word) for g in main if g[0].kind != "event" for c in g for word in content_words(c.value))
    return frozenset(said) | frozenset(stem for stem, articles in found.items() if len(articles) > 1)


def _states(group: Group, main: Sequence[Group], telling: Telling, known: frozenset[str]) -> dict[int, list[Claim]]:
    """The claims of statements that only tell a main event over again, as claims of that event's group; or none.

    "She has entered a clinic, her agent said" is no other fact than "she has entered a clinic": the agent vouches.
    """
    if any(claim.kind not in TOLD or not claim.polarity or claim.value.startswith("denied: ") for claim in group):
        return {}
    if any(len(set(claim.value_key.split()) - known) > NEW for claim in group):
        return {}
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in group:
        home = _home(claim, main, telling)
        if home is None:
            return {}
        if not any(one.article == claim.article and one.chain for one in main[home]):
            like = main[home][0]
            slots = {
                "measure": like.measure,
                "subject": like.subject,
                "scope": like.scope,
                "asked": "",
                "rule": like.rule,
            }
            found[home].append(replace(claim, kind="event", **slots))
    return found


TOLD = ("event", "statement")


def _home(claim: Claim, main: Sequence[Group], telling: Telling) -> int | None:
    """The main event that the first clause of what is told tells, in an article that tells it."""
    first = min((span for span in telling.finite.get(claim.article, ()) if claim.focus.covers(span)), default=None)
    kinds = telling.kinds.get((claim.article, first), frozenset()) if first is not None else frozenset()
    return next(
        (
            number
            for number, group in enumerate(main)
            if group[0].kind == "event" and group[0].measure in kinds and any(c.article == claim.article for c in group)
        ),
        None,
    )


def _repeats(group: Group, telling: Telling, known: frozenset[str]) -> bool:
    """Whether a group only tells a main event over again."""
    if group[0].kind != "event" or any((claim.article, claim.focus) not in telling.kinds for claim in group):
        return False
    if len({claim.polarity for claim in group}) > 1 or not group[0].polarity:
        return False
    return len(set(typical(group).value_key.split()) - known) <= NEW
