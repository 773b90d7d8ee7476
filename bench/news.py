"""Make news articles of a given length, as varied as news: quotes, figures, dates, places, offices, new names.

Reads   a seed and a length in words
Gives   Articles with title, dateline and paragraphs as blocks; the same ones for the same seed
Misses  sense: sentences are drawn one by one; headings, captions, lists

The grammar is bench/news_words.tsv. Names of people and bodies are made up anew in each article, so the vocabulary
grows without end as it does in real news: a memory that keeps words shows itself.
"""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from copies import name
from twosource.model import Article, Block, Instant, Span

FIRST_DAY = date(2022, 3, 1)
NEW_PARAGRAPH = 0.6  # news agencies' paragraphs hold one or two sentences


def _rows() -> list[list[str]]:
    text = (Path(__file__).parent / "news_words.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


SLOTS = {key: text.split("|") for kind, key, text in _rows() if kind == "slot"}
LEADS = [text for kind, _, text in _rows() if kind == "lead"]
BODY = [text for kind, _, text in _rows() if kind == "body"]
SLOT = re.compile(r"\{(\w+)\}")


def fill(text: str, people: list[str], chance: random.Random) -> str:
    """Return a sentence with every slot filled, slots inside fillings too."""
    while found := SLOT.search(text):
        text = text[: found.start()] + _filling(found, people, chance) + text[found.end() :]
    return text[0].upper() + text[1:]


def _filling(found: re.Match[str], people: list[str], chance: random.Random) -> str:
    made = {
        "n": lambda: str(chance.randint(21, 990)),
        "k": lambda: f"{chance.randint(1, 90)},{chance.randint(0, 9)}00",
        "teen": lambda: str(chance.randint(3, 19)),
        "year": lambda: str(chance.randint(1965, 2021)),
        "date": lambda: f"{chance.choice(SLOTS['month'])} {chance.randint(1, 28)}",
        "name": lambda: name(chance),
        "person": lambda: chance.choice(people),
        "last": lambda: chance.choice(people).split()[-1],
    }
    return made[found[1]]() if found[1] in made else chance.choice(SLOTS[found[1]])


def news(number: int, words: int, seed: int = 1) -> Article:
    """Return the article of that number, of at least `words` words and at most a sentence more."""
    chance = random.Random(f"{seed}/{number}")  # a string, hashed the same in every run
    people = [f"{name(chance)} {name(chance)}" for _ in range(6)]
    title = fill(chance.choice(LEADS), people, chance).rstrip(".")
    dateline = f"{chance.choice(SLOTS['city']).upper()} (Wire) - "
    parts = [title, dateline + fill(chance.choice(LEADS), people, chance)]
    while sum(len(part.split()) for part in parts) < words:
        sentence = fill(chance.choice(BODY), people, chance)
        if chance.random() < NEW_PARAGRAPH:
            parts.append(sentence)
        else:
            parts[-1] += " " + sentence
    blocks, at = [], 0
    for part in parts:
        blocks.append(Block("paragraph" if blocks else "title", Span(at, at + len(part))))
        at += len(part) + 2
    day = FIRST_DAY + timedelta(days=number % 365)
    published = Instant(day.isoformat())
    return Article(f"n{number}", "\n\n".join(parts), tuple(blocks), title, "Harbour Post", published=published)


def stream(words: int, seed: int = 1) -> Iterator[Article]:
    """Yield articles without end."""
    for number in count():
        yield news(number, words, seed)
