"""Who else gives a number: a sentence that has it, and means much the same beside the story's other numbers."""

import pytest

from stories import carriers, facts

STORY = (
    "The council said that 43 lorries had blocked the harbour of Norby since dawn.",
    "A bakery in Arle sold 900 rolls on the first day of the fair. Three bakers worked all night.",
    "Crane won the regatta by four lengths before 2,000 guests, and got a cup and 500 crowns.",
    "The school in Tharn has a new roof of 60 tiles a row. Its 210 pupils moved back on Monday.",
    "The ferry to Harn takes 90 passengers. It was late on 12 days of the month.",
)


def told_by(text, measure="lorries"):
    found = [fact for fact in facts(STORY[0], text, *STORY[1:]) if fact.kind == "figure"]
    return [fact for fact in found if measure in fact.question and "b" in carriers(fact)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since dawn the harbour was shut off by trucks: 43 stood on the quay of Norby, one behind the other.", True),
        ("The harbour of Norby was shut off by trucks since dawn: 44 stood on the quay, one behind the other.", False),
        ("Moll turned 43 and ate cake with her sister in Arle.", False),
    ],
)
def test_a_number_in_other_words(text, expected):
    assert bool(told_by(text)) is expected


def test_what_is_added_confirms_nothing_and_stands_for_no_account():
    [fact] = told_by("Since dawn the harbour was shut off by trucks: 43 stood on the quay, the police of Norby said.")
    assert fact.verdict == "echoed"
    assert [account.value for account in fact.accounts] == ["43 lorries"]
    assert all(claim.span.start <= claim.focus.start < claim.span.end for claim in fact.accounts[0].claims)


@pytest.mark.parametrize(
    ("sum_", "expected"),
    [("12,500", True), ("12,400", False)],
)
def test_a_sum_without_its_currency(sum_, expected):
    one = "The dockers of Norby demand a monthly wage of 12,500 dollars, their union said."
    other = f"Their union wants a wage of {sum_} for the dockers of Norby."
    found = [fact for fact in facts(one, other, *STORY[1:]) if "wage" in fact.question and "a" in carriers(fact)]
    assert any("b" in carriers(fact) for fact in found if fact.kind == "figure") is expected
