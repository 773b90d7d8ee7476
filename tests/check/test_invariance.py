"""What must not change a verdict: copies, order, other events, how a number is written."""

import msgspec
import pytest

from twosource import annotate, check, independent, link, trace
from twosource.model import Evidence, Story
from twosource.read import article_of

ARLE = (
    "Eleven die in bridge collapse\n\nEleven people were killed when the Arle bridge collapsed on Tuesday, police "
    "chief Mara Holt said.\n\nAt least 36 people were injured, according to the Saint Vera hospital.\n\nThe bridge "
    "was closed in 1998 after a barge struck it and killed 40 people.\n\nEngineer Piet Lund told the Arle Courier: "
    "“We warned the county about the pillars two years ago.”"
)
HARN = (
    "Bridge over the Arle gives way\n\nThe bridge over the Arle collapsed on Tuesday morning and 11 people were "
    "killed, the Saint Vera hospital said.\n\nTwelve people are missing, fire chief Jon Reik told reporters.\n\n"
    "“We warned the county about the pillars two years ago,” engineer Piet Lund said.\n\nCounty governor Ana Silva "
    "denied that the county had been warned about the pillars."
)
LUND = (
    "County denies warning\n\nGovernor Ana Silva denied on Wednesday that the county had been warned about the "
    "pillars.\n\nPolice chief Mara Holt said 11 people were killed in the collapse.\n\nSilva will visit Harn on "
    "Friday, her office said."
)
OTHER = (
    "Museum reopens in Oslo\n\nThe Oslo museum of shipping reopened on Monday after three years.\n\nDirector Kari "
    "Moen said 4,000 people had visited by noon.\n\nThe museum cost 90 million kroner."
)


def page(name, text, day="2023-03-14", outlet=""):
    return article_of(text, id=name, title=text.split("\n")[0], published=day, outlet=outlet or f"The {name.title()}")


@pytest.fixture(scope="module")
def found():
    """Mentions by text, so that each text is annotated once."""
    kept = {}

    def mentions(article):
        if article.text not in kept:
            kept[article.text] = annotate(article)
        return msgspec.structs.replace(kept[article.text], article=article.id)

    return mentions


def facts_of(articles, found):
    mentions = tuple(found(article) for article in articles)
    evidence = Evidence(tuple(articles), mentions, link(articles, mentions), trace(articles))
    return check(Story("s", "t", tuple(article.id for article in articles)), evidence, independent)


PAGES = [page("courier", ARLE), page("beacon", HARN), page("ledger", LUND, "2023-03-15")]


def verdicts(facts):
    return {fact.question: fact.verdict for fact in facts}


def test_there_is_something_to_compare(found):
    facts = {fact.question: fact for fact in facts_of(PAGES, found)}
    dead = next(fact for question, fact in facts.items() if question.startswith("How many were killed"))
    assert dead.verdict == "corroborated"
    assert dead.accounts[0].low == 11
    assert not any(account.low == 40 for account in dead.accounts)


def test_a_copy_changes_no_verdict(found):
    before = verdicts(facts_of(PAGES, found))
    copy = page("mirror", ARLE)
    after = facts_of([*PAGES, copy], found)
    assert {question: verdict for question, verdict in verdicts(after).items() if verdict == "corroborated"} == {
        question: verdict for question, verdict in before.items() if verdict == "corroborated"
    }
    for fact in after:
        if fact.question in before and before[fact.question] != fact.verdict:
            assert (before[fact.question], fact.verdict) == ("single", "echoed"), fact.why


def test_the_order_of_articles_does_not_matter(found):
    assert facts_of(PAGES, found) == facts_of(PAGES[::-1], found)


@pytest.mark.parametrize("gone", range(len(PAGES)))
def test_removing_an_article_only_removes_claims(gone, found):
    """What the others are cited for stays what they were cited for, and no sentence of theirs gains a claim."""

    def cited(pages):
        claims = (claim for fact in facts_of(pages, found) for account in fact.accounts for claim in account.claims)
        return {(claim.article, claim.span) for claim in claims}

    fewer = cited([article for number, article in enumerate(PAGES) if number != gone])
    assert fewer <= cited(PAGES)
    assert {article for article, _ in fewer} == {page.id for page in PAGES} - {PAGES[gone].id}


def test_a_number_in_words_changes_no_verdict(found):
    written = [page("courier", ARLE.replace("At least 36 people", "At least three dozen people")), *PAGES[1:]]
    before = [fact.verdict for fact in facts_of(PAGES, found) if fact.question.startswith("How many were injured")]
    after = [fact.verdict for fact in facts_of(written, found) if fact.question.startswith("How many were injured")]
    assert before == after != []


def test_an_article_about_another_event_changes_nothing(found):
    before = verdicts(facts_of(PAGES, found))
    after = verdicts(facts_of([*PAGES, page("nordlys", OTHER)], found))
    assert {question: after.get(question) for question in before} == before
