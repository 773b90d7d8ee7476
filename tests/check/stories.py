"""Stories made of short texts, for the tests of `check`: each text is annotated once in a run."""

from functools import cache

import msgspec

from twosource import annotate, check, independent, link, trace
from twosource.check import contexts_of
from twosource.model import Article, Evidence, Story
from twosource.read import article_of


@cache
def _mentions(text):
    return annotate(Article(id="", text=text))


def evidence_of(*texts):
    """The evidence of articles a, b, c ... with these texts of one day, each with an outlet of its own."""
    return dated_evidence(*(("2023-03-14", text) for text in texts))


def dated_evidence(*told):
    """The evidence of articles a, b, c ..., each of which is the instant when it was published and its text."""
    articles = tuple(
        article_of(text, id=name, published=instant, outlet=f"The {name.upper()} Post")
        for name, (instant, text) in zip("abcdefgh", told, strict=False)
    )
    mentions = tuple(msgspec.structs.replace(_mentions(one.text), article=one.id) for one in articles)
    return Evidence(articles, mentions, link(articles, mentions), trace(articles))


def story_of(evidence):
    return Story("s", "t", tuple(article.id for article in evidence.articles))


def contexts(*texts):
    evidence = evidence_of(*texts)
    return contexts_of(story_of(evidence), evidence)


def facts(*texts):
    evidence = evidence_of(*texts)
    return check(story_of(evidence), evidence, independent)


def dated_facts(*told):
    evidence = dated_evidence(*told)
    return check(story_of(evidence), evidence, independent)


def carriers(fact):
    return sorted({claim.article for account in fact.accounts for claim in account.claims})
