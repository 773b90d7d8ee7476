"""Claims that something is not known or not told.

Reads   sentences, attributions with a declining cue, clauses about telling that are negated
Gives   claims with ``disclosed=False``, about a venue, a time or anything else
Misses  silence that the text does not speak of
"""

import re
from functools import cache, lru_cache

from twosource.check.claims.making import make_claim
from twosource.check.claims.silences import is_silence, silence_told
from twosource.check.context import Context, within
from twosource.check.coreference.words import Head, kind_of
from twosource.check.language.nouns import is_person
from twosource.check.language.words import content_words
from twosource.check.voices.chains import UNNAMED, name_of, silence_of
from twosource.model import Argument, Claim, FactKind, Span
from twosource.text.lexicon import mapping, table

BY = "undisclosed"
NAME = re.compile(r"\b[A-Z][^\W\d_]+")
VERB_FIRST = re.compile(r"(?:is|are|was|were|has|have|remain|(?:for|from|over) (?=.*reason))", re.I)
REACH = 40
"""Characters behind the phrase that still belong to what is not told: a clause is cut at a comma."""

ASKING = frozenset(
    {"reason", "reasons", "cause", "causes", "caused", "number", "amount", "details", "given", "immediately", "yet",
     "currently", "public", "being", "specific", "precisely", "exactly", "whether", "dollar", "dollars", "euros",
     "value", "price", "figure", "figures", "sum", "sums", "worth", "cost", "financial", "terms", "official", "word"}
)  # fmt: skip
"""Words that say what sort of thing is not told, which `TOPICS` knows already, or how little is."""

TOPICS: tuple[tuple[FactKind, str, re.Pattern[str]], ...] = (
    (
        "venue",
        "exact location",
        re.compile(r"\b(locations?|venues?|whereabouts|sites?|places?|addresse?s?|where)\b", re.I),
    ),
    (
        "time",
        "exact time",
        re.compile(
            r"\b(?:(?:say|said|tell|told|know|known|knows|knew|clear|unclear|reveal|disclose|specify|sure|or|and|exactly|just)"
            r" when|dates?|timing|timetables?|schedules?)\b",
            re.I,
        ),
    ),
    (
        "statement",
        "motive",
        re.compile(r"\b(?:motives?|motivations?|intent|who (?:did it |was behind it )?(?:and|or) why)\b", re.I),
    ),
    (
        "statement",
        "responsibility",
        re.compile(
            r"\b(?:nobody|no[ -]one|no (?:\w+ ){0,3}(?:group|organi[sz]ation|person|faction|party))\b[^.;,]{0,40}"
            r"\bclaimed (?:\w+ )?responsibility\b|\bno (?:[\w-]+ )?claims? of responsibility\b",
            re.I,
        ),
    ),
    (
        "statement",
        "cause",
        re.compile(
            r"\b(why|causes?|caused|reasons?|how it"
            r"|what\b[^.;]{0,80}\b(?:was|were|is|are|been|being) \w+ed for"
            r"|how (?:the|an?|its?|they|he|she)\b[^.;,]{0,40}\b(?:was|were|got|happened|began|came)"
            r"|(?:undisclosed|unspecified|unknown|unexplained) (?:problems?|illness(?:es)?|ailments?|conditions?))\b",
            re.I,
        ),
    ),
    (
        "figure",
        "sum",
        re.compile(
            r"\b(?:how much|dollars?|euros?|pounds|prices?|costs?|fees?|worth|sums?|value|(?:financial|contract) terms"
            r"|terms of the (?:deal|contract|offer|sale))\b",
            re.I,
        ),
    ),
    ("figure", "number", re.compile(r"\b(how many|numbers?|amounts?|terms|toll)\b", re.I)),
)
"""What a sentence leaves undisclosed, by the words beside the cue: kind of fact, what is asked, pattern."""


