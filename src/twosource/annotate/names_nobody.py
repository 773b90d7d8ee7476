"""Tell what a name is that was taken for a person's and is nobody's: "Tony Awards", "Rights Watch", "the Dolphins".

Reads   Parse.doc, drafts of one name, the lexicons first_names, thing_endings, word_frequency; the gazetteer
Gives   the kind that it has instead, "" where it may be a person's
Misses  a shop or a ship with somebody's full name; a surname that is a common word, alone and without a verb of people
"""

import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from twosource.annotate.names_edges import is_title
from twosource.annotate.names_spans import Draft, headline
from twosource.model import NameKind
from twosource.text.gazetteer import candidates
from twosource.text.lexicon import mapping, words

KNOWN_TOWN = 50_000
"""People of a town whose name opens that of a team: "Phoenix Suns"; persons are called by those of smaller ones."""
NUMBERED = re.compile(r"(?:[^\W\d]+-)?\d+")
"""The last word of what has a number: "province-27"."""
SHIPS = frozenset({"INS", "MV", "MS", "MT", "SS", "USS", "USNS", "HMS", "HMAS", "HMCS", "RMS", "RRS"})
"""What the names of ships open with."""
MONTHS = frozenset(word[:3] for word in words("calendar_names"))
"""The first letters of months and days."""
NOT_HERE: dict[str, NameKind] = {"organisation": "organisation", "place": "place", "other": "other"}


def instead(doc: Doc, drafts: Sequence[Draft], votes: Mapping[NameKind, float], acts: bool) -> NameKind | None:
    """Return the kind of a name that nobody can bear, None where somebody may.

    `drafts` are all of its mentions in the article, `votes` what was observed of its kind, `acts` whether one of them
    does what only people do or is owned by nobody else.
    """
    first = drafts[0]
    name = [doc[i] for i in range(first.start, first.end) if not doc[i].is_punct]
    ending = mapping("thing_endings").get(name[-1].lower_) if len(name) > 1 else None
    if ending:
        return NOT_HERE[ending]
    if any(draft.title and not headline(doc[draft.start].sent) for draft in drafts):
        return None
    if _is_team(name):
        return "organisation"
    if all(len(token.text.strip(".")) == 1 for token in name):
        return "organisation"
    if NUMBERED.fullmatch(name[-1].text):
        return "other"
    if len(name) > 1 and name[0].text in SHIPS:
        return "other"
    words_only = all(token.lower_ in words("stopwords") for token in name)  # "No" of "Juror No. 8"
    acts = acts or (len(name) == 1 and is_subject(doc, drafts))
    common = not acts and (_is_common(name) or _is_headed(doc, drafts, name))
    if words_only or common or _has_article(doc, drafts):
        others = sorted((kind, weight) for kind, weight in votes.items() if kind != "person")
        return max(others, key=lambda one: one[1])[0] if others else "other"
    return None


def _is_headed(doc: Doc, drafts: Sequence[Draft], name: Sequence[Token]) -> bool:
    """Whether a name is a word of the dictionary that stands only in headlines and first in sentences: "Dead"."""
    word = name[0].lower_
    read = word in mapping("noun_senses") or word in mapping("event_forms")
    if len(name) > 1 or not read or name[0].text in mapping("first_names"):
        return False
    return all(doc[draft.start].is_sent_start or headline(doc[draft.start].sent) for draft in drafts)


def is_subject(doc: Doc, drafts: Sequence[Draft]) -> bool:
    """Whether a name does something or has something: a surname that is a common word does ("Page avoided them")."""
    roots = [doc[draft.start : draft.end].root for draft in drafts]
    return any(root.dep_ in ("nsubj", "nsubjpass", "poss", "agent") for root in roots)


def is_thing(word: str) -> bool:
    """Whether a word in lower case is a noun for a thing, or its plural."""
    return word in mapping("thing_endings") or _is_noun(word)


def _is_common(name: Sequence[Token]) -> bool:
    """Whether a name is made of common words and opens with no first name: "Felt Dead", "Active Scripting"."""
    if name[0].text in mapping("first_names"):
        return False
    if len(name) == 1:  # many surnames are often read: "Snyder"
        return _is_noun(name[0].lower_)
    if any(is_title(token) for token in name[:-1]) or name[-1].text in mapping("first_names"):  # "Ash Carter"
        return False
    return all(token.lower_.strip(".") in mapping("word_frequency") for token in name)


def _is_noun(word: str) -> bool:
    """Whether a word is a noun for a thing, its plural, or a job: "Riot", "Dolphins", "Filmmaker".

    No person is known who bears the name of a thing.
    """
    if mapping("noun_kinds").get(word) == "person":
        return True
    return any("p" not in mapping("noun_senses").get(form, "p").split() for form in (word, word.removesuffix("s")))


def _is_team(name: Sequence[Token]) -> bool:
    """Whether a large town or a region and a common plural make the name: "Atlanta Braves"."""
    if len(name) < 2 or not _is_plural(name[-1]):
        return False
    town = " ".join(token.text for token in name[:-1])
    return any(
        place.primary and (place.feature == "region" or place.population >= KNOWN_TOWN) for place in candidates(town)
    )


def _is_plural(token: Token) -> bool:
    """Whether a word is the plural of a common one and no surname that only looks so ("Andrews", "Williams")."""
    one = token.lower_.removesuffix("s")
    if one == token.lower_ or one not in mapping("word_frequency"):
        return False
    return token.text not in mapping("first_names") and one.title() not in mapping("first_names")


def _has_article(doc: Doc, drafts: Sequence[Draft]) -> bool:
    """Whether "the" stands right before the name, and no noun after it: "the Dolphins", not "the Marlow case".

    A full name needs it twice, and half of the time: "the Ann Marlow of old".
    """
    found = sum(
        draft.start > 0
        and doc[draft.start - 1].lower_ == "the"
        and doc[draft.start : draft.end].root.dep_ not in ("compound", "nmod", "amod", "poss")
        and (draft.end == len(doc) or _ends_phrase(doc[draft.end]))
        for draft in drafts
    )
    first = drafts[0]
    full = first.end - first.start > 1 and doc[first.start].text in mapping("first_names")
    return 2 * found >= max(len(drafts), 2 * 2) if full else found > 0


def _ends_phrase(token: Token) -> bool:
    """Whether a noun phrase is over before a word: a mark, a word of grammar, a verb that no noun is made from."""
    return token.is_punct or token.lower_ in words("stopwords") or token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def is_date(doc: Doc, draft: Draft) -> bool:
    """Whether what was taken for a person's name is a date: "Sep 10, 2010"."""
    month = doc[draft.start].lower_.strip(".")[:3] in MONTHS
    return month and any(doc[i].is_digit for i in range(draft.start + 1, draft.end))
