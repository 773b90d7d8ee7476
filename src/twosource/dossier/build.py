"""Write the dossier: everything that is said of a story, each line with the place it came from.

Reads   Story, Facts, Evidence (articles, mentions, entities, lineage), related items, missing questions
Gives   Dossier
Misses  nothing of its own: it says what the steps before it found and adds no judgement
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from twosource.dossier.coverage import coverage
from twosource.dossier.places import places
from twosource.dossier.sides import sides
from twosource.dossier.timeline import period, timeline
from twosource.model import (
    Article,
    Claim,
    Dossier,
    DossierAccount,
    DossierArticle,
    DossierBlock,
    DossierClaim,
    DossierCredit,
    DossierEntity,
    DossierFact,
    DossierFamily,
    Entity,
    Evidence,
    Fact,
    Lineage,
    Missing,
    RelatedItem,
    Story,
)
from twosource.text.outlets import known_name


def write(
    story: Story,
    facts: Iterable[Fact],
    evidence: Evidence,
    related: Iterable[RelatedItem] = (),
    missing: Iterable[Missing] = (),
) -> Dossier:
    """Return the dossier of a story. Articles keep the story's order, facts the order in which they are given.

    `evidence` may hold more articles than the story; only the story's are written. Raises ValueError when the
    story or a claim names an article that `evidence` does not hold, or a span lies outside its text.
    """
    facts = tuple(facts)
    evidence = _of_story(story, evidence)
    articles = {article.id: article for article in evidence.articles}
    times = timeline(facts, evidence.mentions)
    return Dossier(
        title=story.title,
        period=period(evidence.articles, facts, times),
        places=places(facts, evidence.mentions),
        articles=tuple(_article(article, evidence.lineage) for article in evidence.articles),
        families=_families(evidence.lineage, articles),
        entities=_entities(evidence.entities, articles),
        facts=tuple(_fact(fact, articles) for fact in facts),
        sides=sides(facts, evidence),
        timeline=times,
        unknowns=tuple(fact.id for fact in facts if fact.verdict == "undisclosed"),
        related=tuple(related),
        credits=_credits(evidence.lineage, articles),
        missing=tuple(missing),
        coverage=coverage(facts, evidence.articles),
    )


def _of_story(story: Story, evidence: Evidence) -> Evidence:
    """Only the story's articles and their mentions, in the story's order."""
    articles = {article.id: article for article in evidence.articles}
    mentions = {found.article: found for found in evidence.mentions}
    absent = [name for name in story.articles if name not in articles]
    if absent:
        raise ValueError(f"the evidence holds no article {absent[0]!r} of story {story.id!r}")
    return msgspec.structs.replace(
        evidence,
        articles=tuple(articles[name] for name in story.articles),
        mentions=tuple(mentions[name] for name in story.articles if name in mentions),
    )


def _article(article: Article, lineage: Lineage) -> DossierArticle:
    """An article with its text, blocks and family."""
    family = lineage.family_of(article.id)
    published = article.published
    return DossierArticle(
        id=article.id,
        url=article.url,
        outlet=known_name(article.outlet, "" if article.teaser_of else article.url),
        title=article.title,
        published=published.value if published else "",
        language=article.language,
        family=family.id if family else None,
        teaser=bool(article.teaser_of),
        text=article.text,
        updated=article.updated.value if article.updated else "",
        date_inferred=published.inferred if published else "",
        authors=article.authors,
        page=article.teaser_of,
        blocks=tuple(DossierBlock(block.kind, block.span.start, block.span.end) for block in article.blocks),
    )


def _families(lineage: Lineage, articles: Mapping[str, Article]) -> tuple[DossierFamily, ...]:
    """The families with an article in the story, without the articles of other stories."""
    kept = []
    for family in lineage.families:
        here = tuple(name for name in family.articles if name in articles)
        if here:
            kept.append(DossierFamily(family.id, here, family.origin, family.relation))
    return tuple(kept)


def _credits(lineage: Lineage, articles: Mapping[str, Article]) -> tuple[DossierCredit, ...]:
    """The credits that the story's articles give."""
    return tuple(
        DossierCredit(
            credit.article,
            credit.name,
            credit.kind,
            credit.span.start if credit.span else None,
            credit.span.end if credit.span else None,
        )
        for credit in lineage.credits
        if credit.article in articles
    )


def _entities(entities: Iterable[Entity], articles: Mapping[str, Article]) -> tuple[DossierEntity, ...]:
    """The entities that the story's articles mention, most often mentioned first, then by name."""
    counted = Counter({one: sum(place.article in articles for place in one.mentions) for one in entities})
    order = sorted((one for one in counted if counted[one]), key=lambda one: (-counted[one], one.name, one.id))
    return tuple(DossierEntity(one.id, one.name, one.names, one.kind, one.roles) for one in order)


def _fact(fact: Fact, articles: Mapping[str, Article]) -> DossierFact:
    """A fact with the words of every claim."""
    accounts = tuple(
        DossierAccount(
            value=account.value,
            low=account.low,
            high=account.high,
            unit=account.unit,
            measure=account.measure,
            as_of=account.as_of,
            polarity=account.polarity,
            origins=account.origins,
            carriers=account.carriers,
            claims=tuple(_claim(claim, articles) for claim in account.claims),
        )
        for account in fact.accounts
    )
    events = {claim.event for account in fact.accounts for claim in account.claims}
    return DossierFact(
        id=fact.id,
        kind=fact.kind,
        question=fact.question,
        verdict=fact.verdict,
        why=fact.why,
        stands=fact.stands,
        accounts=accounts,
        reasons=fact.reasons,
        ruling=fact.ruling,
        # A fact that also stands for the story's own event is the story's own.
        event="" if "" in events else min(events, default=""),
    )


def _claim(claim: Claim, articles: Mapping[str, Article]) -> DossierClaim:
    """A claim with its exact words; raises ValueError when they are not to be had."""
    if claim.article not in articles:
        raise ValueError(f"claim {claim.id!r} stands in {claim.article!r}, which is not an article of the story")
    text = articles[claim.article].text
    if not 0 <= claim.span.start < claim.span.end <= len(text):
        raise ValueError(f"claim {claim.id!r} has a span outside the text of {claim.article!r}")
    inside = claim.span.covers(claim.focus) and claim.focus.start < claim.focus.end
    return DossierClaim(
        article=claim.article,
        start=claim.span.start,
        end=claim.span.end,
        text=claim.span.of(text),
        chain=claim.chain,
        certainty=claim.certainty,
        focus_start=claim.focus.start if inside else None,
        focus_end=claim.focus.end if inside else None,
        likeness=claim.likeness,
    )
