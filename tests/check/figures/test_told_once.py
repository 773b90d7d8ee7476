"""Numbers at odds in other words are one question where each article tells only one."""

import pytest
from build import claim

from stories import facts
from twosource.check.figures.counts import counts


def grouped(*claims):
    return sorted(sorted(c.article for c in group) for group in counts(claims))


def disputed(*texts):
    return [sorted(account.value for account in fact.accounts) for fact in facts(*texts) if fact.verdict == "disputed"]


def count(article, value, noun, deed="", **slots):
    number = float(value.split()[0])
    return claim(article, value=value, low=number, high=number, measure=noun, subject="people", deed=deed, **slots)


ARRESTS = ("arrested", "arrest"), ("suspect", "seize")


def test_the_arrested_and_the_seized_of_one_sweep_are_counted_once():
    (head, deed), (noun, taken) = ARRESTS
    one = count("a", "61", head, deed, value_key="harbour sweep peopl")
    other = count("b", "68", noun, taken, value_key="suspect sweep night")
    assert grouped(one, other) == [["a", "b"]]


def test_an_article_with_both_numbers_counts_two_things():
    (head, deed), (noun, taken) = ARRESTS
    one = count("a", "61", head, deed, value_key="harbour sweep peopl")
    other = count("b", "68", noun, taken, value_key="suspect sweep night")
    both = count("a", "68", noun, taken, at=9, value_key="suspect sweep night")
    assert grouped(one, both, other) == [["a"], ["a", "b"]]


@pytest.mark.parametrize(
    ("scope", "value", "expected"),
    [
        ("malta", "5", True),
        ("arle, malta", "5", True),
        ("norby, malta", "5", False),
        ("cuba", "5", False),
        ("malta", "50", False),
    ],
)
def test_a_countrys_toll_and_a_towns(scope, value, expected):
    hurt = {"deed": "hurt", "measure": "injured"}
    one, other = claim("a", value="2", scope="arle, malta", **hurt), claim("b", value=value, scope=scope, **hurt)
    assert (grouped(one, other) == [["a", "b"]]) is expected


def test_a_few_who_rampaged_are_not_the_crowd_that_did():
    crowd = count("a", "100", "people", "riot", value_key="square night bottl")
    few = count("b", "36", "people", "riot", value_key="shop aisl display")
    some = count("c", "24", "people", "riot", value_key="window brick march")
    assert grouped(crowd, few, some) == [["a"], ["b", "c"]]


def test_a_date_beside_a_length_is_no_other_event():
    def length(article, value, **slots):
        return count(article, value, "plane down", "", unit="mile", rule="figures change", **slots)

    one = length("a", "2", asked="the plane came down … from the runway", value_key="plane runway")
    other = length("b", "3", asked="the glider landed … from the runway", value_key="glider runway", event="2018")
    assert grouped(one, other) == [["a", "b"]]
    apart = length("c", "5", asked="the glider landed … from the runway", value_key="glider runway", event="1998")
    assert grouped(other, apart) == [["b"], ["c"]]


def test_things_of_one_make_that_were_found_and_seized():
    one = count("a", "4 MP-5s", "mp-5s", "find/v")
    other = count("b", "6 MP 5 pistols", "pistol", "seize")
    assert grouped(one, other) == [["a", "b"]]
    assert grouped(one, count("b", "6 MP 5 pistols", "pistol", "sell")) == [["a"], ["b"]]


@pytest.mark.parametrize(("way", "expected"), [("down", True), ("up", False)])
def test_a_fall_told_twice(way, expected):
    fall = {"unit": "percentage", "rule": "figures change", "value_key": "bank fear market norby share"}
    one, other = (
        claim("a", value="2.1", measure="share down", **fall),
        claim("b", value="3.4", measure=f"market {way}", **fall),
    )
    assert (grouped(one, other) == [["a", "b"]]) is expected


@pytest.mark.parametrize(
    ("measure", "scope", "expected"),
    [("service phone", "malta", True), ("service", "malta", False), ("service phone", "cuba", False)],
)
def test_shares_of_one_thing_in_one_place(measure, scope, expected):
    one = claim("a", value="40", unit="percentage", measure="service web", scope="malta")
    other = claim("b", value="55", unit="percentage", measure=measure, scope=scope)
    assert (grouped(one, other) == [["a", "b"]]) is expected


def test_the_cold_of_one_night():
    one = "Crews fought the barn fire in Norby all night in temperatures of minus 9 degrees."
    other = "Crews fought the barn fire in Norby for hours in temperatures of minus 14 degrees."
    assert disputed(one, other) == [["minus 14 degrees", "minus 9 degrees"]]


def test_people_sent_by_one_body_under_two_names():
    one = count("a", "3 observers", "observer", value_key="council monitor norby send union vote")
    other = count("b", "8 experts", "expert", value_key="council monitor norby poll send union")
    assert grouped(one, other) == [["a", "b"]]


