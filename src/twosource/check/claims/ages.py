"""Claims about how old somebody is.

Reads   the ages in a text, the names and descriptions beside them
Gives   figure claims with the measure "age"; of somebody who is only described, with the article's chief person beside
Misses  ages that stand apart from any name or description ("she turned 40")
"""

import re
from collections import Counter
from typing import NamedTuple

from twosource.check.claims.aged import Aged, aged
from twosource.check.claims.making import make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.language.plurals import singular
from twosource.check.language.words import WORD
from twosource.model import Claim, Mention, Name, Span
from twosource.text.lexicon import mapping, words

BY = "ages"
THEN = " then"
"""How the rule of an age ends that an older event's sentence gives: it may be the age of that time."""

BARE = " bare"
"""In the rule of an age told of nobody but a pronoun or "the 15-year-old": whose it is the other articles must tell."""

BOTH = " other"
"""In the rule of the second claim of two people who are "both 51"."""

APART = re.compile(r"[.,;:]|\n\s*\n")
"""Between an age and a name: the name is somebody else's."""

STYLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Capt|Const|Det|Insp|Rev|Gov|Sen|Rep)\.")
"""A title whose point parts nothing: "the 29-year-old Mr. Hale"."""

BEFORE_WIDTH = 40
"""Characters that hold the words between somebody and their age."""

BEFORE_AGE = re.compile(
    r"(?:['’]s)?\s*(?:,|--|[-–—(]|\b(?:who\s+)?(?:is|are|was|were)\b|\b(?=both|each|aged|ages?\b))"
    r"(?:\s*(?:who|is|are|was|were|both|each|now|aged|ages|age|just|only)\b)*\s*$"
)
"""Between somebody and the age behind: ", 33", " (52", ", who were 61", " -- 68", ", both aged 51"."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""In a sentence that gives an age: it may be the age of that year."""

OPENS = re.compile(r"(?:,|\b(?:is|was|as|being))\s+(?:an?|the|then)\s+$", re.I)
"""Between somebody and a description of them: "Ed Hale, a 35-year-old plumber"."""

NAMED_BEHIND = re.compile(r"^(?:,|,?\s+(?:named|called|identified\s+as))?\s+(?:the\s+)?$", re.I)
"""Between a description and the name of whom it describes: "his 58-year-old mother, Alice Crane"."""

OWNED = re.compile(r"^\s[^.,;:]*['’]s\s")
"""Words between an age and a name that make it another's: "the 33-year-old actress's agent Jack Hill"."""

DEATH = re.compile(r"\b(?:died|dies|dead|death|passed\s+away|killed|obituary)\b", re.I)
"""What makes an age that stands apart from a name one's last: "died at home aged 95"."""

NAME_WIDTH = 60
"""Characters between an age and the name behind it: they hold the nouns between ("33-year-old film actress")."""

PERSON_WIDTH = 5
"""Words of a description up to its noun for a person ("35-year-old New Bedford fish market worker")."""


