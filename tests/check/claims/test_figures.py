"""Which numbers are figures, of what, and where they hold."""

import pytest

from stories import contexts, facts
from twosource.check.claims.figures import figures

NO_FIGURES = [
    "One of the oldest bridges in the town fell.",
    "It was one of its best seasons.",
    "The U. S. shop opened at 9: 30 a. m. on Monday.",
    "The boat left at 0800 GMT.",
    "They carried AK 47 rifles.",
    "A magnitude 7 quake can destroy a town.",
    "The vote began at 8: 00 in Malta.",
    "The shop grew by B2B sales.",
    "She put the time at ten to ten.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_counts_nothing(text):
    [context] = contexts(text)
    assert [claim.value for claim in figures(context)] == []


@pytest.mark.parametrize(
    ("text", "measure", "low", "scope"),
    [
        ("Six villages were destroyed.", "village", 6.0, ""),
        ("Six people were killed.", "dead", 6.0, ""),
        ("A 6.2-magnitude quake struck.", "magnitude", 6.2, ""),
        ("A 6.2 quake shook Malta.", "magnitude", 6.2, ""),
        ("A quake registering 6.2 on the Richter scale struck Malta.", "magnitude", 6.2, ""),
        ("Malta, home to 500,000 people, was cut off.", "population", 500000.0, "malta"),
        ("A trawler with a crew of eight has vanished.", "crew", 8.0, ""),
        ("A team of 20 rescuers came.", "rescuer", 20.0, ""),
        ("Moll had put the number of wrecked houses at 35.", "house", 35.0, ""),
        ("The ministry raised the number of dead to 15.", "dead", 15.0, ""),
        ("The tape shows Ida Moll, a mother of seven, on a bench.", "child", 7.0, ""),
        ("Tom Webb is a father of four.", "child", 4.0, ""),
    ],
)
def test_what_is_counted_where(text, measure, low, scope):
    [context] = contexts(text)
    [claim] = figures(context)
    assert (claim.measure, claim.low, claim.scope) == (measure, low, scope)


def test_the_whole_of_which_some_befell_something_is_not_of_those():
    [context] = contexts("Two of the five guards were hurt.")
    assert {(claim.low, claim.measure) for claim in figures(context)} <= {(2.0, "injured")}


def test_a_share_has_the_place_right_before_it():
    [context] = contexts("Calls in Egypt fell by 80 percent, in India by 65 percent.")
    assert {(claim.low, claim.scope) for claim in figures(context)} == {(80.0, "egypt"), (65.0, "india")}


def test_no_thing_measures():
    [context] = contexts("A quake measuring 6.4 hit the town.")
    assert all(claim.chain == () for claim in figures(context))


def test_nearly_does_not_reach_the_number():
    [context] = contexts("Turnout was almost 70 percent.")
    assert [claim.rule for claim in figures(context)] == ["figures done: short"]


@pytest.mark.parametrize(
    "text",
    [
        "Turnout reached 71 percent.",
        "Some 71 percent of registered voters cast their ballots.",
        "The commission said 71 percent of the voters had voted.",
    ],
)
def test_the_turnout_in_all_its_wordings(text):
    [context] = contexts(text)
    assert [claim.measure.split()[0] for claim in figures(context)] == ["turnout"]


def test_what_may_be_is_only_possible():
    [context] = contexts("Nine barns might have been destroyed.")
    assert [claim.certainty for claim in figures(context)] == ["possible"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Six barns were destroyed and two men were hurt.", "barns were destroyed"),
        ("Thieves took coins worth $5 million from the museum.", "Thieves took coins worth … from the museum"),
        ("Rents fell by 12 percent in the town.", "Rents fell by … in the town"),
        ("She has scored 40 goals and driven in nine runs.", "goals"),
        ("Some 12 percent of the shops in Malta were closed.", "… of the shops in Malta were closed"),
        ("The boat sank about 40 miles off Malta and the crew was saved.", "boat sank … off Malta"),
        ("Only one clerk threw a chair at the door.", "clerks threw a chair at the door"),
        ("They live in a six-storey house.", "storeys"),
        ("The storm sank half of its boats.", "of its boats"),
    ],
)
def test_what_is_asked_in_the_words_of_the_text(text, asked):
    [context] = contexts(text)
    assert figures(context)[0].asked == asked


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The driver drank two litres of vodka.", "How many litres: The driver drank … of vodka?"),
        ("Some 12 percent of the shops were closed.", "What percentage of the shops were closed?"),
        (
            "The keeper Ida Moll scored 24 points in the final.",
            "How many points: The keeper Ida Moll scored … in the final?",
        ),
        ("Only one clerk threw a chair at the door.", "How many clerks threw a chair at the door?"),
    ],
)
def test_the_question_reads_as_a_sentence(text, question):
    assert [fact.question for fact in facts(text) if fact.kind == "figure"] == [question]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Floods killed 11, dozens of streets under water.", {"dead", "street"}),
        ("Two ships were captured.", {"ship"}),
        ("Two sailors were captured.", {"captured"}),
        ("There were nine arrests.", {"arrested"}),
        ("Nine murders were reported.", {"dead"}),
        ("Two crews are missing.", {"missing"}),
        ("The cable links nine countries.", {"country"}),
    ],
)
def test_things_are_no_toll(text, measure):
    [context] = contexts(text)
    assert {claim.measure for claim in figures(context)} == measure


