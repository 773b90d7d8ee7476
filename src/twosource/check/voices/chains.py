"""How a claim reached the reader: from the outlet back to whoever vouches for it.

Reads   attributions, entities, credits
Gives   a chain of names, nearest the reader first; the carrier itself is not in it
Misses  sources told more than a sentence before; who is behind "sources", which nobody tells
"""

import re
from bisect import bisect_left

from twosource.check.context import Context, within
from twosource.check.voices.antecedents import antecedent, giver
from twosource.check.voices.bodies import body_meant
from twosource.check.voices.descriptions import body_before, in_midst, occurs, paper_before, printed_by, shown_as
from twosource.check.voices.going_on import going_on
from twosource.check.voices.mouthpieces import (
    MOUTHPIECE,
    OF_MOUTHPIECE,
    TEXTS,
    acting_entity,
    in_longer_name,
    joint_name,
    principal_of,
)
from twosource.check.voices.no_sources import HEARSAY, is_no_source, runs_on, trimmed
from twosource.check.voices.vouching import can_vouch, is_paper
from twosource.model import Attribution, Entity, Mention, Span
from twosource.text.lexicon import words
from twosource.text.outlets import outlet_of

UNNAMED = "unnamed"
OFFICE = "'s office"

WISHES = frozenset({"demands", "offers", "refuses", "asks"})
MEANT = frozenset(
    {"want", "wanted", "wish", "wished", "seek", "seeking", "sought", "hope", "hoped", "hoping", "intend", "intended",
     "desire", "intention", "intent", "plan", "bid", "decision", "willingness", "readiness", "eagerness",
     "determination"}
)  # fmt: skip
"""Cues for what somebody has in mind and need not have said."""


ADDED = re.compile(r",\s+(?:who|whom|whose|which|where|including|such as|among|the|an?|\w+ by)\s.*$")
WHERE_SAID = re.compile(rf"\s+in\s+an?\s+(?:[\w-]+\s+){{0,2}}(?:{TEXTS}|interview)$", re.I)
"""Where somebody said it, drawn into the description: "the company in a statement"."""

PREFIX = re.compile(r"\b(?:co|ex)$", re.I)
HYPHENED = re.compile(r"-[^\W\d_]+")
"""The rest of a word that was parted at its hyphen: "-workers" behind "some co"."""

NOBODY = frozenset({"the", "a", "an", "no", "none", "nobody", "nothing"})
"""What is left of a source that was cut badly, and sources that are none."""

LOOSE_END = re.compile(r"(?:\s+(?:at|of|in|by|for|with|to|on|from|the|an?))+$", re.I)
ARTICLE = re.compile(r"^(the|a|an|its|his|her|their|our)\s+", re.I)


def chain_of(context: Context, focus: Span, without: Mention[Attribution] | None = None) -> tuple[str, ...]:
    """Return the names of those who stand between the outlet and the words at `focus`, nearest the reader first.

    Each attribution whose content holds `focus` adds its source: a linked entity's name, or else the words of the
    text ("two officials"), or `UNNAMED` where the text names nobody ("reportedly"). `without` is left out.
    """
    names: list[str] = []
    papers: set[str] = set()
    above = [one for one in holding(context, focus) if one is not without and not runs_on(context, one, focus)]
    for attribution in _vouching(context, above):
        name = source_name(context, attribution.value)
        if not names or names[-1] != name:
            names.append(name)
        if outlet_of(name) is not None and not any(CITES.search(context.text(cue)) for cue in attribution.value.cue):
            papers.add(name)  # but not in "Ora reported, citing Reuters"
    if not names and (source := giver(context, focus)) is not None:
        names = [name_of(context, source)]
    if names in ([], [UNNAMED]) and (name := gone_on(context, focus)):
        names = [name]  # who says "I know" in a quotation is its speaker
    if UNNAMED in names and len(names) > 1:
        names = [name for name in names if name != UNNAMED]
    return tuple(sorted(names, key=lambda name: name not in papers))  # what a paper reports others told it


def gone_on(context: Context, focus: Span) -> str:
    """Return the source of the sentence before whose report goes on at `focus`, "" when none does."""
    report = going_on(context, focus)
    if report is None or not (speaks(context, report) or not report.cue) or not _can_vouch(context, report):
        return ""
    name = source_name(context, report)
    return "" if name == UNNAMED else name


