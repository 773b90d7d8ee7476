"""What happened, in words that can be read alone: who did what to whom, and how far it is so."""

import pytest

from stories import contexts
from twosource.check.claims.happenings import happenings


def tellings(text):
    """The words in which the deeds of a text are told."""
    [context] = contexts(text)
    return [claim.asked for claim in happenings(context) if claim.kind == "event"]


# (text, a telling that it has)
WHOLE = [
    ("Police pulled Anna Kern over a few blocks away.", "Police pulled Anna Kern over a few blocks away"),
    ("The museum returned the painting that Anna Kern sold.", "Anna Kern sold the painting"),
    ("In Leeds, Anna Kern shot and wounded a guard.", "In Leeds, Anna Kern shot and wounded a guard"),
    ("A dam built by Anna Kern burst on Monday.", "A dam was built by Anna Kern"),
    ("Anna Kern was arrested on Monday and charged with theft.", "Anna Kern was charged with theft"),
    ("If she wins, Anna Kern will sell the mill.", "If she wins, Anna Kern will sell the mill"),
    ("Anna Kern will sell the mill, if the council agrees.", "Anna Kern will sell the mill, if the council agrees"),
    ("Hours after the storm, Anna Kern opened the hall.", "Hours after the storm, Anna Kern opened the hall"),
    (
        "Anna Kern placed guard Tom Webb, keeper Lee Cobb and winger Jim Oates on the injured list.",
        "Anna Kern placed guard Tom Webb, keeper Lee Cobb and winger Jim Oates on the injured list",
    ),
    ("Anna Kern appeared before Judge Tom Webb on Monday, charged with theft.", "Anna Kern was charged with theft"),
    ("LEEDS, May 3 - Anna Kern sold the mill to a friend.", "Anna Kern sold the mill to a friend"),
    ("The strike began hours after Anna Kern sold the mill.", "Anna Kern sold the mill"),
    ("Rules that Anna Kern has not signed can be dropped.", "Anna Kern has not signed rules"),
    (
        "Anna Kern allegedly entered the bank on Monday and later robbed the clerk.",
        "Anna Kern allegedly robbed the clerk",
    ),
]


@pytest.mark.parametrize(("text", "told"), WHOLE)
def test_a_deed_is_told_whole(text, told):
    assert told in tellings(text)


# (text, words that no telling may have)
NOT_SO = [
    ("Anna Kern could spend ten years in prison if convicted of fraud.", "convicted of fraud"),
    ("A lawyer asked whether Anna Kern sold the mill.", "Anna Kern sold"),
    ("Anna Kern will leave if the council closes the mill.", "the council closes"),
    ("Anna Kern hid in an office, desks pushed up against the door.", "Anna Kern was pushed"),
    ("Anna Kern was paid in full, as required by law.", "required"),
    ("Anna Kern stopped in Leeds, charged with theft.", "Leeds was"),
    ("Claims by the council that Anna Kern sold the mill are false.", "Anna Kern sold"),
    ("Was he a clerk who robbed Anna Kern of her savings?", "a clerk robbed"),
    ("Anna Kern waved a knife at a tenant who paid Tom Webb no rent.", "a knife paid"),
    ("I do hope Anna Kern sold the mill to a friend.", "Anna Kern sold"),
    ("Anna Kern led the strike and the unrest spread to Leeds.", "Anna Kern spread"),
]


@pytest.mark.parametrize(("text", "told"), NOT_SO)
def test_what_hangs_on_a_condition_is_not_told_as_done(text, told):
    assert not [one for one in tellings(text) if one.startswith(told) or (told in one and " if " not in one)]


def test_what_is_only_believed_is_told_with_who_believes_it():
    told = tellings("Police believe Anna Kern set the fire at the mill.")
    assert "Anna Kern set the fire at the mill" not in told


def test_a_name_in_brackets_stands_for_a_pronoun():
    told = tellings("Anna Kern left the mill on Monday. She sold her house in Leeds.")
    assert "[Anna Kern] sold her house in Leeds" in told


def test_a_pronoun_behind_two_names_is_left():
    told = tellings("Anna Kern said Mary Webb was charged because she sold the mill to a friend.")
    assert not [one for one in told if one.startswith("[Anna Kern]")]


def test_a_headline_is_told_as_it_stands():
    assert set(tellings("Woman Killed In Leeds Crash, Anna Kern Charged")) <= {
        "Woman Killed In Leeds Crash, Anna Kern Charged"
    }


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Anna Kern left the mill before the bus, which had been late all week, came.", "the bus"),
        ("Anna Kern will keep the mill shut until the roof is mended.", "the roof is mended"),
        ("It is possible that Anna Kern sold the mill.", "Anna Kern sold"),
        ("There is no evidence that Anna Kern sold the mill.", "Anna Kern sold"),
        ("“The mill is sold,” Anna Kern was quoted as saying.", "saying"),
        ("Anna Kern fell to the ground surrounded by children.", "the ground was"),
    ],
)
def test_what_is_cut_off_or_not_known_to_be_so_is_not_told(text, never):
    assert not [told for told in tellings(text) if told.startswith(never) or told.endswith(never)]


