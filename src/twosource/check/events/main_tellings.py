"""Find every telling of a kind of event that stories are about: a clause ("robbed"), or a noun ("the heist").

Reads   clauses, sentences, attributions of one article
Gives   Told, in text order: verbs first, then nouns
Misses  events whose words `event_synonyms` does not know; one that is told by a pronoun alone
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from twosource.check.claims.deed_parts import CLAUSE
from twosource.check.claims.event_kinds import phrase_nouns, phrase_object, takes_place
from twosource.check.context import Context, within
from twosource.check.coreference.mentions import kind_at
from twosource.check.coreference.words import known_kinds, noun_kind, phrase_kind
from twosource.check.language.nouns import is_noun, is_person, may_be_one
from twosource.check.language.words import WORD, content_words, sense
from twosource.check.voices.chains import covering
from twosource.model import Argument, Clause, Mention, Span
from twosource.text.lexicon import mapping, table, words

BY = "main event"
NOUN = "main event, named"
"""The rule of a claim that only names the event ("hours after the heist"): it is carried, and confirms nothing."""


AFTERMATH = frozenset(
    {"say", "arrest", "accuse", "convict", "acquit", "sentence", "try/n", "hear/n", "plead", "sue", "appeal", "testify",
     "suspect/v", "investigate", "search", "mourn", "award", "find/v", "identify", "see"}
)  # fmt: skip
"""Kinds of what is done about an event, later: one is convicted in a robbery, and honoured at a memorial."""


class Patient(NamedTuple):
    """The one that an event befell, as one mention has it: ids of who is named, nouns, and countries told."""

    named: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


class Told(NamedTuple):
    """A mention of a main event: the clause that tells it, what kind of event that is, and whom it befell.

    It is `carried` where the clause says of an event in its subject or object that it took place.
    """

    context: Context
    clause: Mention[Clause]
    kind: str
    patient: Patient
    carried: bool = False

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.context.article.id

    @property
    def full(self) -> bool:
        """Whether it is a finite clause that says whom it befell, or which event it was that began."""
        return bool(self.clause.value.tense) and (self.carried or self.patient != Patient())


def label(told: Iterable[Told]) -> str:
    """Return the commonest noun that an event is called by ("robbery"), or else its commonest verb."""
    words_of = Counter((one.clause.value.nominal, one.clause.value.predicate) for one in told if not one.carried)
    no_deeds = _agents() | THOSE
    nouns = [(count, word) for (nominal, word), count in words_of.items() if nominal and word not in no_deeds]
    verbs = [(count, word) for (nominal, word), count in words_of.items() if not nominal]
    return max(nouns or verbs, default=(0, ""))[1]


THOSE = frozenset({"dead", "wounded", "injured", "missing", "accused", "custody", "charge", "hit", "born"})
"""Those whom an event befell, and what they are then in: nobody asks where the dead was, nor where the custody was."""


@cache
def _agents() -> frozenset[str]:
    return frozenset(form for word in mapping("event_agents") for form in (word, f"{word}s"))


def told_in(context: Context) -> Iterable[Told]:
    """Return the clauses and nouns of an article that tell that something happened, of the known kinds."""
    nouns = phrase_nouns(context)
    for clause in context.mentions.clauses:
        value = clause.value
        if value.nominal and clause.span.start in nouns:
            continue
        if value.negated or value.status != "happened" or not context.speaks(clause.span):
            continue
        if context.event_key(clause.span):
            continue
        kinds = [kind for kind in kinds_at(context, clause) if kind in known_kinds() and not _of_a_thing(clause, kind)]
        if kinds and _told_as_so(context, clause) and not _counts(context, clause):
            own = own_kind(context, clause)
            for kind in kinds:
                yield Told(
                    context, clause, kind, _patient(context, value, kind) if kind == own else Patient(), kind != own
                )
    yield from _named(context)


def _of_a_thing(clause: Mention[Clause], kind: str) -> bool:
    """Whether a verb of what is done to people has a thing for its object: "captured the imagination"."""
    heads = [a.head for a in clause.value.arguments if a.relation == "object"] if kind in OF_PEOPLE else []
    things = [head for head in heads if is_noun(head) and not _are_people(head.removesuffix("s"))]
    return bool(things) and len(things) == len(heads)


OF_PEOPLE = frozenset({"arrest", "sentence", "convict", "acquit"})
"""Kinds of what befalls nobody but people: a ship may be captured, and is not arrested."""


def kinds_at(context: Context, clause: Mention[Clause]) -> tuple[str, ...]:
    """Return the kinds of event that a clause tells of: its own, or that of the event which it says began or befell.

    "The fire broke out" tells of a fire, "robbers carried out a heist" of a theft, "they went to the polls" of an
    election, "a quake shook the town" of a quake and of its hitting the town.
    """
    key = clause.span, clause.value.predicate, clause.value.nominal
    if key not in context.kinds:
        context.kinds[key] = _kinds_at(context, clause)
    return context.kinds[key]


def _kinds_at(context: Context, clause: Mention[Clause]) -> tuple[str, ...]:
    value, own = clause.value, own_kind(context, clause)
    if value.nominal or not value.tense:
        return (own,)
    if any(argument.head.lower().removesuffix("s") in SEQUELS for argument in value.arguments):
        return ()
    if (part := phrase_object(value)) is not None:
        return (phrase_kind(value.predicate, part.head.lower()),)
    verb = value.predicate
    carried = verb in mapping("aspect_verbs") or verb in words("happening_verbs") or takes_place(value)
    for argument in value.arguments:
        if argument.relation not in ("subject", "object", "agent") and (verb, argument.relation) not in GOES:
            continue
        noun = noun_kind(event_noun(context, clause, argument))
        if noun in known_kinds() and (carried or argument.relation in ("to", "on")):
            return (noun,)
        if noun and own in BEFALLS and argument.relation in ("subject", "agent") and own != noun:
            return (noun,) if own == HITS else (own, noun)
    return (own,)


def own_kind(context: Context, clause: Mention[Clause]) -> str:
    """Return the kind of a clause's own verb or noun, with its preposition: to check into a clinic is to enter it."""
    own = kind_at(context.article, context.mentions, clause.span)
    if clause.value.nominal:
        return own
    if held := noun_kind(mapping("event_verbs").get(clause.value.predicate, "")):  # to sit down is to hold talks
        return held
    if clause.value.predicate in JUDGES and AS.match(context.article.text, clause.span.end):
        return ""
    if clause.value.predicate.partition(" ")[0] == "keep":
        return ""  # "kept up its criticism": nothing took place
    if clause.value.predicate in STRIVES and TO_DO.match(context.article.text, clause.span.end):
        return ""
    return next(
        (kind for a in clause.value.arguments if (kind := phrase_kind(clause.value.predicate, a.relation))), own
    )


