"""Cut what is said to what can be shown: on one line, with whole marks, ending where it ends.

Reads   the words of a content; the name of whoever speaks or wants
Gives   `one_line`, `whole`: the words to show, "" when they are a fragment; `as_subject`: the name in a question
Misses  fragments that end in a word in which a phrase can end
"""

import re
from collections.abc import Sequence

from twosource.check.language.nouns import is_person
from twosource.check.language.plurals import is_plural, singular
from twosource.text.lexicon import words

MARKS = re.compile(r"``|''|[“”\"]")
TORN = re.compile(r"(?<=[,.!?])\s+([”\"])(?=\s|$|\w)")
"""A closing mark that is torn off its stop: "We left, " she said."""

RUNS_ON = re.compile(
    r",\s+(?:which|who|whose|where|when|but|as|saying|adding|while|although|though|because|and\s+(?:then|he|she|they|it|we|I))\b.*$"
    r"|,\s+\w+ing\s+(?:the|an?|its|his|her|their|calls|him|them|it|out|to|that)\b.*$",
    re.S,
)
"""What is told besides, behind a comma."""

DANGLES = frozenset(
    {"a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "that", "which",
     "who", "whose", "if", "as", "than", "into", "its", "their", "his", "her", "my", "our", "is", "are", "was", "were"}
)  # fmt: skip
"""Words in which no phrase ends, but for a verb's own preposition."""

DETERMINED = re.compile(
    r"(?:the|an?|one|two|some|many|most|several|both|all|other|others|more|few|each|every|another|no|none|"
    r"his|her|its|their|this|these|those|\d[\d,.]*)\b",
    re.I,
)
OWNED = re.compile(r"[A-Z].*?['’]s?\s")
DATELINE = re.compile(r"^[A-Z][A-Z' ]+\s[-–—]+\s")
POINTS = re.compile(r"\b(?:this|that|these|those|our|my)\s+(?=\w)", re.I)
ASIDE = re.compile(
    r"(?:,\s+(?:which|who|whose|\w+ed|\w+ing|read|sent|held|seen|born|led)\b|(?<!\sof)(?<!\sin)(?<!\sfor)(?<!\sfrom)(?<!\sto)"
    r"\s+(?:that|which|who|whose|whom)\s).*$",
    re.S,
)
"""What is told besides of whoever speaks: "a message that was read on Monday"."""

BEHIND = re.compile(r",|\s(?:of|in|at|from|for|on|who|that|with|outside|inside|near|by|[a-z]+ing)\s")
"""Where what stands behind the noun of a description begins."""


def one_line(text: str) -> str:
    """Return the words of a text on one line, with curly marks where old papers have two strokes."""
    return " ".join(text.replace("``", "“").replace("''", "”").split())


def whole(said: str) -> str:
    """Return what is wanted, up to where it ends, without torn marks; "" when it breaks off.

    >>> whole("to show his hands, which was heard by all"), whole("a truce “as soon"), whole("the return of the")
    ('to show his hands', 'a truce as soon', '')
    """
    told = RUNS_ON.sub("", said).strip(" ,;:.—–-")
    if not balanced(told):
        told = " ".join(MARKS.sub(" ", told).split())
    last = told.split()[-1].lower() if told else ""
    return "" if last in DANGLES - {"in", "on", "for", "with", "by"} else told.strip(" ,;:")


def quoted(parts: Sequence[str]) -> str:
    """Return the parts of a quotation as one, between one pair of marks, whatever marks were torn off it.

    >>> quoted(["``We left,''"]), quoted(['"It fell, "', '"and it burned."'])
    ('“We left”', '“It fell, and it burned.”')
    """
    told = " ".join(one_line(part).strip(' “”"') for part in parts)
    told = SINGLE.sub(r"\1", told).removeprefix("'" if told.count("'") == 1 else "")
    inner = told if balanced(told) else MARKS.sub("", told)
    return f"“{' '.join(inner.split()).strip().rstrip(',')}”"


def reported(said: str) -> str:
    """Return what is told in reported speech, with the quotations in it closed or without marks.

    >>> reported('the plot was "over, "'), reported("it was a “great"), reported("the boat sank, police said")
    ('the plot was “over”', 'it was a great', 'the boat sank')
    """
    line = SINGLE.sub(r"\1", TAGGED.sub("", TAGGED_INSIDE.sub("", one_line(said))))
    if not balanced(line):
        line = MARKS.sub("", line)
    line = STRAIGHT.sub(lambda match: f"“{match[1].strip()}”", line)
    return re.sub(r",\s*”$", "”", " ".join(line.split()).strip(" ,;").rstrip(" –—-,")).removesuffix(",")


STRAIGHT = re.compile(r"\"([^\"]*)\"")
SINGLE = re.compile(r"^'([^']*),'(?:\s+[\w.' ]+\s(?:said|says))?$|,'$")
TAGGED = re.compile(r",\s+(?:[\w.'’-]+\s+){1,4}(?:said|says|told|reported|added)\s*[.,]?$")
"""Who says it, behind what is said."""

TAGGED_INSIDE = re.compile(r",\s+(?:he|she|they)\s+(?:said|says|added|explained|recalled)(?=,)", re.I)
"""The same amid what is said."""


def is_fragment(said: str) -> bool:
    """Whether reported words are only a piece of what is said: they begin within a clause, or break off.

    >>> is_fragment("which it had sunk"), is_fragment("when he left"), is_fragment("when he left, it rained")
    (True, True, False)
    """
    if ASKED_ONLY.match(said):
        return True
    line = said.strip(" “”\"'`,")
    last = line.split()[-1].lower() if line else ""
    led = LED.match(line)
    return not line or last in BREAKS or bool(led and (led[1].lower() in INSIDE or "," not in line))


