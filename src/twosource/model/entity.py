"""One person, body, place or group, under all its names."""

import msgspec

from twosource.model.mention import NameKind
from twosource.model.span import Span


class Occurrence(msgspec.Struct, frozen=True, order=True):
    """One mention of an entity: the article's id and the span of the mention in it."""

    article: str
    span: Span


class Entity(msgspec.Struct, frozen=True):
    """`name` is the spelling shown, `names` every spelling met (sorted), `roles` the offices met, most frequent first.

    `id` is made from kind and name and so is stable between runs over the same articles. `country` is ISO
    alpha-3 or "". `speaks_for` is the id of the entity whose voice this one is ("the Kremlin" for Russia's
    government), "" when none.
    """

    id: str
    name: str
    kind: NameKind
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    country: str = ""
    speaks_for: str = ""
    mentions: tuple[Occurrence, ...] = ()
