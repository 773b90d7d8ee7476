"""Read numbers: figures, words, fractions and vague plurals, with their place.

Reads   text, the lexicon `number_words`
Gives   Number: value or bounds, half-open place, form; shared by the finders of times and quantities
Misses  Roman numerals, "one point five", "several", digits of other scripts
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from twosource.text.lexicon import table

FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?|\.\d+"
"""A number in figures; thousands may be parted by commas, also as in India (1,00,000)."""

SPACED_UNITS = (
    r"(?:%|per\s?cent|percentage|magnitude|hundred|thousand|million|billion|trillion|bn\b|degrees?|points?\b|kilomet|"
    r"met(?:re|er)s?\b|miles?\b|inch|feet\b|foot\b|tons?\b|tonnes?\b|km\b|on\s+the\s+(?:open-ended\s+)?richter)"
)
"""Words that stand behind a decimal and hardly ever behind a digit that opens a sentence."""

SPACED = (
    r"(?<![\d.,])(?<!\d,\s)(?<!\d\s)(?:"
    r"\d{1,3}(?:,[ \xa0]\d{3})*,[ \xa0]0\d\d(?:,[ \xa0]\d{3})*(?!\d)"
    r"|(?:(?<=than\s)|(?<=about\s)|(?<=around\s)|(?<=nearly\s)|(?<=almost\s)|(?<=some\s)|(?<=over\s)|(?<=least\s)"
    r"|(?<=roughly\s)|(?<=another\s)|(?<=estimated\s)|(?<=[$€£])|(?<=[$€£]\s))"
    r"\d{1,3}(?:,[ \xa0]\d{3})+(?!\d|,[ \xa0]?\d|\s+(?:and|or)\s+\d)"
    rf"|\d{{1,3}}\.[ \xa0]\d{{1,2}}(?=[\s-]*{SPACED_UNITS})"
    r"|(?<=[\s(])\.[ \xa0]0\d{1,2}(?=\s?(?:%|per\s?cent))"
    r"|(?<=[$€£])\d{1,3}\.[ \xa0](?:\d\d(?!\d)|\d(?=\s?(?:m|bn|million|billion)\b))"
    r"|(?<=magnitude\s)\d\.[ \xa0]\d(?!\d)|(?<=magnitude\sof\s)\d\.[ \xa0]\d(?!\d))"
)
"""A number with blanks behind its commas or point, as tokenised text writes it ("26, 000", "7. 3 percent").

