"""Cut what somebody says to what is said: without the speaker's manner, what is not told, what the article adds.

Reads   attributions, the clauses inside their contents
Gives   an attribution with less content or more; what it says on one line; whether it is cut short or has no verb
Misses  pieces that the finder of attributions lost
"""

import re
from collections.abc import Iterator

from msgspec import structs

from twosource.check.claims.clause_ends import subject_of
from twosource.check.claims.undisclosed import told_besides
from twosource.check.context import Context, within
from twosource.check.voices.chains import label_of
from twosource.model import Attribution, Span


def without_manner(context: Context, value: Attribution) -> Attribution:
    """Return what is said without what its tag tells of the speaker: "it sank, he said, pointing at the sea"."""
    if value.form == "direct" or len(value.content) < 2 or not value.cue:
        return value
    kept = tuple(
        content
        for content in value.content
        if content.start < value.cue[-1].end
        or not MANNER.match(context.article.text, content.start)
        or context.article.text[value.cue[-1].end : content.start].strip() not in (",", ", ")
    )
    return value if kept == value.content or not kept else structs.replace(value, content=kept)


MANNER = re.compile(r"(?:\w+ly\s+)?(?!(?:during|according|including)\b)[a-z]+ing\s")


def is_cut(context: Context, value: Attribution) -> bool:
    """Return whether what is said goes on where it was taken to end: "the hopes of the town | are small"."""
    text, end = context.article.text, value.content[-1].end
    return value.form == "indirect" and GOES_ON_AT.match(text, end) is not None and not _has_main(context, value)


def is_verbless(context: Context, value: Attribution) -> bool:
    """Return whether what somebody "said" has no verb and no quotation: "Lowe said the carts | and they would stay"."""
    if value.form != "indirect" or not value.cue or SAID.search(context.text(value.cue[-1])) is None:
        return False
    if any(QUOTED.search(context.text(content)) for content in value.content):
        return False
    if any(within(context.mentions.clauses, content) for content in value.content):
        return False
    last = value.content[-1]
    return not ENDS_THERE.match(context.article.text[last.end : context.sentence(last).end])


ENDS_THERE = re.compile(r"\s*$|\s*[.!?”\"]|\s*[,;]?\s*(?:but|while|although|though|because|which|who|as|when|after)\b")
"""Behind what is said to its end: a verb may have been taken for a noun then ("the flaw impacts all ovens")."""

SAID = re.compile(r"\b(?:said|says|say)$", re.I)
QUOTED = re.compile(r"[“”\"‘`]|''")
GOES_ON_AT = re.compile(
    r"\s+(?:\w+ly\s+)?(?:is|are|was|were|has|have|had|will|would|should|could|can|may|might|must)\s+(?!\w+\s+(?:said|says)\b)\w"
)


def _has_main(context: Context, value: Attribution) -> bool:
    """Whether a clause with a subject of its own in what is said has a finite verb there."""
    return any(
        clause.value.tense and (subject := subject_of(clause.value)) is not None and subject.span.start == content.start
        for content in value.content
        for clause in within(context.mentions.clauses, content)
    )


def without_silence(context: Context, value: Attribution) -> Attribution:
    """Return what a source says less the words that something is not known or not told: those are `undisclosed`."""
    kept: list[Span] = []
    for content in value.content:
        told = told_besides(context.text(content))
        kept += [content] if told is None else [Span(content.start + low, content.start + high) for low, high in told]
    return value if tuple(kept) == value.content else structs.replace(value, content=tuple(kept))


def with_its_subject(context: Context, value: Attribution) -> Attribution:
    """Return a quotation with the beginning of its sentence that stands outside: "said that the ferry “had sunk”"."""
    if (
        value.form != "direct"
        or len(value.content) != 1
        or not value.cue
        or SAYS_TO.search(context.text(value.cue[-1]))
    ):
        return value
    [content] = value.content
    cue = value.cue[-1]
    gap = context.article.text[cue.end : content.start] if cue.end < content.start else ""
    begun = BEGUN.match(gap.rstrip(" “\"`'"))
    if begun is None or not GOES_ON.match(context.text(content)) or context.sentence(cue).end < content.start:
        return value
    start = cue.end + max(begun.start("subject"), begun.start("other"))
    return structs.replace(value, content=(Span(start, content.end),), form="mixed")


SAYS_TO = re.compile(r"\bt(?:old|ell)", re.I)
GOES_ON = re.compile(r"[“\"`']*[a-z]")
BEGUN = re.compile(
    r"\s+(?:[^.;:“”\"]{0,60}?\bthat\s+(?P<subject>\w[^;:“”\"`]*))$"
    r"|\s+(?P<other>(?:the|an?|his|her|its|their|he|she|it|they)\s[^,;:“”\"`]*)$"
)
"""What stands between the verb of saying and a quotation, and begins the sentence that the quotation goes on with."""


def within_sentences(context: Context, value: Attribution) -> Attribution:
    """Return reported speech, each piece up to the end of its sentence: behind it the article speaks again."""
    if value.form != "indirect":
        return value
    ends = [max(context.sentence(content).end, content.start) for content in value.content]
    kept = tuple(Span(c.start, min(c.end, end)) for c, end in zip(value.content, ends, strict=True) if c.start < end)
    return value if kept == value.content else structs.replace(value, content=kept)


def said_by(context: Context, value: Attribution) -> str:
    """Return what is said, on one line; of "hailed by ministers as progress" the thing, "as", and what it is called."""
    texts = [" ".join(context.text(content).split()) for content in value.content]
    label = label_of(context, value)
    if label is None:
        return " ".join(_joined(context, value, texts))
    return " as ".join(texts if label == value.content[-1] else texts[::-1])


def _joined(context: Context, value: Attribution, texts: list[str]) -> Iterator[str]:
    """The pieces of what is said, with the comma or dash between them that a tag took the place of."""
    for number, piece in enumerate(texts):
        behind = value.content[number + 1].start if number + 1 < len(texts) else None
        gap = context.article.text[value.content[number].end : behind].strip() if behind is not None else ""
        joint = PARTED.match(gap) and value.form != "direct" and _is_joint(context, piece, behind or 0)
        yield f"{piece}," if joint else piece


def _is_joint(context: Context, before: str, behind: int) -> bool:
    """Whether what stands behind a tag only joins what stands before it: not a verb behind its own subject."""
    if not before[-1:].isalnum() or before.split()[-1].lower() in {"which", "who", "that", "is", "are", "was", "were"}:
        return False
    if JOINS.match(context.article.text, behind):
        return True
    inside = within(context.mentions.clauses, context.sentence(Span(behind, behind + 1)))
    return any(part.relation == "subject" and part.span.start == behind for c in inside for part in c.value.arguments)


JOINS = re.compile(
    r"(?:and|but|or|so|yet|which|who|because|while|though|although|as|with|particularly|especially|including|compared"
    r"|the|an?|more|less|it|he|she|they|we|I|there)\b"
)
"""Words that join a phrase or another clause to what stands before."""

PARTED = re.compile(r",.*(?:,|[—–-])$", re.S)
