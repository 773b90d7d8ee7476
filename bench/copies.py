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

from twosource.model import Article, Block, Instant, Span

ONSETS = "b br d dr f g gr h j k kl l m n p pr r s st t tr v z sh ch".split()
VOWELS = "a e i o u ai ei ou ia".split()
CODAS = ["", "", "n", "r", "l", "s", "m", "k", "th", "nd", "rt"]
OUTLETS = ("Harbour Post", "Valley Courier", "The Northern Ledger", "Daily Beacon", "Metro Tribune", "Channel Nine News", "The Borough Mail", "Coastline Weekly", "Summit Herald", "City Wire Online")  # fmt: skip
AGENCIES = ("Reuters", "Associated Press", "Agence France-Presse", "Xinhua", "dpa")
MARKS = {
    "Reuters": "Reuters",
    "Associated Press": "AP",
    "Agence France-Presse": "AFP",
    "Xinhua": "Xinhua",
    "dpa": "dpa",
}

# kind -> (what happened, who spoke, things, verbs): the words that make one kind of event unlike another
KINDS = {
    "fire": ("a fire|a blaze|flames", "fire chief|brigade captain|duty officer", "warehouse|timber yard|apartment block|paint factory|grain store", "gutted|swept through|destroyed|tore through|damaged"),
    "vote": ("lawmakers|members of the assembly|deputies", "speaker|whip|party secretary", "pension bill|border treaty|water levy|press law|school budget", "passed|rejected|put off|amended|sent back"),
    "quake": ("an earthquake|a strong tremor|a quake", "seismologist|governor|rescue coordinator", "mountain villages|old quarter|port district|valley|island", "shook|rattled|struck|jolted|hit"),
    "trial": ("a court|judges|the tribunal", "prosecutor|defence counsel|court clerk", "former treasurer|shipping agent|retired colonel|bank manager|surgeon", "sentenced|acquitted|fined|cleared|convicted"),
    "strike": ("dockers|train drivers|nurses|bus crews", "union leader|personnel director|mediator", "night service|wage offer|new roster|pension deal|safety plan", "walked out over|rejected|halted|voted against|accepted"),
    "storm": ("a storm|gales|torrential rain", "forecaster|harbour master|mayor", "fishing fleet|coastal road|ferry line|power grid|orchards", "battered|cut off|flooded|wrecked|paralysed"),
    "theft": ("thieves|armed robbers|burglars", "inspector|curator|security chief", "jewel collection|cash van|museum store|post office|silver treasure", "raided|emptied|made off with|broke into|stole"),
    "match": ("the visitors|the home side|the champions", "coach|captain|club president", "semi-final|derby|cup replay|opening fixture|title decider", "won|lost|drew|dominated|threw away"),
}  # fmt: skip
OPENERS = (
    "Late on|Early on|Shortly before dawn on|Around midnight on|On the afternoon of|By the evening of|During".split("|")
)
WITNESSES = "Residents|Neighbours|Passers-by|Shopkeepers|Commuters|Pensioners|Students|Two drivers|A night porter|Hotel guests".split(
    "|"
)
SAW = "described|remembered|spoke of|recalled|told of|gave accounts of|complained of|could not explain|were shaken by|heard".split(
    "|"
)
WHAT = "a long queue of vehicles|shouting in the stairwells|a smell of diesel|broken glass along the pavement|sirens until sunrise|a crowd of some {n}|helicopters circling twice|silence afterwards|torn posters and umbrellas|hand-written notices".split(
    "|"
)
PLANS = "An inquiry is to report within|Repairs are expected to take|Talks will resume in|A hearing was set for|Schools stay shut for|Compensation may take|The council meets again in|Insurers asked for|Engineers need|Volunteers offered help for".split(
    "|"
)
SPANS = "{n} days|{n} weeks|about {n} hours|more than {n} months|a further {n} days|at most {n} weeks".split("|")
DOUBTS = "It was not clear why|Nobody could say whether|Officials would not confirm that|Few believed that|Critics asked how|The ministry denied that|Reporters were not told when|Lawyers disputed that".split(
    "|"
)
CLAIMS = "the alarms had failed|earlier warnings had been ignored|money was missing|the plans had been changed twice|a second group was involved|the figures were complete|anyone had been paid|the order came from abroad|inspections were overdue|the gates had been locked".split(
    "|"
)
QUOTES = "We have never seen anything like it|Nobody should have to go through this|We did all that could be done|This changes nothing for us|People here deserve better answers|I would do the same again tomorrow|The numbers speak for themselves|It could have been far worse".split(
    "|"
)
PAST = "A similar case in {p} cost {n} million two years ago|{p} saw {n} such cases last spring|The last one, near {p}, involved {n} people|Figures from {p} put the average at {n}|In {p} the same dispute dragged on for {n} weeks".split(
    "|"
)
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
    """A sentence about an event."""
    what, speakers, _, verbs = KINDS[about.kind]
    pick = chance.choice
    what, speaker, verb = pick(what.split("|")), pick(speakers.split("|")), pick(verbs.split("|"))
    person, place = pick(about.people), pick((about.place, about.region))
    number = pick((about.count, about.count, chance.randint(2, 90)))
    claim, thing = pick(CLAIMS), about.thing
    if lead:
        return f"{what.capitalize()} {verb} the {thing} in {about.place}, {about.region}, {pick(('on', 'late on', 'early on'))} {about.when:%A}, {speaker} {person} {pick(('said', 'confirmed', 'announced'))}, with {about.count} people {pick(('affected', 'involved', 'hurt', 'left waiting', 'caught up in it'))}."
    forms = (
        f"{pick(OPENERS)} {about.when:%A}, {what} {verb} the {thing} {pick(('near', 'outside', 'north of', 'close to'))} {place}, and {number} {pick(('people', 'families', 'workers', 'visitors'))} {pick(('fled', 'stayed', 'gathered', 'protested', 'were counted'))}.",
        f"{pick(WITNESSES)} in {place} {pick(SAW)} {pick(WHAT).format(n=number)} and {pick(WHAT).format(n=chance.randint(2, 60))}.",
        f"{pick(PLANS)} {pick(SPANS).format(n=chance.randint(2, 40))}, {person} {pick(('said', 'added', 'wrote', 'told the council'))}.",
        f"{pick(DOUBTS)} {claim}, {pick(('though', 'while', 'but', 'even as'))} {speaker} {person} {pick(('spoke of', 'admitted', 'pointed to', 'ruled out'))} {pick(WHAT).format(n=number)}.",
        f"“{pick(QUOTES)},” {person} {pick(('said', 'told reporters', 'said by telephone', 'said in ' + place))}.",
        f"{pick(PAST).format(p=name(chance), n=chance.randint(2, 400))}, {person} {pick(('noted', 'recalled', 'wrote'))}.",
    )
    return pick(forms)


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
    published, dateline, notice = told(source, chance, how)
    outlet = chance.choice([outlet for outlet in OUTLETS if outlet != source.outlet])
    return Made(number, about.number, tuple(taken), outlet, published, headline, dateline, notice, source.number, second.number if second else -1, how, extras)  # fmt: skip


def told(source: Made, chance: random.Random, how: str) -> tuple[datetime | None, str, str]:
    """What a copy says of itself: its time (a quarter say none), the agency's dateline, a notice."""
    later = (source.published or datetime(2024, 3, 1, tzinfo=UTC)) + timedelta(minutes=chance.randint(10, 600))
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
