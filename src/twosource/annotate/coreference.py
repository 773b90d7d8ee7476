"""Join the mentions of one article that stand for the same person, body, place or group.

Reads   drafts of names with settled kinds, Parse.doc
Gives   a chain number for each draft (-1 where it cannot be told) and the fullest name of each chain
Misses  names joined only by knowledge of the world ("Kyiv" and "the Ukrainian capital")
"""

from collections import Counter, defaultdict

from spacy.tokens import Doc

from twosource.annotate.names_spans import Draft
from twosource.text.countries import country
from twosource.text.names import fold


def name_chains(doc: Doc, drafts: list[Draft]) -> list[int]:
    """Return the chain of each named draft, numbered in order of first mention.

    A surname alone joins the person who bears it when the article has one such person, or when it was already used
    alone before the second was introduced; otherwise it stays alone (-1).
    """
    texts = [fold(doc[draft.start : draft.end].text) for draft in drafts]
    bearers: dict[str, list[str]] = defaultdict(list)
    first_at: dict[str, int] = {}
    for i, (draft, text) in enumerate(zip(drafts, texts, strict=True)):
        first_at.setdefault(text, i)
        if draft.kind == "person" and " " in text:
            for part in {text.split()[0], text.split()[-1]}:
                if text not in bearers[part]:
                    bearers[part].append(text)
    keys = [_key(draft, text, bearers, first_at) for draft, text in zip(drafts, texts, strict=True)]
    numbers: dict[str, int] = {}
    return [
        numbers.setdefault(key, len(numbers)) if key and not _adjective(doc, draft) else -1
        for draft, key in zip(drafts, keys, strict=True)
    ]


def _adjective(doc: Doc, draft: Draft) -> bool:
    """Whether a nationality describes another noun ("Russian troops") and so stands for nobody by itself."""
    last = doc[draft.end - 1]
    return draft.kind == "group" and (last.pos_ == "ADJ" or last.dep_ in ("amod", "compound", "nmod"))


def _key(draft: Draft, text: str, bearers: dict[str, list[str]], first_at: dict[str, int]) -> str:
    if draft.kind == "place" and country(text.title()):
        return f"place:{country(text.title())}"
    if draft.kind != "person" or text not in bearers:
        return f"{draft.kind}:{text}"
    candidates = bearers[text]
    if len(candidates) == 1:
        return f"person:{candidates[0]}"
    before = [one for one in candidates if first_at[one] < first_at[text]]
    return f"person:{before[0]}" if len(before) == 1 else ""


def fullest(doc: Doc, drafts: list[Draft], chains: list[int]) -> dict[int, str]:
    """Return the fullest name of each chain: most words, then most often, then first."""
    spellings: dict[int, Counter[str]] = defaultdict(Counter)
    for draft, chain in zip(drafts, chains, strict=True):
        spellings[chain][doc[draft.start : draft.end].text] += 1
    return {chain: max(tally, key=lambda name: (len(name.split()), tally[name])) for chain, tally in spellings.items()}
