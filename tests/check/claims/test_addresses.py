"""Addresses: which words are one, what is asked by them, and two numbers of one street for one deed."""

import pytest

from stories import contexts, facts
from twosource.check.claims.addresses import addresses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clerk was shot in the 400 block of Elm Street.", ["400 block of Elm Street"]),
        ("A bus hit a tram in the 12,100-block of East Harn Ave. on Monday.", ["12,100-block of East Harn Ave."]),
        ("The robbery took place at 24 Harn Road, Leeds.", ["24 Harn Road"]),
        ("She lived at 7 Fenner Court in Arle.", ["7 Fenner Court"]),
        ("A bomb went off near the corner of Fifth and Main.", ["Fifth and Main"]),
        ("The tram stopped at Kent Avenue and 12th Street, police said.", ["Kent Avenue and 12th Street"]),
        ("He spoke to 200 Wall Street bankers at a dinner.", []),
        ("Two of 40 Park Avenue flats were sold.", []),
        ("On May 12 Church Street was closed.", []),
        ("In 2012 and 2013 Harn was sued.", []),
        ("The minister met Lowe and Pike at noon.", []),
    ],
)
def test_addresses_are_found(text, expected):
    [context] = contexts(text)
    assert [context.text(address.span) for address in addresses(context)] == expected


def _asked(*texts):
    return {
        (fact.question, fact.verdict, tuple(account.value for account in fact.accounts))
        for fact in facts(*texts)
        if fact.kind == "venue" and "exactly" in fact.question
    }


def test_a_block_is_a_place_and_no_count():
    text = "Ann Lowe was shot in the 400 block of Elm Street on Monday."
    assert _asked(text) == {("Where exactly was Ann Lowe shot?", "single", ("400 block of Elm Street",))}
    assert not [fact for fact in facts(text) if fact.kind == "figure"]


def test_two_numbers_of_one_street_differ():
    texts = (
        "Ann Lowe was shot in the 400 block of Elm Street on Monday.",
        "Ann Lowe was shot dead in the 700 block of West Elm Street.",
        "Ann Lowe was shot at 412 Elm Street.",
    )
    [(_, verdict, values)] = _asked(*texts[:2])
    assert verdict == "disputed"
    assert len(values) == 2
    [(_, verdict, _)] = _asked(texts[0], texts[2])
    assert verdict != "disputed"  # number 412 stands in that block


def test_where_one_lives_is_no_other_number_of_where_one_was_shot():
    texts = ("Ann Lowe was shot at 24 Elm Street.", "Tom Pike, a cook, lives at 90 Elm Street.")
    assert {verdict for _, verdict, _ in _asked(*texts)} == {"single"}


def test_an_article_with_both_numbers_contradicts_nobody():
    both = "Ann Lowe was shot in the 400 block of Elm Street. Tom Pike was shot in the 700 block of Elm Street."
    assert "disputed" not in {
        verdict for _, verdict, _ in _asked(both, "Ann Lowe was shot in the 400 block of Elm Street.")
    }


def test_a_corner_is_one_whichever_street_comes_first():
    texts = (
        "Ann Lowe was struck at 12th Street and Kent Avenue.",
        "Ann Lowe was struck by a van at the corner of Kent and Twelfth.",
    )
    [(_, verdict, values)] = _asked(*texts)
    assert verdict in ("echoed", "corroborated")
    assert len(values) == 1
