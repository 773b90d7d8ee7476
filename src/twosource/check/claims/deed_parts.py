"""Say a part of a deed, who did it or what it was done to, in a few words, as a question can hold it.

Reads   the arguments of clauses, the entities and times in them
Gives   a name, or the words as far as they only name; "" for what points elsewhere
Misses  parts that the parse has cut in two
"""

import re

from twosource.check.claims.asking import PREPOSITIONS, whole
from twosource.check.claims.undated import in_dateline
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.words import WORD
from twosource.model import Argument, Entity, Mention, Span, Time
from twosource.text.lexicon import words

CLAUSE = re.compile(r",(?!\d)|\b(?:who|which|that|where|when|while|whose)\b|\s[-–—_]+\s")
"""Where a noun phrase begins to tell something else of its own."""

LONGEST = 9
"""Words of one part of a question at the most: what is longer is a description, of which the head is enough."""

UNQUOTED = re.compile(r"[\"“”]|``|''|\([^()]*\)|\(.*$")
"""Quotation marks and brackets: a few words of a text may hold one of two."""


def named(context: Context, argument: Argument) -> str:
    """Return a part of a clause in a few words: a name, or the text as far as it only names; "" for a pointer."""
    entity = context.at.get(argument.span)
    if argument.relation in ("subject", "object") and in_dateline(context, argument.span):
        return ""
    if argument.head.lower() in REFLEXIVE:
        return argument.head.lower()
    if argument.head.lower() in words("pronouns"):
        entity = context.entity(argument.span)
        told = argument.head.lower() if argument.head.lower() in THIRD else ""
        return entity.name if entity is not None else told
    if entity is not None and _holds(context, argument, entity):
        return entity.name
    times = within(context.mentions.times, argument.span)
    start = next((time.span.end for time in times if time.span.start == argument.span.start), argument.span.start)
    whole = " ".join(_without_day(context, Span(start, _end_before(context, argument.span, times)), times).split())
    whole = re.sub(r"^(?:whose\s+|['’]s\s+)", "the ", whole)
    told = CLAUSE.split(whole)[0]
    if argument.head.lower() not in told.lower():
        told = whole
    told = " ".join(UNQUOTED.sub("", told).split()).removeprefix("that ")
    first = told.partition(" ")[0].lower()
    if first in ("born", "aged", "not"):
        return ""  # "not the wager"
    if first in ("my", "our"):
        entity = context.entity(argument.span)
        return entity.name if entity is not None else ""
    if len(told.split()) > LONGEST:
        told = _shortened(told, argument.head.lower())
    return _lowered(context, argument.span, told.strip(" ,;:'`_")) if LETTER.search(told) else ""


def with_owner(context: Context, argument: Argument, told: str) -> str:
    """Return a phrase with the name of whose it is, where "his" opens it and is known: "Ann Lowe's car"."""
    found = OWNER.match(context.article.text, argument.span.start)
    if found is None or not told.lower().startswith(f"{found[0].lower()} "):
        return told
    entity = context.at.get(Span(*found.span()))
    if entity is None or entity.kind not in ("person", "organisation", "place", "group") or entity.name in told:
        return told
    return f"{entity.name}{'’' if '’' in context.article.text else chr(39)}s{told[len(found[0]) :]}"


OWNER = re.compile(r"(?:his|her|its|their)\b", re.I)


def _shortened(told: str, head: str) -> str:
    """The first words of a description up to the end of a phrase, or its head alone where they do not hold it."""
    short = whole(told.split(), LONGEST - 1)
    if any(word.startswith(head) for word in short.lower().split()):
        return short
    return next((word for word in WORD.findall(told) if word.lower().startswith(head)), "")


def _without_day(context: Context, phrase: Span, times: tuple[Mention[Time], ...]) -> str:
    """A phrase without a day that stands bare inside it: "a warrant Monday for Lowe"."""
    told = context.text(phrase)
    for time in (time.span for time in times if phrase.start < time.span.start and time.span.end < phrase.end):
        before = context.article.text[phrase.start : time.start].split()
        behind = AFTER_DAY.match(context.article.text, time.end)
        if behind and before and before[-1].lower() not in PREPOSITIONS and before[-1].isalpha():
            told = f"{context.article.text[phrase.start : time.start]}{context.article.text[time.end : phrase.end]}"
            break
    return told


AFTER_DAY = re.compile(r"\s+(?:for|of|to|in|at|against|on|with|from|about|over)\b")


def _end_before(context: Context, phrase: Span, times: tuple[Mention[Time], ...]) -> int:
    """Where a phrase ends without the time behind it, which is what is asked for: "voters in 2009"."""
    last = next((time.span for time in times if time.span.end == phrase.end and time.span.start > phrase.start), None)
    if last is None:
        return phrase.end
    before = context.article.text[phrase.start : last.start]
    kept = re.sub(r"(?:\s+(?:in|on|at|of|by|early|late|and|or))?\s*$", "", before, flags=re.I)
    return phrase.start + len(kept) if kept else phrase.end


def _holds(context: Context, argument: Argument, entity: Entity) -> bool:
    """Whether the name of an entity holds the head of a phrase: "another Lowe regulation" is not Ann Lowe."""
    if entity.kind != "person":
        return True
    told = [word.strip(".,").casefold() for word in context.text(argument.span).split()]
    head = argument.head.casefold().strip(".,")
    return head not in told or not argument.head.islower() or is_person(head) or not is_noun(head)


LETTER = re.compile(r"[^\W_]")
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
TITLES = frozenset({"mr", "mrs", "ms", "dr"})
THIRD = frozenset({"he", "she", "it", "they", "someone", "somebody", "everyone", "everybody", "others", "many", "both"})
"""Pronouns that can be asked after, where nothing tells whom they mean."""


def _lowered(context: Context, span: Span, told: str) -> str:
    """The words without the capital of a sentence's beginning, but where a name stands there."""
    first = told.split()[0].lower() if told else ""
    starts = context.sentence(span).start == span.start
    names = within(context.mentions.names, span)
    named = any(name.span.start == span.start and name.value.form == "name" for name in names)
    known = len(first) > len("ms.") and (is_noun(first) or is_noun(first.removesuffix("s")))
    described = len(told.split()) > 1 and told.split()[1].islower() and told.split()[0][1:].islower()
    plain = (first in words("stopwords") and first not in TITLES) or (starts and not named and (known or described))
    return told[0].lower() + told[1:] if plain else told
