"""Write a dossier as CSV: one row a claim, for spreadsheets.

Reads   Dossier
Gives   CSV (RFC 4180: CRLF, UTF-8) with a header that does not change
Misses  what has no claim: missing questions, related items, credits
"""

import csv
import io

from twosource.dossier.exports.tables import guarded
from twosource.model import Dossier, DossierAccount, DossierClaim, DossierFact

COLUMNS = (
    "fact",
    "kind",
    "question",
    "verdict",
    "why",
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
    "origins",
    "carriers",
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
    "chain",
    "likeness",
)
"""The header. Names in one cell are parted by " | ", a chain by " < ", nearest first; accounts count from 1."""


def to_csv(dossier: Dossier) -> str:
    """Return one row for each claim, in the order of the dossier, under `COLUMNS`; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    articles = {article.id: article for article in dossier.articles}
    for fact in dossier.facts:
        for index, account in enumerate(fact.accounts):
            for claim in account.claims:
                article = articles[claim.article]
                cells = {
                    **_fact_cells(fact, index),
                    **_account_cells(account),
                    **_claim_cells(claim),
                    "outlet": article.outlet,
                    "title": article.title,
                    "published": article.published,
                    "url": article.url,
                    "teaser": _yes(article.teaser),
                    "family": article.family or "",
                }
                writer.writerow([guarded(cells[column]) for column in COLUMNS])
    return out.getvalue()


def _fact_cells(fact: DossierFact, index: int) -> dict[str, str]:
    return {
        "fact": fact.id,
        "kind": fact.kind,
        "question": fact.question,
        "verdict": fact.verdict,
        "why": fact.why,
        "account": str(index + 1),
        "stands": "" if fact.stands is None else _yes(fact.stands == index),
    }


def _account_cells(account: DossierAccount) -> dict[str, str]:
    return {
        "value": account.value,
        "low": _figure(account.low),
        "high": _figure(account.high),
        "unit": account.unit,
        "measure": account.measure,
        "as_of": account.as_of,
        "polarity": _yes(account.polarity),
        "origins": " | ".join(account.origins),
        "carriers": " | ".join(account.carriers),
    }


def _claim_cells(claim: DossierClaim) -> dict[str, str]:
    return {
        "certainty": claim.certainty,
        "article": claim.article,
        "start": str(claim.start),
        "end": str(claim.end),
        "text": claim.text,
        "chain": " < ".join(claim.chain),
        "likeness": _yes(claim.likeness),
    }


def _figure(value: float | None) -> str:
    """A bound without an idle ".0"; numbers stay numbers for the spreadsheet."""
    return "" if value is None else f"{value:.15g}"


def _yes(value: bool) -> str:
    return "yes" if value else "no"