def test_a_number_stands_for_an_account_and_no_order_of_size():
    [fact] = [
        fact
        for fact in facts(
            "Thieves took thousands of letters from the archive of Norby.",
            "Thieves took thousands of letters from the archive of Norby on Monday.",
            "Thieves took 4,300 letters from the archive of Norby.",
        )
        if fact.kind == "figure"
    ]
    [account] = fact.accounts
    assert (account.low, account.high, account.value) == (4300.0, 4300.0, "4,300 letters")


def test_a_fraction_is_a_percentage():
    [fact] = [
        fact
        for fact in facts(
            "The flood spoiled two thirds of the barley harvest in Norby.",
            "The flood spoiled 66 percent of the barley harvest in Norby.",
        )
        if fact.kind == "figure"
    ]
    assert len(fact.accounts) == 1


def test_other_workers_contradict_no_count_of_workers():
    found = facts("Four workers were hiding in the mill.", "Seven other workers were hiding in the mill.")
    assert {fact.verdict for fact in found if fact.kind == "figure"} <= {"single", "echoed"}


def test_what_only_has_death_in_its_name_counts_no_dead():
    [context] = contexts("Nine pro-death jurors spoke, and 12 death row inmates were moved.")
    assert [claim.measure for claim in figures(context)] == ["juror", "inmate"]


def test_a_calibre_is_no_percentage():
    [context] = contexts("He fired a .32-caliber revolver.")
    assert [claim.unit for claim in figures(context)] == [""]


def test_a_sum_in_words_is_shown_with_its_money():
    [context] = contexts("They owe hundreds of thousands of dollars in taxes.")
    assert [claim.value for claim in figures(context)] == ["hundreds of thousands of dollars"]


def test_a_question_measures_in_the_unit_that_most_use():
    found = facts(
        "The chase ended 30 miles north of Norby.",
        "The chase ended 30 miles north of Norby, police said.",
        "The chase ended about 48 kilometres north of Norby.",
    )
    assert [fact.question.split(":")[0] for fact in found if fact.kind == "figure"] == ["How many miles"]


def test_a_date_of_what_came_before_is_not_the_figures():
    [context] = contexts(
        "Hale was given two life terms after he was tried in 1999. The trial of 2014 began on Monday in Norby."
    )
    assert [(claim.low, claim.event) for claim in figures(context)] == [(2.0, "")]


def test_a_toll_told_with_an_older_date_stays_there():
    [context] = contexts("Some 300 people died after the flood of 1998. The trial of 2014 began on Monday in Norby.")
    assert [(claim.low, claim.event) for claim in figures(context)] == [(300.0, "1998")]


def test_where_people_are_brought_is_not_where_they_are_counted():
    [context] = contexts("Two helicopters brought the injured from Bergen to Oslo on Monday.")
    assert [claim.scope for claim in figures(context)] == [""]


LINED_UP = [
    ("The ship lay 13 miles from the wreck.", "Rescuers found the wreck, 13 miles off.", True),
    ("Norby lies 40 miles north of Arle.", "The town is 64 kilometres north of Arle.", True),
    ("It was minus 20 degrees when crews fought the fire.", "Crews fought the fire at minus 20 degrees.", True),
    ("Hale drank half a litre of rum.", "He had taken a half-litre of rum, he said.", True),
    ("Hale ran for 13 yards in the third quarter.", "Moll caught a pass of 13 yards in the quarter.", False),
    ("The navy seized 23 thieves at sea.", "All 23 robbers were taken by the navy.", True),
]


@pytest.mark.parametrize(("one", "other", "together"), LINED_UP)
def test_a_distance_and_an_odd_count_of_people_are_told_once(one, other, together):
    found = [fact for fact in facts(one, other) if fact.kind == "figure"]
    assert (len(found) == 1) is together


def test_as_many_people_as_things_confirm_nothing():
    found = facts("The navy held 23 thieves at sea.", "The navy lost 23 boats at sea.")
    assert "corroborated" not in [fact.verdict for fact in found if fact.kind == "figure"]


def test_the_name_behind_a_number_of_children_is_not_counted():
    found = facts("Mother of five Clara Moll was found dead in Arle on Monday.")
    assert not [fact for fact in found if fact.kind == "figure" and "killed" in fact.question]


