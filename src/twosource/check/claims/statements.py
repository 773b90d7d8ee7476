"""Claims about what somebody said, with what they demand, offer, refuse or agree to (`positions`).

Reads   attributions and the clauses inside their contents
Gives   statement and position claims
Misses  who speaks where no cue tells it
"""

import re

from msgspec import structs

from twosource.check.claims.making import make_claim
from twosource.check.claims.positions import positions
from twosource.check.claims.said import (
    is_cut,
    is_verbless,
    said_by,
    with_its_subject,
    within_sentences,
    without_manner,
    without_silence,
)
from twosource.check.claims.said_already import (
    is_wondered,
    minded_by_another,
    names_its_topic,
    relays,
    said_within,
    told_aside,
)
from twosource.check.claims.said_words import CHARGE, SAID_OF_SUBSTANCE, denies, shown_of
from twosource.check.claims.speeches import Speech, speeches
from twosource.check.claims.topics import topic_of
from twosource.check.context import Context, within
from twosource.check.language.words import WORD, content_words, sense
from twosource.check.voices.chains import UNNAMED, chain_of, label_of, source_name
from twosource.check.voices.vouching import can_vouch, is_somebody
from twosource.model import Attribution, Claim, Clause, Mention, Span
from twosource.text.lexicon import mapping, words

BY = "statements"
SAID_IN_A_CLAUSE = 2
"""What `SAID_OF_SUBSTANCE` is where a clause is said: "the shop was insured" has a thing and what is said of it."""

POSITIONS = frozenset({"demands", "offers", "refuses"})
"""Stances of those who want something done or not done."""


def statements(context: Context) -> tuple[Claim, ...]:
    """Return the statement and position claims of an article, in text order."""
    found: list[Claim] = []
    told = [speech for speech in speeches(context) if not _is_part(context, speech)]
    spoken = _by_span(context)
    for speech in told:
        if source_name(context, speech.attribution.value) != UNNAMED:
            found.extend(_speech(context, speech))
    for attribution in context.mentions.attributions:
        if not any(context.speaks(content) for content in attribution.value.content):
            continue
        if (
            names_its_topic(context, attribution.value)
            or is_wondered(context, attribution.value)
            or relays(context, attribution)
            or told_aside(context, attribution.value)
            or said_within(context, attribution, spoken)
            or minded_by_another(context, attribution.value, spoken)
        ):
            continue
        if not _wants(context, attribution.value) and source_name(context, attribution.value) != UNNAMED:
            for paragraph in _paragraphs(context, attribution):
                if not any(speech.span.overlaps(content) for speech in told for content in paragraph.value.content):
                    found.extend(_statement(context, paragraph))
    found.extend(positions(context))
    return tuple(found)


def _is_part(context: Context, speech: Speech) -> bool:
    """Whether a quotation is a part of what is said around it: "said the results “should be respected”"."""
    around = _around(context, speech)
    return around is not None and context.speaks(around)


def _around(context: Context, speech: Speech) -> Span | None:
    """What is said around a quotation, up to its closing mark; None where nothing is."""
    value = speech.attribution.value
    around = (content for content in value.content if content.covers(speech.span))
    wider = next((one for one in around if value.form == "mixed" and one.start + len("``") < speech.span.start), None)
    closed = CLOSED.match(context.article.text, speech.span.end)
    return Span(wider.start, closed.end() if closed else speech.span.end) if wider is not None else None


CLOSED = re.compile(r"[”\"]|''")


def _by_span(context: Context) -> dict[Span, list[Attribution]]:
    """The attributions by their places, for those that stand in what another says."""
    found: dict[Span, list[Attribution]] = {}
    for one in context.mentions.attributions:
        found.setdefault(one.span, []).append(one.value)
    return found


def _wants(context: Context, value: Attribution) -> bool:
    """Whether a source demands, offers or refuses what it is told of, and says nothing: those are `positions`."""
    if value.form == "direct" or denies(context, value):
        return False
    return value.stance in POSITIONS


