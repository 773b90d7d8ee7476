"""Mend names that were torn, or that took in what stands beside them: "Ursula von der", "Ernesto ``", "Cuban".

Reads   drafts of names, Parse.doc (tags), the lexicons first_names, titles, noun_senses
Gives   the drafts, in text order, none overlapping another
Misses  names torn in title case; surnames of two words of which the second is often read ("Ann Lowe Young")
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from spacy.tokens import Doc, Token

from twosource.annotate.names_edges import is_title, title_before
from twosource.annotate.names_nobody import is_thing
from twosource.annotate.names_spans import Draft, headline
from twosource.text.countries import country, nationality
from twosource.text.lexicon import mapping, words
from twosource.text.same_person import PARTICLES

INSIDE = PARTICLES | {"arap", "bin"}
"""Words in small letters inside a name."""
DASHES = frozenset({"-", "–", "—", "--", "_"})
MARKS = frozenset({"`", "``", "''", '"', "“", "”", "‘", "|", "•"})
"""Marks that no name holds but around a nickname, with which it is found whole."""
PAIR = 2
"""Words of a first name and a surname."""


def joined(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with torn names whole and without the marks and titles that were taken into them."""
    found = sorted((_trimmed(doc, draft) for draft in drafts), key=lambda draft: draft.start)
    for mend in (_peoples, _surnames, _first_named):
        found = mend(doc, found)
    taken = {i for draft in found for i in range(draft.start, draft.end)}
    return sorted((*found, *_unmarked(doc, taken)), key=lambda draft: draft.start)


def _trimmed(doc: Doc, draft: Draft) -> Draft:
    """A person's name up to the first mark in it, and after "Miss Universe"."""
    if draft.kind != "person" or draft.sure:
        return draft
    crowned = draft.title.endswith("miss") and draft.end - draft.start > PAIR
    if crowned and doc[draft.start].text not in _first_names() and doc[draft.start + 1].text in _first_names():
        return replace(draft, start=draft.start + 1, title="")
    end = next((i for i in range(draft.start + 1, draft.end) if _parts(doc[i])), draft.end)
    return replace(draft, end=end)


def _parts(token: Token) -> bool:
    """Whether a token ends the name before it: a quotation mark, a dash between spaces, "/AP"."""
    dash = token.text in DASHES and bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)
    return dash or token.text in MARKS or token.text.startswith("/")


def _first_names() -> Mapping[str, str]:
    return mapping("first_names")


def _peoples(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """Join the two halves of "Cuban-Americans"."""
    found: list[Draft] = []
    for draft in drafts:
        if found and _are_one_people(doc, found[-1], draft):
            found[-1] = Draft(found[-1].start, draft.end, "group")
        else:
            found.append(draft)
    return found


def _are_one_people(doc: Doc, before: Draft, after: Draft) -> bool:
    hyphen = before.end + 1 == after.start and doc[before.end].text == "-" and not doc[before.end].whitespace_
    groups = before.kind == "group" == after.kind
    return hyphen and groups and bool(nationality(doc[before.end - 1].text) and nationality(doc[after.start].text))


def _surnames(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """Give a person's name the surname that was left behind it: "Ursula von der" and "Leyen"."""
    longer = [_lengthened(doc, draft) for draft in drafts]
    kept: list[Draft] = []
    for draft in longer:
        if kept and draft.start < kept[-1].end:
            continue
        kept.append(draft)
    return kept


def _lengthened(doc: Doc, draft: Draft) -> Draft:
    end = draft.end
    if draft.kind != "person" or draft.sure or not _running(doc, draft.start):
        return draft
    last = doc[end - 1].lower_
    if last in INSIDE and end - draft.start > 1:
        while end < len(doc) and doc[end].lower_ in INSIDE:
            end += 1
        return replace(draft, end=end + 1) if _goes_on(doc, end) else draft
    pair = end - draft.start == PAIR and doc[draft.start].text in _first_names()
    read = end < len(doc) and doc[end].lower_ in mapping("noun_senses")
    torn = pair and _may_go_on(doc, end) and not read and not _goes_on(doc, end + 1)
    return replace(draft, end=end + 1) if torn else draft


def _first_named(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """Put a first name that the model left out before a surname that the text has: "Ivanka" before "Trump"."""
    known = {doc[draft.end - 1].text for draft in drafts if draft.kind == "person" and draft.end - draft.start > 1}
    taken = {i for draft in drafts for i in range(draft.start, draft.end)}
    return [_with_first_name(doc, draft) if _wants_one(doc, draft, known, taken) else draft for draft in drafts]


def _wants_one(doc: Doc, draft: Draft, known: Set[str], taken: Set[int]) -> bool:
    if draft.sure or draft.kind not in ("person", "organisation") or draft.end - draft.start > 1:
        return False
    if doc[draft.start].text not in known or not draft.start or draft.start - 1 in taken:
        return False
    first = doc[draft.start - 1]
    name = first.text in _first_names() and first.pos_ == "PROPN" and not first.ent_type_ and not is_title(first)
    return name and not doc[draft.start].is_sent_start and _running(doc, draft.start)


def _with_first_name(doc: Doc, draft: Draft) -> Draft:
    return Draft(draft.start - 1, draft.end, "person", title=title_before(doc, draft.start - 1))


def _may_go_on(doc: Doc, i: int) -> bool:
    """Whether a word can be the end of the name before it: a proper noun that is no title, people, body or day."""
    if i >= len(doc) or not _goes_on(doc, i) or doc[i].ent_type_ not in ("", "PERSON"):
        return False
    token = doc[i]
    return not (
        is_title(token)
        or nationality(token.text)
        or country(token.text)
        or token.lower_ in words("calendar_names")
        or token.lower_ in words("organisation_words")
        or token.lower_ in words("place_words")
    )


def _goes_on(doc: Doc, i: int) -> bool:
    """Whether a word is a proper noun with a capital that goes on with what stands before it."""
    if i >= len(doc) or doc[i].is_sent_start:
        return False
    return doc[i].is_title and doc[i].is_alpha and doc[i].pos_ == "PROPN" and bool(doc[i - 1].whitespace_)


def _unmarked(doc: Doc, taken: Set[int]) -> Iterator[Draft]:
    """Full names that the model left out: a first name and a surname, which is no word that is often read."""
    for token in doc:
        if token.text not in _first_names() or token.i in taken or token.i + 1 in taken or token.ent_type_:
            continue
        if token.pos_ != "PROPN" or is_title(token) or not _running(doc, token.i):
            continue
        after = token.i + 1
        fits = _may_go_on(doc, after) and not doc[after].ent_type_ and not _goes_on(doc, after + 1)
        opened = token.i and _goes_on(doc, token.i) and doc[token.i - 1].pos_ == "PROPN"
        if fits and not opened and not is_thing(doc[after].lower_):
            yield Draft(token.i, _hyphened(doc, after + 1), "person", title=title_before(doc, token.i))


def _hyphened(doc: Doc, end: int) -> int:
    """Where a surname ends that may have a second half: "Sinclair-Marlow"."""
    double = end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and doc[end + 1].is_title
    return end + 2 if double else end


def _running(doc: Doc, i: int) -> bool:
    """Whether a word stands in running text, where capitals tell of names."""
    return not headline(doc[i].sent)
