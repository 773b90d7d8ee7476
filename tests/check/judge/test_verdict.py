"""The verdict table, row by row."""

import msgspec
import pytest
from build import by_name, claim

from twosource.check.accounts import accounts_of
from twosource.check.align import align
from twosource.check.judge.verdict import Bench, judge
from twosource.model import Account, Judgement

MOMENTS = {"early": "2023-03-14T07:40", "noon": "2023-03-14T13:10", "late": "2023-03-14T20:15"}


def origin(c):
    return c.chain[-1] if c.chain else c.article


BENCH = Bench(by_name, lambda c: c.as_of or MOMENTS.get(c.article, ""), lambda c: c.article, origin)


def judged(*claims):
    [group] = align(claims)
    return judge(group[0].kind, accounts_of(group, origin, lambda c: c.article), BENCH), group


POLICE = ("police",)
TABLE = [
    ("one carrier, one origin", [claim("a")], "single"),
    ("one carrier, a named origin", [claim("a", chain=POLICE)], "single"),
    ("two outlets on their own", [claim("a"), claim("b")], "corroborated"),
    ("two outlets, one origin", [claim("a", chain=POLICE), claim("b", chain=POLICE)], "echoed"),
    ("two origins in two outlets", [claim("a", chain=POLICE), claim("b", chain=("hospital",))], "corroborated"),
    ("an unnamed origin is nobody's second", [claim("a", chain=POLICE), claim("b", chain=("officials",))], "echoed"),
    ("two values at one time", [claim("a", value="4"), claim("b", value="17")], "disputed"),
    ("a toll that rises", [claim("early", value="4"), claim("late", value="17")], "revised"),
    (
        "a toll that falls was not revised by time alone",
        [claim("early", value="17"), claim("late", value="4")],
        "disputed",
    ),
    (
        "one origin cited for two values",
        [claim("a", value="4", chain=POLICE), claim("b", value="17", chain=POLICE)],
        "disputed",
    ),
]


