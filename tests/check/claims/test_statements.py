"""What is said of a thing: who calls it so, and who says the same."""

from stories import carriers, facts

HAILED = "The election was hailed by the government as progress but dismissed by opposition critics as a rigged sham."


def told(found, words):
    return [fact for fact in found if fact.kind == "statement" and any(words in a.value for a in fact.accounts)]


def test_a_label_is_its_givers_and_meets_those_who_say_so():
    [fact] = told(facts(HAILED, "Opposition critics say the election is a rigged sham."), "sham")
    assert carriers(fact) == ["a", "b"]
    assert {origin for account in fact.accounts for origin in account.origins} == {"opposition critics"}


def test_what_others_call_it_is_another_statement():
    assert all("progress" not in account.value for fact in told(facts(HAILED), "sham") for account in fact.accounts)


def test_what_is_called_so_may_stand_behind_the_label():
    text = "Described by French media as the most lucrative jewel heist ever, the raid took five minutes."
    [fact] = told(facts(text), "heist")
    assert fact.accounts[0].value == "the raid as the most lucrative jewel heist ever"


def test_what_is_relayed_is_the_statement_of_whoever_said_it():
    found = facts("Ora Radio quoted the mayor, Ida Moll, as saying that the bridge would open on Monday.")
    assert {fact.accounts[0].origins for fact in told(found, "bridge")} == {("Ida Moll",)}


def test_whoever_is_cited_before_that_vouches():
    found = facts("Ora Radio reported, citing Interfax, that 40 people died in Leeds.")
    assert {origin for fact in found for account in fact.accounts for origin in account.origins} == {"Interfax"}


def test_a_clause_of_two_words_is_a_statement_and_two_words_alone_are_none():
    found = facts("“The shop was uninsured,” Ida Moll said.", "Ida Moll spoke of “great luck”.")
    assert [fact.accounts[0].origins for fact in told(found, "uninsured")] == [("Ida Moll",)]
    assert not told(found, "luck")


def test_what_one_speaker_says_in_small_words_is_one_statement_however_it_is_cut():
    found = facts(
        "“If there was any more that I could do for you, I would,” Ida Moll said.",
        "Ida Moll smiled. “If I could do more for you, I would,” she said.",
        "“So do I,” Ida Moll said.",
    )
    [fact] = [fact for fact in found if fact.kind == "statement"]
    assert carriers(fact) == ["a", "b"]
    assert fact.verdict == "echoed"


def test_two_speakers_of_small_words_confirm_nothing():
    found = facts(
        "“I have done all that I could,” coach Ida Moll said.", "“I have done all that I could,” keeper Tom Webb said."
    )
    assert not [fact for fact in found if fact.verdict == "corroborated"]


def test_a_denial_may_be_of_one_word():
    [fact] = told(facts("Tom Webb has denied arson after a fire in a shop."), "arson")
    assert fact.accounts[0].value == "denied: arson"