# (text, words that no telling may have)
OF_ANOTHER = [
    ("Anna Kern read a study of the bread trade that was paid for by bakers.", "trade was paid"),
    ("The council will fund schools and devolved bodies in Leeds.", "council devolved"),
    ("Anna Kern told the mayor the bakers share in the joy of Leeds.", "share the mayor"),
    ("Her words fit the view that bakers in Leeds, however young, are busy.", "bakers in Leeds"),
    ("I’m Anna Kern, and Tom Webb will bake for us all night.", "I’m"),
]


@pytest.mark.parametrize(("text", "never"), OF_ANOTHER)
def test_what_another_did_or_nobody_is_not_told(text, never):
    assert not [told for told in tellings(text) if never in told]


# (text, a telling that it has)
PARTICIPLES = [
    ("LEEDS, May 3 (NNA) - Kern's bakery board disputed on Monday whether a van was hit.", "board disputed on Monday"),
    ("Flanked by her brother on Monday, Anna Kern opened the hall.", "Anna Kern was flanked by her brother on Monday"),
    ("Americans jailed in Leeds on Monday may go home.", "Americans were jailed in Leeds on Monday"),
    (
        "The plan-and-build office founded by Anna Kern was closed.",
        "The plan-and-build office was founded by Anna Kern",
    ),
]


@pytest.mark.parametrize(("text", "told"), PARTICIPLES)
def test_what_befell_somebody_is_told_up_to_the_verb_of_its_sentence(text, told):
    assert any(told in one for one in tellings(text))


BEHIND_TWO = [
    ("Leeds has a risk of the heavy rain drawn up by Anna Kern.", "rain was drawn"),
    ("The vote was lost in the towns of Leeds, York and Hull, which chose Tom Webb.", "Leeds chose"),
    ("Anna Kern set the oven on a stand so that it could, in her view, dry.", "it could"),
    ("By the time Anna Kern boarded the ferry to Hull, she had", "boarded"),
    ("Co-founder Anna Kern left the firm and was replaced by Tom Webb.", "Co was"),
]


@pytest.mark.parametrize(("text", "never"), BEHIND_TWO)
def test_what_may_have_befallen_another_is_not_told(text, never):
    assert not [told for told in tellings(text) if never in told]


def test_of_whom_a_verb_of_saying_has_it_is_still_its_object():
    assert "Anna Kern accused Tom Webb of theft" in tellings("The baker was Tom Webb, whom Anna Kern accused of theft.")


def test_both_are_several():
    text = "The mayor and the clerk, both described by friends as kind, left the mill."
    assert not [told for told in tellings(text) if "both was" in told.lower()]


def test_who_says_it_is_not_whom_it_befalls():
    told = tellings("Six guards are in the mill, said the council, and will be exchanged for Anna Kern.")
    assert not [one for one in told if one.lower().startswith(("the council will", "council will"))]


def test_what_is_joined_to_what_may_be_may_be_too():
    told = tellings("A lawyer might review the case and suggest a trial.")
    assert not [one for one in told if "suggest" in one and "might" not in one]
    assert not [one for one in tellings("Anna Kern would leave the mill if") if one.endswith("if")]


# (text, the words in which its deed is told, None where it is not told)
CUT = [
    ("Anna Kern sold the mill to Dr. Tom Webb of Leeds.", "Anna Kern sold the mill to Dr. Tom Webb of Leeds"),
    ("Anna Kern sold the mill _ and the town protested.", "Anna Kern sold the mill"),
    ("Anna Kern, who had bought it in May, has sold the mill.", "Anna Kern has sold the mill"),
    ("While Tom Webb slept, Anna Kern sold the mill.", "Anna Kern sold the mill"),
    ("She was to see guests who survived the storm and meet the mayor of Leeds.", "guests survived the storm"),
    ("Tom Webb fell off the pier after Lowe, Kern and others pushed him.", "Tom Webb fell off the pier"),
]


@pytest.mark.parametrize(("text", "told"), CUT)
def test_a_deed_is_cut_where_another_begins(text, told):
    assert told in tellings(text)


NOBODY_SAYS = [
    "The mayor promised more guards until Anna Kern was returned to Leeds.",
    "The mayor wrote a letter to prove that Anna Kern sold the mill.",
    "It was a plan that Anna Kern says failed the town.",
    "“Anna Kern sold the mill to a friend.",
    "Anna Kern deserves a medal of the town.",
    "Anna Kern of the Leeds office was quoted as saying in May by a friend.",
    "Anna Kern, while Tom Webb of Leeds slept, sold the mill in the",
    "Writers Anna Kern and Tom Webb contributed to this report from Leeds.",
    "Anna Kern sold the mill to a friend ranging\n   from Leeds to Arle, the mayor thinks.",
]


@pytest.mark.parametrize("text", NOBODY_SAYS)
def test_what_nobody_says_is_not_told(text):
    assert [told for told in tellings(text) if "Anna Kern" in told and "mayor" not in told] == []


def test_a_participle_before_a_modal_verb_is_told_with_its_was():
    told = tellings("A letter found near the home of Anna Kern may help the police of Leeds.")
    assert not any(one.startswith("A letter found near the home of Anna Kern") and "may" not in one for one in told)


def test_whose_a_subject_is_stands_before_it():
    told = tellings("Anna Kern lives in Leeds. Her brother sold the mill to Tom Webb.")
    assert "[Anna Kern]'s brother sold the mill to Tom Webb" in told


def test_nobody_can_tell_who_others_are():
    told = tellings("Tom Webb met others who sold the mill to Anna Kern.")
    assert not any(one.startswith("others") for one in told)