@pytest.mark.parametrize(("case", "claims", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_verdict(case, claims, expected):
    result, _ = judged(*claims)
    assert result.verdict == expected, result.why
    assert result.why.endswith(".")


def test_a_revision_names_its_course_and_what_stands():
    result, group = judged(claim("early", value="4"), claim("noon", value="11"), claim("late", value="17"))
    accounts = accounts_of(group, origin, lambda c: c.article)
    assert accounts[result.stands].value == "17"
    assert result.why.index(" 4 ") < result.why.index(" 11 ") < result.why.index(" 17 ")


AGES = [
    ("32 and a day later 31", "32", "2023-03-14", "31", "2023-03-15", "disputed"),
    ("a year older within a day", "31", "2023-03-14", "32", "2023-03-15", "disputed"),
    ("a birthday between", "31", "2023-03-14", "32", "2023-12-02", "revised"),
    ("two years later", "31", "2023-03-14", "33", "2025-03-20", "revised"),
    ("too old for the time between", "31", "2023-03-14", "34", "2024-03-14", "disputed"),
]


@pytest.mark.parametrize(("case", "one", "day", "two", "later", "expected"), AGES, ids=[row[0] for row in AGES])
def test_nobody_ages_faster_than_time_passes(case, one, day, two, later, expected):
    old, new = (
        claim(name, value=value, measure="age", subject="Ida Moll", as_of=as_of)
        for name, value, as_of in (("a", one, day), ("b", two, later))
    )
    result, _ = judged(old, new)
    assert result.verdict == expected


@pytest.mark.parametrize(
    ("unit", "measure", "expected"),
    [
        ("mile per hour", "van", "disputed"),
        ("mile per hour", "wind", "revised"),
        ("carat", "ruby", "disputed"),
        ("dollar", "damage", "revised"),
    ],
)
def test_no_later_day_changes_how_fast_something_went(unit, measure, expected):
    first, second = (
        claim(name, value=value, measure=measure, unit=unit, as_of=day, value_key="harbour lane chase night")
        for name, value, day in (("a", "84", "2023-03-14"), ("b", "97", "2023-03-15"))
    )
    accounts = accounts_of((first, second), origin, lambda c: c.article)
    assert judge("figure", accounts, BENCH).verdict == expected


def test_one_origin_cited_for_two_values_is_said():
    result, _ = judged(claim("a", value="4", chain=POLICE), claim("b", value="17", chain=POLICE))
    assert "Both cite police" in result.why


def test_a_plan_is_superseded_by_what_happened():
    plan = claim("a", "time", "noon", measure="talks start clock", value_key="2022-02-28T12:00", rule="happenings plan")
    deed = claim(
        "b", "time", "1 p.m.", measure="talks start clock", value_key="2022-02-28T13:00", rule="happenings time"
    )
    result, group = judged(plan, deed)
    assert result.verdict == "revised"
    assert accounts_of(group, origin, lambda c: c.article)[result.stands].value == "1 p.m."


def test_what_is_not_told_is_undisclosed():
    result, _ = judged(claim("a", "venue", "a secret place", disclosed=False, value_key="undisclosed"))
    assert result.verdict == "undisclosed"


def test_a_copy_changes_carriers_and_nothing_else():
    claims = [claim("a", chain=POLICE), claim("b", value="21", chain=("hospital",))]
    before, _ = judged(*claims)
    after, group = judged(*claims, claim("copy", chain=POLICE))
    assert before.verdict == after.verdict
    assert {c.article for c in group} == {"a", "b", "copy"}


def test_the_order_of_claims_does_not_matter():
    claims = [claim("a", value="4"), claim("b", value="17"), claim("c", value="4", low=4, bound=">"), claim("d")]
    assert align(claims) == align(reversed(claims))


SCOPES = [
    ("city and country", claim("a", value="1200", scope="harn"), claim("b", value="5000", scope="veld"), 2),
    ("killed and injured", claim("a", measure="dead"), claim("b", measure="injured"), 2),
    ("an older event", claim("a", value="1200", event="1998"), claim("b"), 2),
    ("children are not people", claim("a", value="3", subject="children"), claim("b", subject="people"), 2),
    ("the same of whom", claim("a", subject="children"), claim("b", subject="children"), 1),
    ("people in general and a nation, one number", claim("a", subject="ukrainian"), claim("b", subject="people"), 1),
]


@pytest.mark.parametrize(("case", "a", "b", "questions"), SCOPES, ids=[row[0] for row in SCOPES])
def test_scope_decides_what_is_compared(case, a, b, questions):
    assert len(align([a, b])) == questions


def in_voice_of(article, chain=(), **slots):
    return claim(article=article, chain=chain, **slots)


def printed(claims, independent=by_name):
    """The verdict on claims whose articles "a1", "a2" are printed by outlet "a"."""
    bench = Bench(independent, lambda c: "", lambda c: c.article[0], lambda c: c.chain[-1] if c.chain else c.article[0])
    return judge("figure", (Account(value="17", claims=tuple(claims)),), bench).verdict


def unsure_of_the_first(a, b):
    if a.article[0] == b.article[0]:
        return Judgement("no", "both were printed by one outlet")
    return Judgement("unsure" if "a1" in (a.article, b.article) else "yes", "the first article may tell of another")


def test_a_second_article_of_an_outlet_confirms_what_the_first_does_not_surely_tell():
    claims = [in_voice_of("a1"), in_voice_of("a2"), in_voice_of("b1")]
    assert printed(claims[:1] + claims[2:], unsure_of_the_first) == "echoed"
    assert printed(claims, unsure_of_the_first) == "corroborated"


def test_what_both_outlets_have_from_others_elsewhere_is_confirmed_by_nothing():
    bare = [in_voice_of("a1"), in_voice_of("b1")]
    cited = [in_voice_of("a2", ("officials",)), in_voice_of("b2", ("officials",))]
    assert printed(bare) == "corroborated"
    assert printed([*bare, cited[0]]) == "corroborated"
    assert printed([*bare, *cited]) == "echoed"
    old = [msgspec.structs.replace(one, measure="age") for one in (*bare, *cited)]
    assert printed(old) == "corroborated"


def test_two_articles_of_one_outlet_are_no_two_sources_whomever_they_cite():
    assert printed([in_voice_of("a1", ("police",)), in_voice_of("a2", ("hospital",))]) == "single"


def test_an_outlet_known_by_its_address_keeps_it_in_a_reason():
    verdict, _ = judged(claim("metropost.example"))
    assert verdict.why.startswith("Only metropost.example has it")
    verdict, _ = judged(claim("metropost.example"), claim("z", chain=POLICE))
    assert verdict.why.startswith("metropost.example and police (in z) give it independently")
