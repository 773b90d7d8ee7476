"""Whether work grows with its input and not with the square of it, on a machine that others use too."""

import time
from collections.abc import Callable

TRIES = 6
"""Pairs of runs at the most. Other programs make a run slower and never faster: what is linear soon shows it, and what
grows with the square fails in every pair."""


def in_proportion(
    prepare: Callable[[int], Callable[[], object]], small: int, large: int, most: float, noise: float = 0.005
) -> bool:
    """Whether work of size `large` takes at most `most` times the processor time of that of size `small`.

    `prepare(size)` makes ready what is not to be timed, and returns the work; `noise` is in seconds: a ratio to less
    says nothing.
    """
    few, many = prepare(small), prepare(large)
    few()  # what is made once is made here
    return any(_seconds(many) < most * max(_seconds(few), noise) for _ in range(TRIES))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