Only where it can be nothing else: a group that opens with 0 is no item of a list, nor is what a bound or a sign of
money stands before."""

PARTED = r"(?<![\d.,])(?<!\d,\s)(?<!\d\s)(?:\d{1,3}(?:,[ \xa0]\d{3})+|\d{1,3}\.[ \xa0]\d{1,2})(?![\d:]|,[ \xa0]?\d)"
"""Such a number in a text that writes all its abbreviations and clock times with blanks, whatever stands around it."""

BLANKS = re.compile(r"\b(?:[AaPp]\. [Mm]\.|U\. [SNK]\.|\d{1,2}: \d\d\b)")
"""What shows that a text has blanks behind the points and colons inside its words ("U. S.", "p. m.", "1: 53")."""

POWER = re.compile(r"\s?[x×*]\s?10\s?\^?\s?([-−+]?\d{1,3})(?!\d|[.,]\d)")
"""A power of ten behind a figure ("1.99 × 10^30")."""

LARGEST = 300
"""Exponents a float can hold."""

GLYPHS = {
    "½": 0.5,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 0.25,
    "¾": 0.75,
    "⅕": 0.2,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}

WORD = re.compile("[^\\W\\d_]+|[\\d." + "".join(GLYPHS) + "]")
"""A word or a sign that a number may begin with: to ask the long pattern at these alone costs a fifth."""

DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 24, 32, 50, 64, 100, 128, 256, 1000})
"""Lower parts of fractions in figures; with others ("21/23") a slash parts two numbers."""


class Number(NamedTuple):
    """A number where it stands. `low` equals `high` but for vague plurals; `scale` is what its last word multiplied by.

    `form` is "figure", "words", "fraction" or "vague".
    """

    start: int
    end: int
    low: float
    high: float
    form: str
    scale: float = 1.0


@cache
def _class(name: str) -> dict[str, float]:
    """Return the words of one class with their values."""
    return {row[0]: float(row[1]) for row in table("number_words") if row[2] == name}


@cache
def word_values() -> dict[str, tuple[str, float]]:
    """Return cardinal words and scales: word to (class, value)."""
    kinds = ("unit", "teen", "ten", "scale", "short")
    return {word: (kind, value) for kind in kinds for word, value in _class(kind).items()}


@cache
def ordinals() -> dict[str, int]:
    """Return ordinal words, "first" to "thirtieth", with their values."""
    return {word: int(value) for word, value in _class("ordinal").items()}


def either(words: "dict[str, float] | list[str] | frozenset[str]") -> str:
    """Return a pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _patterns(blanks: bool = False) -> dict[str, "re.Pattern[str]"]:
    """Compile the patterns from the lexicon, once; `blanks` for text that has blanks inside its numbers."""
    words = either([word for word, (kind, _) in word_values().items() if kind in ("unit", "teen", "ten")])
    scale = either(_class("scale"))
    vague, part = either(_class("vague")), either(_class("part"))
    glued = either([*_class("short"), *_class("letter")])
    glyph = "[" + "".join(GLYPHS) + "]"
    spaced = f"{PARTED}|{SPACED}" if blanks else SPACED
    start = (
        rf"(?P<vague>\b(?:{vague})\b)"
        rf"|(?P<some>\b(?:several|a\s+few|a\s+couple(?:\s+of)?|many)\s+(?P<unit>{scale}|dozen)\b)"
        rf"|(?P<ratio>(?<![\w/.,])\d{{1,3}}\s?[/⁄]\s?\d{{1,4}}(?![\w/⁄]))"
        rf"|(?P<figure>(?:{spaced}|{FIGURE})(?:(?P<glued>{glued})\b)?)(?:\s?(?P<glyph>{glyph})|[\s-](?P<tail>\d\s?/\s?\d{{1,2}})\b)?"
        rf"|(?P<lone>{glyph})"
        rf"|(?P<half>\b(?:half\s+an?|an?\s+half|half|an?\s+quarter\s+of\s+an?)[\s-]+(?P<of>{scale})\b)"
        rf"|(?P<part>\b(?:an?\s+|(?P<top>{words})[\s-])(?P<under>{part})\b|\bhalf\b)"
        rf"|(?P<article>\ban?\s+(?={scale})(?:{scale})\b)"
        rf"|(?P<words>\b(?:{words})\b)"
    )
    return {
        "start": re.compile(start, re.IGNORECASE),
        "next": re.compile(
            rf"(?P<gap>[\s-]+|\s+and\s+)(?P<word>{words}|{scale}|{either(_class('short'))})\b", re.IGNORECASE
        ),
        "of": re.compile(rf"\s+of\s+(?P<word>{vague})\b", re.IGNORECASE),
        "half": re.compile(r"[\s-]+and[\s-]+a[\s-]+(half|quarter)\b", re.IGNORECASE),
        "out": re.compile(
            rf"\s+(?:out\s+of|in)\s+(?:every\s+)?(?P<of>{words}|\d{{1,3}}|{scale})\b(?!\s*[%,.]?\d)", re.IGNORECASE
        ),
        "scales": re.compile(rf"[\s-]+(?:{scale}|{either(_class('short'))})\b", re.IGNORECASE),
    }