def _vouching(context: Context, above: list[Mention[Attribution]]) -> list[Mention[Attribution]]:
    """The attributions whose source says that it is so: not whoever saw it, nor whoever wants what another tells of.

    In "Lee said the club had offered $9m" Lee vouches for the sum; in "the club offered $9m" only the club is there to.
    """
    firm = [one for one in above if not one.value.negated]  # "could not confirm" vouches for nothing
    told = [one for one in firm if not any(_perceived(context, cue) for cue in one.value.cue)]
    told = [one for one in told if not is_no_source(context, one.value)]
    told = [one for one in told if not one.value.source or _can_vouch(context, one.value)]
    told = [one for one in told if one.value.stance not in WISHES or not _only_meant(context, one.value)]
    sure = [one for one in told if one.value.stance not in WISHES] or told
    outer = next((one for one in sure if _speaks_by_name(context, one.value)), None)
    return [one for one in sure if outer is None or one is outer or not _is_told_of(context, one, outer)]


def _speaks_by_name(context: Context, attribution: Attribution) -> bool:
    """Whether somebody with a name says something, and no outlet: what an outlet reports others have told it."""
    name = source_name(context, attribution) if attribution.source else ""
    return name[:1].isupper() and not is_paper(name) and speaks(context, attribution)


def _is_told_of(context: Context, inner: Mention[Attribution], outer: Mention[Attribution]) -> bool:
    """Whether whoever speaks only tells what others without a name think, find or do: "Lee said voters approved it".

    What Lee says that jurors told him, the jurors vouch for.
    """
    if not inner.value.source or speaks(context, inner.value) or source_name(context, inner.value)[:1].isupper():
        return False
    return any(content.covers(cue) for content in outer.value.content for cue in inner.value.cue)


def _can_vouch(context: Context, attribution: Attribution) -> bool:
    """Whether a source is named, or described as somebody or something that can vouch: no search and no fire is."""
    name = source_name(context, attribution)
    if name == UNNAMED or not _is_described(context, attribution.source[0], name) or can_vouch(name):
        return True
    return any(PLAINLY.search(context.text(cue)) for cue in attribution.cue)


PLAINLY = re.compile(r"\b(?:sa(?:id|ys?)|told|tells|according|add(?:ed|s)|wrote|writes|reported)\b", re.I)
"""Verbs that only somebody or some text can do, whatever it is called: "her label has said", "the suit says"."""


def _is_described(context: Context, source: Span, name: str) -> bool:
    """Whether what a source is called is no name: small letters, a thing of somebody's, or a capital that only opens
    its sentence ("High winds").
    """
    if name[:1].islower() or OWNED.match(name):
        return True
    opens = context.sentence(source).start == source.start and not within(context.mentions.names, source)
    return opens and (" " in name or occurs(context.article.text, rf"\b{re.escape(name.lower())}\b"))


OWNED = re.compile(r"^[^,]*['’]s?\s+(?!office$)[a-z][^,]*$")
"""A thing that belongs to somebody: "Lund's bad luck" has his name, and is not he."""


def _only_meant(context: Context, attribution: Attribution) -> bool:
    """Whether a wish or a plan is told of its holder, who has not spoken: "foiled the raiders' intention of"."""
    said = " ".join(context.text(cue) for cue in attribution.cue).casefold().split()
    return any(word in MEANT or word.removesuffix("s") in MEANT for word in said)


def _perceived(context: Context, cue: Span) -> bool:
    return (context.text(cue).casefold().split() or [""])[-1] in words("factive_verbs")


CITES = re.compile(r"^(?:citing|quoting)$", re.I)

TELLS = re.compile(r"\s+(?:told|tells|said|says|wrote|writes)\s.*", re.S)
"""What was drawn into a source though it tells to whom: "Henry told the paper"."""

LABELS = re.compile(r"\bas\s+\W?$", re.I)
LABEL = 6
"""Characters before what somebody calls a thing in which the word "as" stands."""


def label_of(context: Context, attribution: Attribution) -> Span | None:
    """Return what a source calls a thing where both are said apart: "hailed by ministers as progress".

    The thing may be called something else by others too, so that only the label stands under its source alone.
    """
    if len(attribution.content) != 2:
        return None
    text = context.article.text
    return next((c for c in attribution.content if LABELS.search(text[max(0, c.start - LABEL) : c.start])), None)


def silence_of(context: Context, focus: Span) -> tuple[str, ...]:
    """Return the chain of words that say that something is not told: it ends with whoever does not tell.

    In "Marlow declined to say why" these are the words "declined to say", which no attribution holds as its content.
    """
    told = chain_of(context, focus)
    for attribution in context.mentions.attributions:
        silent = attribution.value.negated or attribution.value.stance == "declines"
        if silent and attribution.value.source and any(cue.overlaps(focus) for cue in attribution.value.cue):
            name = source_name(context, attribution.value)
            return told if name == UNNAMED or name in told else (*told, name)
    return told


