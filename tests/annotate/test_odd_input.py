"""Texts that no editor would print: nothing raises, spans stay in bounds, time grows with length only.

`bench/odd.py` has the same kinds of text at full size.
"""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import in_proportion
from twosource.annotate import annotate
from twosource.annotate.parse import MAX_CHARACTERS
from twosource.model import AnnotateError, Article, Mentions, Span

SENTENCE = "Officials in the town said on Monday that 12 people were hurt when the bridge gave way, "

ODD = (
    ("one sentence", SENTENCE),
    ("commas", ","),
    ("quotes that never close", "“"),
    ("straight quotes", '"'),
    ("alternating quotes", '“We will go,” "he said, '),
    ("new lines", "\n"),
    ("a word without end", "a"),
    ("brackets", "("),
    ("numbers", "12, 000 "),
    ("nested reports", "said that "),
    ("emoji", "😀"),
    ("right to left", "قال الوزير "),
    ("mixed scripts", "Москва said 東京 was שלום to 12 "),
)

SIZE, GROWTH = 1500, 4
"""Characters of the short text, and how many times longer the long one is."""

SLOWEST = 6.5
"""Times that the long text may take longer: four for its length, the rest for a busy machine."""

NOISE = 0.05
"""Seconds of processor time under which a ratio says nothing."""


def spans_of(value: Any) -> Iterator[Span]:
    """Yield every span inside a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans_of(getattr(value, name))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from spans_of(part)


def checked(text: str) -> Mentions:
    """Annotate a text and assert that every span lies in it and that the result can be written as JSON."""
    found = annotate(Article(id="odd", text=text))
    for span in spans_of(found):
        assert 0 <= span.start <= span.end <= len(text), span
    msgspec.json.encode(found)
    return found


@pytest.mark.parametrize(("name", "piece"), ODD, ids=[name for name, _ in ODD])
def test_time_grows_with_length_only(name: str, piece: str) -> None:
    text = (piece * (GROWTH * SIZE // len(piece) + 1))[: GROWTH * SIZE]
    assert in_proportion(lambda size: lambda: checked(text[:size]), SIZE, GROWTH * SIZE, SLOWEST, NOISE), name


MARKS = ("“", "”", '"', "'", ",", ".", "\n", "\n\n", " ", "(", ")", "—", "-", "$", "%", "5", "12, 000", "half a")
WORDS = (
    "Monday",
    "said",
    "he",
    "who",
    "that",
    "according to",
    "Kyiv",
    "Anna Smith",
    "President",
    "killed",
    "of the",
    "at",
)
FOREIGN = (
    "😀",
    "שלום",
    "قال",
    "東京",
    "Москва",
    "\u0301",
    "\u202e",
    "\ufeff",
    "\x00",
    "\ud800",
    "²",
    "½",
    "١٢",
    "\u00a0",
)
PIECES = st.sampled_from([*MARKS, *WORDS, *FOREIGN])


@settings(max_examples=60)
@given(st.lists(st.tuples(PIECES, st.sampled_from([" ", ""])), max_size=60))
def test_spans_stay_in_bounds(parts: list[tuple[str, str]]) -> None:
    checked("".join(piece + gap for piece, gap in parts))


@settings(max_examples=40)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    checked(text)


def test_a_lone_surrogate_is_read_as_a_replacement_character() -> None:
    """No UTF-8 can hold a lone surrogate; the offsets of what stands behind it do not move."""
    text = "\ud800 On Monday 12 people were killed in Kyiv, Anna Smith said."
    found = checked(text)
    assert [m.span.of(text) for m in found.times] == ["Monday"]
    assert [m.value.measure for m in found.quantities] == ["dead"]


def test_a_word_without_end_is_cut_and_keeps_its_place() -> None:
    text = "x" * 1000 + " On Monday 12 people fled."
    assert [m.span.of(text) for m in checked(text).times] == ["Monday"]


def test_a_text_beyond_any_report_is_refused_in_one_sentence():
    with pytest.raises(AnnotateError, match="too long for a news report: 5,000,001 characters"):
        annotate(Article(id="odd", text="a" * (MAX_CHARACTERS + 1)))