@cache
def _openers() -> frozenset[str]:
    """The words that a number may begin with, and the signs of fractions."""
    words = (word for word, (kind, _) in word_values().items() if kind in ("unit", "teen", "ten"))
    return frozenset({"a", "an", "half", "several", "many", *_class("vague"), *words, *GLYPHS})


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers of ``text[start:end]`` in order; they never overlap.

    >>> [(n.low, n.high) for n in find_numbers("352 dead, tens of thousands fled, two-thirds of 1.5 million")]
    [(352.0, 352.0), (10000.0, 99999.0), (0.6666666666666666, 0.6666666666666666), (1500000.0, 1500000.0)]
    """
    stop = len(text) if end is None else end
    at = start
    begin, openers = _patterns(blanks=BLANKS.search(text) is not None)["start"], _openers()
    for word in WORD.finditer(text, start, stop):
        if word.start() < at or (word[0].lower() not in openers and not (word[0] == "." or word[0].isdigit())):
            continue
        found = begin.match(text, word.start(), stop)
        if found is None:
            continue
        number = _read(found, text, stop)
        at = max(number.end, found.end()) if number else found.end()
        if number:
            yield number


def read_number(text: str) -> float | None:
    """Return the value of a text that is one number as a whole, None when it is not.

    >>> read_number("twenty-five"), read_number("1,200"), read_number("2 1/2"), read_number("many")
    (25.0, 1200.0, 2.5, None)
    >>> read_number("26, 000"), read_number("12, 300"), [n.low for n in find_numbers("a 6. 1-magnitude quake")]
    (26000.0, None, [6.1])
    """
    clean = text.strip()
    number = next(find_numbers(clean), None)
    return number.low if number and (number.start, number.end) == (0, len(clean)) else None


def _read(found: "re.Match[str]", text: str, stop: int) -> Number | None:
    """Read one number from where the scanner met its first word."""
    begin, end = found.span()
    if found["vague"]:
        return _vague(found, text, stop)
    if found["some"]:
        unit = {**_class("scale"), "dozen": 12.0}[found["unit"].lower()]
        return Number(begin, end, 2 * unit, 10 * unit - 1, "vague", unit)
    if found["ratio"]:
        top, under = re.split(r"[/⁄]", found["ratio"])
        if int(under) not in DENOMINATORS:
            return None
        return Number(begin, end, *(2 * (int(top) / int(under),)), "fraction") if int(under) else None
    if found["lone"]:
        return Number(begin, end, GLYPHS[found["lone"]], GLYPHS[found["lone"]], "fraction")
    if found["half"]:
        scale = _class("scale")[found["of"].lower()]
        value = scale / (4 if "quarter" in found["half"].lower() else 2)
        return Number(begin, end, value, value, "words", scale)
    if found["part"]:
        return _part(found)
    if found["figure"]:
        return _figure(found, text, stop)
    first = found["article"].split()[-1] if found["article"] else found["words"]
    return _words(first.lower(), begin, end, text, stop)


def _part(found: "re.Match[str]") -> Number | None:
    """Read "two-thirds", "a quarter", "half"; "thirty-fourth" is a place in an order."""
    if found["top"] and word_values()[found["top"].lower()][0] == "ten" and not found["under"].lower().endswith("s"):
        return None
    top = word_values()[found["top"].lower()][1] if found["top"] else 1.0
    value = top / _class("part")[found["under"].lower()] if found["under"] else 0.5
    return Number(*found.span(), value, value, "fraction")


def _vague(found: "re.Match[str]", text: str, stop: int) -> Number:
    """Read "dozens", "tens of thousands", "hundreds of thousands"; the high end is ten times the low one, less one."""
    low, end = _class("vague")[found["vague"].lower()], found.end()
    while (more := _patterns()["of"].match(text, end, stop)) is not None:
        low, end = low * _class("vague")[more["word"].lower()], more.end()
    return Number(found.start(), end, low, 10 * low - 1, "vague", low)


def _figure(found: "re.Match[str]", text: str, stop: int) -> Number:
    """Read figures with what follows: "5 1/2", "2½", "2.2 billion", "4 hundred million", "three in ten"."""
    glued = found["glued"] or ""
    value = float(re.sub(r"[,\s]", "", found["figure"][: len(found["figure"]) - len(glued)]))
    begin, end = found.span()
    if found["glyph"]:
        value += GLYPHS[found["glyph"]]
    elif found["tail"]:
        top, under = found["tail"].split("/")
        value += int(top) / int(under) if int(under) else 0.0
    scale = {**_class("short"), **_class("letter")}.get(glued.lower(), 1.0)
    if not glued and (power := POWER.match(text, end, stop)):
        exponent = int(power[1].replace("−", "-"))
        scale, end = (10.0**exponent, power.end()) if abs(exponent) < LARGEST else (1.0, end)
    while not glued and (more := _patterns()["scales"].match(text, end, stop)) is not None:
        scale *= word_values()[more[0].strip(" -\n\t\xa0").lower()][1]
        end = more.end()
    value = float(f"{value * scale:.15g}")  # 8.3 billion and not 8,300,000,000.000001
    return _ratio(Number(begin, end, value, value, "figure", scale), text, stop)


def _words(first: str, begin: int, end: int, text: str, stop: int) -> Number:
    """Read a number in words from its first word on, as far as the words go on making one number."""
    kind, value = word_values()[first]
    total, current, scale = 0.0, value, value if kind == "scale" else 1.0
    if (half := _patterns()["half"].match(text, end, stop)) is not None:
        current, end = current + (0.5 if half[1].lower() == "half" else 0.25), half.end()
    while (more := _patterns()["next"].match(text, end, stop)) is not None:
        step, value = word_values()[more["word"].lower()]
        joined = more["gap"].strip().lower() == "and"
        if step in ("scale", "short") and not joined:
            total, current = (total, current * value) if value < 1000 else (total + current * value, 0.0)
            scale = scale * value if kind == "scale" else value
        elif (kind == "scale" and current != value and step in ("unit", "teen", "ten")) or (
            kind == "ten" and step == "unit" and not joined
        ):
            current += value
        else:
            break
        kind, end = "scale" if step == "short" else step, more.end()
    result = total + current
    return _ratio(Number(begin, end, result, result, "words", scale if kind == "scale" else 1.0), text, stop)


def _ratio(number: Number, text: str, stop: int) -> Number:
    """Read "one out of three", "three in ten" as a fraction, where the second number is larger, and round or small."""
    found = _patterns()["out"].match(text, number.end, stop)
    if found is None or number.low < 1:
        return number
    word = found["of"].lower()
    under = float(word) if word.isdigit() else word_values()[word][1]
    apart = found[0].split()[0].lower() == "in"
    # "in" also opens a place or a time ("two in 10 minutes"); only the denominators of surveys are taken after it
    if under <= number.low or (apart and under not in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000)):
        return number
    if apart and not re.match(r"\s+(?:[A-Za-z]|$)|[,.;:)]|$", text[found.end() : found.end() + 2]):
        return number
    return Number(number.start, found.end(), number.low / under, number.low / under, "fraction")
