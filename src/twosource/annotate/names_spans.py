"""Find where the names stand: spaCy's entities with their edges mended, and what it left out.

Reads   Parse.doc (entities, tags), the lexicons titles, country_names, nationalities, government_seats
Gives   Draft: token range, first guess of the kind, and what the words around it say of it
Misses  names in lower case ("isis", "the times")
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from twosource.annotate.names_edges import (
    after_inner_title,
    bare_name,
    beside_title,
    drop_verbs,
    is_title,
    names_nobody,
    people_of,
    title_before,
    trim,
    whole_name,
)
from twosource.annotate.names_nicknames import nicknamed
from twosource.annotate.parse import Parse
from twosource.annotate.tokens import office_by_letters, text_between, token_ends, token_starts
from twosource.model import Mentions, NameKind
from twosource.text.countries import country, houses, nationality
from twosource.text.gazetteer import candidates
from twosource.text.lexicon import mapping, table, words
from twosource.text.names import fold
from twosource.text.same_person import PARTICLES

KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "LANGUAGE": "other",
}
CAPITALS = 0.9  # in running text under half of the content words are capitalised, in title case all
LONGEST_COUNTRY = 6  # words in the longest name of country_names ("South Georgia and ..." has more and is not listed)
KNOWN_TOWN = 15_000  # people; smaller towns share their names with too many persons
PLACED = frozenset({"in", "at", "from", "of", "near", "to", "outside"})
BESIDE = PLACED - {"of"} | {"on", "by", "with"}


@dataclass(frozen=True)
class Draft:
    """A name on its way: tokens ``[start, end)``, kind so far, and the title that stands before it ("" if none)."""

    start: int
    end: int
    kind: NameKind
    sure: bool = False
    title: str = ""


class Sight(NamedTuple):
    """What is looked at often: the capitalised words; where each token's sentence opens and whether it is a title."""

    capitals: list[Token]
    opened: list[int]
    titled: list[bool]


def _sight(doc: Doc) -> Sight:
    opened: list[int] = []
    titled: list[bool] = []
    for sentence in doc.sents:
        length = sentence.end - sentence.start
        opened += [sentence.start] * length
        titled += [headline(sentence)] * length
    return Sight([token for token in doc if token.text[:1].isupper()], opened, titled)


def name_drafts(parse: Parse, found: Mentions) -> list[Draft]:
    """Return the drafts of all names, in text order, none overlapping another; places found before are names too."""
    doc = parse.doc
    sight = _sight(doc)
    taken = [False] * len(doc)
    drafts: list[Draft] = []
    for finder in (_countries, _houses, _listed, _nicknamed, _entities, _titled, _bodies, _repeated):
        for draft in finder(doc, sight, taken, drafts):
            if not any(taken[draft.start : draft.end]):
                drafts.append(draft)
                taken[draft.start : draft.end] = [True] * (draft.end - draft.start)
    drafts = [draft for draft in drafts if not _no_name(doc, sight, draft, drafts)]
    for draft in _places(doc, found):
        if not any(taken[draft.start : draft.end]):
            drafts.append(draft)
    return _whole(doc, sight, sorted(drafts, key=lambda draft: draft.start))


def _whole(doc: Doc, sight: Sight, drafts: list[Draft]) -> list[Draft]:
    """Put a first name that no list knows before the surname beside it, lest that be a relative's: "Chela Reyes".

    The model takes such a name for a small town, or marks the surname alone, which somebody else of the text bears.
    """
    surnames = {doc[draft.end - 1].text for draft in drafts if draft.kind == "person" and draft.end - draft.start > 1}
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found else None
        beside = before is not None and before.end == draft.start
        if before is not None and beside and _is_first_name(doc, sight, before, draft):
            found[-1] = Draft(before.start, draft.end, "person", title=before.title)
        elif not beside and draft.start and _has_first_name(doc, sight, draft, surnames):
            found.append(Draft(draft.start - 1, draft.end, "person", title=title_before(doc, draft.start - 1)))
        else:
            found.append(draft)
    return found


