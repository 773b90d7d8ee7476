"""Join the mentions of one article that stand for the same person, body, place or group.

Reads   drafts of names with settled kinds, Parse.doc
Gives   a chain number for each draft (-1 where it cannot be told) and the fullest name of each chain
Misses  names joined only by knowledge of the world ("Kyiv" and "the Ukrainian capital")
"""

from collections import Counter, defaultdict

from spacy.tokens import Doc

from twosource.annotate.genders import gender_of
from twosource.annotate.names_spans import Draft
from twosource.annotate.surnames import settle_surnames
from twosource.annotate.tokens import text_between
from twosource.text.countries import country
from twosource.text.names import fold
from twosource.text.same_person import nicknames_in, parts


def name_chains(doc: Doc, drafts: list[Draft]) -> list[int]:
    """Return the chain of each named draft, numbered in order of first mention.

    A surname alone joins the person who bears it when the article has one such person; of several, whom `surnames`
    finds.
    """
    texts = [fold(text_between(doc, draft.start, draft.end)) for draft in drafts]
    bearers: dict[str, list[str]] = defaultdict(list)
    first_at: dict[str, int] = {}
    for i, (draft, text) in enumerate(zip(drafts, texts, strict=True)):
        first_at.setdefault(text, i)
        if draft.kind == "person":
            for short in _short_forms(text_between(doc, draft.start, draft.end).split()):
                if text not in bearers[short]:
                    bearers[short].append(text)
    keys = [
        _key(text_between(doc, draft.start, draft.end), draft, text, bearers, first_at)
        for draft, text in zip(drafts, texts, strict=True)
    ]
    keys = settle_surnames(doc, drafts, texts, keys)
    numbers: dict[str, int] = {}
    return [
        numbers.setdefault(key, len(numbers)) if key and not _adjective(doc, draft) else -1
        for draft, key in zip(drafts, keys, strict=True)
    ]


def _short_forms(words: list[str]) -> list[str]:
    """Return how a full name may be shortened: surname, first name, its last words, first and last without the middle.

    >>> _short_forms(["Aung", "San", "Suu", "Kyi"])
    ['aung', 'aung kyi', 'kyi', 'san suu kyi', 'suu kyi']
    >>> _short_forms(["Ivo", "'Owl'", "Brandt"])
    ['brandt', 'ivo', 'ivo brandt', 'owl', 'owl brandt']
    >>> _short_forms(["Ivo", "Brandt", "Jr."])
    ['brandt', 'brandt jr', 'ivo', 'ivo brandt', 'ivo jr', 'jr']
    """
    if len(words) < 2:
        return []
    forms = {words[0], f"{words[0]} {words[-1]}", *(" ".join(words[i:]) for i in range(1, len(words)))}
    if parts(" ".join(words)).generation and len(words) > 2:
        forms |= {f"{words[0]} {words[-2]}", *(" ".join(words[i:-1]) for i in range(1, len(words) - 1))}
    plain = [*parts(" ".join(words)).given, parts(" ".join(words)).surname]
    called = nicknames_in(" ".join(words))
    forms |= called | ({" ".join(plain[i:]) for i in range(len(plain))} if called else set())
    return sorted({fold(form) for form in forms} - {fold(" ".join(words))})


def _adjective(doc: Doc, draft: Draft) -> bool:
    """Whether a nationality describes another noun ("Russian troops") and so stands for nobody by itself."""
    last = doc[draft.end - 1]
    return draft.kind == "group" and (last.pos_ == "ADJ" or last.dep_ in ("amod", "compound", "nmod"))


def _key(raw: str, draft: Draft, text: str, bearers: dict[str, list[str]], first_at: dict[str, int]) -> str:
    """Return what the mentions of one thing share, "" for a surname that two people could be meant by."""
    if draft.kind == "place" and country(raw):
        return f"place:{country(raw)}"
    if draft.kind != "person" or text not in bearers:
        return f"{draft.kind}:{text}"
    candidates = list(dict.fromkeys(_longest(one, bearers) for one in bearers[text]))
    if len(candidates) == 1:
        return f"person:{candidates[0]}"
    if " " in text:  # "George Bush", where two have that name and a middle initial
        return f"person:{text}"
    before = [one for one in candidates if first_at[one] < first_at[text]]
    if len(before) == 1:
        return f"person:{before[0]}"
    return f"person:{text}:{gender_of([], [draft.title])}"  # a chain of its own, "Miss Brandt" apart from "Brandt"


def _longest(text: str, bearers: dict[str, list[str]]) -> str:
    """Return the fullest name that a name is the only short form of; each step is longer, so it ends."""
    while len(bearers.get(text, ())) == 1:
        text = bearers[text][0]
    return text


def fullest(doc: Doc, drafts: list[Draft], chains: list[int]) -> dict[int, str]:
    """Return the fullest name of each chain: most words, then most often, then first."""
    spellings: dict[int, Counter[str]] = defaultdict(Counter)
    for draft, chain in zip(drafts, chains, strict=True):
        spellings[chain][text_between(doc, draft.start, draft.end)] += 1
    return {chain: max(tally, key=lambda name: (len(name.split()), tally[name])) for chain, tally in spellings.items()}
