import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import in_proportion
from twosource.annotate.quotes import find_quotes

# (text, the quotations in it)
CASES = [
    ('He said "no" and left.', ['"no"']),
    ("He said “no” and left.", ["“no”"]),
    ("He said ''no'' and left.", ["''no''"]),
    ("He said ``no'' and left.", ["``no''"]),
    ("He said «no» and left.", ["«no»"]),
    ("He said 'no' and left.", ["'no'"]),
    ("‘It rose,’ she said. ‘We ran.’", ["‘It rose,’", "‘We ran.’"]),
    ("The workers' rights and the '90s and rock 'n' roll.", []),
    ("The workers’ rights aren’t theirs.", []),
    ("“He told me ‘no’ twice,” she said.", ["“He told me ‘no’ twice,”"]),
    ("“We read “Ulysses” aloud,” she said.", ["“We read “Ulysses” aloud,”"]),
    ("A board 5'10\" long", []),
    ("“It rose.\n\n“It fell.”", ["“It rose.", "“It fell.”"]),
    ("“It rose.\nIt fell.\nWe ran,” she said.", ["“It rose.", "It fell.", "We ran,”"]),
    ("“It rose.\nWe ran,” she said. “Fast.”", ["“It rose.", "We ran,”", "“Fast.”"]),
    ("“It rose.\n\nHe slept.”", ["“It rose."]),
    ("“It rose.\nIt fell.\n“We ran.”", ["“It rose.", "It fell.", "“We ran.”"]),
    ('"It rose.\nHe slept.\n"We ran," she said.', ['"It rose.', '"We ran,"']),
    ('"It rose.\n\nIt fell.', ['"It rose.']),
    ('"It rose.\nIt fell.\nWe ran, "she said.', ['"It rose.', "It fell.", 'We ran, "']),
    ('"It rose.\nWe ran," she said. "Fast."', ['"It rose.', 'We ran,"', '"Fast."']),
    ('“It rose, "he says.\nIt fell.', ['“It rose, "']),
    ("``It rose.\nWe ran, ``she said.\nIt fell.", ["``It rose.", "We ran, ``"]),
    ('"It rose.\n"It fell.', ['"It rose.', '"It fell.']),
    ('"It rose.\nHe read "Ulysses" aloud.', ['"It rose.', '"Ulysses"']),
    ("“Mostly false.“ So it was.", ["“Mostly false.“"]),
    ("”It rose,” she said.", ["”It rose,”"]),
    ("Mayor ‘Sorry’ for Flood", ["‘Sorry’"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations(text, expected):
    assert [text[quote.start : quote.end] for quote in find_quotes(text)] == expected


def test_a_quotation_that_runs_on():
    first, second = find_quotes("“It rose.\n\n“It fell,” she said.")
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


@given(st.text(alphabet="\"'“”‘’«»`ab .,?\n", max_size=200))
def test_in_order_in_bounds_never_overlapping(text):
    at = 0
    for quote in find_quotes(text):
        assert at <= quote.start < quote.end <= len(text)
        at = quote.end


@pytest.mark.parametrize("piece", ['" a ', "“a ", "'a s' ", "''a ``b ", '"a “b ” c'])
def test_time_is_about_linear(piece):
    assert in_proportion(lambda size: lambda: find_quotes(piece * size), 4_000, 40_000, 40)
