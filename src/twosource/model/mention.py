"""What the finders find in one article: values, each with its place and its finder."""

from typing import Generic, Literal, TypeVar

import msgspec

from twosource.model.span import Span

V_co = TypeVar("V_co", covariant=True)

NameKind = Literal["person", "organisation", "place", "group", "other"]
PlaceUse = Literal["location", "government", "adjective", "dateline", "part of name"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Bound = Literal["=", "~", "<", ">"]
Change = Literal["", "up", "down"]
Certainty = Literal["said", "expected", "reported", "possible"]
Status = Literal["happened", "planned", "called for", "denied", "possible"]
Stance = Literal[
    "says",
    "confirms",
    "denies",
    "declines",
    "demands",
    "offers",
    "refuses",
    "expects",
    "believes",
    "asks",
    "warns",
]


class Mention(msgspec.Struct, Generic[V_co], frozen=True):
    """A value found in a text: what (`value`), where (`span`), and by which finder and version (`by`).

    Values compare by meaning, mentions by place.
    """

    value: V_co
    span: Span
    by: str


class Name(msgspec.Struct, frozen=True):
    """A name, description or pronoun that stands for one person, organisation, place or group.

    `text` is the fullest name the article gives it, without titles. Mentions of one article with the same
    `chain` (0, 1, ...) stand for the same thing; -1 when that is not known.
    """

    text: str
    kind: NameKind
    form: Literal["name", "description", "pronoun"] = "name"
    chain: int = -1


class Place(msgspec.Struct, frozen=True):
    """A toponym and what it was resolved to.

    `lat`, `lon` in degrees (WGS 84), None when unresolved; `country` is ISO 3166-1 alpha-3 or "".
    `feature` is "country", "region", "city", "water", "area" or "". `use` says what the word does in the sentence.
    """

    name: str
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    geonames: int | None = None
    feature: str = ""
    use: PlaceUse = "location"


class Time(msgspec.Struct, frozen=True):
    """A TIMEX3 time expression.

    `value` is the TIMEX3 value. `start` and `end` bound it as ISO 8601 days or local minutes, both inclusive, ""
    when they cannot be told. `zone` is an IANA zone or "" when the text does not say. `mod` is the TIMEX3 mod
    (APPROX, BEFORE, AFTER, START, MID, END, ...). `anchor` says against what it was resolved: "" (nothing needed),
    "published", "dateline" or "text". `dates` are the spans of the verbs or nouns that it dates.
    """

    type: TimeType
    value: str
    start: str = ""
    end: str = ""
    zone: str = ""
    mod: str = ""
    anchor: str = ""
    dates: tuple[Span, ...] = ()


class Quantity(msgspec.Struct, frozen=True):
    """A number, its bounds and what it counts or measures.

    `low` and `high` bound the value, both inclusive, None where open: "at least 352" is (352, None), "about 80"
    (80, 80) with bound "~", "tens of thousands" (10000, 99999), "5 to 10" (5, 10). `change` is "up" or "down" when
    the number is the size of a change, not a state. `unit` is as written, `norm` its normal name ("kilometre",
    "percentage", "dollar"). `measure` is the lemma of what is counted or what befell it ("dead", "flee", "magnitude"),
    `of` of whom or what ("Ukrainians"), `concepts` the content words that say what is measured, in text order.
    `item` is the span of the counted noun phrase. `as_of` and `place` are the spans of a time or place mention
    that bears on the number, `event` the span of the word for the event that caused it.
    """

    low: float | None
    high: float | None
    bound: Bound = "="
    change: Change = ""
    unit: str = ""
    norm: str = ""
    measure: str = ""
    of: str = ""
    concepts: tuple[str, ...] = ()
    item: Span | None = None
    as_of: Span | None = None
    place: Span | None = None
    event: Span | None = None


class Attribution(msgspec.Struct, frozen=True):
    """Who said, wrote, thought or wants what.

    `source`, `cue` and `content` are the field's terms; each is a tuple of spans, in text order, because a quote
    may be split around its cue. `source` is () when the text names none ("reportedly"). `who` is the name that
    the source resolves to inside the article ("" when it does not: "officials"), `parent` the span of the
    attribution mention that this one is nested in ("CNN reported that officials said ..." holds two).
    `stance` is what the source does; `negated` is True when the cue itself is denied ("did not say").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    who: str = ""
    form: Literal["direct", "indirect", "mixed", "headline"] = "indirect"
    stance: Stance = "says"
    certainty: Certainty = "said"
    negated: bool = False
    parent: Span | None = None


class Role(msgspec.Struct, frozen=True):
    """An office or a membership: who holds what, for whom.

    `relation` is "office" (Makei is foreign minister of Belarus) or "member" (Medinsky is on Russia's
    delegation). `holder` is "" when the text gives only the office ("its deputy defence minister");
    `of` is the country or body it is held in;
    `group` the delegation, team or panel of a membership.
    """

    relation: Literal["office", "member"]
    holder: str = ""
    office: str = ""
    of: str = ""
    group: str = ""
    holder_span: Span | None = None
    office_span: Span | None = None


class Party(msgspec.Struct, frozen=True):
    """Who takes part in an event: the words, and an actor code (ISO alpha-3 country and sector, "UKRGOV", or "")."""

    text: str
    span: Span
    code: str = ""


class Event(msgspec.Struct, frozen=True):
    """A PLOVER event: `type` and `mode` are the ontology's; the mention's span is the word that tells of it.

    `place` and `time` are the spans of the mentions that locate it, None when the text does not say.
    """

    type: str
    mode: str = ""
    context: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    status: Status = "happened"
    place: Span | None = None
    time: Span | None = None


class Argument(msgspec.Struct, frozen=True):
    """A part of a clause: its relation ("subject", "object", "agent", or a preposition), place and head's lemma."""

    relation: str
    span: Span
    head: str


class Clause(msgspec.Struct, frozen=True):
    """A predicate with its parts: the plain syntax that claims are made from. The mention's span is the predicate.

    `predicate` is a lemma ("start", "flee"), with its particle ("kick off"). `span` is the clause as printed.
    `nominal` marks a noun that tells of an event ("the talks", "the invasion"). `tense` is "past", "present",
    "future" or "".
    """

    predicate: str
    span: Span
    arguments: tuple[Argument, ...] = ()
    negated: bool = False
    status: Status = "happened"
    tense: str = ""
    passive: bool = False
    nominal: bool = False


class Mentions(msgspec.Struct, frozen=True):
    """All mentions of one article, each tuple in text order; `sentences` are the sentence spans, in order."""

    article: str
    sentences: tuple[Span, ...] = ()
    names: tuple[Mention[Name], ...] = ()
    places: tuple[Mention[Place], ...] = ()
    times: tuple[Mention[Time], ...] = ()
    quantities: tuple[Mention[Quantity], ...] = ()
    roles: tuple[Mention[Role], ...] = ()
    attributions: tuple[Mention[Attribution], ...] = ()
    events: tuple[Mention[Event], ...] = ()
    clauses: tuple[Mention[Clause], ...] = ()
