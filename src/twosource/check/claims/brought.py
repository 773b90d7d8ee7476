"""Bring a clause the subject that stands elsewhere in its sentence: "the men, who [were] seen there", "and left".

Reads   a clause, its subject, what stands before it
Gives   `brought`: where the clause begins, and the words that lead it in; `meant`: the name for a pronoun, in brackets
Misses  which of two nouns a participle behind both is told of
"""

import re

from twosource.check.claims.clause_ends import is_finite, subject_of
from twosource.check.claims.clause_marks import (
    BEING,
    BESIDE,
    DESCRIBES,
    DETERMINED,
    FURTHER,
    JOINED,
    LINE,
    LINKED,
    NO_ONE,
    PART_OF,
    PERSONS,
    PLACED,
    POINTERS,
    SUPPOSED,
    UNDONE_BEFORE,
    WHO,
)
from twosource.check.claims.deed_parts import CLAUSE
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import is_plural, singular
from twosource.model import Argument, Clause, Entity, Mention, Span
from twosource.text.lexicon import mapping, words


def brought(context: Context, clause: Mention[Clause], who: Argument, before: str) -> tuple[int, str] | None:
    """Return where a clause begins whose subject stands elsewhere, and the words to put before it; None if unsure.

    They are the subject and the "was" that is left out. `before` is the sentence up to the clause.
    """
    value = clause.value
    start = min(value.span.start, clause.span.start)
    named = _named(context, who)
    if TORN.match(context.article.text, who.span.end):
        return None  # "co|-founder"
    if WHO.search(before) and not _may_be_who(context, who, before):
        return None
    if SAID_BY.search(context.article.text, max(0, who.span.start - len("according to the ")), who.span.start):
        return None  # "six are held, said the council, and will be freed"
    if who.span.start > clause.span.end and not value.passive:
        return None  # whoever stands behind a verb that is not his
    if _may_be_another(context, who, start) or _changes_time(context, clause, who, start):
        return None
    if not LINKED.search(before) and not BESIDE.match(context.article.text[who.span.end : max(start, who.span.end)]):
        return None
    if (
        not named
        or NO_ONE.match(named)
        or OF_THEM.match(named)
        or not _agree(named, context.text(Span(start, clause.span.end)))
    ):
        return None
    joined = context.text(Span(who.span.end, start)) if JOINED.search(before) and who.span.end < start else ""
    doubt = SUPPOSED.search(joined)
    bare = not value.passive and not value.tense and context.text(clause.span).lower().endswith("ing")
    if bare and not BEING.search(f"{joined} {context.text(Span(start, clause.span.end))}"):
        return None  # "he fled, making off with a ring"
    may = list(WOULD.finditer(joined)) if value.tense not in ("past", "future") else []
    if may and not value.passive:
        return start, f"{named} {may[-1][0].lower()} "  # "might see it and leave"
    if not value.passive or BEING.search(context.text(Span(start, clause.span.end))):
        return start, f"{named} {doubt[0].lower() + ' ' if doubt else ''}"
    if _is_main(context, clause, who):
        return start, f"{named} "
    if value.predicate in DESCRIBES or UNDONE_BEFORE.search(before):
        return None
    if not _befell(context, clause, who, before):
        return None
    verb = context.article.text[start]
    return start + 1, f"{named} {'were' if _are_several(named, who) else 'was'} {verb.lower()}"


def _may_be_another(context: Context, who: Argument, start: int) -> bool:
    """Whether "that" behind two nouns may mean the first: "a study of the town that was never read"."""
    text = context.article.text
    if not THAT.fullmatch(text[who.span.end : max(who.span.end, start)]):
        return False
    told = context.text(who.span)
    if told[:1].islower() and not DETERMINED.match(told):
        return False
    return _is_part_of_another(context, who)


def _is_part_of_another(context: Context, who: Argument) -> bool:
    """Whether a noun only says of which another is that words behind both may tell of: "a risk of rain | drawn up by".

    What is new is what such words tell more of: "a copy of a letter that was burned".
    """
    if A_NEW.match(context.text(who.span)):
        return False
    inside = OF_ANOTHER.search(context.article.text, context.sentence(who.span).start, who.span.start)
    if inside is None or inside.end() != who.span.start:
        return False
    return inside[1].lower() not in words("amount_nouns") and is_noun(inside[1].lower())


