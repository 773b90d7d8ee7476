"""What singles out one moment of a story: a rare word that each article has about once."""

import pytest

from stories import carriers, facts
from twosource.check.carry.details import details, recurring

TOLD = "Ann Lowe walked to the gate of the mill. Guards used a megaphone to warn her, police said."


def carrying(word, *texts):
    """The carriers of the facts whose account has a word."""
    found = [fact for fact in facts(*texts) if any(word in account.value for account in fact.accounts)]
    return [carriers(fact) for fact in found if fact.kind in ("event", "statement")]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Workers met at the mill. After an hour the guards shouted through a megaphone that she had to leave.", True),
        ("Workers met at the mill. The guards never used a megaphone.", False),
        ("Workers met at the mill. After an hour the guards shouted through the window that she had to leave.", False),
    ],
)
def test_a_rare_word_tells_of_one_moment(text, one):
    assert any(found == ["a", "b"] for found in carrying("megaphone", TOLD, text)) == one


def test_a_detail_is_told_once_though_its_sentences_are_of_two_kinds():
    other = "The mill was quiet. Guards used a megaphone."
    assert len(carrying("megaphone", TOLD, other)) == 1


def test_names_persons_and_words_told_often_single_out_nothing():
    told = [("a", {"zorn": "Zorn", "boxer": "boxer", "yodel": "yodelled"}), ("b", {"zorn": "Zorn", "boxer": "boxer"})]
    told += [(article, {"yodel": "yodel"}) for article in "abab"]
    assert details(told) == {}
    assert details([*told[:1], ("b", {"yodel": "yodelling"})]) == {"yodel": 2.2}


def test_two_words_side_by_side_in_three_articles_tell_of_one_moment():
    texts = [
        "Ann Lowe left the mill with a broken ankle on Monday.",
        "Ann Lowe was carried from the mill with a broken ankle, police said.",
        "Doctors said that a broken ankle would keep Ann Lowe from the mill.",
    ]
    assert any(found == ["a", "b", "c"] for found in carrying("broken ankle", *texts))
    assert recurring([("a", frozenset({"x y"})), ("b", frozenset({"x y"}))]) == frozenset()


def test_a_sentence_of_other_people_tells_another_moment():
    other = "Workers met at the mill. Piet Lund shouted through a megaphone that he had to leave."
    mine = "Ann Lowe took a megaphone to the mill and shouted that the gate must open."
    assert not any(found == ["a", "b"] for found in carrying("megaphone", mine, other))


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("The mill was rebuilt after the great blaze of 1961, which had begun in its attic.", True),
        ("The mill was sold in 1961.", False),
        ("The mill was rebuilt after the great blaze of 1974, which had begun in its attic.", False),
    ],
)
def test_a_year_singles_out_a_moment_with_a_word_besides(text, one):
    mine = "Ann Lowe owned the mill. Ann Lowe lost her father in the attic of the mill in the blaze of 1961."
    assert any(found == ["a", "b"] for found in carrying("1961", mine, f"Guards were at the gate. {text}")) == one


def test_a_record_of_two_numbers_tells_of_one_season():
    mine = "Ann Lowe coached the mill's team for a year. Ann Lowe posted a record of 43-39 in her season."
    other = "The mill has a new team. After a 43-39 record Ann Lowe had to go, workers said."
    assert any(found == ["a", "b"] for found in carrying("43-39", mine, other))
    assert recurring([("a", frozenset({"43 39"})), ("b", frozenset({"43 39"}))]) == {"43 39"}


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Workers met at the mill. After an hour the guards used a megaphone to warn her of a fence.", True),
        ("Workers met at the mill. A child found an old megaphone in the river on Sunday.", False),
    ],
)
def test_a_rare_word_alone_singles_out_nothing(text, one):
    told = "Guards used a megaphone to warn her of dogs, of wires and of a fence by the river at the mill, police said."
    assert any(found == ["a", "b"] for found in carrying("megaphone", told, text)) == one


def test_an_article_is_cited_for_a_telling_where_it_tells_most_of_it():
    other = (
        "A guard warned others with a megaphone. Guards used a megaphone in order to warn her, a miller said. The mill "
        "was quiet."
    )
    found = [claim for fact in facts(TOLD, other) for a in fact.accounts for claim in a.claims if claim.article == "b"]
    cited = [claim.span.of(other) for claim in found if "also" in claim.rule]
    assert not any("warned others" in text for text in cited)


def test_pieces_of_words_single_out_nothing():
    told = [
        ("a", {"th": "th", "didn't": "didn't", "sham": "sham"}),
        ("b", {"th": "th", "didn't": "didn't", "sham": "sham"}),
    ]
    assert set(details(told)) == {"sham"}
