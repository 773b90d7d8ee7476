"""The measure of growth tells the square from the straight line, by a clock that only the work moves."""

from collections.abc import Callable, Iterable
from itertools import chain, repeat

from growth import SMALL_RUNS, in_proportion


class Machine:
    """A machine whose clock the work moves on by what it costs, times what others hold it up."""

    def __init__(self, cost: Callable[[int], float], held_up: Iterable[float] = ()) -> None:
        self.now = 0.0
        self.cost = cost
        self.held_up = chain(held_up, repeat(1.0))

    def clock(self) -> float:
        return self.now

    def prepare(self, size: int) -> Callable[[], object]:
        def work() -> None:
            self.now += self.cost(size) * next(self.held_up)

        return work

    def in_proportion(self) -> bool:
        return in_proportion(self.prepare, 100, 400, 10, clock=self.clock)


def square(size: int) -> float:
    return (size / 100) ** 2


def line(size: int) -> float:
    return size / 100


def test_what_grows_with_the_square_is_found_out():
    assert not Machine(square).in_proportion()


def test_what_grows_with_the_square_is_found_out_though_small_runs_are_held_up():
    half = SMALL_RUNS // 2
    one_round = half * [3.0] + [1.0] + (half - 1) * [3.0] + [1.0]  # all of its small runs but the last
    assert not Machine(square, [1.0] + 3 * one_round).in_proportion()


def test_what_grows_in_proportion_is_let_through():
    assert Machine(line).in_proportion()


def test_what_grows_in_proportion_is_let_through_though_large_runs_are_held_up():
    large, small = [5.0], (SMALL_RUNS // 2) * [1.0]
    one_round = small + large + small
    assert Machine(line, [1.0] + 3 * one_round).in_proportion()


def test_what_is_shorter_than_the_noise_says_nothing():
    assert Machine(lambda size: square(size) / 100_000).in_proportion()