def _is_all_there_is(context: Context, clause: Mention[Clause]) -> bool:
    """Whether no verb of a sentence was found but a participle, behind which more is told: that verb was not seen."""
    text, sentence = context.article.text, context.sentence(clause.span)
    inside = within(context.mentions.clauses, sentence)
    if any(not c.value.nominal and c is not clause and is_finite(text, c) for c in inside):
        return False
    return GOES_ON.match(text, max(clause.value.span.end, clause.span.end)) is not None


GOES_ON = re.compile(
    r"\s+(?!(?:in|on|at|by|for|from|to|of|with|during|after|before|since|near|and|or|but|as|outside|inside|into|over|last|this"
    r"|earlier|late|early)\b|\w+day\b|\w+ly\b)[a-z]"
)
"""What stands behind a participle with its parts that is no part of it."""


THAT = re.compile(r"\s+that\s+(?:\w+ly\s+|also\s+|once\s+|now\s+|still\s+)?")
A_NEW = re.compile(r"(?:an?|one|some)\s", re.I)
OF_ANOTHER = re.compile(r"([A-Za-z]+)\s+(?:of|on|for|by|about|between)\s+(?:(?:the|an?|its|their|his|her)\s+)?$")
"""A noun and what joins another to it, before that one."""


def _changes_time(context: Context, clause: Mention[Clause], who: Argument, start: int) -> bool:
    """Whether a bare past is joined to what "will" be done: its "verb" is a participle before a noun then.

    "The council will fund schools and devolved bodies" devolved nothing.
    """
    value, text = clause.value, context.article.text
    if value.tense != "past" or value.passive or BEING.search(context.text(Span(start, clause.span.end))):
        return False
    return WILL.match(text, who.span.end, start) is not None and start == clause.span.start


WILL = re.compile(r"\s+(?:\w+ly\s+|also\s+)?(?:will|shall|must|should|can)\s")

LISTED = re.compile(r"[^,]{2,60}(?:,\s+[A-Z][^,]{1,40})+,?\s+and\s+[A-Z][^,]{1,40}")
"""A list of names, of all of which a clause behind it tells: "the towns of Leeds, York and Hull, which voted"."""

TORN = re.compile(r"-(?!which|who|that|where)\w")

WOULD = re.compile(r"\b(?:can|could|may|might|must|should|would|will)\b", re.I)
SAID_BY = re.compile(r"\b(?:said|says|added|according\s+to)\s+$", re.I)


def _is_main(context: Context, clause: Mention[Clause], who: Argument) -> bool:
    """Whether a participle is its sentence's main verb, and so in truth a verb in the past: "His luck held"."""
    sentence = context.sentence(clause.span)
    inside = within(context.mentions.clauses, sentence)
    others = (c for c in inside if not c.value.nominal and is_finite(context.article.text, c))
    doers = [subject_of(c.value) for c in others if c is not clause]
    ahead = context.text(Span(sentence.start, who.span.start))
    first = not LINE.sub("", ahead, count=1).strip(" \n\"“`'‘")
    return first and all(doer is not None and doer.span.start > clause.span.end for doer in doers)


def _may_be_who(context: Context, who: Argument, before: str) -> bool:
    """Whether a noun is what "who" behind it means: somebody named, or no place and right before it."""
    entity = context.called(who)
    if entity is not None:
        return entity.kind != "place"
    start, relative = context.sentence(who.span).start, WHO.search(before)
    between = context.article.text[who.span.end : start + relative.start()] if relative else ""
    return not between.strip(' ,(\n–—-"”') and mapping("noun_kinds").get(who.head.lower()) != "place"


def _befell(context: Context, clause: Mention[Clause], who: Argument, before: str) -> bool:
    """Whether a participle tells surely what befell its subject: beside it, before it, or joined to such a verb."""
    text, start = context.article.text, min(clause.value.span.start, clause.span.start)
    if who.span.end <= start and BESIDE.match(text[who.span.end : start]):
        ahead = text[context.sentence(who.span).start : who.span.start]
        if UNDONE_BEFORE.search(ahead) or ("," in text[who.span.end : start] and PLACED.search(ahead)):
            return False
        if TO_A_PLACE.search(ahead):
            return False  # "fell to the ground surrounded by children"
        if _is_part_of_another(context, who) or _is_all_there_is(context, clause):
            return False
        return FURTHER.search(PART_OF.sub("", context.text(who.span))) is None  # which of two nouns is it?
    if not before.strip(" \n\"“`'‘") and who.span.start > start:
        return text[: who.span.start].rstrip().endswith(",")
    main = [c for c in within(context.mentions.clauses, context.sentence(clause.span)) if c.value.predicate == "appear"]
    if main and before.rstrip().endswith(",") and main[0].span.start < start:  # "appeared in court, charged with theft"
        return any(a.span == who.span for a in main[0].value.arguments)
    if not JOINED_BY_WORD.search(before):
        return False
    around = within(context.mentions.clauses, context.sentence(clause.span))
    first = [c for c in around if c.span.end <= start and c.value.passive and subject_of(c.value) is not None]
    return any((one := subject_of(c.value)) is not None and one.span == who.span for c in first)


