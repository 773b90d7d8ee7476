"""Whether work grows with its input and not with the square of it, on a machine that others use too."""

import gc
import time
from collections.abc import Callable

TRIES = 6
"""Rounds at the most. Other programs make a run slower and never faster: what is linear soon shows it, and what grows
with the square fails in every round."""

SMALL_RUNS = 4
"""Runs of the small size in a round, half of them before the large one and half after: the shortest counts, since one
small run that was held up would let the square through."""


def in_proportion(
    prepare: Callable[[int], Callable[[], object]],
    small: int,
    large: int,
    most: float,
    noise: float = 0.005,
    clock: Callable[[], float] = time.process_time,
) -> bool:
    """Whether work of size `large` takes at most `most` times the processor time of that of size `small`.

    `prepare(size)` makes ready what is not to be timed, and returns the work; `noise` is in seconds: a ratio to less
    says nothing. `clock` gives seconds.
    """
    few, many = prepare(small), prepare(large)
    few()  # what is made once is made here

    def holds() -> bool:
        before = [_seconds(few, clock) for _ in range(SMALL_RUNS // 2)]
        long = _seconds(many, clock)
        after = [_seconds(few, clock) for _ in range(SMALL_RUNS // 2)]
        return long < most * max(min(before + after), noise)

    return any(holds() for _ in range(TRIES))


def _seconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    """How long the work takes, without what the collector of garbage does meanwhile (as `timeit` has it)."""
    collects = gc.isenabled()
    gc.disable()
    try:
        start = clock()
        work()
        return clock() - start
    finally:
        if collects:
            gc.enable()
