"""Make news articles and the copies that newsrooms make of them, with the truth of who has whose words.

Reads   a seed
Gives   Made: an Article, its event, and the origin of each of its sentences
Misses  paraphrase word by word; photographs, tables, live blogs

All text comes from the small grammar below, written for this project: no sentence is anyone's. A sentence has an
identity that survives re-spelling of names and is lost by rewriting, so shares can be counted exactly.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from twosource.model import Article, Block, Instant, Span

ONSETS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
    "sh",
    "ch",
]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "ou", "ia"]
CODAS = ["", "", "n", "r", "l", "s", "m", "k", "th", "nd", "rt"]
OUTLETS = (
    "Harbour Post",
    "Valley Courier",
    "The Northern Ledger",
    "Daily Beacon",
    "Metro Tribune",
    "Channel Nine News",
    "The Borough Mail",
    "Coastline Weekly",
    "Summit Herald",
    "City Wire Online",
)
AGENCIES = ("Reuters", "Associated Press", "Agence France-Presse", "Xinhua", "dpa")
MARKS = {
    "Reuters": "Reuters",
    "Associated Press": "AP",
    "Agence France-Presse": "AFP",
    "Xinhua": "Xinhua",
    "dpa": "dpa",
}

# kind -> (what happened, who spoke, things, verbs): the words that make one kind of event unlike another


def _pool(name: str) -> dict[str, list[str]]:
    """The alternatives of each key of a block of copies_words.tsv."""
    rows = (Path(__file__).parent / "copies_words.tsv").read_text(encoding="utf-8").splitlines()
    split = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return {key: text.split("|") for block, key, text in split if block == name}


KINDS = {
    key: ("|".join(_pool("what")[key]), *("|".join(_pool(part)[key]) for part in ("speaker", "thing", "verb")))
    for key in sorted(_pool("what"))
}
WORDS = _pool("words")
LEADS = _pool("forms")["lead"]
FORMS = _pool("forms")["body"]
BOILER = (
    "Sign up for our morning letter and never miss a story from your town.",
    "Do you have a tip for our newsroom? Write to the desk or send us a message.",
    "Copyright. All rights reserved. This material may not be published, broadcast or redistributed.",
)


@dataclass(frozen=True)
class Event:
    """What happened: kind, names, places, numbers, and when."""

    number: int
    kind: str
    place: str
    region: str
    people: tuple[str, ...]
    count: int
    thing: str
    when: datetime


@dataclass(frozen=True)
class Sentence:
    """A sentence and who wrote it first: the article's number and its place there."""

    origin: tuple[int, int]
    text: str


@dataclass(frozen=True)
class Made:
    """An article as made. `source` is the number of the article it was copied from, -1 for an original."""

    number: int
    event: int
    sentences: tuple[Sentence, ...]
    outlet: str
    published: datetime | None
    title: str
    dateline: str = ""
    notice: str = ""
    source: int = -1
    second: int = -1
    how: str = "original"
    extras: tuple[str, ...] = field(default=())

    @property
    def id(self) -> str:
        """The article's id: it does not give away who came first."""
        return f"a{(self.number * 7919) % 1000003:07d}"

    def article(self) -> Article:
        """The article as a reader of pages would give it."""
        groups = [self.sentences[at : at + 2] for at in range(0, len(self.sentences), 2)]
        paragraphs = [" ".join(sentence.text for sentence in group) for group in groups]
        if paragraphs and self.dateline:
            paragraphs[0] = self.dateline + paragraphs[0]
        parts = [self.title, *paragraphs, *self.extras, *([self.notice] if self.notice else [])]
        blocks, at = [], 0
        for place, part in enumerate(parts):
            blocks.append(Block("title" if place == 0 else "paragraph", Span(at, at + len(part))))
            at += len(part) + 2
        moment = Instant(self.published.isoformat(timespec="minutes")) if self.published else None
        text = "\n\n".join(parts)
        return Article(
            id=self.id, text=text, blocks=tuple(blocks), title=self.title, outlet=self.outlet, published=moment
        )

    def words(self) -> dict[tuple[int, int], int]:
        """The number of words of each of its sentences, by origin."""
        return {sentence.origin: len(sentence.text.split()) for sentence in self.sentences}


def name(chance: random.Random, syllables: int = 2) -> str:
    """A made-up name."""
    parts = [chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS) for _ in range(syllables)]
    return "".join(parts).capitalize()


def event(number: int, chance: random.Random) -> Event:
    """A made-up event; events follow one another by minutes."""
    kind = chance.choice(sorted(KINDS))
    people = tuple(f"{name(chance)} {name(chance)}" for _ in range(4))
    thing = chance.choice(KINDS[kind][2].split("|"))
    when = datetime(2024, 3, 1, tzinfo=UTC) + timedelta(minutes=3 * number)
    return Event(number, kind, name(chance), name(chance, 3), people, chance.randint(3, 900), thing, when)


def sentence(about: Event, chance: random.Random, lead: bool) -> str:
    """A sentence about an event. No five words in a row are fixed: two reports of one event share none by chance."""
    pick = chance.choice
    what, speakers, _, verbs = (part.split("|") for part in KINDS[about.kind])
    person, place = pick(about.people), pick((about.place, about.region))
    slots = {
        "what": pick(what),
        "speaker": pick(speakers),
        "verb": pick(verbs),
        "thing": about.thing,
        "person": person,
        "last": person.split()[-1],
        "place": place,
        "day": f"{about.when:%A}",
        "n": pick((about.count, chance.randint(2, 90))),
        "m": chance.randint(2, 60),
        "other": name(chance),
        **{key: pick(WORDS[key]) for key in sorted(WORDS)},
    }
    text: str = pick(LEADS if lead else FORMS).format(**slots).format(**slots)
    return text[0].upper() + text[1:]