def ages(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each age that stands beside a person's name or describes somebody, in text order."""
    chief, found = _chief(context), []
    for told in aged(context):
        if not told.bounded and context.speaks(told.span):
            for number, whose in enumerate(_whose(context, told, chief)):
                other = BOTH if number else BARE if whose.bare else ""
                found.append(_claim(context, told, whose, chief, other))
    return tuple(found)


class Whose(NamedTuple):
    """Whose age it is: a name, or else the words that describe them; `bare` where those say nothing but the sex."""

    name: str = ""
    described: str = ""
    bare: bool = False


def _whose(context: Context, told: Aged, chief: str) -> list[Whose]:
    """Whose age it is, two people where both are of that age, nobody when nothing tells."""
    if told.form == "is":
        return _said_of(context, told, chief)
    found = _behind(context, told) if told.form == "joined" and told.of == 1 else []
    found = found or _before(context, told) or _at_age(context, told, chief)
    if found or told.form == "behind":
        return found
    if told.form == "joined":
        return _bare(context, told, chief) if told.of == 1 else []
    return _dead(context, told)


def _said_of(context: Context, told: Aged, chief: str) -> list[Whose]:
    """Whose age a sentence tells ("She was 85."): of a pronoun, only where it stands for the chief person."""
    sentence = context.sentence(told.span)
    names = _people(context, Span(sentence.start, told.span.start))
    who = context.at[names[-1].span].name if names else ""
    if who and (names[-1].value.form == "name" or who == chief):
        return [Whose(who)]
    alone = PRONOUN_IS.fullmatch(context.text(Span(sentence.start, told.span.start)))
    return [Whose("", SEXES[alone[1].lower()], bare=True)] if alone else []


PRONOUN_IS = re.compile(r"\s*(he|she)\s+(?:is|was)\s+(?:just\s+|only\s+)?", re.I)
SEXES = {"he": "man", "she": "woman"}
"""A sentence that says nothing but an age: "She was 85."""


def _behind(context: Context, told: Aged) -> list[Whose]:
    """Whom an age describes that stands before it: "the 33-year-old actress Tara Reid", "a 35-year-old man"."""
    text, end = context.article.text, told.whole.end
    sentence = context.sentence(told.span)
    if text[end : end + 1] not in (" ", "\n", "-"):
        return []
    named = _named(context, Span(end, min(sentence.end, end + NAME_WIDTH)))
    if (
        named
        and not APART.search(STYLE.sub("", text[end : named[0].span.start]))
        and not _of_another(context, end, named[0])
    ):
        return [Whose(context.at[named[0].span].name)]
    described, stop = _person(text[end : sentence.end])
    if not described:
        return []
    if owner := _owner(context, Span(sentence.start, told.whole.start)):
        described = f"{owner}'s {described}"
    for name in named:
        if name.span.start > end + stop and NAMED_BEHIND.match(text[end + stop : name.span.start]):
            return [Whose(context.at[name.span].name)]
    opens = OPENS.search(text[sentence.start : told.whole.start])
    before = sentence.start + opens.start() if opens else -1
    same = [one for one in _named(context, Span(sentence.start, told.whole.start)) if one.span.end == before]
    return [Whose(context.at[same[0].span].name)] if same else [Whose("", described)]


def _of_another(context: Context, start: int, name: Mention[Name]) -> bool:
    """Whether an age before a name is somebody else's: a clause, a name, an "and" or an owner stands between.

    A name that only says more of a noun is nobody's either: "a 66-year-old Burnsville woman".
    """
    between = Span(start, name.span.start)
    noun = re.match(r"\s([a-z]+)\b", context.article.text[name.span.end :][:20])
    if noun and _is_person(noun[1]):
        return True
    told = context.text(between)
    clauses = within(context.mentions.clauses, between)
    return " and " in told or OWNED.match(told) is not None or any(not one.value.nominal for one in clauses)


def _before(context: Context, told: Aged) -> list[Whose]:
    """Who stands right before an age, by name or description; of a list of ages, the one in the same place."""
    sentence, text = context.sentence(told.span), context.article.text
    start = max(sentence.start, told.whole.start - BEFORE_WIDTH)
    lead = BEFORE_AGE.search(text[start : told.whole.start])
    end = start + lead.start() if lead else told.whole.start
    two = lead is not None and "both" in lead[0].split()
    wanted = 2 if two else told.of
    names = _named(context, Span(sentence.start, end))[-wanted:]
    if names and names[-1].span.end == end and _together(context, names, wanted):
        return [Whose(context.at[name.span].name) for name in (names if two else [names[told.number]])]
    noun = re.search(r"[^\W\d_]+(?=\s+\w+(?:ed|en|d)$)|[^\W\d_]+$", text[sentence.start : end])
    if noun and noun.end() < end - sentence.start and not _is_person(singular(noun[0].lower())):
        noun = re.search(r"[^\W\d_]+$", text[sentence.start : end])
    low = noun[0] if noun and noun[0].islower() else ""
    if one := singular(low):
        return [Whose("", f"one of the {low}")] if _is_person(one) else []
    return [Whose("", low)] if _is_person(low) else []


def _together(context: Context, names: list[Mention[Name]], wanted: int) -> bool:
    """Whether so many people are named one after another, with no deed between."""
    between = Span(names[0].span.end, max(names[0].span.end, names[-1].span.start))
    return len(names) == wanted and not any(not one.value.nominal for one in within(context.mentions.clauses, between))


def _owner(context: Context, span: Span) -> str:
    """Whose relation an age describes ("Hale's 12-year-old daughter"), where the owner is named right before."""
    names = _named(context, span)
    behind = context.article.text[names[-1].span.end : span.end] if names else ""
    return context.at[names[-1].span].name if POSSESSIVE.fullmatch(behind) else ""


POSSESSIVE = re.compile(r"(?:['’]s|['’])\s+(?:then\s+)?")


def _bare(context: Context, told: Aged, chief: str) -> list[Whose]:
    """The chief person where "the 29-year-old" stands alone and nobody else was named since; else nobody by name."""
    text = context.article.text
    if CAPITAL.match(text, told.whole.end) or ANOTHER.search(text, max(0, told.whole.start - 12), told.whole.start):
        return []
    names = [one for one in context.mentions.names if one.span.end <= told.span.start and _is_known(context, one)]
    if THE.search(text[: told.whole.start][-5:]) and names and context.at[names[-1].span].name == chief:
        return [Whose(chief, bare=True)]
    return [] if FOLLOWED.match(text, told.whole.end) else [Whose(bare=True)]


CAPITAL = re.compile(r"\s+[A-Z]")
FOLLOWED = re.compile(
    r"[- ]+(?!(?:who|whose|shot|killed|died|dead|was|is|had|has|and|said|told|in|on|at|by|to|with|from)\b)[A-Za-z]"
)
"""Behind "the 29-year-old" a noun or a name: then it does not stand alone."""

ANOTHER = re.compile(r"\b(?:[Aa]nother|[Oo]ther|[Ee]very|[Aa]ny|[Ll]ike\s+an?)\s+$")
THE = re.compile(r"\b[Tt]he\s$")


def _at_age(context: Context, told: Aged, chief: str) -> list[Whose]:
    """Who did something "at age 91": whoever is named right behind the comma, else the chief person spoken of there.

    Of the chief person only where the clause behind or before has nobody else: "In 2005, at age 91, he told ...".
    """
    text, sentence = context.article.text, context.sentence(told.span)
    if told.form != "aged" or not AT_AGE.search(text[sentence.start : told.span.start]):
        return []
    behind = COMMA.match(text, told.whole.end, sentence.end)
    if behind is None:
        return []
    people = _people(context, Span(behind.end(), sentence.end))
    if people and people[0].span.start == behind.end():
        return [Whose(context.at[people[0].span].name)]
    who = {context.at[one.span].name for one in _people(context, sentence)}
    return [Whose(chief)] if chief and who == {chief} else []


AT_AGE = re.compile(r"\b[Aa]t\s+(?:the\s+)?(?:ripe\s+)?(?:old\s+)?age\s+(?:of\s+)?$")
COMMA = re.compile(r",\s+(?:of\s+)?")


def _dead(context: Context, told: Aged) -> list[Whose]:
    """Who died at an age that stands apart from a name: who is said to have died, else the one named before it.

    Of several it is the one that a headline opens with: "Ida Moll, who sang with Eva Holt, dead at 80".
    """
    sentence = context.sentence(told.span)
    before = Span(sentence.start, told.whole.start)
    if not DEATH.search(context.text(before)):
        return []
    for clause in within(context.mentions.clauses, before):
        if clause.value.predicate in DYING and clause.value.span.covers(told.span):
            for part in clause.value.arguments:
                if part.relation == "subject" and (entity := context.entity(part.span)) and entity.kind == "person":
                    return [Whose(entity.name)]
    people = _people(context, before)
    who = {context.at[one.span].name for one in people}
    opens = bool(people) and people[0].span.start == sentence.start and people[0].value.form == "name"
    if len(who) == 1 or (opens and DEAD_AT.search(context.text(before))):
        return [Whose(context.at[people[0].span].name)]
    return [Whose(bare=True)]


DYING = frozenset({"die", "pass", "pass away", "succumb"})
DEAD_AT = re.compile(
    r"\b(?:dead|dies|died)\s+(?:at|aged)\s+(?:age\s+|the\s+age\s+of\s+)?$|\b(?:dead|dies|died)\s+$", re.I
)


def _person(told: str) -> tuple[str, int]:
    """The words up to the first noun for a person, and where it ends; "" when there is none before anything else."""
    kept: list[str] = []
    end = 0
    for word in WORD.finditer(told):
        low = word[0].lower().removesuffix("'s").removesuffix("’s")
        gap = told[end : word.start()]
        if re.search(r"[^\s-]", gap) or low in words("stopwords") or len(kept) == PERSON_WIDTH:
            return "", 0
        kept.append(word[0].removesuffix("'s").removesuffix("’s"))
        end = word.end()
        if _is_person(low) or _is_person(singular(low)):
            return " ".join(kept), end
    return "", 0


def _is_person(noun: str) -> bool:
    return is_person(noun) or mapping("noun_kinds").get(noun) == "person"


def _claim(context: Context, told: Aged, whose: Whose, chief: str, other: str) -> Claim:
    then = context.event_key(told.span) or YEAR.search(context.text(context.sentence(told.span)))
    return make_claim(
        context,
        "figure",
        told.span,
        measure="age",
        value=context.text(told.span),
        subject=whose.name or GENERIC,
        low=told.years,
        high=told.years,
        unit="year",
        event="",
        asked=whose.described,
        value_key="" if whose.name else chief.replace(" ", "_"),
        rule=BY + other + (THEN if then else ""),
    )


def _chief(context: Context) -> str:
    """The name of the person whom the article speaks of most; "" when two are spoken of as often."""
    counts = Counter(context.at[name.span].name for name in context.mentions.names if _is_known(context, name))
    first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] > second[1] else ""


def _is_known(context: Context, name: Mention[Name]) -> bool:
    return name.span in context.at and context.at[name.span].kind == "person"


def _people(context: Context, span: Span) -> list[Mention[Name]]:
    """Those told of in a span who are known by name, by whatever words, in text order."""
    return [name for name in within(context.mentions.names, span) if _is_known(context, name)]


def _named(context: Context, span: Span) -> list[Mention[Name]]:
    """Those whom a span names, in text order."""
    return [name for name in _people(context, span) if name.value.form == "name"]
