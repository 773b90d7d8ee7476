"""Claims about what somebody said, with what they demand, offer, refuse or agree to (`positions`).

Reads   attributions and the clauses inside their contents
Gives   statement and position claims
Misses  who speaks where no cue tells it
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import structs

from twosource.check.claims.clause_ends import subject_of
from twosource.check.claims.making import make_claim
from twosource.check.claims.positions import positions
from twosource.check.claims.speeches import Speech, speeches
from twosource.check.claims.topics import topic_of
from twosource.check.claims.undisclosed import told_besides
from twosource.check.claims.wording import BEHIND, DETERMINED, is_fragment, quoted, reported
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.language.plurals import is_plural
from twosource.check.language.words import WORD, content_words, sense
from twosource.check.voices.antecedents import RELATIVE
from twosource.check.voices.chains import UNNAMED, chain_of, label_of, source_name
from twosource.check.voices.going_on import TELLS
from twosource.check.voices.quotations import quotations
from twosource.check.voices.vouching import can_vouch, is_somebody
from twosource.model import Attribution, Claim, Clause, Mention, Span, hull
from twosource.text.lexicon import mapping, words

BY = "statements"
SAID_OF_SUBSTANCE = 3
"""Content words below which a quotation says nothing that could be compared ("very sad")."""

SAID_IN_A_CLAUSE = 2
"""The same where a clause is said: "the shop was insured" has a thing and what is said of it."""

POSITIONS = frozenset({"demands", "offers", "refuses"})
"""Stances of those who want something done or not done."""

CHARGE = re.compile(
    r"^\W*(?:the|any|an?|all|these|those|such)?\s*(?:\w+\s+)?"
    r"(?:charges?|claims?|allegations?|accusations?|reports?|suggestions?|rumou?rs?)\s+that\b",
    re.I,
)
LEADING = re.compile(r"^\W{0,1}(?:that,?\s+(?=[\w“\"‘'`])|That\s+(?=[A-Z]))")
"""What joins to its verb what is said; "That bridge" points, and "whether" leaves open what is asked."""


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
            _names_its_topic(context, attribution.value)
            or _is_wondered(context, attribution.value)
            or _relays(context, attribution)
            or _told_aside(context, attribution.value)
            or _said_within(context, attribution, spoken)
            or _minded_by_another(context, attribution.value, spoken)
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


def _said_within(context: Context, attribution: Mention[Attribution], spoken: dict[Span, list[Attribution]]) -> bool:
    """Whether what one says stands in what is said already: "“I think it burned,” Lee said" is one statement of Lee's.

    Nor does anybody speak whom a quotation only speaks of at large: "we cannot have people deny it".
    """
    value = attribution.value
    if value.parent is None or not value.source:
        return False
    for outer in spoken.get(value.parent, ()):
        if (
            outer is value
            or not outer.source
            or not _is_spoken(context, outer)
            or not any(c.covers(value.cue[0]) for c in outer.content if value.cue)
        ):
            continue
        if (outer.form == "direct" and _at_large(context, value)) or (
            outer.stance in TELLS and _is_himself(context, value, outer)
        ):
            return True
    return False


def _minded_by_another(context: Context, value: Attribution, spoken: dict[Span, list[Attribution]]) -> bool:
    """Whether another tells what is in somebody's mind: "Lee claimed that Moll supports the ban" is Lee's word."""
    if value.parent is None or value.stance != "believes" or not value.source:
        return False
    return any(
        outer is not value and bool(outer.source) and outer.stance in TELLS and not _is_himself(context, value, outer)
        for outer in spoken.get(value.parent, ())
    )


def _is_spoken(context: Context, value: Attribution) -> bool:
    """Whether what is said to be a quotation stands between marks as a whole."""
    return value.form != "direct" or all(_between_marks(context, content) for content in value.content)


def _is_himself(context: Context, inner: Attribution, outer: Attribution) -> bool:
    """Whether one who says something in what another says is the same: "Lee said he thought it burned"."""
    if context.text(inner.source[0]).casefold() in ITSELF:
        return True
    return source_name(context, inner) == source_name(context, outer) != UNNAMED


def _at_large(context: Context, value: Attribution) -> bool:
    return not value.who and context.text(value.source[0]).casefold() in AT_LARGE


ITSELF = frozenset({"i", "we", "me", "us"})
AT_LARGE = frozenset(
    {"people", "they", "you", "everybody", "everyone", "some", "others", "men", "women", "folks", "one"}
)
"""Whoever somebody speaks of without meaning anybody."""


def _wants(context: Context, value: Attribution) -> bool:
    """Whether a source demands, offers or refuses what it is told of, and says nothing: those are `positions`."""
    if value.form == "direct" or _denies(context, value):
        return False
    return value.stance in POSITIONS


def _names_its_topic(context: Context, value: Attribution) -> bool:
    """Whether a headline only opens with the name of whom it tells of: "Tom Webb: son held over fire"."""
    if value.form != "headline" or not value.source:
        return False
    if ASKS.match(context.text(value.content[0])):
        return True  # "Ferry Anna: what we know"
    entity = context.entity(value.source[0])
    said = " ".join(context.text(content) for content in value.content)
    return entity is not None and entity.kind == "person" and not SPOKEN.search(said)


SPOKEN = re.compile(r"\b(?:I|we|my|our|us|me)\b|[“”\"]|``|''|(?<!\w)['‘’]", re.I)


def _is_wondered(context: Context, value: Attribution) -> bool:
    """Whether a sentence only wonders whether or when somebody will say it."""
    start = value.content[0].start
    return WONDERS.search(context.article.text, context.sentence(value.content[0]).start, start) is not None


WONDERS = re.compile(r"\b(?:wonder(?:s|ed|ing)?|imagine|suppose|what if|as if|as though)\b", re.I)


def _relays(context: Context, attribution: Mention[Attribution]) -> bool:
    """Whether all that is said is what another said: "Ora quoted the mayor as saying ..." is the mayor's statement."""
    value = attribution.value
    whole = hull(value.content)
    for inner in within(context.mentions.attributions, whole):
        told = inner.value
        said = hull(told.content)
        if inner is attribution or not told.source or told.negated or told.stance not in TELLS or said == whole:
            continue
        if _is_himself(context, told, value):
            continue
        opened = LEADS.fullmatch(context.article.text[whole.start : told.source[0].start])
        if said.end == whole.end and opened and told.cue[0].start - told.source[0].end <= NEXT:
            return source_name(context, told) != UNNAMED
    return False


