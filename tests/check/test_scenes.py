"""A scene's deeds told for one day are one question of when."""

from build import claim

from stories import carriers, facts
from twosource.check.scenes import one_scene

SHOT = (
    "A gunman shot a clerk at a mill in Harn on Thursday.",
    "A clerk was shot at a mill in Harn on Thursday, the mayor said.",
    "A gunman shot the clerk, and she fell. A clerk died on Thursday at the mill in Harn.",
    "The shooting at the mill in Harn took place on Thursday. A gunman shot a clerk.",
)


def when(*groups):
    main, rest = one_scene([group for group in groups if group[0].rule == "main event"], groups[len(groups) - 1 :])
    return [sorted(one.article for one in group) for group in (*main, *rest)]


def time(article, measure, key, rule="main event", at=0, subject=""):
    return claim(article, "time", key, at=at, measure=measure, value_key=key, rule=rule, subject=subject)


def test_the_death_and_the_shooting_are_one_question():
    [asked] = [fact for fact in facts(*SHOT) if fact.kind == "time"]
    assert carriers(asked) == ["a", "b", "c", "d"]


def test_a_death_days_later_is_another_question():
    own = (time("a", "shoot hold day", "XXXX-WXX-4"), time("b", "shoot happen day", "XXXX-WXX-4"))
    later = (time("c", "die happen day", "XXXX-WXX-6", "happenings time", subject="person:ann-lowe"),)
    assert when(own, later) == [["a", "b"], ["c"]]


def test_an_arrest_on_the_day_of_the_deed_is_another_question():
    own = (time("a", "shoot hold day", "XXXX-WXX-4"), time("b", "shoot happen day", "XXXX-WXX-4"))
    caught = (time("c", "arrest happen day", "XXXX-WXX-4", "happenings time", subject="person:tom-pike"),)
    assert when(own, caught) == [["a", "b"], ["c"]]


def test_what_is_joined_confirms_nothing():
    own = (time("a", "shoot hold day", "XXXX-WXX-4"), time("b", "shoot hold day", "XXXX-WXX-4"))
    death = (time("c", "die happen day", "XXXX-WXX-4", "happenings time", subject="person:ann-lowe"),)
    [[*_, joined]], _ = one_scene([own], [death])
    assert (joined.article, joined.measure, joined.subject) == ("c", "shoot happen day", "")


def test_a_day_of_a_deed_that_no_list_knows_is_not_asked_for():
    assert when((time("a", "turn happen day", "XXXX-WXX-4", "happenings time", subject="shopping"),)) == []
    assert when((time("a", "turn happen clock", "T10:00", "happenings time", subject="shopping"),)) == [["a"]]


def test_a_day_that_stands_beside_another_is_not_asked_for_again():
    own = (time("a", "steal hold day", "XXXX-WXX-4"), time("b", "steal hold day", "XXXX-WXX-4"))
    beside = (time("a", "visit happen day", "XXXX-WXX-4", "happenings time", subject="person:ann-lowe"),)
    assert when(own, beside) == [["a", "b"]]
