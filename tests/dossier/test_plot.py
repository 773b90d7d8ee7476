"""Plots and the drawing keep to their frame, and labels keep apart."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from twosource.dossier.drawing import CREDITOR_LABEL, CREDITOR_X, dependence, drawing
from twosource.dossier.outline import outline
from twosource.dossier.plot import LETTER, LINE, WIDTH, plot
from twosource.model import (
    Dossier,
    DossierAccount,
    DossierArticle,
    DossierClaim,
    DossierFact,
    DossierFamily,
    Period,
)

TIMES = ["", "2031", "2031-03", "2031-03-04", "2031-03-04T08:00", "2031-03-04T18:00:00+02:00", "2031-03-09", "soon"]
NUMBERS = st.none() | st.floats(-1e12, 1e12) | st.integers(0, 50).map(float)

EMPTY = Dossier("Talks", Period("", ""), (), (), (), (), (), (), (), (), ())


def account(value, low, high, as_of=""):
    return DossierAccount(value, low, high, "people", "dead", as_of, True, ("x",), ("y",), ())


def fact(*accounts, verdict="revised", stands=None):
    return DossierFact("f", "figure", "How many?", verdict, "", stands, accounts)


@given(
    st.lists(st.builds(account, st.text(max_size=40), NUMBERS, NUMBERS, st.sampled_from(TIMES)), max_size=6),
    st.sampled_from(["revised", "disputed"]),
)
def test_every_mark_is_in_the_frame(accounts, verdict):
    drawn = plot(fact(*accounts, verdict=verdict))
    if drawn is None:
        return
    assert len(drawn.marks) >= 2
    for mark in drawn.marks:
        assert 0 <= mark.x <= WIDTH
        assert 0 <= mark.y <= drawn.height
        assert 0 <= mark.label_y <= drawn.height


def test_a_course_has_its_values_in_order_of_time():
    drawn = plot(
        fact(
            account("43", 43.0, 43.0, "2031-03-04T18:00"),
            account("at least 31", 31.0, None, "2031-03-04T08:00"),
            stands=0,
        )
    )
    assert not drawn.across
    assert [(mark.label, mark.open_up, mark.stands) for mark in drawn.marks] == [
        ("at least 31", True, False),
        ("43", False, True),
    ]
    assert drawn.marks[0].x < drawn.marks[1].x
    assert drawn.marks[0].y > drawn.marks[1].y
    assert drawn.path
    assert [tick.label for tick in drawn.times] == ["4 March, 08:00", "18:00"]


def test_accounts_of_one_time_are_compared():
    drawn = plot(fact(account("tens of thousands", 1e4, 99999.0), account("half a million", 5e5, 5e5)))
    assert drawn.across
    assert drawn.log
    assert [mark.dot for mark in drawn.marks] == [False, True], "wide bounds have no one value"


def test_what_stands_is_in_the_course_of_a_revised_figure():
    accounts = account("12", 12.0, 12.0, "2031-03-04T07:00"), account("20", 20.0, 20.0, "2031-03-04T13:00")
    stands = account("nine", 9.0, 9.0)
    assert plot(fact(*accounts, stands, stands=2)).across, "no course without what stands"
    told = ["2031-03-04T07:00", "2031-03-04T13:00", "2031-03-04T20:15"]
    drawn = plot(fact(*accounts, stands, stands=2), told)
    assert [(mark.label, mark.stands) for mark in drawn.marks] == [("12", False), ("20", False), ("nine", True)]
    assert drawn.marks[-1].title == "nine, told on 4 March 2031, 20:15"
    assert [tick.label for tick in drawn.times][-1] == "20:15"


def test_accounts_too_near_in_time_for_labels_go_under_one_another():
    many = [account(f"{n} people", float(n), float(n)) for n in (81, 82, 83, 84, 90)]
    told = ["2031-03-04", "2031-03-04", "2031-03-04", "2031-03-04", "2031-09-01"]
    drawn = plot(fact(*many, stands=4), told)
    assert drawn.across
    assert drawn.marks[-1].label == "90 people, 1 September"


def test_sums_in_two_currencies_are_not_put_on_one_scale():
    francs = DossierAccount("9 francs", 9.0, 9.0, "franc", "loot", "", True, ("x",), ("y",), ())
    assert plot(fact(francs, account("12", 12.0, 12.0), verdict="disputed")) is None


def test_one_number_makes_no_plot():
    assert plot(fact(account("5", 5.0, 5.0), account("many", None, None))) is None
    assert plot(DossierFact("f", "event", "?", "single", "", None, (account("5", 5.0, 5.0),) * 2)) is None


def test_labels_of_near_values_keep_apart():
    near = [account(f"{n} people in all", float(n), float(n), f"2031-03-04T{n:02d}:00") for n in (10, 11, 12)]
    marks = plot(fact(*near)).marks
    for i, one in enumerate(marks):
        for other in marks[i + 1 :]:
            apart = abs(one.label_x - other.label_x) >= LETTER * len(one.label)
            assert apart or abs(one.label_y - other.label_y) >= LINE


def test_the_drawing_shows_who_has_whose_text(dossier):
    drawn = drawing(outline(dossier))
    assert [node.title for node in drawn.creditors] == ["Meridian News Agency"]
    own = {node.number: node.own for node in drawn.articles}
    assert own == {1: False, 2: False, 3: True, 4: False, 5: True, 6: True}
    assert [band.label for band in drawn.bands] == ["one text, copied", "one page, updated"]
    assert sum(not arrow.part for arrow in drawn.arrows) == 3


def test_the_teasers_of_one_page_are_one_row():
    teasers = [DossierArticle(f"t{n}", "", "", f"Teaser {n}", "", "en", None, True, "x", page="a") for n in range(9)]
    articles = (*(DossierArticle(name, "", name, name, "", "en", None, False, "x") for name in "ab"), *teasers)
    claims = tuple(DossierClaim(one.id, 0, 1, "x", ()) for one in articles)
    counts = DossierAccount("5", 5.0, 5.0, "", "", "", True, ("a", "b"), ("a", "b"), claims)
    found = DossierFact("f", "figure", "How many?", "echoed", "", None, (counts,))
    plan = outline(msgspec.structs.replace(EMPTY, articles=articles, facts=(found,)))
    drawn = drawing(plan)
    assert [(node.label, node.detail) for node in drawn.articles] == [
        ("a", "[1]"),
        ("b", "[2]"),
        ("9 teasers", "on [1]"),
    ]
    assert drawn.left_out == 0


def test_the_name_of_a_creditor_is_within_the_frame():
    assert CREDITOR_X - 12 - CREDITOR_LABEL * LETTER > 0


def test_who_wrote_a_text_is_not_said_to_rewrite_it():
    family = DossierFamily("f", ("a", "b"), "Gazette", "rewrite")
    articles = tuple(DossierArticle(name, "", name, "", "", "en", "f", False, "x") for name in ("Gazette", "Courier"))
    articles = tuple(msgspec.structs.replace(one, id=name) for one, name in zip(articles, "ab", strict=True))
    [said] = dependence(outline(msgspec.structs.replace(EMPTY, articles=articles, families=(family,))))
    assert said == "Gazette [1] and Courier [2] carry one text of Gazette, some of it rewritten: one source."


def test_the_drawing_has_a_text_that_says_the_same(dossier):
    said = dependence(outline(dossier))
    assert any("carry one text of Meridian News Agency: one source" in sentence for sentence in said)
    assert any("versions of one page" in sentence for sentence in said)
    assert any("Lakeside Radio [5] shares text with no other article" in sentence for sentence in said)
