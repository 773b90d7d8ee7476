"""An age without a name is theirs whom others give nearly that age."""

import pytest

from stories import facts

NAMED = "Ian Hale, 47, was dismissed on Sunday. Hale had coached the club since May."
BABY = "Ida Moll, just 11 months old, was dug out of the mud."


def ages(*texts):
    found = [fact for fact in facts(*texts) if fact.question.startswith("How old")]
    return {fact.question: sorted(account.value for account in fact.accounts) for fact in found}


@pytest.mark.parametrize(
    "text",
    [
        "Ian Hale was dismissed by the chairman Jan Crane. It is told that the 48-year-old will sue the club.",
        "Ian Hale was dismissed by Jan Crane. Hale was sad. The 48-year-old coach will sue.",
    ],
)
def test_whom_the_article_tells_of(text):
    assert ages(NAMED, text) == {"How old is Ian Hale?": ["47", "48"]}


@pytest.mark.parametrize(
    "text",
    [
        "Ian Hale was dismissed. A 48-year-old coach was hurt on the way.",
        "Ian Hale was dismissed. Hale was sad. The 60-year-old coach of another club was glad.",
        "Ian Hale, 47, was dismissed. Hale was sad. The 48-year-old will follow him.",
    ],
)
def test_somebody_else(text):
    assert ages(NAMED, text)["How old is Ian Hale?"] == ["47"]


def test_a_baby_is_the_one_baby_of_the_story():
    text = "A baby girl was saved in Norby. The seven-month-old was found in a cot."
    assert ages(BABY, text) == {"How old is Ida Moll?": ["11 months", "seven months"]}


def test_a_brother_is_another_child():
    text = "A baby girl was saved in Norby. Her nine-month-old brother was found in a cot."
    assert ages(BABY, text)["How old is Ida Moll?"] == ["11 months"]


UNNAMED = [
    ("A four-year-old girl was saved from the mud.", "A girl was saved. The five-year-old is well.", 1),
    ("A four-year-old girl was saved.", "A boy was saved. The five-year-old is well.", 2),
    ("A four-year-old girl was saved.", "A five-year-old girl and a seven-year-old boy were saved.", 3),
    ("The driver, a 34-year-old from Arle, was held.", "A 36-year-old driver was held on Monday.", 1),
    ("A 34-year-old driver saw it.", "A 36-year-old driver was held on Monday.", 2),
    ("The man, a 34-year-old from Arle, was held.", "A 36-year-old man was held on Monday.", 2),
]


@pytest.mark.parametrize(("one", "other", "people"), UNNAMED)
def test_one_without_a_name(one, other, people):
    found = [fact for fact in facts(one, other) if fact.question.startswith("How old")]
    assert len(found) == people