def _has_first_name(doc: Doc, sight: Sight, draft: Draft, surnames: set[str]) -> bool:
    """Whether the word before a surname that a full name of the text ends in can only be a name."""
    one, two = doc[draft.start - 1], doc[draft.start]
    if draft.kind != "person" or draft.end - draft.start > 1 or two.text not in surnames or sight.titled[two.i]:
        return False
    if two.lower_ in words("place_words") or two.lower_ in words("organisation_words"):
        return False
    name = one.is_alpha and one.is_title and len(one.text) > 2 and one.pos_ == "PROPN" and not two.is_sent_start
    return name and not _is_a_word(one) and not country(one.text) and not nationality(one.text)


def _is_a_word(token: Token) -> bool:
    """Whether a word is a title, a day or month, or one that is often read; "chela" is none, though books have it."""
    word = token.lower_
    titled = word in words("titles") or f"{word}." in words("titles")
    return titled or word in words("calendar_names") or word in mapping("word_frequency")


def _is_first_name(doc: Doc, sight: Sight, before: Draft, after: Draft) -> bool:
    one, two = doc[before.start], doc[after.start]
    if before.kind != "place" or after.kind != "person" or before.sure or _is_a_word(one):
        return False
    single = before.end - before.start == 1 == after.end - after.start
    running = not sight.titled[two.i] and not two.is_sent_start and one.is_alpha and one.is_title
    placed = one.i and (doc[one.i - 1].lower_ in PLACED or country(one.text) or nationality(one.text))
    town = any(place.population >= KNOWN_TOWN for place in candidates(one.text))
    return single and running and not placed and not town


