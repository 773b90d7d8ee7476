"""When a story's own event happened: one question, whoever answers it and however the day is told."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.compatible import same_day
from twosource.check.events.main_events import main_events
from twosource.model import FactKind

ROBBED = (
    "Thieves stole jewels from the Harn jewellery shop in Arle on Monday, the owner said.",
    "A gang stole jewels from a shop in Arle late on Monday night.",
    "Two men burst into a shop in Arle on Monday evening and stole its jewels.",
)
BLAZE = (
    "A fire destroyed a warehouse in Arle. The fire broke out at about 8:45 p.m. on Friday.",
    "A blaze gutted a warehouse in Arle. It broke out on the roof at 8:49 p.m.",
    "A warehouse in Arle was destroyed after a fire started at 8:49 p.m. on Friday night.",
)


def groups_of(kind: FactKind, *texts):
    return [group for group in main_events(contexts(*texts), {}) if group[0].kind == kind]


def told(groups, grain):
    return {
        claim.article: claim.value_key for group in groups for claim in group if claim.measure.endswith(f" {grain}")
    }


def test_one_day_is_told_in_many_ways():
    days = told(groups_of("time", *ROBBED), "day")
    assert sorted(days) == ["a", "b", "c"]
    assert len(set(days.values())) == 1


def test_what_was_done_in_the_same_breath_dates_the_event():
    days = groups_of("time", *ROBBED[:2], ROBBED[2])
    [burst] = [claim for group in days for claim in group if claim.article == "c"]
    assert burst.measure.startswith("steal ")


def test_the_day_of_speaking_is_not_the_day_of_the_event():
    texts = (*ROBBED[:2], "Jewels were stolen from a shop in Arle, police said on Friday.")
    assert "c" not in told(groups_of("time", *texts), "day")


def test_two_days_are_disputed():
    texts = (*ROBBED[:2], "Jewels were stolen from a shop in Arle on Friday, the mayor said.")
    [when] = [fact for fact in facts(*texts) if fact.kind == "time"]
    assert (when.verdict, when.question) == ("disputed", "On what day did a gang steal jewels from a shop in Arle?")


def test_late_on_one_day_is_early_on_the_next():
    texts = (ROBBED[1], ROBBED[2], "Jewels were stolen from a shop in Arle early on Tuesday, the mayor said.")
    assert sorted(told(groups_of("time", *texts), "day")) == ["a", "b", "c"]
    assert [fact.verdict for fact in facts(*texts) if fact.kind == "time"] == ["corroborated"]


def test_another_day_is_another_event_unless_both_surely_tell_of_one():
    texts = (*ROBBED[:2], "Jewels were stolen from the museum of Bristol on Friday, the mayor said.")
    assert "disputed" not in {fact.verdict for fact in facts(*texts) if fact.kind == "time"}


def test_a_page_that_was_published_is_no_event():
    texts = [f"Published: March {day}, 2023\n\nThe Harn bank published its figures." for day in (14, 15, 16)]
    assert not groups_of("time", *texts)


def test_a_quoted_evening_is_the_speakers():
    texts = (*ROBBED[:2], "“Jewels were stolen from a shop in Arle this evening,” the mayor said on Friday.")
    assert "c" not in told(groups_of("time", *texts), "day")


def test_an_hour_is_an_account_of_its_own_though_about_bridges_it():
    [clock] = [fact for fact in facts(*BLAZE) if fact.question.startswith("At what time")]
    assert [sorted(account.carriers) for account in clock.accounts] == [["The B Post", "The C Post"], ["The A Post"]]
    assert clock.verdict != "disputed"


def test_it_stands_for_the_event_told_before():
    assert "b" in told(groups_of("time", *BLAZE), "clock")


def test_until_ends_and_does_not_date():
    texts = (
        "The county closed the Arle road on Monday.",
        "The Arle road was closed on Monday after a flood.",
        "The county has closed the Arle road until Friday.",
    )
    assert "c" not in told(groups_of("time", *texts), "day")


def test_what_is_done_about_an_event_later_does_not_date_it():
    texts = (*ROBBED[:2], "Two men were sentenced in the robbery on Friday.")
    assert "c" not in told(groups_of("time", *texts), "day")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2023-03-14", "XXXX-WXX-2", True),
        ("2023-03-14", "XXXX-WXX-3", False),
        ("XXXX-WXX-2", "XXXX-WXX-3", False),
        ("2023-03-14", "2023-03-21", False),
        ("", "XXXX-WXX-3", True),
    ],
)
def test_a_weekday_is_a_day(a, b, same):
    assert same_day(a, b) is same


def test_a_body_is_that_of_whoever_was_found():
    texts = (
        "The bodies of Ann Lowe and Tom Pike were found in a flat in Arle on Monday.",
        "The women were found dead in a flat in Arle on Monday.",
        "Police found the bodies in a flat in Arle on Monday.",
    )
    assert sorted(told(groups_of("time", *texts), "day")) == ["a", "b", "c"]


def test_police_are_called_at_a_time():
    texts = (
        "Police were called to a house in Arle at about 8. 40am on Saturday.",
        "Neighbours said police were called to the house at 8.39am on Saturday.",
    )
    [clock] = [fact for fact in facts(*texts) if fact.question.startswith("At what time were police called")]
    assert len(clock.accounts) == 2


def test_a_day_of_a_month_is_one_with_and_without_its_year():
    assert same_day("XXXX-05-29", "2008-05-29")
    assert not same_day("XXXX-05-29", "2008-05-30")
    assert same_day("XXXX-05-29", "XXXX-WXX-4")


def test_a_weekday_and_a_date_without_its_year_are_two_accounts():
    texts = (*ROBBED[:2], "Thieves stole jewels from the Harn jewellery shop in Arle on May 29.")
    assert not [
        fact
        for fact in facts(*texts)
        for account in fact.accounts
        if {"Monday", "May 29"} <= {c.value for c in account.claims}
    ]


def test_hours_without_their_days_may_be_two_tremors():
    texts = (
        "An earthquake shook the island of Lesbos at 5:06 p.m., the radio said.",
        "The quake struck Lesbos at 5:31 p.m. local time, the mayor said.",
        "An earthquake struck Lesbos. It shook the island on Monday.",
    )
    assert "disputed" not in {fact.verdict for fact in facts(*texts) if fact.kind == "time"}


MONTHS = (
    "The guild met in Arle. Ann Lowe was convicted of fraud in August 2012, the guild said.",
    "Ann Lowe was convicted of fraud in August 2012.",
)


def test_a_month_answers_when():
    [when] = [fact for fact in facts(*MONTHS) if fact.kind == "time"]
    assert when.question.startswith("When was Ann Lowe convicted")
    assert carriers(when) == ["a", "b"]


def test_who_registers_a_quake_tells_when_it_was():
    texts = (
        "An earthquake shook the island of Harn at 17:06 on Sunday.",
        "The institute in Arle registered the earthquake at 17:06 hours local time on Sunday.",
        "An earthquake hit Harn on Sunday and damaged houses.",
    )
    assert set(told(groups_of("time", *texts), "clock")) == {"a", "b"}


def test_when_one_thing_was_found_nobody_tells_who_tells_of_another():
    texts = (
        "A strand of hair was found near the mill.",
        "Police said a strand of hair was found behind the mill.",
        "Clerks said a strand of hair was found in the yard.",
        "A rifle was found on Friday beside the old shop.",
    )
    asked = {fact.question for fact in facts(*texts) if fact.kind == "time"}
    assert not any("hair" in question for question in asked)