def _told_aside(context: Context, value: Attribution) -> bool:
    """Whether what is said only describes somebody: "shot by police who claim that he drew" states that he was shot."""
    return bool(value.source) and not value.who and context.text(value.source[0]).casefold() in RELATIVE


NEXT = len(" as also ")
"""Characters between a source and its cue where the cue is its verb and not that of another clause."""

LEADS = re.compile(r"\W*(?:that\s+)?", re.I)


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
    value = _within_sentences(context, _without_silence(context, attribution.value))
    value = _with_its_subject(context, _without_manner(context, value))
    if (
        not value.content
        or _is_cut(context, value)
        or any(context.text(content).casefold() in POINTING for content in value.content)
    ):
        return ()
    said = _said(context, value)
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
    shown = _shown(context, value, said)
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
            polarity=(not _denies(context, value) or value.negated) != _negative(context, whole),
            value_key=" ".join(sorted({sense(word) for word in keys})),
            scope=value.form,
            asked=_asked(context, value, speaker, shown),
            deed=deed,
            rule=BY,
        ),
    )


def _without_manner(context: Context, value: Attribution) -> Attribution:
    """What is said without what its tag goes on to tell of the speaker: "it sank, he said, pointing at the sea"."""
    if value.form == "direct" or len(value.content) < len(("before", "after")) or not value.cue:
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


def _is_cut(context: Context, value: Attribution) -> bool:
    """Whether what is said goes on where it was taken to end: "the hopes of the town | are small"."""
    text, end = context.article.text, value.content[-1].end
    return value.form == "indirect" and GOES_ON_AT.match(text, end) is not None and not _has_main(context, value)


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


POINTING = frozenset({"what", "which", "who", "whom", "that", "this", "it"})
"""Words that stand for what is told elsewhere: of "his “hobby”, which they call theft" they call something theft."""


