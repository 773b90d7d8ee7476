"""Whose text is it: credits, shared text, families."""

from typing import Literal

import msgspec

from twosource.model.span import Span

Relation = Literal["copy", "rewrite", "update"]
CreditKind = Literal["agency", "contribution", "first report", "republished", "owner"]


class Credit(msgspec.Struct, frozen=True, gc=False):
    """A text's debt to another outlet, as the page itself says it.

    `name` is the creditor's usual name ("Reuters"). `whole` is True when the whole text is said to be theirs,
    False when only some of it ("Reuters contributed"). `span` is where it stands, None for metadata, and then
    `field` names the field ("author", "canonical", "publisher").
    """

    article: str
    name: str
    kind: CreditKind
    whole: bool = False
    span: Span | None = None
    field: str = ""


class Passage(msgspec.Struct, frozen=True, gc=False):
    """The same words in two texts: where they stand in `earlier` and in `later`."""

    earlier: Span
    later: Span


class Share(msgspec.Struct, frozen=True, gc=False):
    """What two articles have in common. `of_earlier` and `of_later` are the parts (0 to 1) of each one's words.

    `earlier` is the id of the article that had the text first as far as can be told; `directed` is False when that
    could not be told.
    """

    earlier: str
    later: str
    relation: Relation
    passages: tuple[Passage, ...] = ()
    of_earlier: float = 0.0
    of_later: float = 0.0
    directed: bool = True


class Family(msgspec.Struct, frozen=True):
    """Articles that share text, the original first. `origin` is the outlet or agency whose text it is, or None."""

    id: str
    articles: tuple[str, ...]
    origin: str | None = None
    relation: Relation = "copy"
    shares: tuple[Share, ...] = ()


class Lineage(msgspec.Struct, frozen=True):
    """Everything known of who has whose text. An article that is in no family shares text with no other.

    `between` are shares across families: a page that pasted two reports is in the family of one of them only.
    """

    families: tuple[Family, ...] = ()
    credits: tuple[Credit, ...] = ()
    between: tuple[Share, ...] = ()

    def family_of(self, article: str) -> Family | None:
        """Return the family that the article with this id is in, or None."""
        return next((family for family in self.families if article in family.articles), None)

    def credits_of(self, article: str) -> tuple[Credit, ...]:
        """Return the credits of the article with this id, in order."""
        return tuple(credit for credit in self.credits if credit.article == article)


class Voice(msgspec.Struct, frozen=True):
    """One side of the question whether two reports are independent: who carries it and how it reached them.

    `chain` is nearest the reader first and leaves out the carrier; `entity` is the id of the entity at its end, ""
    when the end was not linked; `named` is False when the end is nobody in particular ("officials").
    """

    article: str
    outlet: str
    chain: tuple[str, ...] = ()
    entity: str = ""
    named: bool = True
    span: Span | None = None


class Judgement(msgspec.Struct, frozen=True):
    """An answer that may be "unsure", and one sentence of why."""

    answer: Literal["yes", "no", "unsure"]
    why: str
