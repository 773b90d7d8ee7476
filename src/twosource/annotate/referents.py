"""Hold what is known of those whom an article speaks of: the nouns of `anaphora`.

Reads   names, offices and genders, as the finders before it tell them
Gives   Seen, Chain, Resolved; `is_common` of what was taken for a person and is none
Misses  nothing: it only holds
"""

from collections.abc import Set
from dataclasses import dataclass, field

from twosource.annotate.names_descriptions import Phrase
from twosource.model import NameKind
from twosource.text.lexicon import mapping


@dataclass(frozen=True)
class Seen:
    """A mention already read: where, of which chain, whether as a subject, whether in somebody's quoted words."""

    at: int
    root: int
    sentence: int
    chain: int
    kind: NameKind
    subject: bool
    quoted: bool


@dataclass
class Chain:
    """What is known of a chain: kind, full name, gender, whether a title stands with it, offices with their country."""

    kind: NameKind
    text: str
    gender: str = ""
    titled: bool = False
    offices: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True)
class Resolved:
    """A phrase with its chain (-1 when unsure), the name it stands for, and its kind."""

    phrase: Phrase
    chain: int
    text: str
    kind: NameKind


def is_common(chain: Chain, surnames: Set[str]) -> bool:
    """Return whether what was taken for a person may be a word with a capital, or a body's letters ("F. B. I.")."""
    told = chain.text.split()
    if len(told) > 1 or chain.titled:
        return all(len(word.strip(".")) == 1 for word in told)
    known = chain.text in mapping("first_names") or chain.text in surnames
    word = chain.text.lower()
    return not known and any(one in mapping("noun_senses") for one in (word, word.removesuffix("s")))
