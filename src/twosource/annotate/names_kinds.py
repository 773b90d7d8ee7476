"""Settle what a name is - person, organisation, place, group - by agreement within the article and by lexicons.

Reads   drafts of names, Parse.doc, the lexicons first_names, organisation_words, place_words
Gives   the same drafts with their kinds settled
Misses  a company named like a person, met once and without a telling word
"""

from collections import Counter, defaultdict
from dataclasses import replace

from spacy.tokens import Doc, Token

from twosource.annotate.names_spans import Draft
from twosource.annotate.tokens import POSSESSIVES, text_between
from twosource.model import NameKind
from twosource.text.countries import country, houses, nationality, seat
from twosource.text.gazetteer import candidates
from twosource.text.lexicon import mapping, words
from twosource.text.names import fold

# How much each observation weighs against one label of the model, which is worth 1. en_core_web_sm is right about
# person, organisation or place in some 85 of 100 names, a title or a telling word nearly always: a telling word
# outweighs two labels, a first name one and a half, a hint one.
TELLING = 2.5
FIRST_NAME = 1.5
HINT = 1.0
KNOWN_TOWN = 15_000  # people; smaller towns share their names with too many persons and bodies


Tally = dict[NameKind, float]
"""The votes for each kind."""


def settle_kinds(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with one kind for all mentions of one name."""
    votes: dict[str, Tally] = defaultdict(lambda: defaultdict(float))
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
        if key in surnames and not country(key.title()) and not seat(key.title()):
            tally["person"] += sum(tally.values()) + HINT  # the model may miss every one of forty mentions of a surname
    return [draft if draft.sure else replace(draft, kind=_winner(votes[_key(doc, draft)])) for draft in drafts]


def _key(doc: Doc, draft: Draft) -> str:
    return fold(text_between(doc, draft.start, draft.end))


def _winner(tally: Tally) -> NameKind:
    """The kind with most votes; on a tie the one that comes first in the alphabet, so that runs agree."""
    return max(sorted(tally), key=lambda kind: tally[kind])


def _evidence(doc: Doc, draft: Draft) -> list[tuple[NameKind, float]]:
    """Return what the name's own words and its title say of its kind."""
    text = text_between(doc, draft.start, draft.end)
    parts = text.split()
    last, first = parts[-1].lower(), parts[0]
    found: list[tuple[NameKind, float]] = []
    if country(text) or (seat(text) and text not in houses()):
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
    if len(parts) == 1 and first in mapping("first_names") and not country(first) and not seat(first):
        found.append(("person", HINT))
    if text.isupper() and len(text) > 2 and len(parts) == 1:
        found.append(("organisation", FIRST_NAME))
    return [*found, *_gazetteer(text), *_context(doc, draft)]


def _gazetteer(text: str) -> list[tuple[NameKind, float]]:
    """A town of some size has the name."""
    best = next((one for one in candidates(text) if one.primary), None)
    if best is not None and best.feature in ("continent", "country", "water", "area"):
        return [("place", TELLING)]
    return [("place", HINT)] if best is not None and best.population >= KNOWN_TOWN else []


def _context(doc: Doc, draft: Draft) -> list[tuple[NameKind, float]]:
    """Return what the words beside a name say of its kind: "in X", "the city of X", "X province", "X was born"."""
    found: list[tuple[NameKind, float]] = []
    before = doc[draft.start - 1] if draft.start else None
    after = doc[draft.end] if draft.end < len(doc) else None
    if before is not None and before.lower_ in ("in", "near", "outside", "across"):
        owns = after is not None and after.text in POSSESSIVES
        found.append(("place", HINT if owns else FIRST_NAME))
    if before is not None and before.lower_ == "of" and draft.start > 1 and _place_noun(doc[draft.start - 2]):
        found.append(("place", TELLING))
    if after is not None and after.is_lower and _place_noun(after):
        found.append(("place", HINT))
    root = doc[draft.start : draft.end].root
    if before is not None and before.lower_ == "the" and draft.end - draft.start == 1 and root.dep_ != "compound":
        found.append(("place", HINT))  # "the Pripyat"; no person's name has an article
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_.lower() in words("human_verbs"):
        found.append(("person", HINT))
    if root.dep_ == "poss" and root.head.lemma_.lower() in words("human_nouns"):
        found.append(("person", FIRST_NAME))
    return found


def _place_noun(token: Token) -> bool:
    return token.lower_ in words("place_words") or mapping("noun_kinds").get(token.lower_) == "place"
