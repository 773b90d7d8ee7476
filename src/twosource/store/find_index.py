"""Write what search looks in: when an article is added, when a story's facts are derived.

Reads   an article; a story's facts, entities and articles
Gives   rows of the tables of search, inside the caller's transaction
Misses  which of them a newer version has replaced: the search looks that up (`Finder.replaced`)
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec
import numpy as np
import sqlalchemy as sa

from twosource.model import Article, Entity, Fact
from twosource.store import find_tables as t
from twosource.store import tables
from twosource.store.packing import article_of
from twosource.text.meaning import code_of
from twosource.text.names import fold, skeleton
from twosource.text.passages import headline, passages
from twosource.text.stems import stems_in, words_of

LONGEST_TEXT = 400_000
"""Characters of an article that are searched in: a book's length. What follows is no news."""

CHUNK = 500
"""Articles read at a time."""

MOST_PLACES = 16_383
"""The last place that a tsvector tells from those behind it (PostgreSQL's own limit)."""

CLAIMS = 8
"""Claims of a fact whose sentences it is found by: those that follow are copies, mostly."""


INTO_FTS5 = sa.text("INSERT INTO search_words (rowid, headline, body) VALUES (:seq, :head, :body)")
INTO_TSVECTOR = sa.text("INSERT INTO search_words VALUES (:seq, CAST(:words AS tsvector))")
INTO_PASSAGES, INTO_FACTS, INTO_NAMES = t.passages.insert(), t.facts.insert(), t.names.insert()
OUT_OF = tuple(table.delete().where(table.c.story == sa.bindparam("gone")) for table in t.DERIVED)
"""Statements that are made once: making one takes longer than running it."""


class StoryFacts(msgspec.Struct, frozen=True):
    """What a story's facts are found by, as parallel columns, since a story has thousands of them.

    `articles` are the ids of the claims' articles. Three columns hold numbers of all facts in a row (uint32), and where
    each fact's end (`..._ends`): `words` hashed stems, `carriers` places in `articles`, `speakers` hashed words of
    those who speak. `codes` are 32 bytes a fact: what its first sentence means.
    """

    ids: list[str]
    kinds: list[str]
    verdicts: list[str]
    articles: list[str]
    words: bytes
    words_ends: bytes
    carriers: bytes
    carriers_ends: bytes
    speakers: bytes
    speakers_ends: bytes
    codes: bytes


def fill(connection: sa.Connection) -> None:
    """Make the articles and facts findable that a library without tables of search held."""
    a, after = tables.articles.c, 0
    while rows := connection.execute(
        sa.select(a.seq, a.data, a.text).where(a.seq > after).order_by(a.seq).limit(CHUNK)
    ).all():
        for row in rows:
            add_article(connection, row.seq, article_of(row.data, row.text))
        after = rows[-1].seq
    connection.execute(tables.stories.update().values(stale=True))  # facts are made findable when they are next derived


def add_article(connection: sa.Connection, seq: int, article: Article) -> None:
    """Make an article findable by its words and by what its first sentences mean."""
    text = article.text[:LONGEST_TEXT]
    head = [word.stem for word in words_of(headline(article).of(text) or article.title)]
    body = stems_in(text)
    if connection.dialect.name == "sqlite":
        row = {"seq": seq, "head": " ".join(head), "body": " ".join(body)}
        connection.execute(INTO_FTS5, row)
    else:
        made = {"seq": seq, "words": tsvector(head, body)}
        connection.execute(INTO_TSVECTOR, made)
    found = [span.of(text) for span in passages(article)]
    connection.execute(INTO_PASSAGES, {"seq": seq, "codes": b"".join(map(code_of, found))})


def tsvector(head: Iterable[str], body: Iterable[str]) -> str:
    """Return words with their places as PostgreSQL writes a tsvector; those of the headline weigh most.

    >>> tsvector(["fire"], ["fire", "spread"])
    "'fire':1A,2 'spread':3"
    """
    places: dict[str, list[str]] = {}
    at = 0
    for at, stem in enumerate(head, 1):
        places.setdefault(stem, []).append(f"{min(at, MOST_PLACES)}A")
    for place, stem in enumerate(body, at + 1):
        places.setdefault(stem, []).append(str(min(place, MOST_PLACES)))
    return " ".join(f"'{stem}':{','.join(at)}" for stem, at in places.items())


