"""The map of offsets of a cleaned text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Span
from twosource.text.offsets import Edit, apply

EDITS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.text("xyz", max_size=4)), max_size=6)


@given(source=st.text("abc é😀", min_size=0, max_size=40), raw=EDITS)
def test_kept_characters_find_their_way_home(source, raw):
    edits, last = [], 0
    for start, length, text in sorted(raw):
        if start >= last and start + length <= len(source):
            edits.append(Edit(start, start + length, text))
            last = start + length
    cleaned = apply(source, edits)
    replaced = {at for start, end in zip(cleaned.starts, cleaned.ends, strict=True) for at in range(start, end)}
    for at in range(len(cleaned.text)):
        home = cleaned.home(at)
        assert 0 <= home <= len(source)
        if at not in replaced:
            assert source[home] == cleaned.text[at]
            assert cleaned.home_span(Span(at, at + 1)) == Span(home, home + 1)


def test_edits_that_overlap_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        apply("abcdef", [Edit(0, 3), Edit(2, 4)])