def original(number: int, about: Event, chance: random.Random, length: int = 0) -> Made:
    """A report of an event by an agency or an outlet, in its own words."""
    agency = chance.random() < 0.5
    outlet = chance.choice(AGENCIES if agency else OUTLETS)
    count = length or chance.randint(10, 26)
    sentences = tuple(Sentence((number, place), sentence(about, chance, place == 0)) for place in range(count))
    mark = f"{about.place.upper()}, {about.when:%B} {about.when.day} ({MARKS[outlet]}) - " if agency else ""
    published = about.when + timedelta(minutes=chance.randint(5, 200))
    return Made(number, about.number, sentences, outlet, published, title(about, chance), mark)


def title(about: Event, chance: random.Random) -> str:
    """A headline."""
    what, _, _, verbs = KINDS[about.kind]
    what = chance.choice(what.split("|")).removeprefix("a ").removeprefix("an ").capitalize()
    return f"{what} {chance.choice(verbs.split('|'))} {about.thing} in {chance.choice((about.place, about.region))}"


def own(number: int, at: int, about: Event, chance: random.Random, count: int) -> list[Sentence]:
    """Sentences that the copying outlet writes itself."""
    return [Sentence((number, at + place), sentence(about, chance, False)) for place in range(count)]


HOW = (
    "exact",
    "cut",
    "rewritten lead",
    "headline",
    "re-spelt",
    "between",
    "boilerplate",
    "pasted",
    "cut and rewritten",
)


def copy(number: int, source: Made, about: Event, chance: random.Random, how: str, second: Made | None = None) -> Made:
    """A copy of an article as newsrooms make it; `second` is the other report for "merged"."""
    taken = list(source.sentences)
    extras: tuple[str, ...] = ()
    headline = source.title if how in ("exact", "cut") else title(about, chance)
    if "cut" in how:
        taken = taken[: max(4, int(len(taken) * chance.uniform(0.3, 0.8)))]
    if "rewritten" in how:
        taken = own(number, 0, about, chance, 2) + taken[2:]
    if how == "re-spelt":
        taken = [replace(one, text=respelt(one.text, about)) for one in taken]
    if how == "between":
        taken = between(number, taken, about, chance)
    if how == "pasted":
        part = taken[: chance.randint(6, 9)]
        before, after = (
            own(number, 100, about, chance, chance.randint(3, 5)),
            own(number, 200, about, chance, chance.randint(3, 6)),
        )
        taken = [*before, *part, *after]
    if how == "merged" and second is not None:
        taken = [*taken[: chance.randint(6, 9)], *second.sentences[: chance.randint(6, 9)]]
    if how == "boilerplate":
        extras = BOILER
    published, dateline, notice = told(source, second or source, chance, how)
    outlet = chance.choice([outlet for outlet in OUTLETS if outlet != source.outlet])
    return Made(
        number,
        about.number,
        tuple(taken),
        outlet,
        published,
        headline,
        dateline,
        notice,
        source=source.number,
        second=second.number if second else -1,
        how=how,
        extras=extras,
    )


def told(source: Made, second: Made, chance: random.Random, how: str) -> tuple[datetime | None, str, str]:
    """What a copy says of itself: its time (a quarter say none), the agency's dateline, a notice."""
    known = [one.published for one in (source, second) if one.published]
    later = max(known) + timedelta(minutes=chance.randint(10, 600))
    keeps = bool(source.dateline) and how in ("exact", "cut", "headline", "boilerplate") and chance.random() < 0.6
    notice = ""
    if source.dateline and not keeps and chance.random() < 0.4:
        notice = f"{source.outlet} contributed to this report."
    return later if chance.random() < 0.75 else None, source.dateline if keeps else "", notice


def between(number: int, taken: list[Sentence], about: Event, chance: random.Random) -> list[Sentence]:
    """Put the outlet's own pairs of sentences between those taken."""
    mixed: list[Sentence] = []
    for at in range(0, len(taken), 4):
        mixed += taken[at : at + 4] + own(number, 300 + at, about, chance, 2)
    return mixed


def respelt(text: str, about: Event) -> str:
    """Spell the names of people and places as another desk would."""
    for full in about.people:
        text = text.replace(full, full.replace("a", "aa", 1).replace("k", "c").replace("sh", "sch"))
    return text.replace(about.place, about.place.replace("o", "oe").replace("i", "y"))


def corpus(events: int, seed: int, most: int = 6) -> Iterator[Made]:
    """Reports of events and copies of them, in the order of making; originals before their copies."""
    chance = random.Random(seed)
    number = 0
    for at in range(events):
        about = event(at, chance)
        originals = []
        for _ in range(chance.choice((1, 1, 2, 3))):
            originals.append(original(number, about, chance))
            number += 1
        copies = []
        for source in originals:
            for _ in range(chance.randint(0, most)):
                how = chance.choice((*HOW, "merged")) if len(originals) > 1 else chance.choice(HOW)
                second = chance.choice([one for one in originals if one is not source]) if how == "merged" else None
                copies.append(copy(number, source, about, chance, how, second))
                number += 1
        yield from originals
        yield from copies
