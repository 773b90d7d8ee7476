"""Claims about what somebody is who holds no office: a rank before a name, a calling, whose kin or friend they are.

Reads   the names of persons, with the words beside them
Gives   role claims: "Tom Webb, police sergeant", "Ida Moll, pilot", "Ann Lee, sister of Jan Lee"
Misses  callings told in a sentence of their own ("she worked as a pilot"); kin of somebody who is not named

What a sentence only calls somebody for the part they play in the story ("the suspect Tom Webb") is no calling.
"""

import re
from typing import NamedTuple

from twosource.check.claims.making import make_claim
from twosource.check.claims.office_words import OF_WHAT
from twosource.check.claims.offices import is_somebody
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.language.ranks import RANKS
from twosource.check.voices.chains import chain_of, covering
from twosource.model import Claim, Entity, Mention, Name, Span
from twosource.text.lexicon import mapping, words

BY = "callings"
KIN = "kin: "
"""How the measure of a claim begins that says whose kin or friend somebody is."""

KIN_OF_ONE = f"{BY} kin"
"""The rule of such a claim."""

CALLING = "calling: "

FULL = frozenset(RANKS.values()) | {"officer", "deputy", "trooper", "judge", "justice", "commodore", "pastor"}
RANK = re.compile(
    rf"\b(?P<force>(?:[Pp]olice|[Ss]heriff['’]?\s?s|[Ff]ire|[Hh]omicide|[Nn]avy|[Aa]rmy)\s+)?"
    rf"(?P<rank>(?:{'|'.join(short.title() for short in sorted(RANKS))})\b\.?"
    rf"|(?:{'|'.join(rank.title() for rank in sorted(FULL))}))\s+$"
)
"""A rank right before a name, with the force it is held in."""

NOUNS = (
    "mother father son daughter brother sister half-brother half-sister stepfather stepmother stepson stepdaughter wife"
    " husband widow widower girlfriend boyfriend ex-girlfriend ex-boyfriend ex-wife ex-husband fiancee fiance fiancée"
    " grandmother grandfather grandson granddaughter uncle aunt nephew niece cousin twin brother-in-law sister-in-law"
    " great-uncle great-aunt great-grandmother great-grandfather"
    " mother-in-law father-in-law son-in-law daughter-in-law friend neighbour neighbor colleague co-worker"
)
KIN_NOUN = rf"(?P<kin>{'|'.join(sorted(NOUNS.split(), key=len, reverse=True))})"
OLD = (
    r"(?:(?:\d{1,3}-year-old|older|younger|elder|eldest|youngest|late|little|big|only|close|best|old|twin|former|then"
    r"|longtime|paternal|maternal|estranged|divorced|adoptive|biological)\s+){0,3}"
)
AGED = r"(?:,?\s+\(?(?:aged?\s+)?\d{1,3}\)?)?"
OWNED = re.compile(rf"(?:['’]s?)?\s+{OLD}{KIN_NOUN},?\s+$")
"""Between an owner and the kin who is named: "Jan Lee's older sister", "his mother,"."""

OWNED_BEHIND = re.compile(rf"(?:['’]s?)?\s+{OLD}{KIN_NOUN}\b(?!['’])(?=\s*[,.;)]|\s+(?:and|who|said|was|told)\b)")
OF_BEHIND = re.compile(
    rf"{AGED},\s+(?:an?\s+|the\s+)?{OLD}{KIN_NOUN}\s+of\s+(?:the\s+)?(?:[a-z][\w-]*\s+){{0,3}}?(?=[A-Z])"
)
BEHIND = re.compile(rf"{AGED},\s+$")
DOES = re.compile(r"\s+(?!(?:and|who|said|says|told|was|is|has|had)\b)[a-z]")
"""Behind an owner: somebody's kin is of whom the owner does something to ("daughter of the clerk Webb shot")."""

OWNER_WIDTH = 60
"""Characters between somebody and the owner of them: they hold an age and a few adjectives."""

BEFORE = re.compile(r"(?:^|[\s“\"'`(])(?P<lead>[\w'’-]+\s+)?(?P<noun>[A-Za-z][\w-]*)\s$")
APPOSED = re.compile(
    rf"{AGED},\s+(?:an?|the)\s+(?P<phrase>(?:[\w'’-]+\s+){{0,4}}?)(?P<noun>[a-z][\w-]*)"
    r"(?=,|\.|;|\s+(?:of|for|at|in|with|from|who|whose|and)\b)"
)
"""Behind a name: "Jim Webb, a helicopter pilot"."""

