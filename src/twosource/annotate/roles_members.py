"""Find who sits in a delegation, team or panel: "Russia's team comprises A, B and C".

Reads   Parse.doc, names by token, the lexicons member_groups and member_verbs
Gives   Mention[Role] with relation "member", one for each member
Misses  members told one by one over several sentences
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from twosource.annotate.placed import NamesAt, code_of, group_name, shown
from twosource.annotate.roles_offices import is_office, office_at, office_before
from twosource.annotate.tokens import POSSESSIVES, children, span_between
from twosource.model import Mention, Role, hull
from twosource.text.countries import country_name
from twosource.text.lexicon import mapping, words

BY = "roles/4"
MEMBERS = frozenset(
    {"member", "delegate", "negotiator", "representative", "envoy", "panelist", "panellist", "participant"}
)
HEADING = frozenset({"lead", "head", "chair", "command"})
PLAYING = frozenset({"team", "side", "squad", "line-up", "lineup"})
"""Groups that play more often than they talk."""
JOINING = frozenset({"join", "attend"})
NAMING = frozenset({"name", "list", "include", "count", "identify"})
SEPARATORS = frozenset({",", ";", "and", "plus", "&"})
LONGEST_LIST = 120  # tokens; the longest list of a delegation seen in print has some 80


def memberships(doc: Doc, names: NamesAt) -> Iterator[Mention[Role]]:
    """Yield the members of groups that the text lists, heads, or says to have joined, in text order."""
    for token in doc:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        for group, start, end in _lists(doc, token, names):
            yield from _members(doc, names, group, start, end)
        yield from _heads(doc, token, names)


Group = tuple[str, str]
"""A group's name and the country or body whose it is ("" when the text does not say)."""


def _lists(doc: Doc, verb: Token, names: NamesAt) -> Iterator[tuple[Group, int, int]]:
    """Yield the group and the token range of each list of members that a verb governs."""
    lemma = verb.lemma_.lower()
    subject = next(children(verb, "nsubj", "nsubjpass"), None)
    if subject is None and verb.dep_ == "acl" and lemma in NAMING and verb.head.i < verb.i:
        subject = verb.head  # "the office named A and B", read as "the office that was named"
    if subject is None:
        return
    relation = mapping("member_verbs").get(lemma)
    group = _group(subject, names)
    if relation and group:
        start = _list_start(doc, verb, relation)
        if start:
            yield group, start, _list_end(doc, start)
    among = next((child for child in children(verb, "prep") if child.lower_ in ("among", "as")), None)
    if among is None and lemma in NAMING:  # the parse may tie it to the last of the list
        among = next((token for token in doc[verb.i + 1 : verb.i + LONGEST_LIST] if token.lower_ == "among"), None)
    listed = next((noun for noun in children(among, "pobj") if noun.lemma_.lower() in MEMBERS), None) if among else None
    if listed is not None and among is not None:
        side = _side_of(subject, names) or _owned(listed, names)
        if lemma == "be":
            yield (group_name(side, "delegation"), _country(side)), subject.left_edge.i, verb.i
        elif lemma in NAMING:
            yield (group_name(side, "delegation"), _country(side)), verb.i + 1, among.i


def _list_start(doc: Doc, verb: Token, relation: str) -> int:
    """Return the first token of the list after a verb, 0 when there is none."""
    if relation == "object":
        after = verb.i + 1
        return after if after < len(doc) and not doc[after].is_punct else 0
    for i in range(verb.i + 1, min(verb.i + 4, len(doc) - 1)):
        if doc[i].lower_ == "of":
            return i + 1
    return 0


def _list_end(doc: Doc, start: int) -> int:
    """Return where a list ends: at a full stop, a relative clause, or a finite verb; a line break does not end it."""
    for i in range(start, min(start + LONGEST_LIST, len(doc))):
        token = doc[i]
        if token.text in (".", "!", "?", "–", "—", '"', "”", "(") or token.lower_ in (
            "who",
            "which",
            "when",
            "while",
            "but",
        ):
            return i
        if token.pos_ in ("VERB", "AUX") and token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.dep_ != "amod":
            return _before_verb(doc, start, i)
        if token.is_space and token.text.count("\n") > 1 and doc[i - 1].text != ",":
            return i
    return min(start + LONGEST_LIST, len(doc))


def _before_verb(doc: Doc, start: int, i: int) -> int:
    """Step back from a verb to the separator before its subject."""
    while i > start and doc[i - 1].text not in (",", ";"):
        i -= 1
    return i


def _group(token: Token, names: NamesAt) -> Group | None:
    """Return the group that a noun names: "Russia's team", "members of the delegation"; None when it names none."""
    if token.lemma_.lower() in MEMBERS:
        groups = words("member_groups")
        inner = next((child for child in children(token, "poss") if child.lemma_.lower() in groups), None)
        for prep in children(token, "prep"):
            if inner is None and prep.lower_ in ("of", "in", "on"):
                inner = next(children(prep, "pobj"), None)
        return _group(inner, names) if inner is not None and inner.lemma_.lower() not in MEMBERS else None
    noun = mapping("member_groups").get(token.lemma_.lower())
    if noun is None:
        return None
    side = _owned(token, names)
    return group_name(side, noun or token.lemma_.lower()), _country(side)


