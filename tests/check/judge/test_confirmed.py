"""A confirmed deed or statement is shown in words that two sources tell."""

from stories import facts

OFFICE = "Across the valley 5,000 people have been evacuated, said the office of Governor Ida Moll on Monday evening."
CROSS = "The Red Cross says that 5,000 people have been evacuated in the valley, twice as many as it has beds for."


def test_what_only_one_of_two_says_is_not_shown_as_confirmed():
    found = [fact for fact in facts(OFFICE, CROSS) if fact.verdict == "corroborated"]
    assert found
    assert not any("beds" in fact.question + account.value for fact in found for account in fact.accounts)


def test_what_both_say_is_shown_as_before():
    other = "The Red Cross says 5,000 people across the valley have been evacuated, twice as many as last year."
    told = [fact for fact in facts(OFFICE, other) if fact.verdict == "corroborated" and fact.kind == "statement"]
    assert all("5,000" in account.value for fact in told for account in fact.accounts)