def _speech(context: Context, speech: Speech) -> tuple[Claim, ...]:
    """One statement of a quotation over several lines."""
    value = speech.attribution.value
    around = _around(context, speech)
    whole = structs.replace(value, content=(speech.span,), form="direct", negated=False)
    if around is not None:
        whole = structs.replace(whole, content=(around,), form="mixed")
    tagged = value.cue and value.content  # within a speech without a tag its speaker tells what others said
    above = chain_of(context, value.content[0]) if tagged else ()
    speaker = source_name(context, value)
    chain = above if speaker in above else (*above, speaker)
    made = _statement(context, Mention(whole, speech.attribution.span, speech.attribution.by))
    return tuple(structs.replace(claim, chain=chain, certainty=value.certainty) for claim in made)


def _paragraphs(context: Context, attribution: Mention[Attribution]) -> tuple[Mention[Attribution], ...]:
    """The attribution, once for each paragraph of what is said: long speech makes several statements."""
    groups: list[list[Span]] = []
    for content in attribution.value.content:
        if groups and "\n" not in context.article.text[groups[-1][-1].end : content.start]:
            groups[-1].append(content)
        else:
            groups.append([content])
    values = (structs.replace(attribution.value, content=tuple(group)) for group in groups)
    return tuple(Mention(value, attribution.span, attribution.by) for value in values)


def _statement(context: Context, attribution: Mention[Attribution]) -> tuple[Claim, ...]:
    value = within_sentences(context, without_silence(context, attribution.value))
    value = with_its_subject(context, without_manner(context, value))
    if (
        not value.content
        or is_cut(context, value)
        or is_verbless(context, value)
        or any(context.text(content).casefold() in POINTING for content in value.content)
    ):
        return ()
    said = said_by(context, value)
    keys = content_words(CHARGE.sub("", said))
    whole = Mention(value, attribution.span, attribution.by)
    least = SAID_IN_A_CLAUSE if _main_clause(context, whole) is not None else SAID_OF_SUBSTANCE
    if value.stance == "declines" or (value.negated and value.stance != "denies"):
        return ()
    deed = _deed(context, whole)
    if len(keys) < (1 if value.stance == "denies" else least):
        keys, deed = _small_words(said) if value.form == "direct" else (), ""
    if not keys:
        return ()
    speaker = source_name(context, value)
    shown = shown_of(context, value, said)
    if not shown or not _can_speak(speaker):
        return ()
    return (
        make_claim(
            context,
            "statement",
            label_of(context, value) or value.content[0],
            measure=" ".join(dict.fromkeys(keys)),
            value=shown,
            subject=speaker,
            polarity=(not denies(context, value) or value.negated) != _negative(context, whole),
            value_key=" ".join(sorted({sense(word) for word in keys})),
            scope=value.form,
            asked=_asked(context, value, speaker, shown),
            deed=deed,
            rule=BY,
        ),
    )


POINTING = frozenset({"what", "which", "who", "whom", "that", "this", "it"})
"""Words that stand for what is told elsewhere: of "his “hobby”, which they call theft" they call something theft."""


def _can_speak(speaker: str) -> bool:
    """Whether a source is somebody, some body or a text, and not a thing or nobody."""
    plain = speaker.lower()
    first, _, rest = speaker.partition(" ")
    if first.lower() in FEW or (first.lower() in POINTERS and not can_vouch(rest)):
        return False
    if not any(map(str.isalpha, speaker)) or CLAUSE_LIKE.search(speaker) or plain.endswith((" of", " by", " from")):
        return False  # "Originally, they had used sand"
    described = speaker[1:].islower() or speaker[:1].islower()
    if OF_ANOTHER.match(plain) or SHARE.match(plain) or (described and " of " in plain and not is_somebody(plain)):
        return False
    described = described or (" " in speaker and speaker.split()[-1][:1].islower())  # "Greece's debt crisis"
    return plain not in NOBODY and (not described or can_vouch(speaker))


CLAUSE_LIKE = re.compile(r"\b(?:he|she|they|we|it|I)\s(?:has|have|had|is|are|was|were|will|would|did)\b")
SHARE = re.compile(
    r"(?:about|nearly|around|only|just|almost|more than|less than|fewer than|at least|roughly|some)?\s*"
    r"(?:\w+\s+(?:in|out of)\s+(?:\d+|ten|five|four|three)\b"
    r"|[\d.]+\s*(?:%|percent|per cent)|half\b|an?\s(?:third|quarter|fifth)\b|two-thirds|three-quarters)"
)
"""How many of those who were asked say so: that is a number, and nobody's word."""

