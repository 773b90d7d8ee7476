"""Claims that something is not known or not told.

Reads   sentences, attributions with a declining cue, clauses about telling that are negated
Gives   claims with ``disclosed=False``, about a venue, a time or anything else
Misses  silence that the text does not speak of
"""

import re

from twosource.check.claims.making import make_claim
from twosource.check.context import Context
from twosource.check.words import content_words
from twosource.model import Claim, FactKind, Span
from twosource.text.lexicon import mapping, table

BY = "undisclosed"
TOPICS: tuple[tuple[FactKind, str, re.Pattern[str]], ...] = (
    (
        "venue",
        "exact location",
        re.compile(r"\b(locations?|venues?|whereabouts|sites?|places?|addresse?s?|where)\b", re.I),
    ),
    ("time", "exact time", re.compile(r"\b(when|dates?|timing|timetables?|schedules?|how long)\b", re.I)),
    ("statement", "cause", re.compile(r"\b(why|causes?|reasons?|motives?|how it)\b", re.I)),
    ("figure", "number", re.compile(r"\b(how many|how much|numbers?|amounts?|sums?|terms|price|toll)\b", re.I)),
)
"""What a sentence leaves undisclosed, by the words beside the cue: kind of fact, what is asked, pattern."""


def undisclosed(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each sentence that says that something is not known or not told, in text order."""
    found = []
    for sentence in context.mentions.sentences:
        text = context.text(sentence)
        cue = next((m for pattern in _patterns() if (m := pattern.search(text))), None)
        if cue is None or not context.speaks(sentence):
            continue
        found.append(_claim(context, sentence, cue))
    return tuple(found)


def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row[0], re.I) for row in table("undisclosed_patterns"))


def _claim(context: Context, sentence: Span, cue: re.Match[str]) -> Claim:
    text = context.text(sentence)
    kind, asked = next(((kind, asked) for kind, asked, words in TOPICS if words.search(text)), ("statement", ""))
    start, end = _phrase(text, cue)
    event = next(
        (name for word in content_words(text) if (name := mapping("event_classes").get(word.removesuffix("s")))), ""
    )
    told = " ".join(text[start:end].split())
    keys = content_words(text[max(0, start) : min(len(text), end + 80)])
    return make_claim(
        context,
        kind,
        Span(sentence.start + start, sentence.start + end),
        measure=f"{asked} {event}".strip() if asked else "undisclosed " + " ".join(keys[:6]),
        value=told,
        disclosed=False,
        value_key="undisclosed",
        rule=BY,
    )


def _phrase(text: str, cue: re.Match[str]) -> tuple[int, int]:
    """The cue with the words that it goes with: to the next comma or full stop, some sixty characters at most."""
    end = cue.end()
    stop = re.compile(r"[,.;]").search(text, end)
    end = min(stop.start() if stop else len(text), end + 60)
    if end < len(text) and not text[end].isspace() and (stop is None or end != stop.start()):
        end = text.rfind(" ", cue.end(), end) if " " in text[cue.end() : end] else end
    return cue.start(), max(end, cue.end())
