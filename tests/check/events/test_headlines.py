"""Which telling of a story's own event would do as a headline."""

import pytest

from twosource.check.events.headlines import worth


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("A clerk was robbed in Arle", "the clerk was robbed in Arle"),
        ("Two bridges fell in Arle and Harn", "A bridge fell in Arle at the same time"),
        ("A clerk was robbed in Arle", "A clerk was robbed in an office"),
        ("A banker hanged himself in a Harn jail", "A banker hanged himself in a Harn jail hours"),
        ("Ann Lowe was robbed outside her shop", "A shot rang out outside her shop in Arle"),
        ("Ann Lowe fell into the Harn", "[Ann Lowe] fell into the Harn"),
        ("Ann Lowe, 61, was robbed in Arle", "Ann Lowe was robbed in Arle on May 6"),
    ],
)
def test_the_whole_and_concrete_one_counts_for_more(better, worse):
    first, second = worth([better, worse])
    assert first > second


def test_a_name_that_no_other_telling_has_may_be_that_of_another_event():
    tellings = [f"Robbers emptied a shop in Arle {how}" for how in ("quickly", "quietly", "at dawn", "with ease")]
    *_, strange = worth([*tellings, "Robbers emptied the Norby Palace in Riva"])
    assert strange < min(worth(tellings))