def _shown(context: Context, value: Attribution, said: str) -> str:
    """What is said as it can be shown, "" where it is only a piece of it.

    A thing that is not told of in a clause stands with its verb: "spoke of 120 new homes".
    """
    if _denies(context, value):
        if ASKED_FOR.match(said) and not _has_clause(context, value):
            return ""  # "denied the motion" refuses it
        answer = "did not deny" if value.negated else "denied"
        return f"{answer}: {reported(LEADING.sub('', CHARGE.sub('', said)).strip(' ,'))}"
    if value.form == "direct" and all(_between_marks(context, content) for content in value.content):
        return "" if RUN_IN.match(said.strip(" “”\"`',")) else quoted(_pieces(context, value))
    if label_of(context, value) is not None:
        return reported(_labelled(context, value, said))
    called = bool(value.cue) and NAMING.search(context.text(value.cue[-1])) is not None
    if (called or not _has_clause(context, value)) and len(value.content) == 1 and value.cue:
        said = _with_its_verb(context, value, said)
    if value.stance == "believes" and ASKS.match(JUST.sub("", said)):
        return ""  # "saw how angry they were"
    line = AND_STATES.sub("", JOINING.sub("", LEADING.sub("", CHARGE.sub("", said))).strip(" ,"))
    line = SPEAKS_ON.sub("", line)
    if TORN_OFF.match(line) or (value.form == "direct" and HAS_NO_SUBJECT.match(line)):
        return ""
    return "" if is_fragment(line) else _with_a_name(context, value, reported(line))


def _with_a_name(context: Context, value: Attribution, line: str) -> str:
    """What a body says of somebody, with the name behind the pronoun that it begins with: "he [Tom Webb] drowned".

    Of what a person says nobody can be sure so easily: "he" is mostly the speaker.
    """
    begun = SOMEBODY_FIRST.match(line)
    if begun is None or not _is_body(context, value):
        return line
    said = context.text(value.content[0])
    at = said.find(begun[1])
    if at < 0:
        return line
    start = value.content[0].start + at
    entity = context.entity(Span(start, start + len(begun[1])))
    if entity is None or entity.kind != "person" or entity.name.split()[-1].casefold() in line.casefold():
        return line
    rest = re.sub(r"^['’]ll\b", " will", line[begun.end() :])
    return f"{begun[1]} [{entity.name}]{rest}"


SOMEBODY_FIRST = re.compile(r"(he|she|He|She)\b(?=\s|['’]ll\b)")


def _is_body(context: Context, value: Attribution) -> bool:
    """Whether several people, a body or a text say it."""
    entity = context.entity(value.source[0]) if value.source else None
    if value.source and is_person(context.text(value.source[0]).split()[-1].lower()):
        return False
    if entity is not None:
        return entity.kind in ("organisation", "group")
    head = BEHIND.split(source_name(context, value))[0].split()[-1].lower()
    return is_plural(head) or mapping("noun_kinds").get(head) in ("organisation", "group")


JOINING = re.compile(
    r"^(?:(?:And|But|So|Yet)\s+|(?:However|In addition|By comparison|In contrast|Meanwhile|Moreover|Still|Nevertheless"
    r"|Nonetheless|Instead|Besides|Also|Furthermore|On the other hand),\s+)(?=[\w“\"‘'`])"
)
"""What joins what is said to what was said before."""

SPEAKS_ON = re.compile(
    r",?\s+(?:although|though|but|while|and)\s+(?:he|she|they|it)\s+(?:\w+ly\s+|again\s+|also\s+|later\s+)?"
    r"(?:said|says|added|refused|declined|acknowledged|admitted|noted|insisted|conceded|stressed|made no|offered no)\b"
    r"[^“”\"]*$"
)
"""What is told of the speaker behind what is said: "it was safe, although he again refused to try it"."""

TORN_OFF = re.compile(r"(?:and|or)\s|with\s[^,]*$")
"""How a piece begins that is torn off what it belongs to."""

HAS_NO_SUBJECT = re.compile(r"(?:was|were|is|are)\s")
"""How a piece of a sentence begins whose subject stands outside."""


JUST = re.compile(r"^(?:exactly|just|only|even)\s+", re.I)
AND_STATES = re.compile(r",?\s+(?:with\s+[^,]{1,40}\s|and\s+)?(?:stating|saying|adding|noting|stated|said|added|says)$")
"""The verb of more that is said, behind which it is cut off."""


