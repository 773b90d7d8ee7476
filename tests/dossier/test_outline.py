"""What a summary says of a fact on one line is true to its accounts."""

import msgspec
import pytest

from twosource.dossier.outline import (
    dated,
    extent,
    headline,
    moments,
    noted,
    outline,
    parts,
    spoken,
    stated,
    summary,
    unit,
)
from twosource.model import Dossier, DossierAccount, DossierArticle, DossierBlock, DossierClaim, DossierFact, Period


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


def told(value, article, as_of=""):
    claims = (DossierClaim(article, 0, 1, "x", ()),)
    return DossierAccount(value, 1.0, 1.0, "", "", as_of, True, ("Gazette",), ("Gazette",), claims)


def test_the_accounts_of_a_revised_figure_are_told_in_order_of_time():
    articles = (article("a", "2031-03-04T20:15"), article("b", "2031-03-04T07:40"), article("c", "2031-03-04T13:10"))
    found = fact("revised", told("17", "a"), told("eleven", "c", "2031-03-04"), told("four", "b"), stands=0)
    plan = outline(dossier(found, articles=articles))
    assert [one.value for one in plan.facts["f"].accounts] == ["four", "eleven", "17"]
    assert plan.facts["f"].stands == 2
    assert noted(plan.facts["f"]) == "revised from four and eleven"
    assert spoken(found.accounts[1], plan.articles) == "2031-03-04T13:10", "an hour of the day says more than the day"


def test_a_later_version_of_a_page_speaks_for_the_time_of_its_last_change():
    later = DossierArticle("a", "", "", "", "2031-03-04T15:00", "en", None, False, "", updated="2031-03-04T20:15")
    assert spoken(told("17", "a"), {"a": later}) == "2031-03-04T20:15"


def test_what_stands_speaks_for_the_last_article_that_still_tells_it():
    articles = {
        one.id: one for one in (article("a", "2031-03-04"), article("b", "2031-03-09"), article("c", "2031-10-01"))
    }
    early = told("224", "a")
    both = msgspec.structs.replace(early, claims=(*early.claims, *told("224", "c").claims))
    assert moments(fact("revised", both, told("257", "b"), stands=0), articles) == ("2031-10-01", "2031-03-09")
    assert moments(fact("revised", both, told("257", "b"), stands=1), articles) == ("2031-03-04", "2031-03-09")


def test_what_stands_comes_last_where_no_time_is_known():
    [shown] = outline(dossier(fact("revised", account("17"), account("four"), stands=0))).facts.values()
    assert ([one.value for one in shown.accounts], shown.stands) == (["four", "17"], 1)


@pytest.mark.parametrize(
    ("value", "given", "shown"),
    [
        ("$108 million", "dollar", ""),
        ("74 million pounds", "pound sterling", ""),
        ("70%", "percentage", ""),
        ("five", "metre", "metre"),
    ],
)
def test_a_unit_is_told_once(value, given, shown):
    assert unit(DossierAccount(value, 1.0, 1.0, given, "", "", True, (), (), ())) == shown


@pytest.mark.parametrize(
    ("value", "as_of", "said"),
    [
        ("Monday", "2031-03-03", "that is, 3 March 2031"),
        ("4:30 a.m.", "2031-03-03T04:30", "that is, 3 March 2031"),
        ("March 3", "2031-03-03", "that is, 3 March 2031"),
        ("Friday morning", "2031-03-07T06:00", "that is, 7 March 2031"),
        ("1998", "1998-01-01", ""),
        ("March", "2031-03-01", ""),
        ("3 March 2031", "2031-03-03", ""),
        ("Monday", "", ""),
    ],
)
def test_a_day_is_told_by_its_date_and_never_made_up(value, as_of, said):
    assert dated(fact("single", told(value, "a", as_of), kind="time"), told(value, "a", as_of)) == said


def test_a_figure_is_told_as_of_a_moment():
    assert dated(fact("single", told("17", "a", "2031-03-03T07:00")), told("17", "a", "2031-03-03T07:00")) == (
        "as of 3 March 2031, 07:00"
    )
    afternoon = told("17", "a", "2031-03-03T17:59")
    assert dated(fact("single", afternoon), afternoon) == "as of 3 March 2031", "its end is no hour that anybody told"


def test_a_position_keeps_its_verb_when_its_question_holds_the_answer():
    held = account("the withdrawal of the troops")
    asked = "What will Kyiv seek: “the withdrawal of the troops”?"
    found = DossierFact("f", "position", asked, "single", "", None, (held,))
    assert parts(found) == ("What will Kyiv seek?", "The withdrawal of the troops")


def test_an_article_without_a_title_is_told_by_how_it_begins():
    text = "PELLIN (MNA)\nThe envoys of both countries met at the river on Monday."
    blocks = (DossierBlock("paragraph", 0, 12), DossierBlock("paragraph", 13, len(text)))
    found = DossierArticle("a", "", "", "", "", "en", None, False, text, blocks=blocks)
    assert headline(found) == "“The envoys of both countries met at the river on Monday.”"
    assert headline(article("b", "")) == ""


def test_a_long_list_of_names_says_how_many_more():
    plan = outline(dossier())
    assert plan.names("abcd", 2) == "a, b and 2 more"
    assert plan.names("abc", 2) == "a, b and c", "one more takes no less room than its name"
    assert plan.names("abcd") == "a, b, c and d"
