"""Understand what is typed into a search: words, phrases, who is asked to have said it, whether a figure is wanted.

Reads   the query as typed; the lexicons `stopwords` and `question_frames`
Gives   Asked; BadSetting for a query without a word
Misses  questions in other languages than English; "and", "or", "not" as operators: they are words like any other
"""

import re
from functools import cache

import msgspec

from twosource.model import BadSetting
from twosource.store.find import Words
from twosource.text.lexicon import table, words
from twosource.text.stems import joined, words_of

MOST_WORDS = 48
"""Different words of a query that are looked for: a long paragraph's. Those that follow are left out."""

READ = 10_000
"""Characters of a query that are read."""

PHRASE = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")
SPEECH = (
    r"(?:say|says|said|saying|tell|tells|told|state|states|stated|claim|claims|claimed|think|thinks|demand|demands)"
)
ABOUT = r"(?:about|of|on|regarding|concerning|to|that)"
# "what did Medinsky say about withdrawal"; "statements by Medinsky on withdrawal"; "Medinsky on withdrawal".
SAID = (
    re.compile(
        rf"^\s*(?:what|how)\s+(?:did|does|do|has|have|had|was|is)\s+(?P<who>.{{1,80}}?)\s+{SPEECH}\b(?:\s+{ABOUT}\b)?(?P<what>.*)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        rf"^\s*(?:statements?|comments?|remarks?|words?|position)\s+(?:by|of|from)\s+(?P<who>.{{1,80}}?)\s+{ABOUT}\s+(?P<what>.*)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(r"^\s*(?P<who>(?:[A-Z][\w’'.-]+\s+){1,4})(?:on|about)\s+(?P<what>.*)", re.DOTALL),
)
"""Questions about what somebody said, by their shape."""


class Asked(msgspec.Struct, frozen=True):
    """A query as understood.

    `words` are the stems and phrases to look for, `exact` the phrases as typed. `meaning` is the text whose meaning is
    looked for. `speaker` are the stems of whoever is asked to have said it, () when the query does not ask that;
    `figure` is True when a number is wanted.
    """

    text: str
    words: Words
    exact: tuple[str, ...] = ()
    meaning: str = ""
    speaker: tuple[str, ...] = ()
    figure: bool = False


def understand(query: str) -> Asked:
    """Return what a query asks for; raises BadSetting when there is no word in it.

    >>> asked = understand('What did Medinsky say about "humanitarian corridors"?')
    >>> asked.speaker, asked.words.stems, asked.exact
    (('medinski',), ('medinski', 'humanitarian', 'corridor'), ('humanitarian corridors',))
    >>> understand("figures for refugees").figure
    True
    """
    text = " ".join(query[:READ].split())
    exact = tuple(phrase for found in PHRASE.finditer(text) if stems_in(phrase := found[1].strip()))
    phrases = tuple(tuple(stems_in(phrase)) for phrase in exact)
    said = next((found for shape in SAID if (found := shape.match(text))), None)
    who, what = said.group("who", "what") if said else ("", "")
    figure, rest = _frame(text)
    wanted = _content(f"{who} {what}" if said else rest) or _content(text) or stems_in(text)
    if not wanted:
        raise BadSetting(f"there is no word to search for in {query[:40]!r}")
    stems = tuple(dict.fromkeys((*wanted, *(word.stem for word in joined(text)))))[:MOST_WORDS]
    plain = " ".join(word for word in re.findall(r"[^\W_]+", f"{who} {what}" if said else rest) if not _stop(word))
    return Asked(text, Words(stems, phrases), exact, plain or text, tuple(_content(who)), figure)


def stems_in(text: str) -> list[str]:
    """Return the stems of a text, in order."""
    return [word.stem for word in words_of(text)]


def _content(text: str) -> list[str]:
    """The stems of the words that are no function words."""
    return [word.stem for word in words_of(text) if not _stop(text[word.start : word.end])]


def _stop(word: str) -> bool:
    return word.lower().replace("’", "'").removesuffix("'s") in words("stopwords")


def _frame(text: str) -> tuple[bool, str]:
    """Whether a figure is asked for, and the query without the words that ask for nothing but that."""
    found, rest = False, text
    for frame, dropped in _frames():
        if frame.search(rest):
            found = True
            rest = frame.sub(" ", rest) if dropped else rest
    return found, rest if _content(rest) else text


@cache
def _frames() -> tuple[tuple[re.Pattern[str], bool], ...]:
    return tuple(
        (re.compile(rf"\b{re.escape(row[0])}\b".replace(r"\ ", r"\s+"), re.IGNORECASE), row[1] == "drop")
        for row in table("question_frames")
    )