ASKED_ONLY = re.compile(r"\W*(?:when\s+)?asked\s+(?:about|if|whether|why|how|what|who|where|when)\b", re.I)
"""What somebody was asked, told for the answer."""

LED = re.compile(
    r"(which|who|whose|whom|than|or|when|while|as|if|because|although|though|after|before|since|unless|until)\b"
    r"(?! if\b)",
    re.I,
)
INSIDE = frozenset({"which", "whose", "whom", "than", "or"})
BREAKS = frozenset(
    {"a", "an", "the", "of", "and", "or", "but", "which", "whose", "if", "than", "into", "my", "our", "your"}
)


def balanced(text: str) -> bool:
    """Whether each quotation mark of a text that opens is closed."""
    marks = MARKS.findall(text)
    straight, opened, closed = (
        marks.count('"'),
        marks.count("“") + marks.count("``"),
        marks.count("”") + marks.count("''"),
    )
    return straight % 2 == 0 and opened == closed


def as_subject(name: str, helper: str = "did") -> str:
    """Return who speaks or wants as the subject of a question, behind its helping verb.

    >>> as_subject("gang", "do"), as_subject("police", "do"), as_subject("Ann Lee"), as_subject("one of them")
    ('does the gang', 'do police', 'did Ann Lee', 'did one of them')
    >>> as_subject("Republicans", "do"), as_subject("Three spokesmen"), as_subject("message that was read on Monday")
    ('do Republicans', 'did three spokesmen', 'did the message')
    """
    shown = DATELINE.sub("", name if balanced(name) else MARKS.sub("", name))
    shown = TORN_BRACKET.sub("", shown)
    shown = THEIRS.sub(r"\1", TORN_OWNER.sub("", shown))
    shown = POINTS.sub("the ", ASIDE.sub("", shown) or shown)
    if len(shown.split()) > LONG and (cut := LATER.search(shown)):
        shown = shown[: cut.start()]
    if (counted := DETERMINED.match(shown)) and shown[counted.end() :].lstrip()[:1].islower():
        shown = shown[:1].lower() + shown[1:]
    if _only_opens(shown):
        shown = shown[:1].lower() + shown[1:]
    head = BEHIND.split(shown)[0].split()[-1:]
    body = BODY.search(BEHIND.split(shown)[0]) is not None and OWNED.match(shown) is None
    several = (" and " in shown and not body) or bool(
        not body and head and is_plural(head[0]) and (head[0][:1].islower() or _people(head[0]))
    )
    one = bool(head) and head[0].islower() and not is_plural(head[0])
    if body and shown[:1].isupper() and not shown.startswith("The "):
        shown = f"the {shown}"
    if AGED.match(shown) or (
        one
        and not shown[0].isdigit()
        and not any(map(str.isdigit, shown))
        and not OWNED.match(shown)
        and not DETERMINED.match(shown)
        and shown not in words("pronouns")
    ):
        shown = f"the {shown}"
    verb = "does" if helper == "do" and not several else helper
    return f"{verb} {shown}"


LONG = 8
"""Words of whoever speaks beyond which a question leaves out what describes them."""

LATER = re.compile(r"\s(?:\w+ing|\w+ed|with|by|from|at|in|on|for)\s")
TORN_OWNER = re.compile(r"^['’]s\s+(?=\w)")
THEIRS = re.compile(
    r"^([a-z]+(?:\s[a-z]+){0,2})\s(?:Mrs?\.\s|Ms\.\s|Dr\.\s)?[A-Z][\w.’'-]*(?:\s[A-Z]\w+)?\s(?:\w+ed|gave|wrote|made|sent)\b.*$",
    re.S,
)
"""A text, and who made it: "speech Mrs. Moll delivered in Leeds"."""

TORN_BRACKET = re.compile(r"\s*\([^)]*$")
BODY = re.compile(
    r"\b(?:Commission|Department|Ministry|Administration|Agency|Committee|Bureau|Council|Authority|Association|Union"
    r"|Federation|Assembly|Senate|Court|Army|Navy|Institute|Foundation|Organi[sz]ation|Party|Police Department|Board"
    r"|Office|Centers?|Times|(?:Washington|New York|Jerusalem|Denver|Houston|Bangkok) Post)$"
    r"|\sand\s.*\bServices$"
    r"|^(?:United\s(?:Nations|States|Kingdom)|White\sHouse|Embassy|King|Queen|Pope|Treasury|Government|Pentagon|Kremlin"
    r"|Vatican|FBI|CIA|EU|UN|U\.N\.|UK|US|U\.S\.|INS|SEC|S\.E\.C\.|FDA|EPA|IMF|WHO|BBC|NAACP|IRS|NHS|IDF|CDC|NTSB|FAA|ICJ)$"
)
"""Names of bodies that stand with an article, and are one though "and" is in them."""

AGED = re.compile(r"\d+-year-olds?$")


def _only_opens(shown: str) -> bool:
    """Whether a description has its capital only from the sentence that it opens: "Three spokesmen"."""
    first, _, rest = shown.partition(" ")
    second = rest.split()[0] if rest else ""
    if not second.islower() or second in words("stopwords") or not first[1:].islower():
        return False
    return first.lower() in words("description_openers")


def _people(head: str) -> bool:
    """Whether a name in the plural is of people: "Republicans"."""
    one = singular(head)
    return one != "" and is_person(one)