JUDGES, AS = frozenset({"treat", "see", "find", "hail"}), re.compile(r"\s+as\b")
"""Verbs that with "as" right behind them only say what something is taken for."""

STRIVES, TO_DO = (
    frozenset({"fight", "battle", "struggle"}),
    re.compile(r"\s+(?:(?:hard|back|on|in\s+(?:the\s+)?courts?)\s+)?(?:to|for)\b"),
)
"""Verbs that with "to" or "for" right behind them only say that somebody tries: nobody clashes."""

GOES = frozenset({("go", "to"), ("head", "to"), ("go", "on"), ("return", "to")})
"""Verbs with a preposition that say of the noun behind it that it takes place: "go to war", "go on trial"."""


def event_noun(context: Context, clause: Mention[Clause], argument: Argument) -> str:
    """Return the head of an argument in lower case, or the event that it stands for.

    Where "it" or "which" begins, or a place that cannot ("the blaze at a shop in Harn, which broke out at nine"), that
    is the event told last before.
    """
    head = argument.head.lower()
    if argument.relation != "subject" or not (head in POINTS or _only_a_place(context, argument)):
        return head
    sentence = context.sentence(clause.span)
    here = [word[0].lower() for word in WORD.finditer(context.article.text[sentence.start : clause.span.start])]
    if nouns := [word for word in here if noun_kind(word) in known_kinds()]:
        return nouns[-1]
    index = bisect_left(context.mentions.sentences, sentence.start, key=lambda one: one.start)
    before = within(context.mentions.clauses, context.mentions.sentences[index - 1]) if index else ()
    heads = [a.head.lower() for one in before for a in one.value.arguments if a.relation in ("subject", "object")]
    return next((noun for noun in heads if noun_kind(noun) in known_kinds()), head)