ASKED_FOR = re.compile(
    r"^\W*(?:it|him|her|them|us|me)\s|^[^,;.]*?\b(?:motions?|requests?|appeals?|applications?|bail|petitions?|bids?|offers?"
    r"|parole|access|permission|entry|visas?|protections?|pleas?)\b",
    re.I,
)
"""What can be denied to those who ask for it."""


def _labelled(context: Context, value: Attribution, said: str) -> str:
    """What a source calls a thing, with the verb where that stands before it: "described the deal as a bargain"."""
    cue = AUXILIARY.sub("", context.text(value.cue[-1])) if value.cue else ""
    if BESIDES.search(cue) or not NAMES_A_THING.search(cue):
        return said
    if TRIES.search(cue):
        return ""  # "decided to call the boat a yacht"
    return f"{cue[0].lower()}{cue[1:]} {said.replace(' as ', ' ', 1) if CALLS.search(cue) else said}"


AUXILIARY = re.compile(r"^(?:(?:was|were|is|are|has|have|had|been|being)\s+)+", re.I)
TRIES = re.compile(
    r"\b(?:decid\w*|chose|choose|agreed?|try|tries|tried|trying|attempt\w*|seek\w*|sought|want\w*|able|failed|refus\w*)\b",
    re.I,
)
"""Cues of what is not said yet."""

TELLS_ABOUT = re.compile(r"\b(?:about|of)\s")
NAMING = re.compile(
    r"\b(?:call|dub|brand|label|term|portray|depict|accus|blam|credit|prais|critici[sz]|condemn|denounc|thank|compar|liken)"
    r"(?:e?s|e?d|bed|led|ing)?(?:\s+(?:of|for|to|with))?$",
    re.I,
)
"""Cues behind which a thing stands with what it is called, whatever clause describes that."""

CALLS = re.compile(r"\b(?:call|dubb|nam|label|brand|term|declar)\w*$", re.I)
"""Cues behind which the label stands without "as"."""


def _with_its_verb(context: Context, value: Attribution, said: str) -> str:
    """A thing that is spoken of with the verb that does so, "" where that is a deed and tells nothing of the thing."""
    cue, thing = context.text(value.cue[-1]), said.strip(" “”\"`',")
    if value.cue[-1].end > value.content[0].start:
        return "" if value.stance == "believes" else said
    if value.stance == "asks":
        return said if ASKS.match(thing) else ""  # "questioned two men"
    told = context.article.text[value.cue[0].start : value.content[0].start]
    if SPEAKS_OF.search(told) or CLAIMS_ON.match(told):
        return ""
    if SAYS.search(cue) and not TELLS_ABOUT.search(context.article.text, value.cue[-1].end, value.content[0].start):
        return "" if sum(map(str.isalpha, thing.split())) <= SAID_OF_SUBSTANCE else said
    if (
        BESIDES.search(cue)
        or BEFALLS.match(cue)
        or TRIES.search(cue)
        or not (NAMES_A_THING.search(cue) or SAYS.search(cue))
    ):
        return ""
    return SHORTENED.sub("", context.text(Span(value.cue[0].start, value.content[0].end)))


SPEAKS_OF = re.compile(
    r"\b(?:sp(?:eak|eaks|oke|oken|eaking)|talk(?:s|ed|ing)?)\s+(?:[\w-]+\s+){0,4}?about\s+$|\bdiscuss(?:es|ed|ing)?\s+$",
    re.I,
)
"""What says only of what somebody spoke: nothing that could be so or not."""

CLAIMS_ON = re.compile(
    r"(?:claims?|comments?|remarks?|statements?|concerns?|allegations?|reports?|words|views?|opinions?)\s+"
    r"(?:about|on|of|regarding|over)\b",
    re.I,
)
"""The same by a noun: "her remarks about the ferry"."""

SHORTENED = re.compile(r"^['’](?:s|re|ve|d|ll)\s+")


def _pieces(context: Context, value: Attribution) -> list[str]:
    """The pieces of a quotation, a comma made a full stop where the tag behind it ends a sentence."""
    text, found = context.article.text, [context.text(content) for content in value.content]
    for number, (before, after) in enumerate(pairwise(value.content)):
        if text[before.end : after.start].rstrip(" \n“”\"`'").endswith("."):
            found[number] = re.sub(r",(?=[\s”\"']*$)", ".", found[number])
    return found


