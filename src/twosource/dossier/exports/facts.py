"""Facts and claims of a dossier as records: one a fact, or one a claim with all that is known of its fact.

Reads   a story's id, its Dossier
Gives   records with the names of the dossier's JSON; as tables the same with lists joined
Misses  what is in no fact: sides, missing questions, coverage (see the dossier itself)
"""

from collections.abc import Iterator

import msgspec

from twosource.dossier.exports.tables import Row
from twosource.model import Dossier, DossierAccount, DossierArticle, DossierClaim, DossierFact

FACT_COLUMNS = (
    "story",
    "fact",
    "kind",
    "question",
    "verdict",
    "why",
    "value",
    "low",
    "high",
    "unit",
    "as_of",
    "accounts",
    "claims",
    "articles",
    "origins",
    "carriers",
    "other_values",
    "event",
    "ruling",
)
"""The header of the table of facts. `value` is the account that stands, else the one that most carry; `origins` and
`carriers` are those of all accounts; `accounts`, `claims` and `articles` are counts."""

CLAIM_COLUMNS = (
    "story",
    "fact",
    "kind",
    "question",
    "verdict",
    "account",
    "stands",
    "value",
    "low",
    "high",
    "unit",
    "measure",
    "as_of",
    "polarity",
    "certainty",
    "article",
    "outlet",
    "title",
    "published",
    "url",
    "teaser",
    "family",
    "start",
    "end",
    "text",
    "focus_start",
    "focus_end",
    "chain",
    "ruling",
)
"""The header of the table of claims. `text` is exactly ``[start:end]`` of the article's text, in code points;
`account` counts from 1; `chain` is nearest the reader first."""


def fact_records(story: str, dossier: Dossier) -> Iterator[dict[str, object]]:
    """Yield each fact of a story as in the dossier's JSON, with the story's id before it."""
    for fact in dossier.facts:
        yield {"story": story, **msgspec.to_builtins(fact)}


def fact_rows(story: str, dossier: Dossier) -> Iterator[Row]:
    """Yield each fact of a story as a row under `FACT_COLUMNS`."""
    for fact in dossier.facts:
        shown = fact.accounts[fact.stands or 0]
        claims = [claim for account in fact.accounts for claim in account.claims]
        yield {
            **_fact_cells(story, fact),
            "why": fact.why,
            "value": shown.value,
            "low": shown.low,
            "high": shown.high,
            "unit": shown.unit,
            "as_of": shown.as_of,
            "accounts": len(fact.accounts),
            "claims": len(claims),
            "articles": len({claim.article for claim in claims}),
            "origins": sorted({name for account in fact.accounts for name in account.origins}),
            "carriers": sorted({name for account in fact.accounts for name in account.carriers}),
            "other_values": [account.value for account in fact.accounts if account is not shown],
            "event": fact.event,
        }


def claim_records(story: str, dossier: Dossier) -> Iterator[dict[str, object]]:
    """Yield each claim of a story's facts under `CLAIM_COLUMNS`, in the order of the dossier."""
    articles = {article.id: article for article in dossier.articles}
    for fact in dossier.facts:
        for number, account in enumerate(fact.accounts, 1):
            for claim in account.claims:
                yield _claim(story, fact, number, account, claim, articles[claim.article])


def claim_rows(story: str, dossier: Dossier) -> Iterator[Row]:
    """Yield each claim of a story's facts as a row under `CLAIM_COLUMNS`."""
    for record in claim_records(story, dossier):
        chain = record["chain"]
        assert isinstance(chain, list)
        yield {**record, "chain": " < ".join(chain)}  # type: ignore[dict-item]


def _claim(
    story: str, fact: DossierFact, number: int, account: DossierAccount, claim: DossierClaim, article: DossierArticle
) -> dict[str, object]:
    known = {
        **_fact_cells(story, fact),
        "account": number,
        "stands": None if fact.stands is None else fact.stands == number - 1,
        "value": account.value,
        "low": account.low,
        "high": account.high,
        "unit": account.unit,
        "measure": account.measure,
        "as_of": account.as_of,
        "polarity": account.polarity,
        "certainty": claim.certainty,
        "article": claim.article,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
        "url": article.url,
        "teaser": article.teaser,
        "family": article.family,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "focus_start": claim.focus_start,
        "focus_end": claim.focus_end,
        "chain": list(claim.chain),
    }
    return {column: known[column] for column in CLAIM_COLUMNS}


def _fact_cells(story: str, fact: DossierFact) -> dict[str, str]:
    return {
        "story": story,
        "fact": fact.id,
        "kind": fact.kind,
        "question": fact.question,
        "verdict": fact.verdict,
        "ruling": fact.ruling,
    }
