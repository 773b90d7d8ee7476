"""Find whose an age is.

Reads   an age and how it is told, the names and descriptions around it
Gives   Whose: a name, or the words that describe somebody; two people who are "both 51"; nobody where nothing tells
Misses  somebody who is named more than a few words off
"""

import re
from typing import NamedTuple

from twosource.check.claims.aged import Aged
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.language.plurals import singular
from twosource.check.language.words import WORD
from twosource.model import Mention, Name, Span
from twosource.text.lexicon import mapping, words

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


class Whose(NamedTuple):
    """Whose age it is: a name, or else the words that describe them; `bare` where those say nothing but the sex.

    `told_of` is the noun of whoever was told of last before a bare age ("a baby girl ... The seven-month-old").
    """

    name: str = ""
    described: str = ""
    bare: bool = False
    told_of: str = ""


def whose_age(context: Context, told: Aged, chief: str) -> list[Whose]:
    """Return whose age it is, two people where both are of that age, nobody when nothing tells.

    `chief` is whom the article speaks of most, "" where that is nobody.
    """
    if told.form == "is":
        return _said_of(context, told, chief)
    if told.form in ("of", "first"):
        return _of_so_many(context, told) if told.form == "of" else _opening(context, told)
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


def _of_so_many(context: Context, told: Aged) -> list[Whose]:
    """Whose age stands behind a noun: "a cellist of 37", of somebody named right before or behind it."""
    text, sentence = context.article.text, context.sentence(told.span)
    if behind := COMMA.match(text, told.whole.end, sentence.end):
        for one in _named(context, Span(behind.end(), sentence.end))[:1]:
            if one.span.start == behind.end():
                return [Whose(context.at[one.span].name)]
    lead = OF_SO_MANY.search(text[sentence.start : told.whole.start])
    if lead is None:
        return []
    for one in _named(context, Span(sentence.start, sentence.start + lead.start()))[-1:]:
        if text[one.span.end : sentence.start + lead.start()] in (", ", ","):
            return [Whose(context.at[one.span].name)]
    return [Whose("", lead["noun"])]


OF_SO_MANY = re.compile(r"\b[Aa]n?\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z-]+)\s+of\s+(?:just\s+|only\s+)?$")


def _opening(context: Context, told: Aged) -> list[Whose]:
    """Who did something "At 29, ...": whoever is named right behind."""
    behind = COMMA.match(context.article.text, told.whole.end)
    if behind is None:
        return []
    people = _people(context, Span(behind.end(), context.sentence(told.span).end))
    return [Whose(context.at[one.span].name) for one in people[:1] if one.span.start == behind.end()]


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
    if not described or described.split(" ")[-1] in mapping("nationalities"):
        return _apposed(context, told) or ([Whose("", described)] if described else [])
    if owner := _owner(context, Span(sentence.start, told.whole.start)):
        described = f"{owner}'s {described}"
    for name in named:
        if name.span.start > end + stop and NAMED_BEHIND.match(text[end + stop : name.span.start]):
            return [Whose(context.at[name.span].name)]
    opens = OPENS.search(text[sentence.start : told.whole.start])
    before = sentence.start + opens.start() if opens else -1
    same = [one for one in _named(context, Span(sentence.start, told.whole.start)) if one.span.end == before]
    return [Whose(context.at[same[0].span].name)] if same else [Whose("", described)]


def _apposed(context: Context, told: Aged) -> list[Whose]:
    """Whom an age says more of that has no noun of its own: "the captain, a 58-year-old from Arle"."""
    text, sentence = context.article.text, context.sentence(told.span)
    opens = OPENS.search(text[sentence.start : told.whole.start])
    before = sentence.start + opens.start() if opens else sentence.start
    told_of = [
        one for one in within(context.mentions.names, Span(sentence.start, before)) if _is_somebody(context, one)
    ]
    right = [one for one in told_of if one.span.end == before]
    held = [one for one in told_of if WHERE_HELD.fullmatch(text, one.span.end, before)]
    for one in held[-1:] if not right or right[-1].value.form == "name" else right[-1:]:
        return [Whose(context.at[one.span].name) if is_known(context, one) else Whose("", _noun(context, one))]
    return [Whose(context.at[one.span].name) for one in right[-1:] if is_known(context, one)]