APPOSED_BARE = re.compile(
    rf"{AGED},\s+(?:then\s+)?(?P<phrase>(?:[a-z][\w-]*\s+){{0,3}}?)(?P<noun>[a-z][\w-]*)\s+(?:of|for|at|to|with)\s+"
    r"(?!(?:his|her|their|its|this|that)\b)"
)
"""Behind a name, without an article: "Jim Webb, owner of the yard"."""

BEFORE_COMMA = re.compile(
    r"(?:^|[\s“\"‘'`(])(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[\w.]+['’]s)\s+(?P<phrase>(?:[\w'’-]+\s+){0,3}?)(?P<noun>[a-z][\w-]*),\s$"
)
"""Before a name and a comma, behind what shows that there is one: "her barrister, Jim Webb"."""


class Called(NamedTuple):
    """What words beside a name say of its bearer: the measure, the words of the value, and whose they are."""

    measure: str
    told: str
    whose: str = ""


def callings(context: Context) -> tuple[Claim, ...]:
    """Return a role claim for each rank, calling and kinship told beside the name of somebody known in full."""
    held = {role.value.holder_span for role in context.mentions.roles if role.value.relation == "office"}
    found = []
    for name in context.mentions.names:
        entity = context.at.get(name.span)
        known = entity is not None and entity.kind == "person" and " " in entity.name and name.value.form == "name"
        if not known or entity is None or not is_somebody(entity.name) or not context.speaks(name.span):
            continue
        called = [_kin(context, name)]
        if name.span not in held:
            called.append(_rank(context, name.span) or _calling(context, name.span))
        found += [_claim(context, name.span, entity, one) for one in called if one]
    return tuple(found)


def _claim(context: Context, name: Span, entity: Entity, called: Called) -> Claim:
    quoting = [a for a in covering(context, name) if a.value.form == "direct"]
    return make_claim(
        context,
        "role",
        name,
        measure=called.measure,
        value=f"{entity.name}, {called.told}",
        subject=called.whose,
        value_key=entity.name.casefold(),
        chain=chain_of(context, name) if quoting else (),
        rule=KIN_OF_ONE if called.whose else BY,
    )


def _rank(context: Context, name: Span) -> Called | None:
    """The rank right before a name: "Arle police Sgt. Tom Webb"."""
    text, start = context.article.text, context.sentence(name).start
    match = RANK.search(text[max(start, name.start - OWNER_WIDTH) : name.start])
    if match is None:
        return None
    rank = match["rank"].rstrip(".").casefold()
    office = f"{(match['force'] or '').casefold()}{RANKS.get(rank, rank)}"
    return Called(f"office: {office}", office)


def _calling(context: Context, name: Span) -> Called | None:
    """A noun for a calling before a name ("the pilot Jim Webb") or behind it ("Jim Webb, a pilot")."""
    sentence, text = context.sentence(name), context.article.text
    behind = APPOSED.match(text, name.end, sentence.end)
    if behind and (_is_calling(behind["noun"]) or _does_so(behind["noun"])):
        return _named(behind["noun"], behind["phrase"])
    lead = text[max(sentence.start, name.start - OWNER_WIDTH) : name.start]
    for told in (APPOSED_BARE.match(text, name.end, sentence.end), BEFORE_COMMA.search(lead)):
        if told and " " in context.text(name) and _is_held(told["noun"]) and not _says_when(told["phrase"]):
            return _named(told["noun"], told["phrase"])
    before = BEFORE.search(lead)
    if before is None or " " not in context.text(name):
        return None
    noun, opens = before["noun"], before.start("noun") + max(sentence.start, name.start - OWNER_WIDTH) == sentence.start
    if (noun[0].isupper() and not opens) or not _is_calling(noun.lower()):
        return None
    if (before["lead"] or "").strip().lower() in ("a", "an", "no", "any", "to", "one"):
        return None  # "a pilot Jim Webb knew"
    return _named(noun.lower(), NEAREST.split(lead[: before.start("noun")])[-1])


NEAREST = re.compile(r"[,.;:()“”\"]|\b(?:and|but|that|said|by|with|from|for|of|to)\b")
"""What parts the words that describe somebody from those before."""


def _named(noun: str, phrase: str) -> Called | None:
    """A calling, or the rank or the post that is held as an office is; `phrase` may say that it is held no more.

    Of an owner it is not told what he owns.
    """
    if noun in OF_WHAT:
        return None
    past = next((word for word in phrase.lower().replace("-", " ").split() if word in NO_MORE), "")
    held = f"{past} {noun}" if past else noun
    return Called(("office: " if noun in FULL or noun in words("offices") else CALLING) + held, held)