def write_story(
    connection: sa.Connection,
    story: str,
    facts: Sequence[Fact],
    entities: Sequence[Entity],
    articles: Mapping[str, Article],
) -> None:
    """Replace what a story's facts and names are found by; `articles` are those of its claims, by id."""
    clear_story(connection, story)
    if facts:
        data = msgspec.msgpack.encode(story_facts(facts, articles))
        connection.execute(INTO_FACTS, {"story": story, "data": data})
    rows = [
        {"story": story, "entity": entity.id, "name": name, "sound": sound_of(name), "kind": entity.kind}
        for entity in entities
        for name in names_of(entity)
    ]
    if rows:
        connection.execute(INTO_NAMES, rows)


def clear_story(connection: sa.Connection, story: str) -> None:
    """Take a story's facts and names out of the search."""
    for statement in OUT_OF:
        connection.execute(statement, {"gone": story})


def clear_derived(connection: sa.Connection) -> None:
    """Take all facts and names out of the search."""
    for table in t.DERIVED:
        connection.execute(table.delete())


def names_of(entity: Entity) -> list[str]:
    """Return the folded names under which an entity is asked for: every spelling, and a person's last word."""
    whole = [fold(name) for name in (entity.name, *entity.names)]
    last = [name.split()[-1] for name in whole if name and entity.kind == "person"]
    return sorted({name for name in (*whole, *last) if name})


def sound_of(name: str) -> str:
    """Return the key that the spellings of a folded name share, word by word."""
    return " ".join(skeleton(word) for word in name.split())


def story_facts(facts: Sequence[Fact], articles: Mapping[str, Article]) -> StoryFacts:
    """Return what the facts of one story are found by."""
    ids: dict[str, int] = {}
    words, carriers, speakers, first = [], [], [], []
    for fact in facts:
        claims = [claim for account in fact.accounts for claim in account.claims]
        told = list(dict.fromkeys(c.span.of(articles[c.article].text) for c in claims if c.article in articles))
        named = dict.fromkeys(name for claim in claims for name in claim.chain)
        spoken = named if fact.kind in ("statement", "position") else {}
        words.append(numbers(fact.question, *named, *told[:CLAIMS]))
        speakers.append(numbers(*spoken, *(claim.subject for claim in claims if spoken)))
        carriers.append(sorted({ids.setdefault(claim.article, len(ids)) for claim in claims}))
        first.append(told[0] if told else fact.question)
    return StoryFacts(
        [fact.id for fact in facts], [fact.kind for fact in facts], [fact.verdict for fact in facts], list(ids),
        *column(words), *column(carriers), *column(speakers), b"".join(map(code_of, first)),
    )  # fmt: skip


def numbers(*texts: str) -> list[int]:
    """Return the hashed stems of texts, sorted, each once."""
    return sorted({number for text in texts for number in _numbers(text)})


@lru_cache(maxsize=5_000)
def _numbers(text: str) -> frozenset[int]:
    """The hashed stems of one text; a story that grows brings the same sentences again and again."""
    return frozenset(map(hashed, set(stems_in(text))))


def column(rows: Sequence[Sequence[int]]) -> tuple[bytes, bytes]:
    r"""Return the numbers of all rows one behind the other, and where each row ends.

    >>> column([[7], [], [8, 9]])[1]
    b'\x01\x00\x00\x00\x01\x00\x00\x00\x03\x00\x00\x00'
    """
    ends = np.cumsum([len(row) for row in rows])
    return np.array([one for row in rows for one in row], dtype="<u4").tobytes(), ends.astype("<u4").tobytes()


def hashed(stem: str) -> int:
    """Return the number of a stem, 32 bits: of a story with 5,000 words, two share one once in 300 stories."""
    return zlib.crc32(stem.encode("utf-8", "replace"))
