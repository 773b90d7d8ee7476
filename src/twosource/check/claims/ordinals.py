"""Claims of which one in order a thing is: "the 160th anniversary", "her eighth consecutive win", "the fifth coach".

Reads   sentences
Gives   figure claims whose number is the ordinal's, asked after by what is counted through
Misses  first to third, which say little by themselves; ordinals of days, floors, streets and parts of a game
"""

import re
from functools import cache

from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.check.nouns import is_noun
from twosource.check.plurals import singular
from twosource.check.words import content_words, sense
from twosource.model import Claim, Span
from twosource.text.lexicon import table, words

BY = "ordinals"
FEWEST = 4
"""The least ordinal that is told: a second and a third there are of everything."""


NINE = 9
"""The ordinals up to this one stand behind a ten: "twenty-fifth"."""


@cache
def _ordinals() -> dict[str, int]:
    found = {row[0]: int(row[1]) for row in table("number_words") if len(row) > 2 and row[2] == "ordinal"}
    tens = {row[0]: int(row[1]) for row in table("number_words") if len(row) > 2 and row[2] == "ten"}
    return found | {
        f"{ten}-{word}": many + n for ten, many in tens.items() for word, n in found.items() if n < FEWEST * 2 + 2
    }


@cache
def _pattern() -> re.Pattern[str]:
    spelled = "|".join(sorted(_ordinals(), key=lambda word: (-len(word), word)))
    return re.compile(
        r"\b(?P<whose>[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[A-Z][\w-]*(?:['’]s|s['’]))\s+"
        rf"(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|(?:{spelled}))\s+(?P<what>[A-Za-z][\w'’-]*(?:\s+[A-Za-z][\w'’-]*){{0,4}})"
    )


ORDER = frozenset(
    {
        "round", "quarter", "half", "inning", "period", "set", "lap", "hole", "grade", "class", "degree",
        "amendment", "seed", "place", "floor", "storey", "story", "row", "precinct", "district", "circuit",
        "division", "regiment", "battalion", "brigade", "fleet", "army", "street", "avenue", "ward", "down",
        "world", "chapter", "party", "highest", "largest", "biggest", "most", "best",
    }
)  # fmt: skip
"""Nouns that are called by an ordinal, or which only rank: they are no n-th of a thing that is counted through."""

BEHIND = 60
"""Characters behind the noun whose words tell more of what is counted."""


def ordinals(context: Context) -> tuple[Claim, ...]:
    """Return a figure claim for each ordinal from the fourth on that counts a thing through, in text order."""
    found = []
    for sentence in context.mentions.sentences:
        text = context.text(sentence)
        if not NTH.search(text) or not context.speaks(sentence):
            continue
        for match in _pattern().finditer(text):
            claim = _claim(context, sentence, match)
            if claim is not None:
                found.append(claim)
    return tuple(found)


def _claim(context: Context, sentence: Span, match: re.Match[str]) -> Claim | None:
    nth = match["nth"].lower()
    number = int(re.sub(r"\D", "", nth)) if nth[0].isdigit() else _ordinals()[nth]
    what = Span(sentence.start + match.start("what"), sentence.start + match.end("what"))
    told = _phrase(context, what)
    if number < FEWEST or not told or _ranks(told):
        return None
    focus = Span(sentence.start + match.start("nth"), what.start + len(told))
    behind = context.article.text[focus.end : min(focus.end + BEHIND, sentence.end)]
    owner = match["whose"] if match["whose"][-1] in "s'’" and match["whose"][0].isupper() else ""
    around = content_words(f"{owner} {told} {behind}")
    return make_claim(
        context,
        "figure",
        focus,
        measure=f"{_head(told)} in order",
        value=" ".join(context.text(focus).split()),
        low=float(number),
        high=float(number),
        value_key=" ".join(sorted({sense(word) for word in around})),
        asked=" ".join(told.split()),
        rule=BY,
    )


NTH = re.compile(r"\d(?:st|nd|rd|th)\b|(?:rth|fth|xth|enth|ghth|inth|lfth|ieth)\b|-(?:first|second|third)\b", re.I)
"""What every ordinal from the fourth on ends in."""


def _phrase(context: Context, what: Span) -> str:
    """The words behind an ordinal that name what is counted: up to a verb or a word of grammar, a noun the last."""
    verbs = [clause.span.start for clause in within(context.mentions.clauses, what) if not clause.value.nominal]
    named = any(n.span.start == what.start and n.value.kind == "person" for n in within(context.mentions.names, what))
    text = "" if named else context.article.text[what.start : min([what.end, *verbs])]
    found: list[str] = []
    for word in text.split():
        if word.lower() in words("stopwords"):
            break
        found.append(word)
    while found and not (is_noun(found[-1].lower()) or singular(found[-1].lower()) or found[-1][0].isupper()):
        found.pop()
    return text[: text.index(found[-1], len(" ".join(found[:-1]))) + len(found[-1])] if found else ""


def _head(told: str) -> str:
    last = told.split()[-1].lower()
    return singular(last) or last


def _ranks(told: str) -> bool:
    """Whether what is told of is called by an ordinal, is a time, or has a rank."""
    found = {singular(word) or word for word in told.lower().replace("-", " ").split()}
    return bool(found & (ORDER | TIMES))


TIMES = frozenset({"day", "week", "month", "hour", "minute", "century", "decade", "night", "year", "time"})
