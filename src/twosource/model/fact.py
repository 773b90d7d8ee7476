"""Claims, the accounts they make up, and facts with their verdicts."""

from typing import Literal

import msgspec

from twosource.model.mention import Bound, Certainty
from twosource.model.span import Span

FactKind = Literal["figure", "event", "statement", "position", "role", "time", "venue"]
Verdict = Literal["corroborated", "echoed", "single", "disputed", "revised", "undisclosed"]


class Claim(msgspec.Struct, frozen=True):
    """One normalised statement found in one place.

    `measure` is the slot that makes two claims answer one question: what is counted, the predicate, the office.
    `subject` is of whom or about what, `event` the key of the event it belongs to ("" for this story's main
    event), `scope` the place or group the value holds for. `chain` is how it reached the reader, nearest first:
    the carrier outlet is not in it, an unnamed last source is "unnamed". `as_of` is an ISO day or minute, "" if
    unknown. `span` is the sentence or part of it that says so, `focus` the words in it that hold the value,
    `value_key` the value in the form that compares (an ISO time, folded names, nested places). `rule` names the
    function that made the claim, `asked` is what is asked in the text's own words, `deed` the kind of event that what
    is counted did or underwent ("" when none is told), `setting` the words around a number whose own say too little.
    `likeness` tells that it was found by its likeness to what others tell: it carries, and confirms nothing.
    """

    id: str
    kind: FactKind
    article: str
    span: Span
    focus: Span
    measure: str
    value: str
    subject: str = ""
    event: str = ""
    scope: str = ""
    low: float | None = None
    high: float | None = None
    bound: Bound = "="
    unit: str = ""
    as_of: str = ""
    polarity: bool = True
    certainty: Certainty = "said"
    disclosed: bool = True
    chain: tuple[str, ...] = ()
    rule: str = ""
    value_key: str = ""
    asked: str = ""
    deed: str = ""
    setting: str = ""
    likeness: bool = False


class Account(msgspec.Struct, frozen=True):
    """One version of a fact: a value, and the claims that give it, in order of article and place.

    `origins` are the names of those who vouch, `carriers` the outlets that printed it; both sorted.
    """

    value: str
    claims: tuple[Claim, ...]
    low: float | None = None
    high: float | None = None
    unit: str = ""
    measure: str = ""
    as_of: str = ""
    polarity: bool = True
    origins: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()


class Fact(msgspec.Struct, frozen=True):
    """The accounts that answer one question about one event, and what follows from them.

    `why` is one sentence that names the evidence. `stands` is the index of the account that stands now, None when
    there is nothing to choose. `reasons` are the rules applied, in order. `ruling` is what a person
    decided about it ("confirmed by A. Editor, 2023-03-15"), "" when nobody did.
    """

    id: str
    kind: FactKind
    question: str
    verdict: Verdict
    why: str
    accounts: tuple[Account, ...]
    stands: int | None = None
    reasons: tuple[str, ...] = ()
    ruling: str = ""