def covering(context: Context, focus: Span) -> tuple[Mention[Attribution], ...]:
    """Return the attributions whose content holds `focus`, the outermost first."""
    found = [
        attribution
        for attribution in context.mentions.attributions
        if attribution.span.start <= focus.start
        and focus.end <= attribution.span.end
        and any(content.start <= focus.start and focus.end <= content.end for content in attribution.value.content)
        and not any(source.overlaps(focus) for source in attribution.value.source)
    ]
    return tuple(sorted(found, key=_outermost))


def holding(context: Context, focus: Span) -> tuple[Mention[Attribution], ...]:
    """Return the attributions whose content holds all of `focus`, or else nearly all of it, or whose cue it is."""
    return covering(context, focus) or _mostly_holding(context, focus) or announcing(context, focus)


def announcing(context: Context, focus: Span) -> tuple[Mention[Attribution], ...]:
    """Return the attribution whose cue is all that is claimed: that the board announced it is the board's own word."""
    return tuple(
        attribution
        for attribution in context.mentions.attributions
        if any(cue.covers(focus) for cue in attribution.value.cue) and speaks(context, attribution.value)
    )


def speaks(context: Context, attribution: Attribution) -> bool:
    """Return whether somebody tells something, and does not only think, judge or do it: "announced", not "defended"."""
    told = any(SPEAKS.search(context.text(cue)) for cue in attribution.cue)
    return told and bool(attribution.source) and not attribution.negated


SPEAKS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|announc|unveil|confirm|reveal|disclos|declar|report|stat(?:ed|es|ing)"
    r"|testif|writ|wrote|accord|add(?:ed|s|ing)|claim|explain|insist|warn|not(?:ed|es|ing)|maintain|acknowledg|admi|alleg"
    r"|estimat|quot|den(?:y|i))",
    re.I,
)


def _mostly_holding(context: Context, focus: Span) -> tuple[Mention[Attribution], ...]:
    """The attribution that nearly all of `focus` is the content of: "announced Friday that Lee will host", from Friday.

    What stands outside is when it was said, or all of the tag that speaks for it: "“It fell,” Lee said".
    """
    size = focus.end - focus.start
    found = []
    for attribution in context.mentions.attributions:
        if not attribution.span.overlaps(focus) or not speaks(context, attribution.value):
            continue
        held = sum(
            max(0, min(content.end, focus.end) - max(content.start, focus.start))
            for content in attribution.value.content
        )
        tagged = all(focus.covers(span) for span in (*attribution.value.cue, *attribution.value.source))
        begins = any(content.start <= focus.start < content.end for content in attribution.value.content)
        if MOSTLY * size <= held < size or (tagged and begins):
            found.append(attribution)
    return tuple(sorted(found, key=_outermost))


MOSTLY = 0.75
"""The part of a claim's words that stand in what a source says, so that all of it is the source's."""


def _outermost(attribution: Mention[Attribution]) -> tuple[int, bool, Span]:
    """The wider content comes first; of two with the same, the one that stands in no other."""
    value = attribution.value
    return -sum(content.end - content.start for content in value.content), value.parent is not None, attribution.span


def source_name(context: Context, attribution: Attribution) -> str:
    """Return the name of an attribution's source: its entity's, its name in the article, its words, or `UNNAMED`."""
    if not attribution.source:
        return UNNAMED
    asked = (attribution.source[0], attribution.who)
    if asked not in context.sources:  # each claim that a source is cited for asks again
        context.sources[asked] = name_of(context, *asked)
    name = context.sources[asked]
    return name if name[:1].isupper() else _called_behind(context, attribution) or name


def _called_behind(context: Context, attribution: Attribution) -> str:
    """The person named between commas behind a description, before the cue: "another cousin, Ida Moll, said"; or ""."""
    if not attribution.cue:
        return ""  # a quotation that no tag speaks for
    start, end = attribution.source[0].end, attribution.cue[0].start
    if not SHORT < end - start < LONG:
        return ""
    for name in within(context.mentions.names, Span(start, end)):
        around = context.article.text[start : name.span.start], context.article.text[name.span.end : end]
        person = name.span in context.at and context.at[name.span].kind == "person"
        if person and around[0] == ", " and CLOSES.fullmatch(around[1]):
            return context.at[name.span].name
    return ""


SHORT, LONG = 6, 60
"""Characters between a description and its cue that may hold a name between commas."""

CLOSES = re.compile(r"(?:,\s+\d+)?,\s+")