JOINED_BY_WORD = re.compile(r"\b(?:and|but)\s+(?:(?:\w+ly|then|also|later|soon|finally|not)\s+)?$", re.I)
"""Before a participle that surely goes on with another: behind a comma alone it may be of any noun."""

PEOPLES = re.compile(r"\b(?:[A-Z]{2,}s|[A-Z]\w+(?:ans|ians|ists|crats)|Islands|Democrats|Republicans)$")
"""Names of many: "PACs", "Americans"."""

OF_THEM = re.compile(r"(?:\w+|\d+)\s+of\s+(?:them|whom|which)\b", re.I)
"""Some of those told of before: what goes on behind them is told of all or of another."""

TO_A_PLACE = re.compile(r"\b(?:to|into|onto)\s+$", re.I)


def _named(context: Context, who: Argument) -> str:
    """The words for a subject that stands elsewhere: a name, or the noun as far as it only names."""
    told = " ".join(CLAUSE.split(context.text(who.span))[0].split())
    if told.lower() in words("pronouns"):
        return meant(context, who)
    whole = " ".join(context.text(who.span).split())
    if LISTED.fullmatch(whole):
        return whole
    entity = context.called(who)
    if entity is not None and " and " not in told:
        return entity.name
    return told.strip(" ,;:") if told == whole or who.head.lower()[:4] in told.lower() else ""


def meant(context: Context, who: Argument) -> str:
    """Return the name for a pronoun, in brackets as no word of the text; "" where it cannot be that."""
    entity, said = context.entity(who.span), context.text(who.span).lower()
    if entity is None or said not in POINTERS or (said in PERSONS and entity.kind != "person"):
        return ""
    if (said == "it" and entity.kind == "person") or is_between(context, entity, who.span):
        return ""
    return f"[{entity.name}]"


def is_between(context: Context, entity: Entity, place: Span) -> bool:
    """Whether a sentence names somebody else nearer before a pronoun than whom it is taken to mean."""
    before = Span(context.sentence(place).start, place.start)
    named = [context.at[n.span] for n in within(context.mentions.names, before) if n.span in context.at]
    people = [one.id for one in named if one.kind == "person" or one.id == entity.id]
    return bool(people) and people[-1] != entity.id


def _are_several(named: str, who: Argument) -> bool:
    first = named.split(" of ")[0].split(" for ")[0].split(" in ")[0]
    if named.lower() in ("both", "others", "some", "many", "several", "few", "most"):
        return True
    if re.match(
        r"(?:a|an|one|another(?!\s(?:two|three|four|five|six|seven|eight|nine|ten|\d+|dozen))|each|this|that)\b",
        first,
        re.I,
    ):
        return False
    if PEOPLES.search(first) or is_person(singular(first.split()[-1]).lower()):
        return True
    if re.search(r"(?<!-)\band\b(?!-)", first) or re.match(
        r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+|these|those)\b", first, re.I
    ):
        return not re.match(r"1\b", first)
    if first.split()[-1] in ("series", "species", "news"):
        return False
    printed = next((w for w in first.split() if w.lower().startswith(who.head.lower()[:4])), first.split()[-1])
    return (printed.islower() or who.head.islower()) and is_plural(printed)


def _agree(named: str, verb: str) -> bool:
    """Whether a plural noun has no verb in the singular: then the clause says more of another noun."""
    first = named.split(" of ")[0].split()
    several = (
        bool(first) and first[-1].islower() and is_plural(first[-1]) and not first[-1].endswith(("ss", "ics", "news"))
    )
    return not (several and re.match(r"\W*(?:was|is|has|does)\b", verb, re.I)) or first[-1] in (
        "series",
        "species",
        "crew",
        "staff",
    )
