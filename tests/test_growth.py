"""The measure of growth tells the square from the straight line."""

from growth import in_proportion


def test_what_grows_with_the_square_is_found_out():
    assert not in_proportion(lambda size: lambda: sum(a < b for a in range(size) for b in range(size)), 600, 2_400, 10)


def test_what_grows_in_proportion_is_let_through():
    assert in_proportion(lambda size: lambda: sum(range(size)), 200_000, 800_000, 10)
