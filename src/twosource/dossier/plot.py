"""Lay out small plots of a figure: its course over time, or its accounts side by side on one scale.

Reads   DossierFact of kind figure
Gives   Plot: where each mark, line and label goes, in the units of an SVG view box
Misses  accounts without a number; an axis that does not start at zero
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from math import isfinite, log10
from typing import NamedTuple

from twosource.dossier.outline import stated
from twosource.dossier.wording import day, held, hour, number
from twosource.model import DossierAccount, DossierFact

# In view box units, about one CSS pixel on a phone: 400 fits a phone's width, 12-unit letters stay legible there.
WIDTH, HEIGHT = 400.0, 190.0
LEFT, RIGHT, TOP, BOTTOM = 12.0, 388.0, 30.0, 162.0
COURSE_LEFT = 70.0
"""Where a course begins: to its left stands the scale."""
LETTER = 7.2
"""Width of an average letter at the label's size in a wide system face, for keeping labels apart."""
ASIDE = 8.0
"""How far a label stands to the side of its whisker."""
CROWDED = 20.0
"""A label further than this from its mark cannot be told from its neighbours': the accounts go under one another."""
LINE = 14.0
"""Height of a line of label."""
LONGEST = 26
"""Letters of a label: half the plot's width."""
WIDE = 0.3
"""Bounds further apart than this part of the upper one ("tens of thousands") hold no one value to put a dot on."""
LOG = 20.0
"""From this ratio on the smaller bar would be under a twentieth of the width, too short to read: take logarithms."""


class Mark(NamedTuple):
    """One account: where it stands, its whisker from `top` to `bottom`, and its label.

    In a course the whisker is upright, in a comparison it lies flat (`top` is then its right end). `dot` is False
    where bounds are too wide for one value; `open_up` and `open_down` say that a bound is open.
    """

    x: float
    y: float
    top: float
    bottom: float
    dot: bool
    open_up: bool
    open_down: bool
    stands: bool
    label: str
    label_x: float
    label_y: float
    anchor: str
    title: str


class Tick(NamedTuple):
    """A line of the scale with its label."""

    at: float
    label: str
    anchor: str = "middle"


class Plot(NamedTuple):
    """A plot. `across` says that the values lie along x (a comparison), else along y over time (a course)."""

    across: bool
    height: float
    marks: tuple[Mark, ...]
    values: tuple[Tick, ...]
    times: tuple[Tick, ...] = ()
    path: str = ""
    log: bool = False


Dated = tuple[int, DossierAccount, str]
"""An account with its index in the fact and the ISO moment it is drawn at."""


def plot(fact: DossierFact, told: Sequence[str] = ()) -> Plot | None:
    """Return the course of a figure where two accounts or more have times of their own, else a comparison.

    `told` are the moments at which the accounts were told, where their as-of is to give way to them. There is no
    course without the account that stands. None when fewer than two accounts have a number, or when they count in
    different units: two currencies have no common scale.
    """
    if fact.kind != "figure":
        return None
    moments = told or [account.as_of for account in fact.accounts]
    numbered = [(index, account, moments[index]) for index, account in enumerate(fact.accounts) if _limits(account)]
    dated = [one for one in numbered if _instant(one[2])]
    if len({account.unit for _, account, _ in numbered}) > 1:
        return None
    whole = fact.stands is None or any(index == fact.stands for index, _, _ in dated)
    if whole and len({_instant(moment) for _, _, moment in dated}) >= 2:
        course = _course(fact, dated)
        if all(abs(mark.label_y - mark.y) < CROWDED for mark in course.marks):
            return course
    return _comparison(fact, numbered) if len(numbered) >= 2 else None


def _limits(account: DossierAccount) -> tuple[float, float] | None:
    """The finite bounds of an account, an open one taken from the other."""
    found = [value for value in (account.low, account.high) if value is not None and isfinite(value)]
    return (min(found), max(found)) if found else None


def _instant(value: str) -> datetime | None:
    """An as-of as local time; None when it is coarser than a day."""
    try:
        return datetime.fromisoformat(value[:16])
    except ValueError:
        return None


def _course(fact: DossierFact, dated: Sequence[Dated]) -> Plot:
    """Values over time, each with its bounds; a revised figure's values are joined by steps."""
    dated = sorted(dated, key=lambda item: (_instant(item[2]), item[0]))
    instants = [_instant(moment) for _, _, moment in dated]
    first, last = (end for end in (instants[0], instants[-1]) if end)
    whole = (last - first).total_seconds()
    limits = [pair for _, account, _ in dated if (pair := _limits(account))]
    scale = _scale(0.0, max(high for _, high in limits), min(low for low, _ in limits))

    def up(value: float) -> float:
        return BOTTOM - (value - scale[0]) / ((scale[-1] - scale[0]) or 1.0) * (BOTTOM - TOP)

    marks: list[Mark] = []
    for (index, account, told), instant, (low, high) in zip(dated, instants, limits, strict=True):
        x = COURSE_LEFT + (instant - first).total_seconds() / whole * (RIGHT - 8 - COURSE_LEFT) if instant else LEFT
        y = up((low + high) / 2)
        place = _place(marks, stated(account), x, y)
        words = stated(account) + (f", {'as of' if account.as_of else 'told on'} {held(account.as_of or told)}")
        marks.append(_mark(fact, index, account, x, y, up(high), up(low), place)._replace(title=words))
    steps = "".join(f"H{mark.x:.1f}V{mark.y:.1f}" for mark in marks[1:])
    path = f"M{marks[0].x:.1f} {marks[0].y:.1f}{steps}" if fact.verdict == "revised" else ""
    values = tuple(Tick(round(up(value), 1), number(value)) for value in scale)
    return Plot(False, HEIGHT, tuple(marks), values, _times(dated, [mark.x for mark in marks]), path)


