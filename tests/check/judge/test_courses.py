"""How a count went on over the days, and which account stands."""

import pytest
from build import claim

from twosource.check.accounts import accounts_of
from twosource.check.judge.courses import course_of


def course(*told, measure="dead"):
    """The values of a course in order and the one that stands; each count is (outlet, day, number, bound)."""
    claims = [
        claim(
            outlet,
            value=str(number),
            low=number,
            high=None if bound == ">" else number,
            bound=bound,
            as_of=day,
            at=at,
            measure=measure,
        )
        for at, (outlet, day, number, bound) in enumerate(told)
    ]
    accounts = accounts_of(tuple(claims), lambda c: c.article, lambda c: c.article)
    found = course_of(accounts, lambda c: c.as_of, lambda c: c.article)
    return found and ([accounts[i].value for i in found.order], accounts[found.stands].value)


COURSES = [
    ("each day more", [("a", "2023-03-14", 12, "="), ("b", "2023-03-15", 19, "=")], (["12", "19"], "19")),
    ("a corrected one", [("a", "2023-03-14", 90, "="), ("b", "2023-04-20", 71, "=")], (["90", "71"], "71")),
    ("a lower one next day", [("a", "2023-03-14", 90, "="), ("b", "2023-03-15", 71, "=")], None),
    ("one outlet takes some back", [("a", "2023-03-14", 90, "="), ("a", "2023-03-15", 71, "=")], (["90", "71"], "71")),
    ("two of one day", [("a", "2023-03-14", 12, "="), ("b", "2023-03-14", 19, "=")], None),
    ("a bound of one day", [("a", "2023-03-14", 12, ">"), ("b", "2023-03-14", 19, "=")], (["12", "19"], "19")),
    (
        "two of one day that both were passed",
        [("a", "2023-03-14", 12, "="), ("b", "2023-03-14", 19, "="), ("c", "2023-03-16", 44, "=")],
        (["12", "19", "44"], "44"),
    ),
    ("one lower than both", [("a", "2023-03-14", 9, "="), ("b", "2023-03-14", 8, "=")], None),
    ("no day", [("a", "", 12, "="), ("b", "2023-03-15", 19, "=")], None),
    ("a bound that came later", [("a", "2023-03-14", 61, "="), ("b", "2023-03-18", 212, ">")], (["61", "212"], "212")),
]


@pytest.mark.parametrize(("case", "told", "expected"), COURSES, ids=[row[0] for row in COURSES])
def test_course(case, told, expected):
    assert course(*told) == expected


def test_fewer_are_missing_by_the_day():
    told = [("a", "2023-03-14", 60, "="), ("b", "2023-03-15", 30, "="), ("a", "2023-03-16", 4, "=")]
    assert course(*told, measure="missing") == (["60", "30", "4"], "4")
    assert course(*told) is None