def name_of(context: Context, span: Span, who: str = "") -> str:
    """Return the name of whoever is named or described at `span`; `who` is the name it has in the article, if known.

    Several who are named together ("Leeds and York said") are one source under all their names.
    """
    stands_for = None if who else antecedent(context, span)
    if stands_for is not None:
        return name_of(context, stands_for)
    principal = principal_of(context, span)
    if principal is not None:
        mouth = re.search(rf"\b{MOUTHPIECE}\b", context.text(span), re.I)
        return principal.name + (OFFICE if principal.kind == "person" and mouth else "")
    joint = joint_name(context, span)
    if joint:
        return joint
    exact = context.at.get(span)
    if exact is not None:
        speaker = spoke_on(context, span, who, exact) or exact
        return printed_by(context, speaker) or speaker.name
    entity = acting_entity(context, span)
    if who and entity is None and in_longer_name(context, span, who):
        who = ""
    if entity is None and not who[:1].isupper() and (body := body_meant(context, span)):
        return body
    if who and (entity is None or entity.kind != "person"):
        inside = (name for name in within(context.mentions.names, span) if name.value.text == who)
        named = next((context.at[name.span] for name in inside if name.span in context.at), None)
        return (printed_by(context, named) if named else "") or in_midst(context, _canonical(context, who))
    if entity is not None:
        return printed_by(context, entity) or entity.name
    tells = TELLS.search(context.text(span))
    if tells and tells.start() and context.text(span)[:1].isupper():
        return name_of(context, Span(span.start, span.start + tells.start()))
    rest = HYPHENED.match(context.article.text, span.end) if PREFIX.search(context.text(span)) else None
    whole = Span(span.start, rest.end() if rest else span.end)
    told = WHERE_SAID.sub("", ADDED.sub("", ARTICLE.sub("", " ".join(context.text(whole).split()))))
    described = trimmed(LOOSE_END.sub("", told).strip(" ,"))
    if described.casefold() in words("pronouns") | NOBODY or HEARSAY.match(described.casefold()):
        return UNNAMED
    owners = (find(context, described, span) for find in (paper_before, body_before, _text_of))
    return next(filter(None, owners), "") or shown_as(context, described, whole) or UNNAMED


def spoke_on(context: Context, pronoun: Span, who: str, exact: Entity) -> Entity | None:
    """Return the person who spoke right before and whom "he" is where they speak on; None to keep to `exact`.

    In "Webb said he had no proof against Lund. ... , he said" it is Webb, though Lund was named last. What the
    listener makes of a pronoun (`who`) outweighs its chain only if he is named, and speaks in this sentence or the one
    before, or where the chain leads to nobody who is a person.
    """
    if context.text(pronoun).casefold() not in ("he", "she") or not who or who in exact.names:
        return None
    named = (one.span for one in context.mentions.names if one.value.text == who and one.span in context.at)
    speaker = next((context.at[span] for span in named), None)
    if speaker is None or speaker is exact or speaker.kind != "person":
        return None
    if exact.kind != "person":
        return speaker
    index = bisect_left(context.mentions.sentences, context.sentence(pronoun))
    near = context.mentions.sentences[max(0, index - 1) : index + 1]
    for one in context.mentions.attributions:
        here = any(sentence.covers(cue) and cue.end <= pronoun.start for sentence in near for cue in one.value.cue)
        if here and one.value.who == who and one.value.source and speaks(context, one.value):
            return speaker
    return None


def _text_of(context: Context, described: str, span: Span) -> str:
    """Whose "the statement" is: of whoever was cited with one in the sentences right before; "" when of nobody."""
    noun = described.casefold()
    if noun not in words("text_nouns") or not context.text(span).casefold().startswith("the "):
        return ""
    index = bisect_left(context.mentions.sentences, context.sentence(span))
    near = context.mentions.sentences[max(0, index - LOOKS_BACK) : index]
    for sentence in reversed(near):
        if not re.search(rf"\b{noun}\b", context.text(sentence), re.I):
            continue
        for one in context.mentions.attributions:
            if (
                one.value.source
                and any(sentence.covers(cue) for cue in one.value.cue)
                and one.value.source[0].end <= span.start
            ):
                name = source_name(context, one.value)
                if name[:1].isupper():
                    return name
    return ""


LOOKS_BACK = 3
"""Sentences before one that cites "the statement" in which it was told whose it is."""


def _canonical(context: Context, name: str) -> str:
    """A name in the article as its entity is called, also when it is an office of one ("Makei's office")."""
    core = OF_MOUTHPIECE.sub("", name)
    for mention in context.mentions.names:
        if mention.value.text == core and mention.span in context.at:
            return context.at[mention.span].name + (OFFICE if core != name else "")
    owner, owned, thing = name.partition("’s ")
    usual = _canonical(context, owner) if owned else owner
    return f"{usual}’s {thing}" if owned else name
