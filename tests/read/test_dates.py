"""The day that a text gives in a line of its own near the top."""

import pytest

from twosource.read import article_of
from twosource.read.dates import date_line

LINES = [
    ("Dam bursts\n28 February 2022", "2022-02-28"),
    ("Dam bursts\nPUBLISHED: 16: 05 GMT, 9 June 2013 | UPDATED: 06: 55 GMT, 10 June 2013\nTwo died.", "2013-06-09"),
    ("Dam bursts\nPosted: Friday, March 8, 2013 2: 39 pm\nTwo died.", "2013-03-08"),
    ("Dam bursts\nLast updated 12 / 19 / 2005 2: 48: 40 PM ET", "2005-12-19"),
    ("Dam bursts\n1052 GMT (1852 HKT), April 10, 2007", "2007-04-10"),
    ("Dam bursts\nThe flood of 28 February 2022", ""),
    ("Dam bursts\n2 / 3 / 2009", ""),  # who knows which is the month
    ("Dam bursts\n" + "It rained on.\n" * 9 + "28 February 2022", ""),
]


@pytest.mark.parametrize(("text", "day"), LINES)
def test_date_line(text, day):
    found = date_line(text)
    assert (found[0] if found else "") == day
    article = article_of(text)
    assert (article.published.day if article.published else "") == day


def test_a_date_that_is_given_wins():
    article = article_of("Dam bursts\n28 February 2022", published="2022-03-01")
    assert (article.published.day, article.published.inferred) == ("2022-03-01", "")


def test_the_line_is_cited():
    article = article_of("Dam bursts\nUpdated 28 February 2022\nTwo died.")
    assert article.published.inferred == "dateline"
    assert article.published.span.of(article.text) == "Updated 28 February 2022"
