"""The dossier: the JSON that `twosource dossier --format json` writes, field for field.

These names are an interface that outside programs rely on; `docs/dossier.schema.json` is generated from them.
"""

from typing import Literal

import msgspec

from twosource.model.fact import FactKind, Verdict
from twosource.model.lineage import CreditKind, Relation
from twosource.model.mention import NameKind


class DossierPlace(msgspec.Struct, frozen=True):
    """A place of the story; degrees, WGS 84."""

    name: str
    lat: float
    lon: float


class Period(msgspec.Struct, frozen=True):
    """First and last day that the story's articles and facts speak of, ISO 8601, "" when unknown."""

    start: str
    end: str


class DossierBlock(msgspec.Struct, frozen=True):
    """A block of an article's text: its kind and half-open code-point range."""

    kind: str
    start: int
    end: int


class DossierArticle(msgspec.Struct, frozen=True):
    """One article or teaser. `date_inferred` says where `published` came from when the page did not state it.

    `family` is the id of its family, None when it shares text with no other; `page` is the id of the page a teaser
    stood on.
    """

    id: str
    url: str
    outlet: str
    title: str
    published: str
    language: str
    family: str | None
    teaser: bool
    text: str
    updated: str = ""
    date_inferred: str = ""
    authors: tuple[str, ...] = ()
    page: str = ""
    blocks: tuple[DossierBlock, ...] = ()


class DossierCredit(msgspec.Struct, frozen=True):
    """An article's debt to another outlet; `start` and `end` are None when it came from metadata."""

    article: str
    name: str
    kind: CreditKind
    start: int | None = None
    end: int | None = None


class DossierFamily(msgspec.Struct, frozen=True):
    """Articles that share text, the original first."""

    id: str
    articles: tuple[str, ...]
    origin: str | None
    relation: Relation


class DossierEntity(msgspec.Struct, frozen=True):
    """A person, body, place or group, with every spelling met and every office."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: NameKind
    roles: tuple[str, ...]


class DossierClaim(msgspec.Struct, frozen=True):
    """A claim where it stands: `text` is exactly ``articles[article].text[start:end]``. `chain` is nearest first.

    `focus_start` and `focus_end` are the words within it that hold the value. `likeness` says that it was found by its
    likeness to what others tell, and so confirms nothing: a reader may want to look.
    """

    article: str
    start: int
    end: int
    text: str
    chain: tuple[str, ...]
    certainty: str = "said"
    focus_start: int | None = None
    focus_end: int | None = None
    likeness: bool = False


class DossierAccount(msgspec.Struct, frozen=True):
    """One version of a fact. `low` and `high` are None where open or without a number."""

    value: str
    low: float | None
    high: float | None
    unit: str
    measure: str
    as_of: str
    polarity: bool
    origins: tuple[str, ...]
    carriers: tuple[str, ...]
    claims: tuple[DossierClaim, ...]


class DossierFact(msgspec.Struct, frozen=True):
    """A question, its accounts and the verdict; `stands` is the index of the account that stands now.

    `reasons` are the rules applied, in order; `ruling` is what a person decided about it, "" when nobody did.
    """

    id: str
    kind: FactKind
    question: str
    verdict: Verdict
    why: str
    stands: int | None
    accounts: tuple[DossierAccount, ...]
    reasons: tuple[str, ...] = ()
    event: str = ""
    ruling: str = ""


class Member(msgspec.Struct, frozen=True):
    """A member of a delegation; `name` is "" when only the office is given."""

    name: str
    role: str
    fact: str = ""


class Side(msgspec.Struct, frozen=True):
    """One side of the story: an entity's name, who sits for it, and the ids of the facts that are its positions."""

    entity: str
    delegation: tuple[Member, ...]
    positions: tuple[str, ...]


class TimelineItem(msgspec.Struct, frozen=True):
    """Something that happened or is planned; `start` and `end` are ISO 8601, `fact` is the fact it is drawn from."""

    start: str
    end: str
    text: str
    fact: str


class RelatedItem(msgspec.Struct, frozen=True):
    """An article or story that is near this one but not of it, and why it is named."""

    article: str
    title: str
    outlet: str
    why: str


class Missing(msgspec.Struct, frozen=True):
    """A question that stories of this kind usually answer and that none, or only one, of the articles does."""

    question: str
    state: Literal["nobody", "one"]
    articles: tuple[str, ...] = ()


class Coverage(msgspec.Struct, frozen=True):
    """What one outlet alone reports (`only`) and what most others have and it leaves out (`omits`), as fact ids."""

    outlet: str
    only: tuple[str, ...]
    omits: tuple[str, ...]


class VersionChange(msgspec.Struct, frozen=True):
    """What a later version of a page did to a fact of an earlier one; `earlier` and `later` are article ids.

    `before` and `after` are the values, "" where that version does not tell.
    """

    earlier: str
    later: str
    change: Literal["added", "changed", "withdrawn"]
    fact: str
    before: str
    after: str


class Dossier(msgspec.Struct, frozen=True):
    """Everything that is said of a story, cited."""

    title: str
    period: Period
    places: tuple[DossierPlace, ...]
    articles: tuple[DossierArticle, ...]
    families: tuple[DossierFamily, ...]
    entities: tuple[DossierEntity, ...]
    facts: tuple[DossierFact, ...]
    sides: tuple[Side, ...]
    timeline: tuple[TimelineItem, ...]
    unknowns: tuple[str, ...]
    related: tuple[RelatedItem, ...]
    credits: tuple[DossierCredit, ...] = ()
    missing: tuple[Missing, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    versions: tuple[VersionChange, ...] = ()