def _between_marks(context: Context, content: Span) -> bool:
    """Whether words stand in a quotation as a whole, and do not only hold one."""
    text = context.article.text
    opened = MARK.match(text, content.start) or MARK.search(text[max(0, content.start - 2) : content.start])
    return opened is not None or any(said.covers(content) for said in quotations(text))


MARK = re.compile(r"[“”\"‘'`]")


def _has_clause(context: Context, value: Attribution) -> bool:
    """Whether what is said tells of somebody or something by a verb of its own, and does not only name it.

    The verb of "the man who fell" only says which man.
    """
    text = context.article.text
    behind = bool(value.cue) and value.cue[-1].end <= value.content[0].start
    for content in value.content:
        if TO_DO.match(text, content.start) or SO_CALLED.match(text, content.start):
            continue
        for clause in within(context.mentions.clauses, content):
            if clause.value.nominal:
                continue
            subject = subject_of(clause.value)
            at = subject.span.start if subject is not None else -1
            first = min(clause.span.start, at) if at >= content.start else clause.span.start
            before = OPENS.sub("", text[content.start : first])
            finite = clause.value.tense or HELPED.search(text[content.start : clause.span.start])
            led = HELPED.sub("", OPENS.sub("", text[content.start : clause.span.start]))
            if value.form != "headline" and behind and _only_describes(context, clause, at, content):
                continue
            bare = subject is None and led == text[content.start : clause.span.start]
            only_which = bare and (value.stance == "believes" or clause.value.passive)
            says_which = WHICH.search(led) or (first == at and ONLY_NAMED.match(before))
            says_which = says_which or (only_which and NAMED.fullmatch(led.strip()))
            if finite and not says_which:
                return True
    return False


def _only_describes(context: Context, clause: Mention[Clause], subject: int, content: Span) -> bool:
    """Whether a participle only describes the thing that what is said begins with: "the speech written by Lee"."""
    told = context.article.text[content.start : clause.span.start]
    if not clause.value.passive or subject != content.start or HELPED.search(told):
        return False
    return DETERMINED.match(told) is not None and NAMED.fullmatch(told.strip()) is not None


TO_DO = re.compile(r"(?:not\s+)?to\s+\w", re.I)
SO_CALLED = re.compile(
    r"what\s+(?:[\w.’']+\s+){1,3}?(?:calls?|called|calling|terms?|termed|describes?|described|regards?|sees?|saw)\b"
    r"(?![^.;]*\b(?:is|are|was|were|has|have|had|will|would)\b)",
    re.I,
)
"""A thing under a name: "what he calls a witch hunt"."""

ONLY_NAMED = re.compile(
    r"^\W*(?:(?:so\s+)?(?:many|much|most|some|all|few)\s+of\s+)?(?:the|an?|his|her|its|their|this|these|those)\s[^,;:–—]*$",
    re.I,
)
"""A noun right before a subject: "the work she has done" only names the work."""

NAMED = re.compile(r"(?:the|an?|his|her|its|their|this|these|those)\s[\w\s’'-]+", re.I)
"""A noun right before a verb that has no subject: "the glory contained in it"."""

