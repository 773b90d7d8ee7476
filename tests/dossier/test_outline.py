"""What a summary says of a fact on one line is true to its accounts."""

import pytest

from twosource.dossier.outline import extent, noted, outline, parts, stated, summary
from twosource.model import Dossier, DossierAccount, DossierArticle, DossierFact, Period


def account(value, low=None, high=None, origins=("Gazette",), carriers=("Gazette",)):
    return DossierAccount(value, low, high, "", "", "", True, origins, carriers, ())


def fact(verdict, *accounts, stands=None, kind="figure", id="f"):
    return DossierFact(id, kind, "How many were hurt?", verdict, "", stands, accounts)


def dossier(*facts, articles=()):
    return Dossier("Quake", Period("2031-01-01", "2031-12-31"), (), articles, (), (), facts, (), (), (), ())


def article(id, published, teaser=False):
    return DossierArticle(id, "", "Gazette", "", published, "en", None, teaser, "")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (fact("single", account("352 people", 352.0, None)), "At least 352 people"),
        (fact("single", account("$5 million", None, 5e6)), "Up to $5 million"),
        (fact("disputed", account("70%", 70.0, None), account("70%", None, 70.0)), "at least 70% (Gazette); up to 70%"),
        (fact("single", account("dozens", 24.0, None)), "Dozens"),
    ],
)
def test_a_bound_is_never_told_as_a_number(found, said):
    assert said.casefold() in parts(found)[1].casefold()
    assert stated(found.accounts[0]).casefold() in said.casefold()


@pytest.mark.parametrize(
    ("found", "note"),
    [
        (fact("revised", account("4"), account("11"), account("17"), stands=2), "revised from 4 and 11"),
        (fact("revised", *map(account, "1234"), stands=3), "revised from 1, 2 and 1 more"),
        (fact("single", account("17", origins=("police",))), "police"),
        (fact("echoed", account("17", origins=("police",), carriers=("A", "B"))), "all from police"),
        (fact("echoed", account("17", origins=("A", "police"), carriers=("A", "B"))), ""),
        (fact("corroborated", account("17", origins=("A", "B"))), ""),
        (fact("disputed", account("17"), account("18")), ""),
    ],
)
def test_a_line_says_whose_word_it_is_or_what_it_supersedes(found, note):
    assert noted(found) == note


def test_a_disputed_value_is_cut_so_that_its_sources_are_still_named():
    long = account("the company had opened the gates of its dam without a warning to anybody " * 3)
    told = parts(fact("disputed", long, account("none", origins=("Courier",))))[1]
    assert "… (Gazette); " in told
    assert told.endswith("(Courier)")


def test_the_summary_has_a_line_a_verdict_and_contested_ones_before_what_is_only_repeated():
    found = [fact(verdict, account("1"), id=verdict) for verdict in ("single", "echoed", "disputed", "revised")]
    lines = summary(outline(dossier(*found)))
    assert [(line.verdict, len(line.facts)) for line in lines] == [
        ("corroborated", 0),
        ("disputed", 1),
        ("revised", 1),
        ("echoed", 1),
        ("single", 1),
    ]


def test_an_empty_dossier_has_no_summary():
    assert summary(outline(dossier())) == ()


def test_the_extent_gives_the_days_on_which_the_articles_were_published():
    articles = (article("a", "2031-03-05T10:00"), article("b", "2031-03-04"), article("t", "2031-01-01", teaser=True))
    assert extent(dossier(articles=articles)).endswith(", published 4–5 March 2031.")
    assert extent(dossier(articles=(article("a", ""),))).endswith(", 2031.")