OF_ANOTHER = re.compile(r"(?:for|of|in|by|with|to|from|that|as|on|at)\b")
POINTERS = frozenset({"this", "that", "these", "those", "such", "some", "many", "other", "both", "all"})
FEW = frozenset({"few", "no", "none", "nobody", "neither", "hardly", "scarcely", "nothing", "anyone", "anybody", "any"})
"""How those are counted who do not say it: "few here think that it will end"."""

NOBODY = frozenset(
    {"neither", "none", "nobody", "no one", "it", "you", "one", "recording", "tape", "video", "men", "women", "people",
     "folks", "others", "everyone", "everybody", "someone", "somebody", "some", "many", "most people", "some people",
     "many people"}
)  # fmt: skip
"""Sources that are nobody in particular, or a thing that only plays what somebody says."""

VERBS = {"believes": "think", "asks": "ask", "warns": "warn"}

OF_CUES = (
    (re.compile(r"\bhop(?:e|es|ed|ing)\b", re.I), "hope"),
    (re.compile(r"\b(?:fear|afraid)", re.I), "fear"),
    (re.compile(r"\bexpect", re.I), "expect"),
    (re.compile(r"\b(?:learn(?:s|ed|t)?|discover\w*|found|finds?)\b", re.I), "find out"),
    (re.compile(r"\bhear(?:s|d)?\b", re.I), "hear"),
    (re.compile(r"\b(?:see|sees|saw|seen|watched|witnessed)\b(?! as)", re.I), "see"),
    (re.compile(r"\bfe(?:el|els|lt)\b", re.I), "feel"),
    (re.compile(r"\b(?:predict|forecast)", re.I), "predict"),
    (re.compile(r"\bestimat", re.I), "estimate"),
    (re.compile(r"\bdoubt", re.I), "doubt"),
    (re.compile(r"\bsuspect", re.I), "suspect"),
    (re.compile(r"\bsuggest", re.I), "suggest"),
)
"""Cues that are more or less than saying, with the verb by which a question asks: a hope is no assertion."""


def _asked(context: Context, value: Attribution, speaker: str, shown: str) -> str:
    """What a question asks behind the speaker's name: "say about the bridge"."""
    whom = BRACKETED.match(shown)
    topic = f"about {whom[1]}" if whom else topic_of(context, value.content, speaker, direct=value.form == "direct")
    cue = context.text(value.cue[-1]) if value.cue and value.form != "direct" and not value.negated else ""
    plain = value.stance not in ("asks", "warns", "denies", "refuses", "declines")
    verb = next((verb for pattern, verb in OF_CUES if plain and pattern.search(cue)), VERBS.get(value.stance, "say"))
    if verb == "expect":
        topic = topic.replace("about ", "of ", 1)
    return f"{verb} {topic}".replace(" : ", ": ")


BRACKETED = re.compile(r"\w+ \[([^\]]+)\]")


def _small_words(said: str) -> tuple[str, ...]:
    """All words of a quotation that is said in small words, (): when it is too short: "If I could do more, I would".

    Two of one speaker can be told to be one then; what two speakers say so is what anybody says, and confirms nothing.
    """
    plain = tuple(word.casefold() for word in WORD.findall(said))
    return plain if len(plain) >= IN_SMALL_WORDS else ()


IN_SMALL_WORDS = 6
"""Words of a quotation without content words below which it is a mere exclamation ("I would do it again")."""


def _main_clause(context: Context, attribution: Mention[Attribution]) -> Clause | None:
    """The first finite clause of what is said."""
    inside = (clause for content in attribution.value.content for clause in within(context.mentions.clauses, content))
    return next((clause.value for clause in inside if clause.value.tense), None)


def _negative(context: Context, attribution: Mention[Attribution]) -> bool:
    main = _main_clause(context, attribution)
    return main is not None and main.negated


def _deed(context: Context, attribution: Mention[Attribution]) -> str:
    """The class of the deed that is told; "" when none is, or a verb that tells of no event."""
    main = _main_clause(context, attribution)
    if main is None or main.predicate in words("light_verbs"):
        return ""
    return mapping("verb_classes").get(main.predicate, main.predicate)