def undisclosed(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each sentence that says that something is not known or not told, in text order."""
    found = []
    for sentence in context.mentions.sentences:
        text = context.text(sentence)
        cue = cue_in(text)
        if cue is None or not context.speaks(sentence) or not is_silence(text, cue, _phrase(text, cue)[1]):
            continue
        if _held(context, sentence, cue):
            continue
        found += [_claim(context, sentence, cue, topic) for topic in _topics(text, cue)]
    return tuple(claim for claim in found if not TELLS_NOTHING.search(claim.value))


def _held(context: Context, sentence: Span, cue: re.Match[str]) -> bool:
    """Whether people are not let go, and nothing is kept from anybody: "did not release the hostages"."""
    cued = Span(sentence.start + cue.start(), sentence.start + cue.end())
    return any(
        part.relation == "object" and _is_people(context, part)
        for clause in within(context.mentions.clauses, sentence)
        if clause.value.predicate == "release" and clause.span.overlaps(cued)
        for part in clause.value.arguments
    )


def _is_people(context: Context, part: Argument) -> bool:
    """Whether a part of a clause names a person or is of people: "the hostages", not "the names of the hostages"."""
    entity = context.at.get(part.span)
    return is_person(part.head) or (entity is not None and entity.kind == "person")


TELLS_NOTHING = re.compile(
    r"\b(?:(?:would|did|could|will|does|do|can|wo)(?:n['’]t| not)|not|(?:declin|refus)\w+ to|(?:soon|early) to)\s+"
    r"(?:immediately\s+)?(?:say|tell|know|specify|explain)$|^(?:for|of|from|over)\s(?:\w+\s)*reasons?$",
    re.I,
)
"""Silences of which nothing says on what they are: "the mayor would not say", "for unknown reasons"."""


def _topics(text: str, cue: re.Match[str]) -> tuple[tuple[FactKind, str], ...]:
    """What a sentence leaves untold: what its clause behind the cue asks, or else what stands anywhere in it.

    "Did not say why he left or when" leaves two things untold.
    """
    start, end = _phrase(text, cue)
    told = text[start:end]
    asked = tuple((kind, name) for kind, name, words in TOPICS if words.search(told))
    if len(asked) > 1 and not OR.search(told):
        asked = asked[:1]
    # where it is said what is asked, a place or a number beside it is not what the silence is about
    sorts = ("statement",) if ASKS.search(told) else ("statement", "venue", "figure")
    own = text[max((part.end() for part in CLAUSES.finditer(text, 0, cue.start())), default=0) : end]
    near = tuple((kind, name) for kind, name, words in TOPICS if kind in sorts and words.search(own))
    if NO_COMMENT.search(told):
        near = ()
    return asked or near[:1] or (("statement", ""),)  # "when" may only say when it was that nothing was told


CLAUSES = re.compile(r"[.;:“”\"]|\b(?:and|but|while|although|though)\b")
"""Where a clause of its own may begin, before a silence."""

NO_COMMENT = re.compile(
    r"\b(?:comment\w*|respond\w*|repl(?:y|ied|ies)|reached|unavailable|speak|talk|be drawn|interviews?|elaborate)\b",
    re.I,
)
"""Words of a silence about nothing in particular."""


OR = re.compile(r"\b(?:or|nor|and)\b")
ASKS = re.compile(r"\b(?:what|who|whom|which|if|whether)\s", re.I)


@lru_cache(maxsize=2_000)  # every clause of a sentence asks
def cue_in(text: str) -> re.Match[str] | None:
    """Return the words of a sentence that say that something is not told or not known, or None."""
    return next((m for pattern in _patterns() if (m := pattern.search(text))), None)


def told_besides(text: str) -> tuple[tuple[int, int], ...] | None:
    """Return where a text tells something besides a silence, None when it speaks of none.

    >>> text = "The cause was not known, but the mayor had been ill."
    >>> [text[start:end] for start, end in told_besides(text)]
    ['the mayor had been ill.']
    """
    cue = cue_in(text)
    if cue is None:
        return None
    _, end = _phrase(text, cue)
    parted = list(PARTS.finditer(text, 0, cue.start()))
    if parted and RELATIVE.match(text, parted[-1].end()):
        return None  # "the pilot, who was not named, was flown to Malta" tells of the pilot
    stop = STOP.search(text, end)
    rest = OPENS.match(text, stop.start() if stop else len(text))
    parts = ((0, parted[-1].start() if parted else 0), (rest.end() if rest else len(text), len(text)))
    return tuple((low, high) for low, high in parts if low < high)


PARTS = re.compile(
    r"[\"”']?[,.;!?][\s\"“”'`]+(?:(?:but|and|although|though|while|however)\s+)?"
    r"|\s(?:but|although|though|while|however)\s+|\sand\s+(?=(?:it|he|she|they|we|I|there|that)\b)",
    re.I,
)
"""What parts a silence from what is told before it."""

RELATIVE = re.compile(r"(?:who|whom|whose|which)\b", re.I)

OPENS = re.compile(r"[\s,.;\"“”'`]*(?:(?:but|and|although|though|while|yet|however)\s+)?", re.I)
"""What parts it from what is told behind it."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row[0], re.I) for row in table("undisclosed_patterns"))


def _claim(context: Context, sentence: Span, cue: re.Match[str], topic: tuple[FactKind, str]) -> Claim:
    text = context.text(sentence)
    kind, asked = topic
    start, end = _phrase(text, cue)
    told = " ".join(text[start:end].split())
    event = next((name for word in content_words(told) if (name := _event(word))), "")
    focus = Span(sentence.start + start, sentence.start + end)
    cue_span = Span(sentence.start + cue.start(), sentence.start + cue.end())
    chain = _silent(context, cue_span) or silence_of(context, focus)
    about = _topic(text[cue.start() : min(len(text), end + REACH)], cue[0])
    return make_claim(
        context,
        kind,
        focus,
        measure=f"{asked} {event}".strip() if asked else "undisclosed " + " ".join(content_words(told)[:6]),
        value=silence_told(context, sentence, cue, start, chain) or told,
        disclosed=False,
        chain=chain,
        value_key="undisclosed",
        subject=chain[-1] if chain and not asked and about <= COMMENT else "",
        asked=" ".join(sorted(about)),
        rule=BY,
    )


COMMENT = frozenset({"comment", "respond", "request", "question", "call", "message", "mail"})
"""Words of a silence on nothing in particular: two who do not comment leave two things untold, each his own."""


def _silent(context: Context, cue: Span) -> tuple[str, ...]:
    """Who does not tell: the source of the words at the cue, or the subject of its verb; () when nobody is named."""
    told = silence_of(context, cue)
    if told:
        return told
    for clause in within(context.mentions.clauses, cue):
        for argument in clause.value.arguments:
            if argument.relation == "subject" and not clause.value.passive and _can_tell(context, argument.span):
                name = name_of(context, argument.span)
                return (name,) if name != UNNAMED else ()
    return ()


def _can_tell(context: Context, span: Span) -> bool:
    """Whether a subject is somebody who could tell: "the cause", "it", "Lund's gun" could not."""
    entity, last = context.entity(span), context.text(span).split()[-1]
    named = entity is not None and entity.kind != "place" and (entity.kind != "person" or not last.islower())
    return named or is_person(last.lower())


def _event(word: str) -> str:
    return mapping("event_classes").get(word.removesuffix("s"), "")


def _topic(text: str, cue: str) -> set[str]:
    """The senses of the words that say what is not told, less those of the cue, people and names."""
    plain = {word for word in content_words(text) if not is_person(word)}
    named = {word.lower() for word in NAME.findall(text)}
    return {kind_of(word, Head(word, 0)) for word in plain - named - set(content_words(cue)) - ASKING}


STOP = re.compile(r"[,.;](?!\s*(?:or|and|nor)\s+(?:wh\w+|how)\b)")
"""Where a silence ends: not before ", or where they went"."""

LONGEST = 100
"""Characters behind the cue that are cited at most."""


def _phrase(text: str, cue: re.Match[str]) -> tuple[int, int]:
    """The cue with the words that it goes with: to the next comma or full stop, if no question goes on behind it.

    A cue that begins with its verb ("was unspecified") takes what stands before it in the clause.
    """
    end = cue.end()
    stop = STOP.search(text, end)
    end = min(stop.start() if stop else len(text), end + LONGEST)
    if end < len(text) and not text[end].isspace() and (stop is None or end != stop.start()):
        end = text.rfind(" ", cue.end(), end) if " " in text[cue.end() : end] else end
    before = re.search(r"(?<![^\W_])[^,.;:]{0,80}$", text[: cue.start()]) if VERB_FIRST.match(cue[0]) else None
    start = before.start() + len(before[0]) - len(before[0].lstrip()) if before else cue.start()
    return start, max(end, cue.end())