def _noun(context: Context, description: Mention[Name]) -> str:
    """The words of a description without an article before them."""
    return re.sub(r"^(?:the|an?)\s+", "", context.text(description.span), flags=re.I)


def _is_somebody(context: Context, name: Mention[Name]) -> bool:
    """Whether a name or a description, no pronoun, is of one person."""
    described = name.value.form == "description" and name.value.kind == "person"
    return described or (name.value.form == "name" and is_known(context, name))


WHERE_HELD = re.compile(r"\s+(?:of|for|from|in|at|on)\s+(?:the\s+|an?\s+)?[\w'’-]+(?:\s+[\w'’-]+){0,3}")
"""Between somebody and a comma: of what they are the captain."""


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
    return (
        " and " in told
        or told.endswith(" of ")
        or OWNED.match(told) is not None
        or any(not one.value.nominal for one in clauses)
    )


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
    kin = noun is not None and noun.start() == 0 and noun[0].lower() in mapping("gendered_nouns")
    low = noun[0].lower() if noun and (noun[0].islower() or kin) else ""
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
    if not _alone(context, told):
        return []
    names = [one for one in context.mentions.names if one.span.end <= told.span.start and is_known(context, one)]
    if BEHIND_THE.search(text[: told.whole.start][-5:]) and names and context.at[names[-1].span].name == chief:
        return [Whose(chief, bare=True)]
    return [Whose(bare=True, told_of=_told_of(context, told))]


def _alone(context: Context, told: Aged) -> bool:
    """Whether no noun follows an age: a verb or a small word does, or nothing, or a clause is of the age itself."""
    follows = FOLLOWED.match(context.article.text, told.whole.end)
    if follows is None or follows[1].lower() in words("stopwords"):
        return True
    clauses = within(context.mentions.clauses, context.sentence(told.span))
    return any(part.span.end == told.whole.end for one in clauses for part in one.value.arguments)


def _told_of(context: Context, told: Aged) -> str:
    """The noun of whoever was told of last before an age: "A baby girl has been rescued. The seven-month-old ..."."""
    before = within(context.mentions.names, Span(max(0, told.whole.start - BACK), told.whole.start))
    nouns = [one for one in before if one.value.form == "description" and one.value.kind == "person"]
    return context.text(nouns[-1].span).split(" ")[-1].lower() if nouns else ""


BACK = 400
"""Characters before a bare age that hold whom it is of: three sentences."""

CAPITAL = re.compile(r"\s+[A-Z]")
FOLLOWED = re.compile(
    r"[- ]+(?!(?:who|whose|shot|killed|died|dead|was|is|had|has|and|said|told|in|on|at|by|to|with|from)\b)([A-Za-z]+)"
)
"""Behind "the 29-year-old" a noun or a name: then it does not stand alone."""

ANOTHER = re.compile(r"\b(?:[Aa]nother|[Oo]ther|[Ee]very|[Aa]ny|[Ll]ike\s+an?)\s+$")
BEHIND_THE = re.compile(r"\b[Tt]he\s$")


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
        if _is_person(low) or _is_person(singular(low)) or (_is_adjective(word[0]) and NO_NOUN.match(told, end)):
            return " ".join(kept), end
    return "", 0


def _is_adjective(word: str) -> bool:
    """Whether a word says of whom it stands for only the nation or the sex: "a 58-year-old Greek"."""
    return word in mapping("nationalities") or word.lower() in ("male", "female")


NO_NOUN = re.compile(r"\s*(?:[,.;:)]|$)|\s+(?:who|was|is|had|has|in|from|of|at|on|by|with|and|said|died)\b")


def _is_person(noun: str) -> bool:
    return is_person(noun) or mapping("noun_kinds").get(noun) == "person"


def is_known(context: Context, name: Mention[Name]) -> bool:
    """Return whether a name, a description or a pronoun is of a person whom the story knows."""
    return name.span in context.at and context.at[name.span].kind == "person"


def _people(context: Context, span: Span) -> list[Mention[Name]]:
    """Those told of in a span who are known by name, by whatever words, in text order."""
    return [name for name in within(context.mentions.names, span) if is_known(context, name)]


def _named(context: Context, span: Span) -> list[Mention[Name]]:
    """Those whom a span names, in text order."""
    return [name for name in _people(context, span) if name.value.form == "name"]
