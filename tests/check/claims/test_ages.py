"""How old people are."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.ages import ages
from twosource.check.claims.figures import figures

NAMED = [
    ("Ida Moll, 41, left the band.", "Ida Moll"),
    ("The 41-year-old singer Ida Moll left the band.", "Ida Moll"),
    ("Singer Ida Moll left the band. Moll's, 41, last song was sad.", "Ida Moll"),
    ("The 41-year-old singer's agent Per Holt said so.", "people"),
    ("The 41-year-old singer left the band.", "people"),
    ("In 1999, at the age of 41, Ida Moll left the band.", "Ida Moll"),
    ("Ida Moll sang. Only in 1999, at age 41, was her part told by Moll's band.", "Ida Moll"),
]


@pytest.mark.parametrize(("text", "subject"), NAMED)
def test_whose_age(text, subject):
    [context] = contexts(text)
    [claim] = ages(context)
    assert (claim.low, claim.subject) == (41.0, subject)


def ages_of(*texts):
    return [fact for fact in facts(*texts) if fact.question.startswith("How old")]


def test_an_age_by_description_is_the_chief_persons_when_that_is_known():
    [fact] = ages_of(
        "Ida Moll, 41, left the band on Friday. Moll said that she was tired.",
        "Ida Moll left the band. Moll wants to rest. The 41-year-old singer had been ill, her agent Per Holt said.",
        "Ida Moll was married in 2001. Moll, 41, has left the band.",
    )
    assert fact.question == "How old is Ida Moll?"
    assert carriers(fact) == ["a", "b", "c"]


def test_a_described_age_contradicts_nothing():
    found = ages_of(
        "Ida Moll, 41, left the band on Friday. Moll said that she was tired.",
        "Ida Moll left the band. Moll was replaced by the 29-year-old singer of another band.",
    )
    assert len(found) == 2
    assert all(len(fact.accounts) == 1 for fact in found)


def test_two_ages_of_one_person_are_at_odds():
    [fact] = ages_of("Ida Moll, 41, left the band.", "The 43-year-old singer Ida Moll left the band.")
    assert fact.verdict == "disputed"


SEVERAL = [
    ("Captain Tom Holt and officer Anna Berg, both 51, died there.", {("Tom Holt", 51.0), ("Anna Berg", 51.0)}),
    ("Police found two women -- 68 and 48-years-old -- in the flat.", {("people", 68.0), ("people", 48.0)}),
    ("The women, who were 61 and 48 years old, had been stabbed.", {("people", 61.0), ("people", 48.0)}),
    ("Ida Moll, 48-an ex-girlfriend of Mr. Holt-was found dead.", {("Ida Moll", 48.0)}),
    ("61-year-old Ida Moll and 48-year-old Eva Holt are the victims.", {("Ida Moll", 61.0), ("Eva Holt", 48.0)}),
    ("Police named them as Ida Moll, 58, and Eva Moll, 20 and from Norby.", {("Ida Moll", 58.0), ("Eva Moll", 20.0)}),
    ("He killed his 58-year-old mother, Ida Moll, and sister, Eva Moll, 20.", {("Ida Moll", 58.0), ("Eva Moll", 20.0)}),
    ("Ida Moll died on Thursday at age 85 in her home.", {("Ida Moll", 85.0)}),
    ("Singer Ida Moll dies at 91", {("Ida Moll", 91.0)}),
    ("Ida Moll, the singer, has died. She was 85.", {("Ida Moll", 85.0)}),
    ("Tom Holt, a 70-year-old pensioner, was hurt.", {("Tom Holt", 70.0)}),
    ("Voters under age 40 stayed at home, and those 18 years old or older did too.", set()),
    ("A 41-year-old murder case was opened again.", set()),
    ("Ida Moll was 12 when her father left.", set()),
    ("Ida Moll, forty-one, left the band.", {("Ida Moll", 41.0)}),
    ("Ida Moll is married to a cellist of 37 and has a dog.", {("people", 37.0)}),
    ("Ida Moll, a mother of 12, and her band of 9 left. A father of 14 sang.", set()),
    ("Her rival, a Dutch girl of seventeen, wept.", {("people", 17.0)}),
    ("Ida Moll was 28 and on leave.", {("Ida Moll", 28.0)}),
    ("At 29, Ida Moll is the youngest of all.", {("Ida Moll", 29.0)}),
    ("Ida Moll sang on Sunday, and at 72 is the oldest woman to do so.", {("Ida Moll", 72.0)}),
    ("Grandmother, 72, sings on a mountain", {("people", 72.0)}),
    ("Ida Moll, 11 months, was found by firemen.", {("Ida Moll", 11.0)}),
    ("Ida Moll bought the boat. The 25-year-old boat of Moll sank.", set()),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_every_age_has_its_person(text, expected):
    [context] = contexts(text)
    assert {(claim.subject, claim.low) for claim in ages(context)} == expected


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_an_age_counts_nobody(text, expected):
    [context] = contexts(text)
    years = {age for _, age in expected}
    assert not [claim for claim in figures(context) if claim.low in years]


def test_a_described_age_is_the_one_persons_of_that_age_and_sex():
    [fact, other] = ages_of(
        "Ida Moll, 61, was found dead on Monday. Tom Holt, 61, was arrested. Police closed the road.",
        "A 61-year-old woman was found dead in her flat on Monday, neighbours said.",
        "The body of a 61-year-old woman lay in the flat for two days.",
    )
    assert (fact.question, carriers(fact)) == ("How old is Ida Moll?", ["a", "b", "c"])
    assert (other.question, carriers(other)) == ("How old is Tom Holt?", ["a"])


def test_a_relation_is_asked_for_by_whose_it_is():
    [fact] = ages_of("Ida Moll was out. Moll's 12-year-old daughter was in the flat.")
    assert fact.question == "How old is Ida Moll's daughter?"


def test_one_person_under_two_spellings_has_one_age():
    [fact] = ages_of("Vincent Moll, 77, died in prison.", "The gangster Vincent L. Moll, 77, died in prison.")
    assert carriers(fact) == ["a", "b"]


def test_an_age_of_another_year_contradicts_nothing():
    found = ages_of("Ida Moll, 92, told a paper of it in 2006.", "Ida Moll has died at home. She was 95.")
    assert {fact.verdict for fact in found} == {"single"}


def test_a_fuller_name_and_a_first_name_of_one_age_are_one_person():
    [fact] = ages_of("Catherine Moll, 61, was found dead.", "The mother, Katherine, 61, was found dead.")
    assert (fact.question, carriers(fact)) == ("How old is Catherine Moll?", ["a", "b"])


def test_people_killed_who_were_of_two_ages():
    [context] = contexts("The nuns killed, who were 61 and 48 years old, lived there.")
    assert [(claim.low, claim.asked) for claim in ages(context)] == [
        (61.0, "one of the nuns"),
        (48.0, "one of the nuns"),
    ]


DEATHS = [
    ("Ida Moll, the singer who toured with Eva Holt and Max Crane, has died at age 81.", "Ida Moll"),
    ("Ida Moll, who sang with Eva Holt, died on Monday in Norby at the age of 81.", "Ida Moll"),
    ("Ida Moll, who sang with Eva Holt, dead at 81", "Ida Moll"),
    ("The town mourned the death, at age 81, of Ida Moll.", "Ida Moll"),
]


@pytest.mark.parametrize(("text", "who"), DEATHS)
def test_of_several_who_are_named_the_one_that_died(text, who):
    [context] = contexts(text)
    [claim] = ages(context)
    assert (claim.subject, claim.low) == (who, 81.0)


ONE_OF_AGE = [
    ("Ida Moll, 36, fell from the ridge.", "Ida Molle, 36, fell from a ridge on Friday."),
    ("Alexis Moll, 36, was shot.", "The shots at 36-year-old Alexandros Moll were heard."),
    ("Kim Hale III, 36, was held.", "Police held Kim Hale, 36, on Monday."),
]


@pytest.mark.parametrize("texts", ONE_OF_AGE)
def test_two_of_one_age_who_are_named_alike_are_one(texts):
    [fact] = ages_of(*texts)
    assert carriers(fact) == ["a", "b"]


def test_twins_in_one_sentence_are_two():
    text = "Ida Moll, 36, and Idar Moll, 36, sang."
    assert len(ages_of(text, text.replace("sang", "left"))) == 2


BARE = [
    "The shooting of a 36-year-old by the police led to riots.",
    "The mayor said the 36-year-old had been ill.",
    "A driver died on Friday. She was 36.",
]


@pytest.mark.parametrize("text", BARE)
def test_an_age_without_a_noun_is_of_whom_others_give_it(text):
    named = ["Ida Moll, 36, was shot by police.", "Police shot 36-year-old Ida Moll on Friday."]
    [fact] = ages_of(*named, text)
    assert carriers(fact) == ["a", "b", "c"]
    assert not ages_of(text)


def test_an_age_without_a_noun_is_not_of_somebody_whom_one_article_has():
    [fact] = ages_of("Ida Moll, 36, heard shots.", "The shooting of a 36-year-old by the police led to riots.")
    assert carriers(fact) == ["a"]


def test_another_of_that_age_is_somebody_else():
    named = ["Ida Moll, 36, was shot by police.", "Police shot 36-year-old Ida Moll on Friday."]
    [fact] = ages_of(*named, "They recalled another 36-year-old, who was killed in 1985.")
    assert carriers(fact) == ["a", "b"]


def test_one_of_several_is_no_age():
    assert not ages_of("Ida Moll, one of Webb's lawyers, said so.")


def test_what_may_come_of_somebody_leaves_the_age_as_it_is():
    [fact] = ages_of(
        "“I go so that the party may be spared,” Ida Moll, 58, said.",
        "Ida Moll, 61, stepped down on Monday.",
    )
    assert fact.verdict == "disputed"


UNNAMED = [
    ("The captain of the Norby Star, a 58-year-old Greek, died.", "captain"),
    ("The master, a 58-year-old from Arle, died.", "master"),
    ("Firemen found a 58-year-old male in the house.", "male"),
]


@pytest.mark.parametrize(("text", "described"), UNNAMED)
def test_who_has_no_noun_of_their_own_is_told_of_before(text, described):
    [context] = contexts(text)
    assert [claim.asked for claim in ages(context)] == [described]


def test_two_who_are_described_by_words_of_one_sense_are_one():
    [fact] = ages_of("The captain, a 58-year-old Greek, died.", "The master, a 58-year-old from Arle, is dead.")
    assert carriers(fact) == ["a", "b"]


def test_a_surname_that_is_a_noun_is_a_name():
    [fact] = ages_of("Baker, 58, said so.")
    assert fact.question == "How old is Baker?"


def test_one_surname_is_one_persons():
    [fact] = ages_of("Singer Ida Moll left. Moll, 58, was sad.", "Ida Moll, 61, left the band.")
    assert fact.verdict == "disputed"


# (text, the chain of the age)
VOUCHED = [
    ("The judge wants 6-year-old Ivo Brandt back, the party warned.", ()),
    ("Sen. Ann Lee said she had met 6-year-old Ivo Brandt.", ()),
    ("Ivo Brandt sang on Friday.\n\nA cellist said Brandt, 41, had sung well.", ()),
    ("Police said Ivo Brandt, 41, was hurt.", ("police",)),
    ("Brandt is in hospital.\n\nPolice said Ivo Brandt, 41, was hurt.", ("police",)),
    ("A neighbor said that Ivo Brandt was 41.", ("neighbor",)),
    ("“My cousin Ivo Brandt, 41, sings,” Ann Lee said.", ("Ann Lee",)),
]


@pytest.mark.parametrize(("text", "chain"), VOUCHED)
def test_an_age_told_in_passing_is_the_outlets_own(text, chain):
    [context] = contexts(text)
    [claim] = ages(context)
    assert claim.chain == chain
