"""Names by token: which name stands at which token of the parse.

Reads   Parse.doc, Mentions.names
Gives   NamesAt: look-ups of names by token index
"""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from twosource.annotate.tokens import POSSESSIVES, token_ends, token_starts
from twosource.model import Mention, Name, NameKind
from twosource.text.countries import adjective, country, country_name, nationality, seat


@dataclass(frozen=True)
class Placed:
    """A name at the tokens ``[start, end)``."""

    start: int
    end: int
    mention: Mention[Name]

    @property
    def text(self) -> str:
        """The fullest name the article gives."""
        return self.mention.value.text

    @property
    def kind(self) -> NameKind:
        """Person, organisation, place, group or other."""
        return self.mention.value.kind


class NamesAt:
    """The names (form "name") and the resolved pronouns and descriptions of an article, by token."""

    def __init__(self, doc: Doc, mentions: tuple[Mention[Name], ...]) -> None:
        starts, ends = token_starts(doc), token_ends(doc)
        self.doc = doc
        self.names: list[Placed] = []
        self.at: dict[int, Placed] = {}
        self.others: dict[tuple[int, int], Placed] = {}
        for mention in mentions:
            start, end = starts.get(mention.span.start), ends.get(mention.span.end)
            if start is None or end is None or start >= end:
                continue
            placed = Placed(start, end, mention)
            if mention.value.form == "name":
                self.names.append(placed)
                for i in range(start, end):
                    self.at[i] = placed
            else:
                self.others[start, end] = placed

    def persons(self) -> list[Placed]:
        """Return the names of persons, in text order."""
        return [name for name in self.names if name.kind == "person"]

    def knows(self, word: str) -> bool:
        """Whether a name of the article is this word or ends in it."""
        return any(name.text == word or name.text.endswith(f" {word}") for name in self.names if name.kind != "person")

    def within(self, start: int, end: int) -> list[Placed]:
        """Return the names that lie wholly in the tokens ``[start, end)``, in text order."""
        found: list[Placed] = []
        for i in range(start, end):
            name = self.at.get(i)
            if name and name.start == i and name.end <= end:
                found.append(name)
        return found

    def pronoun(self, i: int) -> Placed | None:
        """Return what the pronoun at a token stands for, None when that is not known."""
        placed = self.others.get((i, i + 1))
        return placed if placed and placed.mention.value.chain >= 0 else None

    def owner(self, head: Token) -> str:
        """Return whose the noun is: the name before a possessive ending, a resolved "its", or the words; else ""."""
        for child in head.lefts:
            if child.dep_ == "poss":
                return self._owner_text(child)
        return ""

    def _owner_text(self, token: Token) -> str:
        name = self.at.get(token.i) or self.pronoun(token.i)
        if name:
            return shown(name)
        if token.pos_ == "PRON":
            return ""
        words = [one for one in token.subtree if one.text not in POSSESSIVES and one.dep_ != "det"]
        return " ".join(one.text for one in words[:MAX_OWNER_WORDS])


MAX_OWNER_WORDS = 6  # an owner in words is short ("the city's fire brigade"); more is a parse gone wrong


def shown(name: Placed) -> str:
    """Return the name, a nationality as its country: "Belarusian" is "Belarus".

    A person, a body or a place keeps its own name.
    """
    code = nationality(name.text)
    return country_name(code) if code else name.text


def code_of(words: str) -> str:
    """Return the code of the country that a name, a nationality or a government's seat stands for, or ""."""
    return country(words) or nationality(words) or seat(words)


def group_name(owner: str, noun: str) -> str:
    """Return the usual name of a group: demonym and noun where the owner is a country.

    >>> group_name("Russia", "delegation"), group_name("European Union", "mission"), group_name("", "jury")
    ('Russian delegation', 'European Union mission', 'jury')
    """
    code = code_of(owner)
    return f"{adjective(code) or country_name(code) or owner} {noun}".strip()
