"""Find names and say what they stand for: persons, organisations, places, groups.

Reads   Parse (entities, tags, dependencies); Mentions.places
Gives   Mention[Name], in text order: names, descriptions and pronouns, with the chain they belong to
Misses  names in lower case; see `anaphora` for what is not joined
"""

from spacy.tokens import Doc

from twosource.annotate.anaphora import Reader
from twosource.annotate.coreference import fullest, name_chains
from twosource.annotate.genders import gender_of
from twosource.annotate.names_descriptions import Phrase, phrases
from twosource.annotate.names_joined import joined
from twosource.annotate.names_kinds import settle_kinds
from twosource.annotate.names_spans import Draft, name_drafts
from twosource.annotate.offices_meant import side_of
from twosource.annotate.parse import Parse, span_of
from twosource.annotate.placed import NamesAt
from twosource.annotate.referents import Chain, Resolved
from twosource.annotate.roles import offices_of
from twosource.annotate.tokens import span_between, text_between
from twosource.model import Mention, Mentions, Name

BY = "names/4"


def find_names(parse: Parse, found: Mentions) -> tuple[Mention[Name], ...]:
    """Return every name, description and pronoun in the article's text, in text order.

    A description's span is its noun phrase with article and owner, a name's is the name without title or article;
    so a name may stand inside a description ("Putin" in "Putin's office").
    """
    doc = parse.doc
    drafts = settle_kinds(doc, joined(doc, name_drafts(parse, found)))
    chains = name_chains(doc, drafts)
    texts = fullest(doc, drafts, chains)
    named = [
        Mention(
            Name(texts[chain] if chain >= 0 else text_between(doc, draft.start, draft.end), draft.kind, "name", chain),
            span_of(doc[draft.start : draft.end]),
            BY,
        )
        for draft, chain in zip(drafts, chains, strict=True)
    ]
    known = _chains(doc, drafts, chains, texts, NamesAt(doc, tuple(named)))
    resolved = _resolve(doc, drafts, chains, known)
    described = [_mention(doc, one) for one in resolved if one.chain >= 0 or one.phrase.pronoun != "it"]
    return tuple(sorted((*named, *described), key=lambda mention: (mention.span, mention.value.form)))


def _chains(
    doc: Doc, drafts: list[Draft], chains: list[int], texts: dict[int, str], names: NamesAt
) -> dict[int, Chain]:
    """Return what the article tells of each chain: kind, gender, offices."""
    known: dict[int, Chain] = {}
    titles: dict[int, list[str]] = {}
    for draft, number in zip(drafts, chains, strict=True):
        if number >= 0:
            known.setdefault(number, Chain(draft.kind, texts[number]))
            titles.setdefault(number, []).append(draft.title)
    for number, chain in known.items():
        if chain.kind == "person":
            chain.gender = gender_of([chain.text], titles[number])
            chain.titled = any(titles[number])
    for person in names.persons():
        number = person.mention.value.chain
        if number in known:
            for office in offices_of(doc, person, names):
                known[number].offices.add((office.words, side_of(office.of) if office.of else ""))
    return known


def _resolve(doc: Doc, drafts: list[Draft], chains: list[int], known: dict[int, Chain]) -> list[Resolved]:
    """Read names and phrases in text order and resolve each phrase by what stands before it."""
    taken = [False] * len(doc)
    for draft in drafts:
        taken[draft.start : draft.end] = [True] * (draft.end - draft.start)
    events: list[tuple[int, int, Phrase | tuple[int, int, int]]] = []
    for draft, chain in zip(drafts, chains, strict=True):
        events.append((draft.end, 0, (draft.start, draft.end, chain)))
    for phrase in phrases(doc, taken):
        events.append((phrase.end, 1, phrase))
    named = {i: chain for draft, chain in zip(drafts, chains, strict=True) for i in range(draft.start, draft.end)}
    reader, at, found = Reader(doc, known, named), dict[int, int](), []
    for _, _, event in sorted(events, key=lambda one: (one[0], one[1])):
        if isinstance(event, Phrase):
            resolved = reader.phrase(event, at)
            found.append(resolved)
            if resolved.chain >= 0:
                at[event.head] = resolved.chain
        else:
            start, end, chain = event
            reader.name(start, end, chain)
            if chain >= 0:
                at.update(dict.fromkeys(range(start, end), chain))
    return found


def _mention(doc: Doc, one: Resolved) -> Mention[Name]:
    phrase = one.phrase
    name = Name(one.text, one.kind, "pronoun" if phrase.pronoun else "description", one.chain)
    return Mention(name, span_between(doc, phrase.start, phrase.end), BY)
