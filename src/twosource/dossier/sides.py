"""Find the sides of a story: who sits for each, and what each holds.

Reads   Facts (positions, roles), Mentions.roles, Entities
Gives   Side, the one with most to show first
Misses  members of a delegation that is named only by a pronoun
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from twosource.model import Claim, Entity, Evidence, Fact, Member, Mention, Role, Side

POSSESSIVE = re.compile(r"(.+?)(?:['’]s|(?<=s)['’]) ")
"""The owner in "Kyiv's envoys", "the United States' envoy"."""


@dataclass
class _Draft:
    """A side while it is put together: seats by holder (or by office when no one is named), and fact ids."""

    seats: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    facts: dict[tuple[str, str], str] = field(default_factory=dict)
    positions: dict[str, None] = field(default_factory=dict)


class _Names:
    """Entities by their spellings, and whose voice each one is."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_id = {one.id: one for one in entities}
        self._by_name: dict[str, Entity] = {}
        for one in sorted(self._by_id.values(), key=lambda one: (-len(one.mentions), one.id)):
            for spelling in (one.name, *one.names):
                self._by_name.setdefault(spelling.casefold(), one)

    def usual(self, name: str) -> str:
        """The usual spelling of a name, itself when it is not known."""
        one = self._by_name.get(name.casefold())
        return one.name if one else name

    def country(self, name: str) -> str:
        """The country code of a name, "" when it is not known."""
        one = self._by_name.get(name.casefold())
        return one.country if one else ""

    def principal(self, name: str) -> str:
        """Whom a name speaks for in the end: its own usual spelling when it speaks for itself.

        What belongs to someone ("Zelenskyy's office") speaks for its owner when nothing else is known of it.
        """
        found = self._spoken_for(name)
        owner = POSSESSIVE.match(found)
        known = owner is not None and owner[1].casefold() in self._by_name
        return self._spoken_for(owner[1]) if owner and known else found

    def _spoken_for(self, name: str) -> str:
        one = self._by_name.get(name.casefold())
        seen = set()
        while one and one.speaks_for in self._by_id and one.id not in seen:
            seen.add(one.id)
            one = self._by_id[one.speaks_for]
        return one.name if one else name


def sides(facts: Iterable[Fact], evidence: Evidence) -> tuple[Side, ...]:
    """Return the sides: whoever has a delegation, and whoever holds a position, each once.

    A position goes to the subject of its claims, or to the end of their chain; a spokesperson's goes to the body
    spoken for, an officer's to the country or body of the office.
    """
    facts = tuple(facts)
    names = _Names(evidence.entities)
    roles = _roles(facts, evidence)
    seats = _role_facts(facts)
    drafts: dict[str, _Draft] = {}
    for article, mention in roles:
        role = mention.value
        if role.relation == "member" and (role.of or role.group):
            draft = drafts.setdefault(names.principal(role.of or role.group), _Draft())
            _seat(draft, names.usual(role.holder), role.office, _fact_of(article, mention, seats))
    owners = _owners(roles, names)
    delegations = {names.country(name): name for name in sorted(drafts) if names.country(name)}
    for fact in facts:
        for holder in _holders(fact):
            principal = names.principal(holder)
            if principal not in drafts:
                principal = owners.get(principal) or delegations.get(names.country(holder)) or principal
            drafts.setdefault(principal, _Draft()).positions[fact.id] = None
    ordered = sorted(drafts, key=lambda name: (not drafts[name].seats, -len(drafts[name].positions), name))
    return tuple(Side(name, _delegation(drafts[name]), tuple(drafts[name].positions)) for name in ordered)


def _roles(facts: tuple[Fact, ...], evidence: Evidence) -> list[tuple[str, Mention[Role]]]:
    """The roles in the story's articles; those in a teaser only when a fact cites it."""
    cited = {claim.article for fact in facts for account in fact.accounts for claim in account.claims}
    teasers = {article.id for article in evidence.articles if article.teaser_of}
    return [
        (found.article, mention)
        for found in evidence.mentions
        if found.article not in teasers or found.article in cited
        for mention in found.roles
    ]


def _owners(roles: Iterable[tuple[str, Mention[Role]]], names: _Names) -> dict[str, str]:
    """For each holder of an office, the country or body that it is most often said to be held in."""
    held: dict[str, Counter[str]] = {}
    for _, mention in roles:
        if mention.value.holder and mention.value.of:
            held.setdefault(names.usual(mention.value.holder), Counter())[names.principal(mention.value.of)] += 1
    return {holder: min(found, key=lambda of: (-found[of], of)) for holder, found in held.items()}


def _holders(fact: Fact) -> tuple[str, ...]:
    """Who holds a position: the subjects of its claims, or else the ends of their chains; () for other facts."""
    if fact.kind != "position":
        return ()
    found = {_holder(claim) for account in fact.accounts for claim in account.claims}
    return tuple(sorted(found - {"", "unnamed"}))


def _holder(claim: Claim) -> str:
    return claim.subject or (claim.chain[-1] if claim.chain else "")


def _role_facts(facts: Iterable[Fact]) -> Mapping[str, list[tuple[Claim, str, str]]]:
    """The claims of role facts by article, each with its value and fact id."""
    found: dict[str, list[tuple[Claim, str, str]]] = {}
    for fact in facts:
        if fact.kind == "role":
            for account in fact.accounts:
                for claim in account.claims:
                    found.setdefault(claim.article, []).append((claim, account.value, fact.id))
    return found


def _fact_of(article: str, mention: Mention[Role], seats: Mapping[str, list[tuple[Claim, str, str]]]) -> str:
    """The id of the role fact that a membership is told in, "" when there is none."""
    last = mention.value.holder.split()[-1:]
    for claim, value, fact in seats.get(article, ()):
        named = last and last[0].casefold() in f"{value} {claim.subject}".casefold()
        if claim.span.overlaps(mention.span) and (named or (not last and claim.focus.overlaps(mention.span))):
            return fact
    return ""


def _seat(draft: _Draft, holder: str, office: str, fact: str) -> None:
    """Add a seat; one and the same for a person however often named."""
    key = (holder, "") if holder else ("", office.casefold())
    draft.seats.setdefault(key, Counter())[office] += 1
    if fact:
        draft.facts.setdefault(key, fact)


def _delegation(draft: _Draft) -> tuple[Member, ...]:
    """The members in the order met; a seat without a name gives way to a named one with the same office."""
    members = []
    named = {office.casefold() for (holder, _), offices in draft.seats.items() if holder for office in offices}
    for (holder, office), offices in draft.seats.items():
        if holder or (office and office not in named):
            title = min((one for one in offices if one), key=lambda one: (-offices[one], one), default="")
            members.append(Member(holder, title, draft.facts.get((holder, office), "")))
    return tuple(members)
