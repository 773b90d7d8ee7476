import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Article, Notice
from twosource.trace import credits_of, whole_creditor

# (text, outlet, authors, the agency or outlet whose whole text it is said to be)
WHOLE = [
    ("LONDON (Reuters) - The river rose overnight.", "", (), "Reuters"),
    ("MILLBROOK, Vt., Oct. 4 (UPI) -- A bridge was closed on Tuesday.", "", (), "United Press International"),
    ("MINSK, February 28. /TASS/. The delegations arrived.", "", (), "TASS"),
    ("OSLO (AP) — Ferries stayed in port.", "", (), "Associated Press"),
    ("Ferries stayed in port.", "Harbour Post", ("By Jane Roe, Associated Press",), "Associated Press"),
    ("Ferries stayed in port.", "Harbour Post", ("Reuters Staff",), "Reuters"),
    ("Ferries stayed in port.\n\n(Reporting by Ada Berg in Oslo; Editing by Tom Lind)", "", (), "Reuters"),
    ("Ferries stayed in port.\n\nThis article originally appeared on HuffPost.", "", (), "HuffPost"),
    ("Ferries stayed in port.\n\n© 2024 The Associated Press. All rights reserved.", "", (), "Associated Press"),
    ("OSLO (Reuters) - Ferries stayed in port.", "Reuters", (), ""),  # an outlet owes itself nothing
    ("Ferries stayed in port.", "Harbour Post", ("Jane Roe",), ""),
    ("The plant (see map) - closed since May - may open.", "", (), ""),
    ("Ferries stayed in port, according to Reuters.", "", (), ""),
    ("Ferries stayed in port.\n\nReuters contributed to this report.", "", (), ""),
    ("Ferries stayed in port.", "usa-today", ("Jane Roe, USA TODAY",), ""),
    ("", "", (), ""),
]


@pytest.mark.parametrize(("text", "outlet", "authors", "expected"), WHOLE)
def test_whole_text_is_credited_only_where_the_page_says_so(text, outlet, authors, expected):
    assert whole_creditor(credits_of(Article(id="a", text=text, outlet=outlet, authors=authors))) == expected


# (text, [(name, kind)])
PARTS = [
    (
        "Talks began, CNN and The New York Times reported.",
        [("CNN", "first report"), ("The New York Times", "first report")],
    ),
    ("He joined, according to The Jerusalem Post.", [("The Jerusalem Post", "first report")]),
    ("The sale was first reported by Bloomberg.", [("Bloomberg", "first report")]),
    ("It was cut, according to the Associated Press.", [("Associated Press", "contribution")]),
    (
        "It was cut.\n\nThe Associated Press and Reuters contributed to this report.",
        [("Associated Press", "contribution"), ("Reuters", "contribution")],
    ),
    ("“It was cut,” reported Reuters.", [("Reuters", "contribution")]),
    ("It was cut, show files seen by The Guardian.", [("The Guardian", "first report")]),
    ("It was cut, said the mayor.", []),
    ("It was cut, reports Metro North, and mended.", []),
    ("It was cut, she told Metro North on Monday.", []),
    ("It was cut, the Halvern Gazette reported.", []),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_credits_in_running_text(text, expected):
    found = credits_of(Article(id="a", text=text))
    assert [(credit.name, credit.kind) for credit in found] == expected
    assert not any(credit.whole for credit in found)
    assert all(credit.name.split()[-1] in credit.span.of(text) for credit in found)


def test_metadata_credits():
    page = "https://harbour.example/a"
    moved = Article(id="a", text="x", outlet="Harbour Post", url=page, canonical="https://www.reuters.com/world/x")
    assert [(credit.name, credit.field, credit.whole) for credit in credits_of(moved)] == [
        ("Reuters", "canonical", True)
    ]
    owned = Article(id="a", text="x", outlet="Harbour Post", publisher="Harbour Media Group")
    assert [(credit.kind, credit.whole) for credit in credits_of(owned)] == [("owner", False)]
    notice = Notice("syndicated", "Originally published by HuffPost", ("HuffPost",))
    assert whole_creditor(credits_of(Article(id="a", text="x", outlet="Yahoo News", notices=(notice,)))) == "HuffPost"


@given(st.text(max_size=400), st.text(max_size=40))
def test_any_text_gives_credits_with_spans_inside_it(text, author):
    article = Article(id="a", text=text + " according to Reuters (AP) - " + text, authors=(author,))
    for credit in credits_of(article):
        assert credit.span is None or 0 <= credit.span.start < credit.span.end <= len(article.text)
