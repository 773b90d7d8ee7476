"""A scene's deeds told for one day are one question of when."""

from build import claim
from msgspec.structs import replace

from stories import carriers, facts
from twosource.check.events.scenes import one_scene, worth_asking

SHOT = (
    "A gunman shot a clerk at a mill in Harn on Thursday.",
    "A clerk was shot at a mill in Harn on Thursday, the mayor said.",
    "A gunman shot the clerk, and she fell. A clerk died on Thursday at the mill in Harn.",
    "The shooting at the mill in Harn took place on Thursday. A gunman shot a clerk.",
)


def when(*groups):
    main = [group for group in groups if group[0].rule == "main event"]
    main, rest = worth_asking(*one_scene(main, groups[len(groups) - 1 :]))
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


def test_a_month_goes_with_the_day_in_it():
    day = (time("a", "kill hold day", "2021-10-21"), time("b", "kill happen day", "2021-10-21"))
    month = (time("c", "shoot happen day", "2021-10", "happenings time", subject="person:ann-lowe"),)
    other = (time("d", "shoot happen day", "2021-09", "happenings time", subject="person:ann-lowe"),)
    assert when(day, month) == [["a", "b", "c"]]
    assert when(day, other) == [["a", "b"], ["d"]]
    nobody = (time("d", "shoot happen day", "2021-09", "happenings time"),)
    assert when(day, nobody) == [["a", "b"]]  # one article alone has a month, and of nobody named: nobody asks for it


def test_a_crime_of_years_ago_is_one_with_the_news_of_its_days():
    told = [
        replace(one, as_of="2021-10-21", event=event)
        for one, event in (
            (time("a", "shoot hold day", "XXXX-WXX-4"), ""),
            (time("b", "kill happen day", "2021-10-21", "happenings time"), "2021"),
        )
    ]
    assert when(*((one,) for one in told)) == [["a", "b"]]
    assert when((replace(told[0], as_of=""),), (told[1],)) == [["a"], ["b"]]


def test_a_year_alone_confirms_only_what_befalls_one_once():
    trial, death = (
        tuple(time(n, f"{kind} happen day", "2021", "happenings time", subject="person:ann-lowe") for n in "ab")
        for kind in ("try/n", "die")
    )
    for group, subject in ((trial, ""), (death, "person:ann-lowe")):
        _, [told] = one_scene([], [group])
        assert {one.subject for one in told} == {subject}


def test_a_deed_of_a_year_is_not_one_of_a_day_in_it_without_a_party_or_words_in_common():
    released = claim("a", "time", "Tuesday", measure="unveil happen day", value_key="2016-10-04",
                     asked="was a study of mills released", rule="happenings time", subject="study|group")  # fmt: skip
    told = replace(released, article="b", id="c2", value="this year", value_key="2016", subject="person:ann-lowe",
                   asked="did Ann Lowe release her letters")  # fmt: skip
    assert ["a", "b"] not in when((released,), (told,))
