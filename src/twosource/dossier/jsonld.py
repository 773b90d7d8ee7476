"""Write a dossier as JSON-LD in schema.org's words.

Reads   Dossier
Gives   JSON-LD: a Dataset of NewsArticle and Claim nodes; each Claim cites its articles with the words it stands on
Misses  schema.org has no word for a verdict by independence: it is given as an additionalProperty
"""

import json
from urllib.parse import quote

from twosource.dossier.json import INDENT
from twosource.model import (
    Dossier,
    DossierAccount,
    DossierArticle,
    DossierCredit,
    DossierEntity,
    DossierFact,
    DossierFamily,
)

Node = dict[str, object]

TYPES = {"person": "Person", "organisation": "Organization", "place": "Place", "group": "Organization"}
"""schema.org's type for each kind of entity; others are a Thing."""


def to_jsonld(dossier: Dossier) -> str:
    """Return the dossier as JSON-LD with schema.org as its vocabulary; keys that have no value are left out."""
    families = {family.id: family for family in dossier.families}
    graph: list[Node] = [
        {
            "@type": "Dataset",
            "@id": "#dossier",
            "name": dossier.title,
            "temporalCoverage": "/".join(part for part in (dossier.period.start, dossier.period.end) if part),
            "spatialCoverage": [
                {
                    "@type": "Place",
                    "name": place.name,
                    "geo": {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon},
                }
                for place in dossier.places
            ],
            "hasPart": [{"@id": _ref("claim", fact.id)} for fact in dossier.facts],
            "citation": [{"@id": _ref("article", article.id)} for article in dossier.articles],
        }
    ]
    graph += [_article(article, families, dossier.credits) for article in dossier.articles]
    graph += [_entity(entity) for entity in dossier.entities]
    graph += [_claim(fact) for fact in dossier.facts]
    written = {"@context": {"@vocab": "https://schema.org/"}, "@graph": [_filled(node) for node in graph]}
    return json.dumps(written, ensure_ascii=False, indent=INDENT) + "\n"


def _article(article: DossierArticle, families: dict[str, DossierFamily], credits: tuple[DossierCredit, ...]) -> Node:
    """An article; what its text is taken from is its `isBasedOn`."""
    family = families.get(article.family or "")
    first = family.articles[0] if family and family.articles[0] != article.id else ""
    creditors = dict.fromkeys(credit.name for credit in credits if credit.article == article.id)
    return {
        "@type": "NewsArticle",
        "@id": _ref("article", article.id),
        "identifier": article.id,
        "url": article.url,
        "headline": article.title,
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else "",
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "datePublished": article.published,
        "dateModified": article.updated,
        "inLanguage": article.language,
        "articleBody": article.text,
        "isPartOf": {"@id": _ref("article", article.page)} if article.page else "",
        "isBasedOn": {"@id": _ref("article", first)} if first else "",
        "creditText": ", ".join(creditors),
    }


def _entity(entity: DossierEntity) -> Node:
    return {
        "@type": TYPES.get(entity.kind, "Thing"),
        "@id": _ref("entity", entity.id),
        "name": entity.name,
        "alternateName": [name for name in entity.names if name != entity.name],
        "hasOccupation": [{"@type": "Occupation", "name": role} for role in entity.roles]
        if entity.kind == "person"
        else "",
    }


def _claim(fact: DossierFact) -> Node:
    """A fact as a Claim: its question, verdict and accounts, each account a Claim that cites its words."""
    return {
        "@type": "Claim",
        "@id": _ref("claim", fact.id),
        "identifier": fact.id,
        "name": fact.question,
        "additionalType": fact.kind,
        "additionalProperty": [
            {"@type": "PropertyValue", "name": "verdict", "value": fact.verdict},
            {"@type": "PropertyValue", "name": "why", "value": fact.why},
            *([{"@type": "PropertyValue", "name": "ruling", "value": fact.ruling}] if fact.ruling else []),
        ],
        "hasPart": [_account(fact, index, account) for index, account in enumerate(fact.accounts)],
    }


def _account(fact: DossierFact, index: int, account: DossierAccount) -> Node:
    bounds = {
        "@type": "QuantitativeValue",
        "minValue": account.low,
        "maxValue": account.high,
        "unitText": account.unit,
    }
    return _filled(
        {
            "@type": "Claim",
            "@id": f"{_ref('claim', fact.id)}-{index + 1}",
            "text": account.value,
            "claimInterpreter": [{"@type": "Thing", "name": name} for name in account.origins],
            "valueReference": bounds if (account.low, account.high) != (None, None) else "",
            "temporal": account.as_of,
            "creativeWorkStatus": "stands" if fact.stands == index else "",
            "appearance": [
                {
                    "@type": "Quotation",
                    "text": claim.text,
                    "isPartOf": {"@id": _ref("article", claim.article)},
                    "position": f"{claim.start}-{claim.end}",
                    "creditText": " < ".join(claim.chain),
                }
                for claim in account.claims
            ],
        }
    )


def _ref(kind: str, name: str) -> str:
    """A fragment that names a node of this document."""
    return f"#{kind}-{quote(name, safe='')}"


def _filled(node: Node) -> Node:
    """A node without its empty values, all the way down."""
    kept: Node = {}
    for key, value in node.items():
        value = _filled(value) if isinstance(value, dict) else value
        if value not in ("", None, [], {}):
            kept[key] = value
    return kept
