"""Whom a surname alone means where several of an article bear it."""

import pytest

from twosource import annotate
from twosource.model import Article, Span

CHILD = (
    "Nico Marlow, 7, was brought ashore at Arle in May. Nico waved. A neighbour gave Nico a coat and said Nico would "
    "be fed. "
)

MEANT = [
    # (text, what the last "Marlow" in it is taken for)
    (CHILD + "His father, Ivo Marlow, lives abroad. Marlow wrote to the court.", "Ivo Marlow"),
    (CHILD + "His father, Ivo Marlow, lives abroad. A lawyer for the Marlow family wrote.", "Marlow"),
    (CHILD + "Ivo Marlow and Otto Marlow came. Rain fell. Boats lay idle. Nobody rowed. Ice came. Marlow left.",
     "Marlow"),
    ("Ivo Marlow came. Marlow sang. Rosa Marlow listened. Marlow bowed.", "Ivo Marlow"),
    ("A bus of the Marlow campaign came. Marlow sang. Aides wept. Rosa Marlow, his child, saw Marlow.", "Marlow"),
    ("Ivo Marlow came with Rosa Marlow. Mrs. Marlow sang.", "Rosa Marlow"),
    ("Ivo Marlow came. Marlow sang. Rosa Marlow listened. Mrs. Marlow bowed.", "Rosa Marlow"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_a_surname_alone_is_whom_it_can_mean(text, expected):
    span = Span(text.rindex("Marlow"), text.rindex("Marlow") + len("Marlow"))
    assert [m.value.text for m in annotate(Article(text=text)).names if m.span == span] == [expected]
