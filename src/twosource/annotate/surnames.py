"""Tell whom a surname alone means where several people of an article bear it.

Reads   drafts of names, their folded texts, the keys that they have by their names alone
Gives   the keys, with each surname alone given to the one bearer it can mean, to nobody, or kept apart
Misses  bearers whom the article calls by another surname; who is meant by the context only

What is taken as safe, first that holds:

the Marlow family     nobody: it is all of them
called Ben            a child of the story, say, whom the article calls by the first name alone more often than anybody
                      by the surname, is not who the surname means
the first             the only bearer whom the article named before it used the surname alone
the only one left     of those named so far, by "Mr." or "Mrs." too
the last named        the only one named in this sentence or the `SOON` before it
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from twosource.annotate.genders import gender_of
from twosource.annotate.names_spans import Draft, headline
from twosource.text.lexicon import words

SOON = 3
"""Sentences within which a surname that speaks may be whoever of that name acted last: quotations may stand between."""
OFTEN = 2
"""Times that an article calls somebody by the first name alone, from which that is a habit."""
FAMILY = frozenset(
    {"family", "families", "clan", "household", "relatives", "kin", "brothers", "sisters", "siblings", "couple"}
)
"""Words behind a surname that make it all who bear it."""
NOBODY = ""
PERSON = "person:"


@dataclass
class Shared:
    """A surname that several bear: their keys with the place where each is first named, and the places where it stands
    alone.
    """

    surname: str
    bearers: dict[str, int]
    alone: list[int]


def settle_surnames(doc: Doc, drafts: Sequence[Draft], texts: Sequence[str], keys: Sequence[str]) -> list[str]:
    """Return the keys of the drafts, with the surnames alone that several could be meant by settled."""
    found = list(keys)
    shared = list(_shared(drafts, texts, keys))
    _known_before(doc, drafts, texts, found)
    if not shared:
        return found
    starts = [sentence.start for sentence in doc.sents]
    sentences = [bisect_right(starts, draft.start) for draft in drafts]
    for one in shared:
        _settle(doc, drafts, texts, one, found, sentences)
    return _unless_another_acts(doc, drafts, texts, found, sentences)


def _known_before(doc: Doc, drafts: Sequence[Draft], texts: Sequence[str], found: list[str]) -> None:
    """Keep a surname apart that an article uses again and again before it names its only bearer, a relative perhaps."""
    full: dict[str, int] = {}
    alone: dict[str, list[int]] = defaultdict(list)
    for i, (draft, text, key) in enumerate(zip(drafts, texts, found, strict=True)):
        if draft.kind != "person" or not key.startswith(PERSON):
            continue
        if text == key.removeprefix(PERSON):
            full.setdefault(key, i)
        elif " " not in text and key.endswith(f" {text}"):
            alone[key].append(i)
    for key, at in full.items():
        early = [i for i in alone[key] if i < at and not headline(doc[drafts[i].start].sent)]
        if len(early) >= OFTEN:
            for i in alone[key]:
                found[i] = f"{PERSON}{texts[i]}:"


def _shared(drafts: Sequence[Draft], texts: Sequence[str], keys: Sequence[str]) -> Iterator[Shared]:
    """The surnames that full names of two people or more end in, and that stand alone somewhere."""
    bearers: dict[str, dict[str, int]] = defaultdict(dict)
    alone: dict[str, list[int]] = defaultdict(list)
    for i, (draft, text, key) in enumerate(zip(drafts, texts, keys, strict=True)):
        name = key.removeprefix(PERSON)
        if draft.kind != "person" or name == key:
            continue
        if " " not in text:
            alone[text].append(i)
        elif ":" not in name and " " in name:
            bearers[name.rsplit(" ", 1)[-1]].setdefault(key, i)
    for surname in sorted(bearers):
        if len(bearers[surname]) > 1 and alone.get(surname):
            yield Shared(surname, bearers[surname], alone[surname])


def _settle(
    doc: Doc, drafts: Sequence[Draft], texts: Sequence[str], shared: Shared, found: list[str], sentences: Sequence[int]
) -> None:
    """Write into `found` whom each place of a surname alone means."""
    family = {i for i in shared.alone if _of_all(doc, drafts[i])}
    for i in sorted(family):
        found[i] = NOBODY
    places = [i for i in shared.alone if i not in family]
    if not places:
        return
    called = _by_first_name(texts, shared, len(places))
    first = [key for key, at in shared.bearers.items() if at < places[0]]
    for i in places:
        gender = gender_of([], [drafts[i].title])
        met = [key for key, at in shared.bearers.items() if at < i and key not in called]
        fit = [key for key in met if not gender or gender_of([_spelled(key)], []) in ("", gender)]
        if len(first) == 1 and first[0] in fit:
            fit = first
        found[i] = fit[0] if len(fit) == 1 else _last_named(i, fit, found, sentences, f"{shared.surname}:{gender}")


def _spelled(key: str) -> str:
    return key.removeprefix(PERSON).title()


def _last_named(i: int, fit: Sequence[str], found: Sequence[str], sentences: Sequence[int], own: str) -> str:
    """The only one of several bearers who is named near before a place; else the surname's `own` key."""
    near: set[str] = set()
    for before in range(i - 1, -1, -1):
        if sentences[i] - sentences[before] > SOON:
            break
        if found[before] in fit:
            near.add(found[before])
    return next(iter(near)) if len(near) == 1 else f"{PERSON}{own}"