def _mark(
    fact: DossierFact,
    index: int,
    account: DossierAccount,
    x: float,
    y: float,
    top: float,
    bottom: float,
    place: tuple[float, float, str],
) -> Mark:
    """An account's mark, its label where `place` says."""
    low, high = _limits(account) or (0.0, 0.0)
    words = f"{stated(account)}, as of {held(account.as_of)}" if account.as_of else stated(account)
    return Mark(
        x=round(x, 1),
        y=round(y, 1),
        top=round(top, 1),
        bottom=round(bottom, 1),
        dot=high - low <= WIDE * abs(high),
        open_up=account.high is None,
        open_down=account.low is None,
        stands=fact.stands is None or fact.stands == index,
        label=_clipped(stated(account)),
        label_x=round(place[0], 1),
        label_y=round(place[1], 1),
        anchor=place[2],
        title=words,
    )


def _scale(floor: float, high: float, low: float) -> list[float]:
    """Three or four round numbers from `floor` (or below `low`) to above `high`."""
    floor, high = min(floor, low), max(high, low, 0.0)
    rough = (high - floor) / 3 or 1.0
    step = next(
        size for power in (10 ** _digits(rough),) for size in (power, 2 * power, 5 * power, 10 * power) if size >= rough
    )
    first = floor if floor >= 0 else -step * -(floor // step)
    values = [first]
    while values[-1] < high:
        values.append(values[-1] + step)
    return values


def _digits(value: float) -> float:
    """The power of ten at or below a positive number."""
    return float(int(log10(value)) - (value < 1))


def _place(placed: Iterable[Mark], value: str, x: float, y: float) -> tuple[float, float, str]:
    """Where a label goes so that it is on no other: above its mark, below it, then further off."""
    anchor = "start" if x < WIDTH / 2 else "end"
    x += ASIDE if anchor == "start" else -ASIDE
    width = LETTER * len(_clipped(value))
    left = x if anchor == "start" else x - width
    taken = [(m.label_x if m.anchor == "start" else m.label_x - LETTER * len(m.label), m) for m in placed]
    for off in (-9.0, 19.0, -9.0 - LINE, 19.0 + LINE, -9.0 - 2 * LINE, 19.0 + 2 * LINE):
        free = all(
            abs(m.label_y - (y + off)) >= LINE or left + width < at or at + LETTER * len(m.label) < left
            for at, m in taken
        )
        if free and TOP - LINE <= y + off <= BOTTOM:
            return x, y + off, anchor
    return x, y - 9.0, anchor


def _clipped(label: str) -> str:
    """A label short enough for the plot; its whole is in the table."""
    return label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"


def _times(dated: Sequence[Dated], xs: Sequence[float]) -> tuple[Tick, ...]:
    """Times along the foot: all that have room, the day named where it changes."""
    ticks: list[Tick] = []
    shown, right = "", -WIDTH
    for (_, _, told), x in zip(dated, xs, strict=True):
        date = day(told, year=False)
        label = ", ".join(part for part in (date if date != shown else "", hour(told)) if part)
        half = LETTER * len(label) / 2
        at = min(max(x, half + 2), WIDTH - half - 2)
        if label and at - half > right + LETTER:
            ticks.append(Tick(round(at, 1), label))
            shown, right = date, at + half
    return tuple(ticks)


def _comparison(fact: DossierFact, numbered: Sequence[Dated]) -> Plot:
    """Accounts under one another on one scale."""
    limits = [pair for _, account, _ in numbered if (pair := _limits(account))]
    low, high = min(pair[0] for pair in limits), max(pair[1] for pair in limits)
    logarithmic = low > 0 and high / low >= LOG
    scale = [low, high] if logarithmic else _scale(0.0, high, low)

    def along(value: float) -> float:
        start, end, at = (log10(v) if logarithmic else v for v in (scale[0], scale[-1], value))
        return LEFT + 8 + (at - start) / ((end - start) or 1.0) * (RIGHT - LEFT - 32)

    marks = []
    for row, ((index, account, told), (least, most)) in enumerate(zip(numbered, limits, strict=True)):
        y = 26.0 + 40.0 * row
        x = along((least + most) / 2)
        anchor = "start" if x < WIDTH / 2 else "end"
        place = (along(least) - 4 if anchor == "start" else along(most) + 4, y - 10, anchor)
        mark = _mark(fact, index, account, x, y, along(most), along(least), place)
        date = day(told, year=False) if fact.verdict == "revised" and _instant(told) else ""
        marks.append(mark._replace(label=f"{mark.label}, {date}" if date else mark.label))
    values = tuple(Tick(round(along(value), 1), number(value)) for value in scale)
    return Plot(True, 40.0 * len(marks) + 32.0, tuple(marks), values, log=logarithmic)
