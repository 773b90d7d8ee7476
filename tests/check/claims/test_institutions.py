"""To which hospital people are taken, in which prison they are held."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.institutions import institutions

# (text, the institutions named)
BROUGHT = [
    ("The driver was rushed to Arle General Hospital.", ["Arle General Hospital"]),
    ("She died of her wounds at the Norby Medical Center on Monday.", ["Norby Medical Center"]),
    ("Webb was taken to St. Anne's Hospital, then to Harn Infirmary.", ["St. Anne's Hospital", "Harn Infirmary"]),
    ("Webb is being held at Norby jail.", ["Norby jail"]),
    ("The driver was rushed to a local hospital.", []),
    ("Webb, a nurse at Arle Hospital, was wounded in the shooting; his wounds are serious.", []),
    ("Arle Hospital spokeswoman Ann Lowe said that two had died.", []),
    ("The mayor opened a garden at Arle Hospital.", []),
]


@pytest.mark.parametrize(("text", "names"), BROUGHT)
def test_institutions_that_people_are_brought_to(text, names):
    [context] = contexts(text)
    assert [claim.value for claim in institutions(context)] == names


def test_one_hospital_is_one_fact_whoever_was_taken_there():
    found = facts(
        "Ann Lowe was taken to Arle Hospital.",
        "The driver died at the Arle Hospital Medical Center.",
        "Two men were being treated at Norby Arle Hospital, police said.",
        "A boy was flown to Harn Hospital.",
    )
    held = [carriers(fact) for fact in found if "hospital" in fact.question and fact.kind == "venue"]
    assert sorted(held) == [["a", "b", "c"], ["d"]]
    assert not [fact for fact in found if fact.kind == "venue" and fact.verdict in ("corroborated", "disputed")]


def test_no_shooting_is_placed_in_the_hospital():
    text = "Tom Webb was shot and killed in Norby on Monday. Shot in the neck, he died at Arle Hospital."
    found = facts(text, text.replace("Monday", "Monday night"))
    assert not [
        f
        for f in found
        if f.kind == "venue" and f.question == "Where was the murder?" and "Arle" in f.accounts[0].value
    ]


def test_who_died_there_is_asked_by_name_and_a_death_sentence_is_no_death():
    [died] = [f for f in facts("Ann Lowe was pronounced dead at Arle Hospital.") if f.kind == "venue"]
    assert died.question.startswith("Where did Ann Lowe die")
    held = [f for f in facts("Piet Lund awaits his death sentence, held at Harn State Prison.") if f.kind == "venue"]
    assert not [f.question for f in held if "die" in f.question]