@pytest.mark.parametrize(
    ("value", "more", "expected"),
    [("14", (), True), ("20", (), False), ("14", ("31",), False)],
)
def test_two_numbers_that_nearly_agree_and_are_the_only_ones(value, more, expected):
    one = count("a", "15", "shot", value_key="school shot street")
    other = count("b", value, "shot", value_key="morn school shot")
    rest = [count("c", number, "shot", value_key="year shot town") for number in more]
    assert (["a", "b"] in grouped(one, other, *rest)) is expected


@pytest.mark.parametrize(
    ("words", "expected"), [("browser market norby share user", True), ("norby vote turnout", False)]
)
def test_two_percentages_in_like_words(words, expected):
    share = {"unit": "percentage"}
    one = claim("a", value="70", measure="surfer web", value_key="browser market norby share user web", **share)
    other = claim("b", value="55", measure="share", value_key=words, **share)
    assert (grouped(one, other) == [["a", "b"]]) is expected


MARCH = "Some 8,000 demonstrators gathered in the main square of Norby on Sunday."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 3,000 protesters gathered in Norby's main square on Sunday.", True),
        ("About 3,000 protesters gathered in Harlow's main square on Sunday.", False),
        ("About 3,000 protesters gathered in Norby's main square on Monday.", False),
        ("About 300 protesters gathered in Norby's main square on Sunday.", False),
    ],
)
def test_a_crowd_is_guessed_at(text, expected):
    assert bool(disputed(text, MARCH)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blaze burned down 15 houses in Norby overnight.", True),
        ("The blaze burned down 60 houses in Norby overnight.", False),
        ("The blaze burned down 15 cars in Norby overnight.", False),
    ],
)
def test_what_burned_and_what_was_destroyed(text, expected):
    assert bool(disputed("The fire destroyed 12 homes in Norby overnight.", text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Moll was sentenced to ten years in prison on Monday.", True),
        ("Vera Crane was sentenced to ten years in prison on Monday.", False),
        ("Ida Moll was sentenced to fifty years in prison on Monday.", False),
    ],
)
def test_one_sentence_told_twice(text, expected):
    assert bool(disputed("Ida Moll was sentenced to eight years in prison on Monday.", text)) is expected


def test_what_two_days_saw_is_not_at_odds():
    one = "Shares in Harl Bank fell 4 percent on Monday."
    assert not disputed(one, "Shares in Harl Bank fell 6 percent on Tuesday.")


def test_what_was_damaged_and_what_was_destroyed_are_two_counts():
    one = "The fire destroyed 12 homes in Norby."
    assert not disputed(one, "The fire damaged 15 homes in Norby.")
    assert disputed(one, "The fire destroyed 15 homes in Norby.")


def test_a_time_on_the_run():
    one = "The inmate was on the run in the woods for eight days."
    assert disputed(one, "The inmate was on the run in the woods for ten days.")
    assert not disputed(one, "The inmate was on the run in the city for ten days.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Looters attacked a police post and two chemists in Norby on Friday night.", True),
        ("Looters attacked a police post and nine banks in Norby; two banks were hit a year before.", False),
        ("Ten looters were seen near two banks of the river.", False),
    ],
)
def test_the_only_two_numbers_of_a_thing(text, expected):
    told = "Looters attacked a police post and three chemists in Norby, witnesses said."
    assert bool(disputed(told, text)) is expected


def test_the_only_two_numbers_of_people_may_be_of_others():
    one = count("a", "3", "woman", value_key="attack night polic post roof street women")
    other = count("b", "2", "woman", value_key="attack door glass hill polic road women")
    assert grouped(one, other) == [["a"], ["b"]]


def test_one_article_that_tells_it_otherwise_leaves_the_only_two_numbers():
    one = count("a", "3", "truck", value_key="block harbour truck road")
    far = count("b", "3", "truck", value_key="driver late truck sign")
    other = count("c", "2", "truck", value_key="harbour truck morn road")
    assert grouped(one, far, other) == [["a", "b", "c"]]
    assert grouped(one, far, other, count("d", "4", "truck", value_key="truck sign")) == [["a", "b"], ["c"], ["d"]]


def test_a_number_of_another_size_is_no_second_number():
    hurt = {"value_key": "damag harbour roof shed"}
    one, other = count("a", "300", "shed", **hurt), count("b", "520", "shed", **hurt)
    small = count("a", "4", "shed", at=9, **hurt)
    assert ["a", "b"] in grouped(one, other, small)
    near = count("a", "450", "shed", at=9, **hurt)
    assert ["a", "b"] not in grouped(one, other, near)


def test_the_arrested_and_the_detained_are_counted_once():
    one = "About 200 people have been arrested in Norby."
    assert disputed(one, "In the unrest 320 marchers were detained.")
    assert not disputed(one, "Two policemen were detained after the shot.")


def test_what_was_damaged_or_destroyed_is_what_was_damaged():
    one = "The storm left 355 damaged barns in Norby."
    other = "In Norby, 565 barns were damaged or destroyed by the storm."
    assert disputed(one, other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then a further four engines were sent to the depot in Norby.", False),
        ("Then four engines were sent to the depot in Norby.", True),
    ],
)
def test_those_who_come_to_others_are_not_all(text, expected):
    assert bool(disputed("Six engines were sent to the depot in Norby.", text)) is expected


