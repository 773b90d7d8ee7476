"""The dossier says what the facts say, with the exact words."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.dossier import write
from twosource.dossier.outline import outline
from twosource.dossier.wording import MONTHS, stretch
from twosource.model import (
    Account,
    Article,
    Claim,
    Coverage,
    Entity,
    Evidence,
    Fact,
    Instant,
    Member,
    Mention,
    Mentions,
    Occurrence,
    Period,
    Place,
    Role,
    Side,
    Span,
    Story,
    Time,
)


def claims_of(dossier):
    return [claim for fact in dossier.facts for account in fact.accounts for claim in account.claims]


def test_every_claim_is_the_text_it_cites(dossier):
    texts = {article.id: article.text for article in dossier.articles}
    assert claims_of(dossier)
    for claim in claims_of(dossier):
        assert claim.text == texts[claim.article][claim.start : claim.end]
        assert claim.start <= claim.focus_start < claim.focus_end <= claim.end


def test_the_dossier_holds_the_whole_story(dossier, talks):
    assert dossier.title == talks.STORY.title
    assert [article.id for article in dossier.articles] == list(talks.STORY.articles)
    assert [article.teaser for article in dossier.articles] == [False] * 5 + [True] * 2
    assert [fact.id for fact in dossier.facts] == [fact.id for fact in talks.FACTS]
    assert dossier.unknowns == ("venue-undisclosed", "dam-cost")
    assert [family.relation for family in dossier.families] == ["copy", "update"]
    assert {credit.name for credit in dossier.credits} == {"Meridian News Agency"}
    assert dossier.related == talks.RELATED
    assert dossier.missing == talks.MISSING


def test_dates_say_where_they_come_from(dossier):
    found = {article.id: (article.published, article.updated, article.date_inferred) for article in dossier.articles}
    assert found["ledger-2"] == ("2031-03-04T13:10:00+01:00", "2031-03-04T19:45:00+01:00", "")
    assert found["radio"] == ("2031-03-04", "", "caption")


def test_sides_have_their_delegations_and_positions(dossier):
    assert dossier.sides == (
        Side("Kessia", (Member("Anton Reyle", "deputy foreign minister", "lead-kessia"),), ("kessia-demand",)),
        Side(
            "Ruvenia",
            (Member("Ludo Brandt", "senator", "member-ruvenia"), Member("", "chief of the general staff")),
            ("ruvenia-line",),
        ),
    )


def test_the_timeline_runs_in_order_and_names_its_facts(dossier):
    told = [(item.start, item.fact) for item in dossier.timeline]
    assert told == sorted(told, key=lambda item: item[0])
    assert ("2031-03-04T12:00", "talks-start") in told
    assert ("2031-03-07", "next-round") in told, "the event has its time from the event mention"
    assert [start for start, fact in told if fact == "hospital-dead"] == ["2031-03-04T08:00", "2031-03-04T18:00"]
    assert dossier.period == Period("2031-03-04", "2031-03-07")


def test_places_are_those_of_the_claims_most_cited_first(dossier):
    names = [place.name for place in dossier.places]
    assert names[0] == "Dorvia"
    assert set(names) == {"Dorvia", "Tolm", "Pellin", "Lake Verrin"}, "Kessia stands for its government"


def test_coverage_says_what_an_outlet_alone_has_and_omits(dossier):
    found = {one.outlet: one for one in dossier.coverage}
    assert found["Capital Ledger"].only == ("next-round", "hospital-dead")
    assert "kessia-demand" in found["Lakeside Radio"].omits
    assert found["Valley Herald"].only == ()


def story_of(*texts, outlets=(), facts=(), **evidence):
    articles = tuple(
        Article(f"a{i}", text, outlet=outlet, published=Instant("2031-03-04"))
        for i, (text, outlet) in enumerate(
            zip(texts, outlets or [f"Outlet {i}" for i in range(len(texts))], strict=True)
        )
    )
    mentions = evidence.pop("mentions", tuple(Mentions(article.id) for article in articles))
    story = Story("s", "Title", tuple(article.id for article in articles))
    return write(story, facts, Evidence(articles, mentions, **evidence))


def one_claim(article="a0", start=0, end=5, kind="figure", **slots):
    focus = slots.pop("focus", Span(start, end))
    return Claim(f"c-{article}", kind, article, Span(start, end), focus, "dead", "5", **slots)


def one_fact(*claims, kind="figure", verdict="single", id="f", **fields):
    return Fact(id, kind, "How many?", verdict, "", (Account("5", claims, **fields),))


@pytest.mark.parametrize(
    "claim", [one_claim(end=500), one_claim(start=3, end=3), one_claim(start=-2), one_claim(article="elsewhere")]
)
def test_a_claim_outside_its_text_is_an_error(claim):
    with pytest.raises(ValueError, match="claim"):
        story_of("A text.", facts=(one_fact(claim),))


def test_a_story_whose_article_is_not_in_the_evidence_is_an_error():
    with pytest.raises(ValueError, match="no article"):
        write(Story("s", "", ("gone",)), (), Evidence((), ()))


def test_a_dossier_of_one_article_is_legal():
    dossier = story_of("Five died.", facts=(one_fact(one_claim()),))
    assert dossier.coverage == (Coverage("Outlet 0", (), ()),), "alone there is nothing to compare with"
    assert dossier.facts[0].accounts[0].claims[0].text == "Five "


def test_two_outlets_leave_nothing_out_that_most_others_have():
    dossier = story_of("Five died.", "Rain fell.", facts=(one_fact(one_claim()),))
    assert dossier.coverage == (Coverage("Outlet 0", ("f",), ()), Coverage("Outlet 1", (), ()))


def test_articles_of_other_stories_are_left_out(talks):
    story = msgspec.structs.replace(talks.STORY, articles=("ledger-1", "radio"))
    dossier = write(story, (), talks.EVIDENCE)
    assert [article.id for article in dossier.articles] == ["ledger-1", "radio"]
    assert [family.articles for family in dossier.families] == [("ledger-1",)]
    assert dossier.credits == ()


def test_an_older_event_does_not_stretch_the_period():
    old = one_fact(one_claim(event="flood 1998", as_of="1998-07-01"), as_of="1998-07-01")
    dossier = story_of("Five died.", facts=(old,))
    assert dossier.period == Period("2031-03-04", "2031-03-04")
    assert dossier.timeline[0].start == "1998-07-01"
    assert dossier.facts[0].event == "flood 1998"


def test_the_story_s_own_facts_come_before_those_of_an_older_event():
    old = one_fact(one_claim(event="flood 1998"), id="old")
    own = one_fact(one_claim(start=2), id="own")
    found = outline(story_of("Five died.", facts=(old, own)))
    assert [fact.id for section in found.sections for fact in section.facts] == ["own", "old"]


def test_a_year_is_no_day_of_the_period():
    time = Mention(Time("DATE", "1962", "1962-01-01", "1962-12-31"), Span(0, 4), "hand/1")
    fact = one_fact(one_claim(kind="time", focus=Span(0, 4)), kind="time")
    dossier = story_of("1962 it was.", facts=(fact,), mentions=(Mentions("a0", times=(time,)),))
    assert dossier.period == Period("2031-03-04", "2031-03-04")
    assert (dossier.timeline[0].start, dossier.timeline[0].end) == ("1962-01-01", "1962-12-31")


# holder's entity, role mentions, -> whose side the position is
SIDES = [
    ({"speaks_for": "place:Kessia"}, (), "Kessia"),
    ({}, (("office", "Mara Oslin", "president", "Kessia"),), "Kessia"),
    ({}, (), "Mara Oslin"),
]


@pytest.mark.parametrize(("fields", "roles", "side"), SIDES)
def test_a_position_goes_to_whom_its_holder_speaks_for(fields, roles, side):
    entities = (
        Entity("place:Kessia", "Kessia", "place", ("Kessia",), mentions=(Occurrence("a0", Span(0, 4)),)),
        Entity(
            "person:Mara Oslin", "Mara Oslin", "person", ("Oslin",), mentions=(Occurrence("a0", Span(0, 4)),), **fields
        ),
    )
    found = tuple(Mention(Role(r, holder=h, office=o, of=of), Span(0, 4), "hand/1") for r, h, o, of in roles)
    fact = one_fact(one_claim(kind="position", chain=("Oslin",)), kind="position")
    dossier = story_of("Some text.", facts=(fact,), entities=entities, mentions=(Mentions("a0", roles=found),))
    assert [(one.entity, one.positions) for one in dossier.sides] == [(side, ("f",))]


def test_entities_that_speak_for_one_another_in_a_ring_do_no_harm():
    one = Entity("a", "A", "organisation", ("A",), speaks_for="b", mentions=(Occurrence("a0", Span(0, 1)),))
    two = Entity("b", "B", "organisation", ("B",), speaks_for="a", mentions=(Occurrence("a0", Span(0, 1)),))
    fact = one_fact(one_claim(kind="position", subject="A"), kind="position")
    assert len(story_of("Some text.", facts=(fact,), entities=(one, two)).sides) == 1


def test_an_unresolved_place_is_no_place():
    found = Mentions("a0", places=(Mention(Place("Nowhere"), Span(0, 4), "hand/1"),))
    assert story_of("Five died.", facts=(one_fact(one_claim()),), mentions=(found,)).places == ()


@given(st.dates(), st.dates())
def test_stretches_name_both_ends(first, last):
    first, last = min(first, last), max(first, last)
    told = stretch(first.isoformat(), last.isoformat())
    assert str(last.year) in told
    assert first == last or MONTHS[last.month - 1] in told or (first.month, last.month) == (1, 12)