@pytest.mark.parametrize(
    "text",
    [
        "The Geological Survey put the strength of the earthquake at 5.4.",
        "A powerful earthquake measuring 5.4 rocked Harn.",
        "The quake's magnitude was put at 5.4.",
    ],
)
def test_the_strength_of_a_quake_is_its_magnitude_however_it_is_told(text):
    [fact] = [fact for fact in facts(text) if fact.kind == "figure"]
    assert (fact.question, fact.accounts[0].low) == ("What was the magnitude of the earthquake?", 5.4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 20 more people had to be led out of the building.", [("people", 20.0)]),
        ("Five more workers were killed by the blast.", []),
        ("He has two more years than she has.", []),
        ("A total of 31 fire apparatus came to the barn.", [("apparatus", 31.0)]),
    ],
)
def test_more_of_them(text, expected):
    [context] = contexts(text)
    assert [(claim.measure, claim.low) for claim in figures(context)] == expected


def test_whoever_puts_a_number_at_so_many_vouches_for_it():
    [context] = contexts("The Harbour Office put the strength of the quake at magnitude 5.4.")
    [claim] = figures(context)
    assert claim.chain == ("Harbour Office",)


@pytest.mark.parametrize(
    ("text", "certainty", "event"),
    [
        ("The board proposed the rule in May and since has received 3,000 letters.", "said", ""),
        ("The shop opened in 1998 and has since then had 3,000 guests.", "said", ""),
        ("The board may have received 3,000 letters.", "possible", ""),
        ("In 1998 the board received 3,000 letters.", "said", "1998"),
    ],
)
def test_what_is_counted_since_then(text, certainty, event):
    [context] = contexts(text)
    [claim] = figures(context)
    assert (claim.certainty, claim.event) == (certainty, event)


@pytest.mark.parametrize(
    ("text", "measure", "number"),
    [
        ("The boat sank off Norby with eight on board.", "people", 8.0),
        ("The mill, which employs 180, is to close.", "employee", 180.0),
        ("The crowd of about 13,000 was loud.", "crowd", 13000.0),
        ("Mill fire toll 14; owner held.", "dead", 14.0),
        ("About 60 people were unaccounted for.", "missing", 60.0),
        ("Their list has 58 men and boys not yet found.", "missing", 58.0),
    ],
)
def test_a_bare_number_has_the_noun_of_the_words_beside_it(text, measure, number):
    [context] = contexts(text)
    assert (measure, number) in {(claim.measure, claim.low) for claim in figures(context)}


def test_a_few_of_so_many_are_a_part():
    [context] = contexts("About one worker in five is to go.")
    [claim] = figures(context)
    assert (claim.low, claim.unit, claim.asked) == (20.0, "percentage", "of workers is to go")


def test_a_sum_without_a_currency_has_that_of_its_article():
    [context] = contexts("The fee was $3 million. The two sides settled for a ransom of 1.9 million.")
    assert [(claim.low, claim.unit) for claim in figures(context)] == [(3e6, "dollar"), (1.9e6, "dollar")]
    [context] = contexts("The fee was $3 million. The town has a population of 1.9 million.")
    assert [claim.unit for claim in figures(context)] == ["dollar", ""]


NO_TOLLS = [
    "There is no federal homicide statute in the land.",
    "He said no senior executives were held to account.",
    "The laboratory compared two hair strands.",
]


@pytest.mark.parametrize("text", NO_TOLLS)
def test_what_only_sounds_like_a_toll_is_none(text):
    [context] = contexts(text)
    assert not [claim for claim in figures(context) if claim.measure in ("dead", "stranded")]


@pytest.mark.parametrize("text", ["Eleven executions took place.", "Two homicides were told of."])
def test_nouns_for_deaths_count_the_dead(text):
    [context] = contexts(text)
    assert [claim.measure for claim in figures(context)] == ["dead"]


def test_a_place_of_another_clause_is_not_where_a_number_holds():
    text = "Some 63 percent backed Moll in keeping silent until she fell ill at a feast in Paris."
    assert not any("Paris" in fact.question for fact in facts(text) if fact.kind == "figure")


def test_a_senator_is_not_where_people_did_something():
    text = "Massachusetts Sen. Ann Lowe heard a case in which thousands of bankers opened accounts."
    assert not any("Massachusetts" in fact.question for fact in facts(text) if fact.kind == "figure")


def test_what_voters_say_in_a_poll_is_no_turnout():
    [context] = contexts("Just 9 percent of voters said the row changed their minds about voting.")
    assert not [claim for claim in figures(context) if claim.measure.startswith("turnout")]


def test_a_place_where_a_thing_was_felt_as_well_is_not_where_a_number_holds():
    [context] = contexts("The tremor destroyed 1,500 houses on the island and was felt in Oman.")
    assert [claim.scope for claim in figures(context) if claim.low == 1500.0] == [""]


def test_the_age_of_another_who_died_is_no_toll():
    [context] = contexts("Ann Lowe, 19, died in Arle a day after her friend Ida Moll, also 19, died in Norby.")
    assert not [claim for claim in figures(context) if claim.measure == "dead"]