POINTS = frozenset({"it", "which", "that"})


def _only_a_place(context: Context, argument: Argument) -> bool:
    entity = context.entity(argument.span)
    return entity is not None and entity.kind == "place"


SEQUELS = frozenset({"aftershock", "sequel", "anniversary"})
"""Nouns for what comes after an event of their kind, and is not that event."""

HITS = "hit"
BEFALLS = frozenset({HITS, "destroy"})
"""Kinds of what a disaster does to a place: whoever tells it tells the disaster too; its hitting is nothing else."""


def _named(context: Context) -> Iterable[Told]:
    """The nouns of such kinds that are no clause of their own: "the heist", "hours after the raid", "the robbers"."""
    taken = {clause.span.start for clause in context.mentions.clauses} | phrase_nouns(context)
    for sentence in context.mentions.sentences:
        if context.event_key(sentence) or not context.speaks(sentence):
            continue
        for match in WORD.finditer(context.text(sentence)):
            word = match[0].lower()
            kind = (noun_kind(word) if _is_listed(word) else "") or mapping("event_agents").get(
                word, mapping("event_agents").get(word[:-1], "")
            )
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            if kind in known_kinds() and _is_time(context, span):
                continue  # "the week of March 6"
            if kind in known_kinds() and span.start not in taken and word.removesuffix("s") not in SEQUELS:
                clause = Mention(Clause(word, span, nominal=True), span, BY)
                yield Told(context, clause, kind, Patient())


def _is_time(context: Context, word: Span) -> bool:
    times = within(context.mentions.times, context.sentence(word))
    return any(time.span.covers(word) for time in times)


