"""Questions of two facts that would read the same, and those that need no more words."""

from stories import facts


def asked(kind, *texts):
    return {fact.accounts[0].value: fact.question for fact in facts(*texts) if fact.kind == kind}


def test_two_hearings_are_asked_for_in_the_words_of_their_sentences():
    found = asked(
        "time",
        "Piet Lund pleaded not guilty during Wednesday's hearing. "
        "The judge held him without bond pending his next court hearing April 19.",
    )
    assert len(set(found.values())) == len(found) == 2
    assert "next court hearing …" in found["April 19"]


def test_the_ends_of_what_lasts_are_two_questions():
    found = asked("time", "Registration will run from October 26 to November 20.")
    assert found == {
        "October 26": "Since when: Registration will run?",
        "November 20": "Until when: Registration will run?",
    }


def test_what_most_articles_tell_keeps_the_plain_question():
    plain = "The coach Ann Lowe, 52, left the club."
    found = asked("figure", plain, f"{plain} She was tired.", "Lowe was a striker at the age of 17, when her club won.")
    assert found.get("52") == "How old is Ann Lowe?"


def test_one_question_stays_as_it_is():
    found = asked("time", "Piet Lund was arrested on Monday.")
    assert list(found.values()) == ["On what day was Piet Lund arrested?"]


def test_two_things_that_one_calls_for_are_told_apart_by_their_first_words():
    found = asked("position", "Ida Moll called for a truce. The ferry sank. Ida Moll called for new elections.")
    assert found == {
        "a truce": "What did Ida Moll call for: “a truce”?",
        "new elections": "What did Ida Moll call for: “new elections”?",
    }


def test_two_things_that_one_says_of_one_are_told_apart_by_their_first_words():
    found = asked("statement", "Ida Moll said the ferry was safe.\n\nIda Moll said the ferry had won a prize in Malta.")
    assert all(question.startswith("What did Ida Moll say about the ferry") for question in found.values())
    assert len(set(found.values())) == len(found) == 2