@pytest.mark.parametrize(
    "text", ["Moll scored on the first two drives of the game.", "Moll scored on 2-of-9 drives of the game."]
)
def test_some_of_a_row_contradict_nothing(text):
    assert not disputed("Moll scored on five drives of the game.", text)


WAYS = [
    ("The climber Ida Moll fell 150 metres from a ridge on Mount Harn.", True),  # some take feet for metres
    ("The climber Ida Moll fell 61 metres from a ridge on Mount Harn.", False),  # the same
    ("The climber Vera Crane fell 150 metres from the roof of a mill.", False),
]


@pytest.mark.parametrize(("text", "expected"), WAYS)
def test_how_far_somebody_fell_in_two_units(text, expected):
    assert bool(disputed("The climber Ida Moll fell 200 feet from a ridge on Mount Harn.", text)) is expected


SUMS = [
    ("The fire at the old mill caused damage of $3 million, the owner said.", True),
    ("The fire at the old mill caused damage of 3 million euros, the owner said.", False),
    ("The owner had bought the old mill for $3 million.", False),
]


@pytest.mark.parametrize(("text", "expected"), SUMS)
def test_what_one_thing_cost(text, expected):
    assert bool(disputed("The fire at the old mill caused damage of $2 million, police said.", text)) is expected


def test_things_told_otherwise_on_a_later_day_are_at_odds():
    one = "Moll fired 13 shots from the roof at the school on Friday."
    assert disputed(one, "At least 12 shots were fired at the school, officers said.")


def test_a_crowd_of_letters_is_counted_by_every_article_otherwise():
    one = count("a", "2350", "letter", value_key="letter propos receiv speci")
    other = count("b", "3000", "letter", value_key="chang letter depart propos receiv regul vast")
    third = count("c", "2600", "letter", value_key="letter propos receiv speci town")
    assert grouped(one, other, third) == [["a", "b", "c"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clashes broke out in Bombay, where about 50,000 people marched against the law.", True),
        ("Clashes broke out in Delhi, where about 50,000 people marched against the law.", False),
    ],
)
def test_a_crowd_in_a_town_under_its_other_name(text, expected):
    told = "Another 20,000 people marched against the law in Mumbai, police said."
    assert bool(disputed(told, text)) is expected


@pytest.mark.parametrize(
    ("number", "words", "expected"),
    [
        (144e9, "fund nation bailout", True),
        (144e9, "ferri quay bailout", False),  # no word agrees
        (170e9, "fund nation bailout", False),  # another sum
    ],
)
def test_two_sums_that_nearly_agree_and_are_the_only_ones_so_near(number, words, expected):
    one = claim(
        "a", value="$141bn", low=141e9, high=141e9, unit="dollar", measure="loan", value_key="fund nation loan packag"
    )
    other = claim("b", value="$bn", low=number, high=number, unit="dollar", measure="bailout", value_key=words)
    assert (grouped(one, other) == [["a", "b"]]) is expected


def test_a_sum_cut_off_is_no_other_sum():
    share = {"unit": "percentage", "value_key": "poll approv govern"}
    one = claim("a", value="20", measure="rating", **share)
    other = claim("b", value="20.6", measure="popularity", **share)
    assert grouped(one, other) == [["a"], ["b"]]


@pytest.mark.parametrize(("noun", "expected"), [("strong aftershocks", True), ("aftershocks", False)])
def test_the_only_two_numbers_of_a_thing_under_one_adjective(noun, expected):
    one = count("a", "4 strong aftershocks", "aftershock", value_key="aftershock strong quay")
    other = count("b", f"3 {noun}", "aftershock", value_key="aftershock felt media")
    assert (grouped(one, other) == [["a", "b"]]) is expected


def test_the_only_two_numbers_of_a_thing_of_which_one_is_dated():
    one = count("a", "235000 comments", "comment", value_key="comment public agenc")
    other = count("b", "250000 comments", "comment", value_key="comment public written", event="month 10")
    assert grouped(one, other) == [["a", "b"]]


def test_what_was_so_before_is_not_at_odds_with_what_is_so_now():
    now = "Turnout in Molvo was 51 percent. It rained all day."
    then = "The mayor of Molvo was elected in 2019. Turnout then was 63 percent."
    other = "Turnout in Molvo was 47 percent, the watchdog said."
    down = "Turnout was 51 percent in Molvo, down from 63 percent."
    assert all(fact.verdict not in ("disputed", "revised") for fact in facts(now, then))
    assert all(fact.verdict not in ("disputed", "revised") for fact in facts(now, down))
    assert "disputed" in {fact.verdict for fact in facts(now, other)}


def test_what_each_day_costs_is_not_at_odds_with_what_all_cost():
    each = "Striker Ole Brink earns 6 million euros a season at Marenna, the club said."
    whole = "Striker Ole Brink earns 30 million euros at Marenna, his agent Uta Kern said."
    assert all(fact.verdict != "disputed" for fact in facts(each, whole))
    assert "disputed" in {fact.verdict for fact in facts(each.replace(" a season", ""), whole)}