def _is_listed(word: str) -> bool:
    """Whether a noun, or its singular, stands in the list itself and is no place: "executive" is no "execution"."""
    forms = {word, word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y"}
    return not forms.isdisjoint(_listed()) and forms.isdisjoint(words("location_nouns"))


@cache
def _listed() -> frozenset[str]:
    return frozenset(member.partition("/")[0] for members in table("event_synonyms") for member in members)


CAUGHT_UP = re.compile(r"(?:caught|swept|wrapped)\s+up\s+in\b", re.I)


def _told_as_so(context: Context, clause: Mention[Clause]) -> bool:
    """Whether nobody merely wants, expects, refuses or denies what a clause tells; caught up in a war is not caught."""
    return not CAUGHT_UP.match(context.article.text, clause.span.start) and all(
        attribution.value.stance in ("says", "confirms") and not attribution.value.negated
        for attribution in covering(context, clause.span)
    )


def _counts(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a clause tells how many people it befell: that is a figure, and is told as one.

    "Four robbers stole" counts those who did it, "one of the suspects was arrested" nobody.
    """
    return any(
        value.value.norm not in words("measuring_units")
        and not ONE_OF.match(context.text(argument.span))
        and (argument.head.isdigit() or _are_people(argument.head.lower()))
        for argument in _befallen(clause.value)
        for value in within(context.mentions.quantities, argument.span)
    )


def _are_people(head: str) -> bool:
    return is_person(head) or head in words("people_nouns") or head in words("pronouns")


ONE_OF = re.compile(r"^\W*one (?:of|such)\b", re.I)


def _befallen(clause: Clause) -> list[Argument]:
    """The objects of a clause, or what is gone into, or its subjects where it has neither."""
    found = [a for a in clause.arguments if a.relation == "object" and not a.head.endswith(("self", "selves"))]
    found = found or [a for a in clause.arguments if a.relation == "into"]
    return found or [a for a in clause.arguments if a.relation == "subject"]


def _patient(context: Context, clause: Clause, kind: str) -> Patient:
    """The object of a clause, or its subject where it has none; with whom it was taken from."""
    found = _befallen(clause)
    found += [a for a in clause.arguments if a.relation == "from"]  # one steals jewels, and robs a shop
    named: set[str] = set()
    nouns: set[str] = set()
    countries: set[str] = set()
    for argument in found:
        piece = CLAUSE.split(context.text(argument.span))[0]
        span = Span(argument.span.start, argument.span.start + len(piece))
        entity = context.entity(argument.span)
        if entity is not None and (entity.kind in ("person", "organisation") or kind in CONTESTS):
            named |= {entity.id} if argument.span in context.at else _all_of(context, span) or {entity.id}
        countries |= {place.value.country for place in within(context.mentions.places, span) if place.value.country}
        head = argument.head
        if head == head.lower() and head.isalpha() and head not in words("pronouns"):
            plain = is_noun(head) and head not in MEASURES and not SEVERAL.search(piece)
            nouns |= {head} if plain else {head, *_nouns_in(piece)} - MEASURES
    return Patient(frozenset(named), frozenset(nouns), frozenset(countries))


def _all_of(context: Context, span: Span) -> set[str]:
    """The people named in a phrase: both of "Ann Lowe and her son Tom Pike", and not whose car it was."""
    names = (name for name in within(context.mentions.names, span) if name.value.form == "name")
    own = (name.span for name in names if context.article.text[name.span.end : name.span.end + 1] not in ("'", "’"))
    linked = (context.at[name] for name in own if name in context.at)
    return {entity.id for entity in linked if entity.kind == "person"}


CONTESTS = frozenset({"win", "lose", "game", "fight/n", "final"})
"""Kinds in which a town is a team."""

SEVERAL = re.compile(r",|\band\b")
MEASURES = frozenset({"worth", "value", "number", "dozen", "score", "amount", "part", "lot", "pair", "group", "rest"})
"""Nouns that only say how much of something there is: what it is stands behind them."""


def _nouns_in(text: str) -> set[str]:
    """The nouns of a phrase but those of names, in the singular where that is known."""
    plain = " ".join(word for word in text.split() if word.islower())
    found = {word.removesuffix("s") if is_noun(word.removesuffix("s")) else word for word in content_words(plain)}
    return {word for word in found if is_noun(word)}


def may_befall_one(a: Patient, b: Patient) -> bool:
    """Whether whom two mentions name or describe may be one and the same."""
    for sort in ("person:", ""):  # the clerk and the bank may both be robbed: people are compared with people
        one, other = (frozenset(n for n in p.named if n.startswith("person:") == bool(sort)) for p in (a, b))
        if one and other:
            return any(_one_name(x, y) for x in one for y in other)
    if a.countries and b.countries and not a.countries & b.countries:
        return False
    if a.nouns and b.nouns:
        return any(may_be_one(one, other) or _of_body(one, other) for one in a.nouns for other in b.nouns)
    if a.named and b.named:
        return True
    (named, described) = (a, b) if a.named else (b, a)
    people = any(name.startswith("person:") for name in named.named)
    return not described.nouns or any(is_person(noun) == people for noun in described.nouns)


BODIES = frozenset({"body", "corpse", "remains"})
"""Nouns for somebody who is dead, whoever it was."""


def _of_body(one: str, other: str) -> bool:
    """Whether one noun is for a body and the other for somebody whose body it may be."""
    return (one in BODIES and is_person(other)) or (other in BODIES and is_person(one))


def _one_name(a: str, b: str) -> bool:
    """Whether two entities are one, or one's name ends in the other's: the Arle Hillside Clinic; or a surname may be
    that of both, which was left open between several that bear it.
    """
    (short, long) = sorted((a.partition(":")[2], b.partition(":")[2]), key=len)
    people = a.startswith("person:") and b.startswith("person:")
    return a == b or (("-" in short or people) and f"-{long}".endswith(f"-{short}"))


def parties_of(told: Told) -> frozenset[str]:
    """Return who and what takes part in the deed that a mention tells: ids of who is named, senses of nouns."""
    found = set()
    for argument in told.clause.value.arguments:
        if argument.relation not in ("subject", "object", "agent", "into", "from"):
            continue
        entity = told.context.entity(argument.span)
        if entity is not None and entity.kind in ("person", "organisation"):
            found.add(entity.id)
        elif is_noun(argument.head.lower()) and not is_person(argument.head.lower()):
            found.add(sense(argument.head.lower()))
    return frozenset(found)
