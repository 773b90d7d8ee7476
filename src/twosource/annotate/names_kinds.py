"""Settle what a name is - person, organisation, place, group - by agreement within the article and by lexicons.

Reads   drafts of names, Parse.doc, the lexicons first_names, organisation_words, place_words
Gives   the same drafts with their kinds settled
Misses  a company named like a person, met once and without a telling word
"""

from collections import Counter, defaultdict
from dataclasses import replace

from spacy.tokens import Doc, Token

from twosource.annotate.names_nobody import instead, is_date, is_subject, is_thing
from twosource.annotate.names_spans import Draft, headline
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


SPEAKS = frozenset({"say", "tell", "add", "think", "know", "ask"})

INHABITANTS = frozenset({"man", "woman", "couple", "teen", "teenager", "resident", "native", "family", "boy", "girl"})
"""Those who are told by their town: "a Burnham man"."""

Tally = dict[NameKind, float]
"""The votes for each kind."""


def settle_kinds(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with one kind for all mentions of one name; those that name nothing are left out."""
    votes: dict[str, Tally] = defaultdict(lambda: defaultdict(float))
    mentions: dict[str, list[Draft]] = defaultdict(list)
    surnames: Counter[str] = Counter()
    for draft in drafts:
        key = _key(doc, draft)
        mentions[key].append(draft)
        votes[key][draft.kind] += 1
        for kind, weight in _evidence(doc, draft):
            votes[key][kind] += weight
    settled = {key: _or_instead(doc, key, votes, mentions) for key in votes if " " in key}
    surnames.update(key.split()[-1] for key, kind in settled.items() if kind == "person")
    for key, tally in votes.items():
        if key in surnames and not country(key.title()) and not seat(key.title()):
            tally["person"] += sum(tally.values()) + HINT  # the model may miss every one of forty mentions of a surname
            settled[key] = _winner(tally)
        elif key not in settled:
            settled[key] = _or_instead(doc, key, votes, mentions)
    taken = [key for key in settled if _winner(votes[key]) == "person" != settled[key]]
    for key, kind in _ends(taken, settled).items():
        if settled.get(key) == "person" and key not in surnames and not is_subject(doc, mentions[key]):
            settled[key] = kind
    kept = [draft for draft in drafts if not _is_nothing(doc, settled, mentions[_key(doc, draft)])]
    return [draft if draft.sure else replace(draft, kind=settled[_key(doc, draft)]) for draft in kept]


def _or_instead(doc: Doc, key: str, votes: dict[str, Tally], mentions: dict[str, list[Draft]]) -> NameKind:
    """The kind with most votes, or what the name is instead where that is a person and nobody can be called so."""
    kind, found = _winner(votes[key]), mentions[key]
    if kind != "person" or any(draft.sure for draft in found):
        return kind
    return instead(doc, found, votes[key], any(_acts(doc, draft) for draft in found)) or kind


def _is_nothing(doc: Doc, settled: dict[str, NameKind], found: list[Draft]) -> bool:
    """Whether words that were taken for a person name nothing: a date, or words that have capitals in headlines."""
    if any(draft.sure for draft in found) or not any(draft.kind == "person" for draft in found):
        return False
    if is_date(doc, found[0]):
        return True
    torn = all(_is_torn(doc, draft) for draft in found)
    return settled[_key(doc, found[0])] != "person" and (
        torn or (settled[_key(doc, found[0])] == "other" and _in_headlines(doc, found))
    )


def _is_torn(doc: Doc, draft: Draft) -> bool:
    """Whether one word is only the end of a name: "News" of "Eyewitness News"."""
    before = doc[draft.start - 1] if draft.start and draft.end - draft.start == 1 else None
    joined = before is not None and not doc[draft.start].is_sent_start and before.is_title and before.is_alpha
    return joined and before is not None and before.pos_ in ("PROPN", "NOUN") and not before.ent_type_


def _ends(taken: list[str], settled: dict[str, NameKind]) -> dict[str, NameKind]:
    """The words that only a name which is nobody's made one, with its kind: "the Awards", "Brandt" of Brandt Foods."""
    given = {key.split()[0] for key, kind in settled.items() if " " in key and kind == "person"}
    short: dict[str, NameKind] = {}
    for key in taken:
        opening, _, last = key.rpartition(" ")
        if opening and is_thing(last):
            short.setdefault(last, settled[key])
        if opening and settled[key] == "organisation" and " " not in opening and opening not in given:
            short.setdefault(opening, settled[key])
    return short


def _in_headlines(doc: Doc, drafts: list[Draft]) -> bool:
    """Whether a name stands only where capitals tell nothing."""
    return all(doc[draft.start].is_sent_start or headline(doc[draft.start].sent) for draft in drafts)


def _acts(doc: Doc, draft: Draft) -> bool:
    """Whether somebody of that name does what only people do, speaks, or has what only people have."""
    root = doc[draft.start : draft.end].root
    if root.dep_ == "poss":
        return root.head.lemma_.lower() in words("human_nouns")
    lemma = root.head.lemma_.lower()
    return root.dep_ in ("nsubj", "nsubjpass") and (lemma in words("human_verbs") or lemma in SPEAKS)


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
    owner = doc[draft.start - 2] if before is not None and before.lower_ == "of" and draft.start > 1 else None
    if owner is not None and (_place_noun(owner) or owner.text == ","):  # "Ivo Brandt, 66, of Burnham"
        found.append(("place", TELLING))
    if before is not None and before.lower_ in ("a", "an") and after is not None and after.lower_ in INHABITANTS:
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