def _no_name(doc: Doc, sight: Sight, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether what was taken for a person is a date ("late Friday", "Sep 10, 2010") or a common word with a capital.

    Such a word opens a sentence or stands in title case, and the text has it in lower case too: "Woman Shot".
    """
    last = doc[draft.end - 1]
    if draft.kind == "organisation" and not draft.sure and draft.end - draft.start == 1:
        opens = bool(last.is_sent_start) or sight.titled[last.i]
        return opens and last.tag_ in ("NNS", "NNPS") and _is_somebody(last)
    if draft.kind != "person" or draft.sure:
        return False
    if last.lower_ in words("calendar_names") or any(doc[i].is_digit for i in range(draft.start, draft.end)):
        return True
    if draft.end - draft.start > 1 or not (last.is_sent_start or sight.titled[last.i]):
        return False
    surname = any(other.end - other.start > 1 and doc[other.end - 1].text == last.text for other in drafts)
    return not surname and any(token.text == last.lower_ for token in doc)


def _is_somebody(token: Token) -> bool:
    """Whether a word is the plural of a noun for a person: "Detectives", "Witnesses"."""
    word = token.lower_
    forms = {word.removesuffix("s"), word.removesuffix("es"), token.lemma_.lower()}
    return any(mapping("noun_kinds").get(form) == "person" for form in forms - {word})


def _places(doc: Doc, found: Mentions) -> Iterator[Draft]:
    """The toponyms that the finder of places has resolved, adjectives apart."""
    if not found.places:
        return
    starts, ends = token_starts(doc), token_ends(doc)
    for mention in found.places:
        start, end = starts.get(mention.span.start), ends.get(mention.span.end)
        if start is None or end is None or (end == start + 1 and is_title(doc[start])):  # "Brig." is no town in Valais
            continue
        if nationality(mention.value.name) or nationality(text_between(doc, start, end)):
            continue
        if mention.value.use in ("location", "government", "dateline"):
            yield Draft(start, end, "place", sure=True)


def _entities(doc: Doc, sight: Sight, taken: list[bool], _: list[Draft]) -> Iterator[Draft]:
    """The model's entities; in title case only those that running text has too, or that open with a first name."""
    entities = [entity for entity in doc.ents if entity.label_ in KINDS]
    running = {entity.text for entity in entities if not sight.titled[entity.start]}
    people = people_of(doc)
    for entity in entities:
        kind = KINDS[entity.label_]
        if sight.titled[entity.start] and entity.text not in running and not _like_a_person(entity):
            continue
        for start, end in _pieces(doc, entity.start, entity.end, taken):
            first, last = trim(doc, start, end)
            if first >= last or office_by_letters(doc, first, last):
                continue
            if kind == "organisation" and office_by_letters(doc, first, first + 1) and _given(doc, first + 1, last):
                kind = "person"  # "GM Theo Hale"
            held = after_inner_title(doc, first, last) if kind in ("person", "organisation", "place") else first
            first, kind = (held, "person") if held > first else (first, kind)
            if kind == "person" and doc[last - 1].lower_ in words("calendar_names"):  # "Rose Monday"
                continue
            if text_between(doc, first, last).lower() in words("portfolios") and beside_title(doc, first, last):
                continue
            if kind in ("person", "organisation") and names_nobody(doc, first, last):
                continue
            bare = bare_name(doc, first, last, people) if kind == "person" else first
            last = drop_verbs(doc, bare, last) if kind == "person" else last
            whole = whole_name(doc, bare, kind) if last - bare == 1 and not sight.titled[bare] else None
            if whole and not any(taken[i] for i in range(*whole)):
                bare, last, kind = *whole, "person"
            yield Draft(bare, last, kind, title=title_before(doc, bare))


def _nicknamed(doc: Doc, sight: Sight, taken: list[bool], _: list[Draft]) -> Iterator[Draft]:
    """A full name with a nickname in it, which the model mostly cuts in two."""
    for start, end in nicknamed(doc):
        yield Draft(start, end, "person", sure=True, title=title_before(doc, start))


def _given(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens are a first name and another word or two."""
    return end - start in (2, 3) and doc[start].text in mapping("first_names")


def _like_a_person(entity: Tokens) -> bool:
    """Whether an entity is a first name and one or two more words."""
    return entity.label_ == "PERSON" and len(entity) in (2, 3) and entity[0].text in mapping("first_names")


def _pieces(doc: Doc, start: int, end: int, taken: list[bool]) -> Iterator[tuple[int, int]]:
    """Cut an entity at line breaks, bullets and slashes, at names already found in it, and "People, Reid" in two.

    A person's is cut at a verb or a numeral too: "Brandt told CRN".
    """
    at = start
    pair = end - start == 3 and doc[start].ent_type_ in ("PERSON", "ORG")
    person = doc[start].ent_type_ == "PERSON"
    given = doc[start].text in mapping("first_names")
    for i in range(start, end + 1):
        comma = i < end and pair and doc[i].text == "," and not doc[i + 1].text.endswith(".")
        told = i < end and (person or (given and doc[i].pos_ in ("VERB", "NUM"))) and _is_no_part(doc[i])
        if i == end or doc[i].is_space or doc[i].text in "•|*/" or comma or told or taken[i]:
            if at < i:
                yield at, i
            at = i + 1


def _is_no_part(token: Token) -> bool:
    """Whether a word in small letters can be no part of a person's name, as "von" and "al" can."""
    if not token.is_lower or token.lower_ in PARTICLES or token.lower_ in mapping("offices"):
        return False
    return token.pos_ in ("VERB", "AUX", "NUM", "CCONJ", "SCONJ") or token.lower_ in PLACED - {"of"} | {
        "on",
        "by",
        "with",
    }


def _countries(doc: Doc, sight: Sight, taken: list[bool], _: list[Draft]) -> Iterator[Draft]:
    first_words = _first_words()
    for token in sight.capitals:
        if token.text in first_words and token.lower_ != "the":
            for size in range(LONGEST_COUNTRY, 0, -1):
                end = token.i + size
                named = end <= len(doc) and country(text_between(doc, token.i, end))
                if named and not _inside_name(doc, sight, token.i, end):
                    yield Draft(token.i, end, "place", sure=True)
                    break
        if nationality(token.text) and not _inside_name(doc, sight, token.i, token.i + 1):
            yield Draft(token.i, token.i + 1, "group", sure=True)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in mapping("country_names"))


def _inside_name(doc: Doc, sight: Sight, start: int, end: int) -> bool:
    """Whether a country's name is only a part of another name: "Bank of China", "Jordan Peele", "New Mexico"."""
    if doc[start].ent_type_ not in KINDS:
        return False
    sides = []
    if start and doc[start].ent_iob_ == "I":
        sides.append(doc[start - 1])
    if end < len(doc) and doc[end].ent_iob_ == "I":
        sides.append(doc[end])
    if sight.titled[start]:
        return any(near.pos_ == "ADP" for near in sides)
    return any(near.pos_ in ("PROPN", "ADP") for near in sides)


def headline(sentence: Tokens) -> bool:
    """Whether a sentence is set in title case, where capitals tell nothing of names."""
    content = [token for token in sentence[:40] if token.is_alpha and (len(token.text) > 3 or token.pos_ == "VERB")]
    return len(content) > 3 and sum(token.text[0].isupper() for token in content) > CAPITALS * len(content)


def _houses(doc: Doc, sight: Sight, taken: list[bool], _: list[Draft]) -> Iterator[Draft]:
    starts = frozenset(name.split()[0] for name in houses())
    for token in sight.capitals:
        if token.text in starts:
            for size in (3, 2, 1):
                end = token.i + size
                if end <= len(doc) and text_between(doc, token.i, end) in houses():
                    yield Draft(token.i, end, "organisation", sure=True)
                    break


def _listed(doc: Doc, sight: Sight, taken: list[bool], _: list[Draft]) -> Iterator[Draft]:
    """Bodies of the list of aliases, as spelled there: "IAEA", "Red Cross"; two letters only if the model agrees."""
    spelled = _spelled()
    for token in sight.capitals:
        for name in spelled.get(token.text, ()):
            end = token.i + len(name)
            if end > len(doc) or tuple(doc[i].text for i in range(token.i, end)) != name:
                continue
            if _inside_name(doc, sight, token.i, end):
                continue
            if len(name) > 1 or len(token.text) > 2 or token.ent_type_ in ("ORG", "GPE"):
                yield Draft(token.i, end, "organisation", sure=True)
                break


@cache
def _spelled() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The listed names of bodies by first word, each as its words, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for kind, usual, others in table("name_aliases"):
        if kind == "organisation":
            for name in (usual, *others.split("|")):
                parts = tuple(name.removeprefix("The ").split())
                found.setdefault(parts[0], set()).add(parts)
    return {first: tuple(sorted(names, key=lambda name: (-len(name), name))) for first, names in found.items()}


def _titled(doc: Doc, sight: Sight, taken: list[bool], _: list[Draft]) -> Iterator[Draft]:
    """A run of proper nouns after a title is a person's name: "Foreign Minister Makei"."""
    for after in sight.capitals:
        token = doc[after.i - 1] if after.i else after
        if not (is_title(token) and not taken[token.i] and after.pos_ == "PROPN" and token.i < after.i):
            continue
        if is_title(after) or taken[after.i]:
            continue
        end = after.i + 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and not taken[end] and not doc[end].is_sent_start:
            end += 1
        if not names_nobody(doc, after.i, end):
            yield Draft(after.i, end, "person", title=title_before(doc, after.i))


def _bodies(doc: Doc, sight: Sight, taken: list[bool], _: list[Draft]) -> Iterator[Draft]:
    """A run of capitalised words that ends in a word for a body is one: "Finance Ministry"."""
    for token in sight.capitals:
        if token.lower_ not in words("organisation_words") or not token.is_title or taken[token.i]:
            continue
        start = token.i
        while (
            start
            and doc[start - 1].is_title
            and doc[start - 1].pos_ in ("PROPN", "NOUN", "ADJ")
            and not taken[start - 1]
        ):
            start -= 1
        if start < token.i and start > sight.opened[token.i] and not sight.titled[token.i]:
            yield Draft(start, token.i + 1, "organisation")


def _repeated(doc: Doc, sight: Sight, taken: list[bool], drafts: list[Draft]) -> Iterator[Draft]:
    """A capitalised word that elsewhere is a person's surname or a whole name is that name here too."""
    known: dict[str, NameKind] = {}
    for draft in drafts:
        if draft.kind in ("person", "organisation", "place"):
            size = draft.end - draft.start
            if draft.kind == "person" or size == 1:
                known.setdefault(doc[draft.end - 1].text, draft.kind)
    common = {token.text.lower() for token in doc if token.is_lower}
    for token in sight.capitals:
        if taken[token.i] or token.text not in known or (token.lower_ in common and not _says(token)):
            continue
        if len(fold(token.text)) > 2:  # two letters: initials and abbreviations, not surnames
            yield Draft(token.i, token.i + 1, known[token.text])


def _says(token: Token) -> bool:
    """Whether a word is who says something, be it a common one too: "Field told them to wait"."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in ("say", "tell", "add")