OPENS = re.compile(r"^\W*that\b", re.I)
HELPED = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|should|do|does|did|ca|wo)(?:n['’]t|\s+not)?"
    r"\s+(?:\w+ly\s+|be\s+|been\s+|also\s+|never\s+|only\s+|still\s+)*$",
    re.I,
)
"""Helping verbs before a verb."""

WHICH = re.compile(r"\b(?:who|which|that|whom|whose|where|when)\s+(?:\w+ly\s+|also\s+)?$", re.I)
"""What stands before a clause that only says which thing is meant."""

SAYS = re.compile(r"\b(?:sa(?:id|ys?)|t(?:old|ells?)|add(?:s|ed)|according)\b", re.I)
"""Cues that say nothing of what is said."""

NAMES_A_THING = re.compile(
    r"\b(?:accus|acknowledg|admit|advis|advoca|alleg|announc|anticipat|apologi|argu|attribut|back|bemoan|blam|boast|brag"
    r"|brand|call|caution|challeng|characteri|cit|claim|clarif|compar|complain|concede|condemn|confess|confirm|congratulat"
    r"|consider|convey|credit|critici|decid|declar|decr|denounc|deplor|describ|detail|disclos|discuss|dismiss|dubb|emphasi"
    r"|endors|estimat|expect|explain|express|fear|hail|highlight|hop|identif|insist|label|lament|laud|liken|list|mention"
    r"|mourn|nam|not(?=e|ing)|oppos|outlin|plan|pledg|portray|prais|predict|promis|propos|put|question|quot|recall|recommend|refer"
    r"|regard|regret|reiterat|reject|report|reveal|salut|sp[oe]ke?|stress|suggest|support|suspect|talk|term|thank|threaten"
    r"|tout|underlin|underscor|urg|view|voic|vow|warn|welcom|writ|wrote)\w*\b",
    re.I,
)
"""Verbs that say something of the thing behind them; behind others it is only what somebody saw, showed or hit."""

BEFALLS = re.compile(
    r"^(?:(?:was|were|is|are|has been|have been|had been|being)\b(?!\s+(?:\w+ly\s+|also\s+|now\s+)?\w+ing\b)"
    r"|(?:accused|charged|convicted|suspected|cleared|blamed)(?:\s+(?:of|with|for))?$)",
    re.I,
)
"""Cues that tell what befell their subject: "Webb accused of the murder" is not what Webb says."""

ASKS = re.compile(r"(?:what|who|whom|whose|which|when|where|why|how|if|whether)\b", re.I)

BESIDES = re.compile(r"^\w+ing\b", re.I)
"""Cues that tell what somebody did besides: "thousands protesting against the cuts"."""


def _can_speak(speaker: str) -> bool:
    """Whether a source is somebody, some body or a text, and not a thing or nobody."""
    plain = speaker.lower()
    first, _, rest = speaker.partition(" ")
    if first.lower() in FEW or (first.lower() in POINTERS and not can_vouch(rest)):
        return False
    described = speaker[1:].islower() or speaker[:1].islower()
    if OF_ANOTHER.match(plain) or SHARE.match(plain) or (described and " of " in plain and not is_somebody(plain)):
        return False
    described = described or (" " in speaker and speaker.split()[-1][:1].islower())  # "Greece's debt crisis"
    return plain not in NOBODY and (not described or can_vouch(speaker))


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

RUN_IN = re.compile(r"(?:said|says|added|told)\s+(?!he\b|she\b)|(?:had|has|was|were|is|are|and)\s[^.]*\.\s")
"""The tag of a quotation whose marks are torn, so that it seems to be what is said."""

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


def _without_silence(context: Context, value: Attribution) -> Attribution:
    """What a source says less the words that say that something is not known or not told: those are `undisclosed`."""
    kept: list[Span] = []
    for content in value.content:
        told = told_besides(context.text(content))
        kept += [content] if told is None else [Span(content.start + low, content.start + high) for low, high in told]
    return value if tuple(kept) == value.content else structs.replace(value, content=tuple(kept))


def _with_its_subject(context: Context, value: Attribution) -> Attribution:
    """A quotation with the beginning of its sentence, where that stands outside: "said that the ferry “had sunk”"."""
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


def _within_sentences(context: Context, value: Attribution) -> Attribution:
    """What is told in reported speech, each piece up to the end of its sentence: behind it the article speaks again."""
    if value.form != "indirect":
        return value
    ends = [max(context.sentence(content).end, content.start) for content in value.content]
    kept = tuple(Span(c.start, min(c.end, end)) for c, end in zip(value.content, ends, strict=True) if c.start < end)
    return value if kept == value.content else structs.replace(value, content=kept)


def _said(context: Context, value: Attribution) -> str:
    """What is said, on one line; of "hailed by ministers as progress" the thing, "as", and what it is called."""
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


def _denies(context: Context, value: Attribution) -> bool:
    """Whether the source denies the content: by its cue, or by refusing a charge ("rejected the claim that ...")."""
    if value.stance == "denies":
        return True
    return value.stance == "refuses" and CHARGE.match(context.text(value.content[0])) is not None


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
