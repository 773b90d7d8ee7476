"""Settle what a name is - person, organisation, place, group - by agreement within the article and by lexicons.

Reads   drafts of names, Parse.doc, the lexicons first_names, organisation_words, place_words
Gives   the same drafts with their kinds settled
Misses  a company named like a person, met once and without a telling word
"""

from collections import Counter, defaultdict
from dataclasses import replace

from spacy.tokens import Doc

from twosource.annotate.names_spans import Draft
from twosource.model import NameKind
from twosource.text.countries import country, houses, nationality, seat
from twosource.text.lexicon import mapping, words
from twosource.text.names import fold

# How much each observation weighs against one label of the model, which is worth 1. en_core_web_sm is right about
# person, organisation or place in some 85 of 100 names, a title or a telling word nearly always: a telling word outweighs
# two labels, a first name one and a half.
TELLING = 2.5
FIRST_NAME = 1.5
SAME_SURNAME = 3.0


def settle_kinds(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with one kind for all mentions of one name."""
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    surnames: Counter[str] = Counter()
    for draft in drafts:
        key = _key(doc, draft)
        votes[key][draft.kind] += 1
        for kind, weight in _evidence(doc, draft):
            votes[key][kind] += weight
    for key, tally in votes.items():
        if len(key.split()) > 1 and _winner(tally) == "person":
            surnames[key.split()[-1]] += 1
    for key, tally in votes.items():
        if key in surnames:
            tally["person"] += SAME_SURNAME
    return [draft if draft.sure else replace(draft, kind=_winner(votes[_key(doc, draft)])) for draft in drafts]


def _key(doc: Doc, draft: Draft) -> str:
    return fold(doc[draft.start : draft.end].text)


def _winner(tally: Counter[NameKind]) -> NameKind:
    """The kind with most votes; on a tie the one that comes first in the alphabet, so that runs agree."""
    return max(sorted(tally), key=lambda kind: tally[kind])


def _evidence(doc: Doc, draft: Draft) -> list[tuple[NameKind, float]]:
    """Return what the name's own words and its title say of its kind."""
    text = doc[draft.start : draft.end].text
    parts = text.split()
    last, first = parts[-1].lower(), parts[0]
    found: list[tuple[NameKind, float]] = []
    if country(text) or seat(text) and text not in houses():
        found.append(("place", TELLING))
    if nationality(text):
        found.append(("group", TELLING))
    if last in words("organisation_words") or any(part.lower() in ("ministry", "university") for part in parts):
        found.append(("organisation", TELLING))
    if len(parts) > 1 and (last in words("place_words") or first.lower() in ("lake", "river", "mount", "gulf")):
        found.append(("place", TELLING))
    if draft.title:
        found.append(("person", TELLING))
    if len(parts) in (2, 3) and first in mapping("first_names") and not country(first):
        found.append(("person", FIRST_NAME))
    if text.isupper() and len(text) > 2 and len(parts) == 1:
        found.append(("organisation", FIRST_NAME))
    return found