def _owned(token: Token, names: NamesAt) -> str:
    """Return whose a group is: the owner, the nationality before it, or the name after "of" or "from"."""
    owner = names.owner(token)
    if owner:
        return owner
    for name in names.within(token.left_edge.i, token.i):
        return shown(name)
    for prep in children(token, "prep"):
        if prep.lower_ in ("of", "from"):
            for noun in children(prep, "pobj"):
                placed = names.at.get(noun.i)
                if placed:
                    return shown(placed)
    return ""


def _side_of(subject: Token, names: NamesAt) -> str:
    """Return the country whose voice the subject is: "the Ukrainian president's office", "the Kremlin"."""
    for name in names.within(subject.left_edge.i, subject.i + 1):
        if code_of(name.text):
            return country_name(code_of(name.text))
    return ""


def _country(side: str) -> str:
    code = code_of(side)
    return country_name(code) if code else side


def _members(doc: Doc, names: NamesAt, group: Group, start: int, end: int) -> Iterator[Mention[Role]]:
    """Yield one role for each item of a list."""
    last: tuple[int, int] | None = None
    for first, stop in _items(doc, names, start, end):
        role = _member(doc, names, group, first, stop)
        if role is None:
            continue
        if (
            last is not None
            and not role.value.holder
            and doc[first].lower_ in ("the", "a", "an")
            and _named_only(names, last)
        ):
            continue
        last = (first, stop)
        yield role


def _named_only(names: NamesAt, item: tuple[int, int]) -> bool:
    """Whether an item is a bare name, so that "the foreign minister" after it describes it."""
    found = names.within(*item)
    return len(found) == 1 and found[0].kind == "person" and found[0].end - found[0].start == item[1] - item[0]


def _items(doc: Doc, names: NamesAt, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a list at commas and "and"; an item without a noun of its own is joined to the one before."""
    first = start
    for i in range(start, end + 1):
        if i == end or (doc[i].lower_ in SEPARATORS and i not in names.at) or doc[i].is_space or _as_well_as(doc, i):
            if first < i and any(doc[j].pos_ in ("NOUN", "PROPN") for j in range(first, i)):
                yield first, i
            first = i + 1


def _as_well_as(doc: Doc, i: int) -> bool:
    """Whether the token is one of the three of "as well as"."""
    return any(doc[max(k, 0) : k + 3].text.lower() == "as well as" for k in range(i - 2, i + 1))


def _member(doc: Doc, names: NamesAt, group: Group, start: int, end: int) -> Mention[Role] | None:
    """Read an item: a person with or without an office, or an office alone; None when it is neither."""
    while start < end and (
        doc[start].lower_ in ("the", "a", "an", "its", "including") or doc[start].text in POSSESSIVES
    ):
        start += 1
    if start >= end:
        return None
    name, of = group
    person = next((one for one in names.within(start, end) if one.kind == "person" and not _owns(doc, one)), None)
    if person is not None:
        office = office_before(doc, person, names)
        where = span_between(doc, office.start, office.end) if office else None
        span = hull((person.mention.span, where)) if where else person.mention.span
        return Mention(
            Role("member", person.text, office.words if office else "", of, name, person.mention.span, where), span, BY
        )
    head = next((doc[i] for i in range(end - 1, start - 1, -1) if _person_noun(doc[i])), None)
    if head is None:
        return None
    told = office_at(head, names) if is_office(head) else None
    first = _after_owner(doc, start, head.i)
    stop = max(head.i + 1, min(told.end, end)) if told else head.i + 1
    if told and told.of and stop < end:
        stop = end
    where = span_between(doc, first, stop)
    text = " ".join(doc[first:stop].text.split())
    return Mention(Role("member", "", text, of, name, None, where), span_between(doc, start, stop), BY)


def _owns(doc: Doc, person: object) -> bool:
    """Whether a person's name is an owner ("Putin's aide") and so not the member."""
    end = getattr(person, "end", 0)
    return end < len(doc) and doc[end].text in POSSESSIVES


def _after_owner(doc: Doc, start: int, head: int) -> int:
    """Return the token after the last possessive ending before the head."""
    return max((i + 1 for i in range(start, head) if doc[i].text in POSSESSIVES), default=start)


def _person_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and (
        is_office(token) or mapping("noun_kinds").get(token.lemma_.lower()) == "person"
    )


def _heads(doc: Doc, verb: Token, names: NamesAt) -> Iterator[Mention[Role]]:
    """Yield the head of a group ("a team led by X", "X leads the team") and those who join it."""
    lemma = verb.lemma_.lower()
    if lemma not in HEADING and lemma not in JOINING:
        return
    if any(child.dep_ == "neg" for child in verb.children):
        return
    agent = next((noun for by in children(verb, "agent") for noun in children(by, "pobj")), None)
    passive = agent is not None
    target = next(children(verb, "nsubjpass"), None) if passive else next(children(verb, "dobj"), None)
    if passive and target is None and verb.dep_ == "acl":
        target = verb.head
    actor = agent if passive else next(children(verb, "nsubj"), None)
    if actor is not None and actor.lower_ in ("who", "that") and verb.dep_ == "relcl":
        actor = verb.head
    person = names.at.get(actor.i) if actor is not None else None
    group = _group(target, names) if target is not None else None
    if person is None or group is None or person.kind != "person" or target is None:
        return
    if not group[1] and target.lemma_.lower() in PLAYING:
        return  # who leads "the team" may lead it in points
    office = "head" if lemma in HEADING else ""
    span = hull((person.mention.span, span_between(doc, target.i, target.i + 1)))
    where = span_between(doc, verb.i, verb.i + 1) if office else None
    yield Mention(Role("member", person.text, office, group[1], group[0], person.mention.span, where), span, BY)