NO_MORE = frozenset({"former", "retired", "ex", "onetime"})
"""Words before a calling or an office that somebody had."""


def _is_held(noun: str) -> bool:
    """Whether somebody is what a noun says by calling or office."""
    return _is_calling(noun) or _does_so(noun) or (noun in words("offices") and noun not in words("no_callings"))


def _does_so(noun: str) -> bool:
    """Whether a noun in apposition to a person tells what they do, though alone it names a firm: "insurer"."""
    firm = mapping("noun_kinds").get(noun) == "organisation" and AGENT.search(noun)
    return bool(firm) or (noun.startswith("co-") and (_is_calling(noun[3:]) or _does_so(noun[3:])))


AGENT = re.compile(r"(?<!pap)(?:er|or)$")
"""How a noun ends that names whoever does something."""


def _says_when(phrase: str) -> bool:
    """Whether words before a noun say that it was another time, or that nobody holds it yet: "the former owner"."""
    return not {"former", "ex", "future", "next", "late", "onetime", "alleged", "would-be"}.isdisjoint(
        phrase.lower().split()
    )


def _is_calling(noun: str) -> bool:
    if noun in words("no_callings") | words("offices") or noun in NOUNS.split() or noun in mapping("nationalities"):
        return False
    return mapping("noun_kinds").get(noun, "person" if is_person(noun) else "") == "person"


def _kin(context: Context, name: Mention[Name]) -> Called | None:
    """Whose kin somebody is: of whoever owns the noun beside the name."""
    sentence, text = context.sentence(name.span), context.article.text
    before = Span(max(sentence.start, name.span.start - OWNER_WIDTH), name.span.start)
    for owner in reversed(within(context.mentions.names, before)):
        if match := OWNED.fullmatch(text, owner.span.end, name.span.start):
            return None if _is_anothers(context, owner, name) else _of(context, owner, name, match["kin"])
    behind = Span(name.span.end, min(sentence.end, name.span.end + OWNER_WIDTH))
    of = OF_BEHIND.match(text, behind.start, behind.end)
    for owner in within(context.mentions.names, behind):
        if of and owner.span.start == of.end() and not DOES.match(text, owner.span.end):
            return _of(context, owner, name, of["kin"])
        match = OWNED_BEHIND.match(text, owner.span.end, sentence.end)
        if match and BEHIND.fullmatch(text, name.span.end, owner.span.start):
            return _of(context, owner, name, match["kin"])
    return None


def _is_anothers(context: Context, owner: Mention[Name], kin: Mention[Name]) -> bool:
    """Whether a pronoun before kin stands behind the name of somebody else than it was taken for: "accused of parting
    Tom Webb from his wife, Ann".
    """
    whose = context.at.get(owner.span)
    if context.text(owner.span).lower() not in ("his", "her") or whose is None:
        return False
    if context.at[kin.span].name.split()[-1] == whose.name.split()[-1]:
        return False  # kin of one surname
    text, start = context.article.text, context.sentence(owner.span).start
    ahead = within(context.mentions.names, Span(start, owner.span.start))
    near = next((name for name in reversed(ahead) if name.value.kind == "person" and name.value.form == "name"), None)
    if near is None or context.at.get(near.span) == whose or not AND.fullmatch(text, near.span.end, owner.span.start):
        return False
    return KIN_BEFORE.search(text, start, near.span.start) is None


AND = re.compile(r",?\s+(?:and|or|with)\s+")
KIN_BEFORE = re.compile(rf"\b{KIN_NOUN},?\s+$")
"""Between a name and the pronoun of its bearer's kin, and before the name of somebody who is kin too."""


def _of(context: Context, owner: Mention[Name], name: Mention[Name], kin: str) -> Called | None:
    """The kinship with its owner, where that is known by name and somebody else.

    A first name alone is surely theirs who bears the owner's surname: "her husband Eric" may be anybody.
    """
    whose, entity = context.at.get(owner.span), context.at[name.span]
    if whose is None or whose.kind != "person" or whose.id == entity.id or " " not in whose.name:
        return None
    if set(whose.name.split()) < set(entity.name.split()):
        return None  # a part of the same name: the two were not known to be one
    if " " not in context.text(name.span) and whose.name.split()[-1] != entity.name.split()[-1]:
        return None
    return Called(KIN + kin, f"{kin} of {whose.name}", whose.name)