def _by_first_name(texts: Sequence[str], shared: Shared, alone: int) -> set[str]:
    """The bearers whom the article calls by the first name, and oftener than anybody by the surname."""
    called = Counter(texts)
    given = {key: key.removeprefix(PERSON).split()[0] for key in shared.bearers}
    times = Counter(given.values())
    return {key for key, name in given.items() if times[name] == 1 and called[name] >= max(OFTEN, alone + 1)}


def _of_all(doc: Doc, draft: Draft) -> bool:
    """Whether a surname stands for all who bear it: "the Marlow family"."""
    after = doc[draft.end] if draft.end < len(doc) else None
    return after is not None and after.lower_ in FAMILY


def _unless_another_acts(
    doc: Doc, drafts: Sequence[Draft], texts: Sequence[str], keys: list[str], sentences: Sequence[int]
) -> list[str]:
    """Return the keys, with one apart for a surname that may be a relative's, who acted last.

    "His son, Ben Marlow, plays too. Marlow said he was glad" may tell of either: the surname is a chain of its own, for
    as long as it speaks soon after and no full name stands between.
    """
    full = {key.removeprefix(PERSON): key for key in keys if key.startswith(PERSON)}
    counted = Counter(key.rsplit(" ", 1)[-1] for key in full if " " in key)
    last: dict[str, tuple[str, int]] = {}
    found = list(keys)
    for i, (draft, text) in enumerate(zip(drafts, texts, strict=True)):
        key = keys[i].removeprefix(PERSON)
        surname = key.rsplit(" ", 1)[-1]
        if draft.kind != "person" or counted[surname] <= 1:
            continue
        other, at = last.get(surname, ("", 0))
        if text != surname or key == text:
            last[surname] = (key, sentences[i]) if _acts(doc, draft) else last.get(surname, ("", 0))
        elif gender_of([], [draft.title]):
            continue
        elif other and other != key and sentences[i] - at <= SOON and _speaks(doc, draft):
            found[i] = f"{PERSON}{text}:?"
            last[surname] = (other, sentences[i])
    return found


def _acts(doc: Doc, draft: Draft) -> bool:
    """Whether a name is a subject, or stands beside a description that is one: "His son, Ben Marlow, plays"."""
    root = doc[draft.start : draft.end].root
    while root.dep_ == "appos":
        root = root.head
    return root.dep_ in ("nsubj", "nsubjpass")


def _speaks(doc: Doc, draft: Draft) -> bool:
    """Whether a name is the subject of a verb of saying."""
    root = doc[draft.start : draft.end].root
    return root.dep_ == "nsubj" and root.head.lemma_.lower() in words("attribution_verbs")
