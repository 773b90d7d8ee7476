"""The day that a text gives in a line of its own near the top."""

import pytest

from twosource.read import article_of
from twosource.read.dates import date_line

LINES = [
    ("Dam bursts\n28 February 2022", "2022-02-28"),
    ("Dam bursts\nPUBLISHED: 14: 20 GMT, 3 May 2015 | UPDATED: 07: 10 GMT, 4 May 2015\nTwo died.", "2015-05-03"),
    ("Dam bursts\nPosted: Sunday, May 3, 2015 2: 20 pm\nTwo died.", "2015-05-03"),
    ("Dam bursts\nLast updated 11 / 23 / 2006 2: 20: 30 PM ET", "2006-11-23"),
    ("Dam bursts\n1120 GMT (1920 HKT), May 3, 2015", "2015-05-03"),
    ("Dam bursts\nThe flood of 28 February 2022", ""),
    ("Dam bursts\n4 / 3 / 2015", ""),  # who knows which is the month
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


def test_a_date_is_read_as_pages_write_it():
    assert article_of("Two died.", published="11/28/2016").published.value == "2016-11-28"
    assert article_of("Two died.", published="9:30 AM ET, Sat Dec. 17, 2016").published.value.startswith(
        "2016-12-17T09"
    )


def test_words_that_are_no_date_leave_the_text_to_say_it():
    assert article_of("Dam bursts\n28 February 2022", published="soon").published.day == "2022-02-28"
    assert article_of("Dam bursts", published="soon").published is None


def test_the_line_is_cited():
    article = article_of("Dam bursts\nUpdated 28 February 2022\nTwo died.")
    assert article.published.inferred == "dateline"
    assert article.published.span.of(article.text) == "Updated 28 February 2022"
