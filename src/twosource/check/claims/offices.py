"""Claims about who holds what office and who sits on which side.

Reads   roles
Gives   role claims: one per office and holder, one per list of a group's members
"""

import re
from itertools import groupby

import msgspec

from twosource.check.claims.making import make_claim
from twosource.check.claims.office_slips import mended
from twosource.check.claims.office_words import OF_WHAT, in_words, is_held, spelled_out
from twosource.check.context import Context, within
from twosource.check.voices.chains import chain_of, covering
from twosource.model import Claim, Mention, Role, Span, hull

BY = "offices"
APPOSITION = re.compile(r"(?:\s+(?:of|for)\s+(?:the\s+)?[\w'’-]+(?:\s+[\w'’-]+){0,3})?,\s+")
OF_SOMETHING = frozenset({"secretary", "minister", "director", "undersecretary", "commissioner"})
"""Offices that say little without what they are held of."""

APART = 80
"""Characters between an office and the name in apposition to it: room for "of" and a body of four words."""


def offices(context: Context) -> tuple[Claim, ...]:
    """Return role claims: offices with a named holder, and for each group the list of members that a sentence gives."""
    told = (_held_by_apposition(context, role) for role in context.mentions.roles if context.speaks(role.span))
    held = [role for one in told if (role := mended(context, one)) is not None]
    usable = [role for role in held if role.value.relation == "office" and _usable(context, role.value)]
    usable.sort(key=lambda role: role.value.holder_span or role.span)
    groups = groupby(usable, key=lambda role: role.value.holder_span or role.span)
    named = [_office(context, tuple(roles)) for _, roles in groups]
    members = [role for role in held if role.value.relation == "member" and role.value.group]

    def by_list(role: Mention[Role]) -> tuple[int, str]:
        return context.sentence(role.span).start, role.value.group

    lists = [tuple(roles) for _, roles in groupby(sorted(members, key=by_list), key=by_list)]
    told_of = [_members(context, roles) for roles in lists if _is_list(roles)]
    named = [claim for claim in named if claim.value.rpartition(", ")[2].casefold() not in OF_WHAT]
    return tuple(sorted((*named, *told_of), key=lambda claim: (claim.focus, claim.id)))


def _is_list(roles: tuple[Mention[Role], ...]) -> bool:
    """Whether members are told of a group that a reader could know: one who "joined the team" is on no list."""
    named = any(letter.isupper() for letter in roles[0].value.group)
    return named or len(roles) > 1 or bool(roles[0].value.office)


def _held_by_apposition(context: Context, role: Mention[Role]) -> Mention[Role]:
    """The role with its holder where a name follows in apposition: "the mayor of Halvern, Ingrid Solheim, said"."""
    value = role.value
    if value.relation != "office" or value.holder or value.office_span is None:
        return role
    near = Span(value.office_span.end, value.office_span.end + APART)
    for name in within(context.mentions.names, near):
        between = context.article.text[value.office_span.end : name.span.start]
        if name.value.kind == "person" and name.value.form == "name" and APPOSITION.fullmatch(between):
            held = msgspec.structs.replace(value, holder=name.value.text, holder_span=name.span)
            return Mention(held, Span(role.span.start, name.span.end), role.by)
    return role


def _usable(context: Context, role: Role) -> bool:
    """Whether an office has a holder who is known in full, there or elsewhere: "President Lee" is Ann Lee.

    "Secretary Lee" does not say what of, which only those know who have read it elsewhere.
    """
    if not role.holder or not role.office or (" " not in role.holder and role.office.casefold() in OF_SOMETHING):
        return False
    if not is_somebody(role.holder) or not is_held(context, role):
        return False
    entity = context.entity(role.holder_span) if role.holder_span else None
    return " " in role.holder or (entity is not None and entity.kind == "person" and " " in entity.name)


def is_somebody(name: str) -> bool:
    """Return whether a name may be a person's: none of its words is a title's or a body's, some have two letters.

    >>> is_somebody("Ann Lowe"), is_somebody("Divisional Fire"), is_somebody("N. J.")
    (True, False, False)
    """
    told = [word.strip(".,'’").casefold() for word in name.split()]
    return NO_NAMES.isdisjoint(told) and any(len(word) > 1 for word in told)


NO_NAMES = frozenset({"sheriff", "fire", "police", "rights", "workers", "mutual", "insurance", "company", "council"})
"""Words of titles and bodies that a name was taken to go on in, and that are hardly a surname."""


def _office(context: Context, roles: tuple[Mention[Role], ...]) -> Claim:
    """One claim for the offices that one place gives to a person; its value is the person with them."""
    value = roles[0].value
    entity = context.entity(value.holder_span) if value.holder_span else None
    holder = entity.name if entity is not None and entity.kind == "person" else value.holder
    shown = dict(in_words(context, role) for role in roles)
    bodies = dict.fromkeys(of for of in shown.values() if of)
    return make_claim(
        context,
        "role",
        value.holder_span or roles[0].span,
        about=hull(role.span for role in roles),
        measure="office: " + "; ".join(dict.fromkeys(spelled_out(role.value.office) for role in roles)),
        value=f"{holder}, {' and '.join(shown)}",
        asked=next(iter(shown)),
        subject=next(iter(bodies)) if len(bodies) == 1 else "",
        value_key=holder.casefold(),
        chain=_quoted(context, roles[0]),
        rule=BY,
    )


def _quoted(context: Context, role: Mention[Role]) -> tuple[str, ...]:
    """The chain of an office: a title beside a name is the outlet's own word unless it stands inside a quotation."""
    quoting = [a for a in covering(context, role.span) if a.value.form == "direct"]
    return chain_of(context, role.span) if quoting else ()


def _members(context: Context, roles: tuple[Mention[Role], ...]) -> Claim:
    """One claim for a list of members: its value is the list, its focus the stretch from the first to the last."""
    group = roles[0].value.group
    shown = [_shown(role.value) for role in roles]
    return make_claim(
        context,
        "role",
        hull(role.span for role in roles),
        measure=f"member: {group.casefold()}",
        value="; ".join(dict.fromkeys(shown)),
        subject=group,
        value_key="|".join(sorted({name.casefold() for name in shown})),
        rule=f"{BY} members",
    )


def _shown(role: Role) -> str:
    if role.holder and role.office:
        return f"{role.holder} ({role.office})"
    return role.holder or role.office
