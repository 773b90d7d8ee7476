"""Say what changed in a story: a new independent origin, a dispute, a revised figure, a withdrawn claim.

Reads   the dossier of a story as it was last told of, and as it is now
Gives   Alert, in the order of the facts as they are now
Misses  a fact that is new altogether, unless it is in dispute; what a change of words does not change

Facts are known again by the sentences that they stand on, which never change, and only then by their ids, which are
made from the wording of the question.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2s
from typing import Literal

import msgspec

from twosource.model import Dossier, DossierArticle, DossierClaim, DossierFact, FactKind, VersionChange

AlertKind = Literal["origin", "dispute", "revision", "withdrawn"]

SAID: frozenset[FactKind] = frozenset({"figure", "statement", "position"})
"""Kinds that are told of when one outlet drops them. Of the others an update leaves out much that still holds: they are
told of when nobody else has them."""

Facts = Mapping[str, tuple[DossierFact, ...]]


class Alert(msgspec.Struct, frozen=True):
    """One change in one story. `text` is the sentence for a person; `before` and `after` are values, "" for none.

    `id` is the same for the same change, so that it is told once; `articles` are the addresses (else the ids) of the
    articles that brought it, `made` is an ISO 8601 instant.
    """

    id: str
    kind: AlertKind
    story: str
    title: str
    fact: str
    question: str
    before: str
    after: str
    text: str
    articles: tuple[str, ...] = ()
    made: str = ""

    @property
    def line(self) -> str:
        """The alert on one line."""
        where = f" [{', '.join(self.articles)}]" if self.articles else ""
        return f"{self.made} {self.kind}: {self.title} ({self.story}): {self.text}{where}".strip()


def changes(before: Dossier | None, after: Dossier, story: str = "", made: str = "") -> tuple[Alert, ...]:
    """Return what changed between two states of a story; with no state before, only what is in dispute now."""
    known = _pairs(before.facts if before else (), after.facts)
    scene = _Scene(after, story, made, frozenset(article.id for article in before.articles) if before else frozenset())
    found: list[Alert | None] = []
    vouched: list[tuple[str, int, int]] = []
    for fact in after.facts:
        earlier = known[fact.id]
        found += [_disputed(earlier, fact, scene), _revised(earlier, fact, scene)]
        places = [(c.article, c.start, c.end) for c in _claims(fact) if c.article not in scene.told]
        if not _overlap(places, vouched) and (alert := _vouched(earlier, fact, scene)):
            found.append(alert)  # a sentence that confirms a figure confirms the statement of it too: told once
            vouched += places
    if before is not None:
        # what an update changed is told when it comes: later on its facts may only be put in other words
        new = [change for change in after.versions if change.later not in scene.told]
        found += _of_versions(new, {alert.fact for alert in found if alert and alert.kind != "origin"}, scene)
    return tuple({alert.id: alert for alert in found if alert is not None}.values())


def together(dossiers: Sequence[Dossier]) -> Dossier | None:
    """Return the dossiers of stories that became one as one, for comparing; None when there is none."""
    if not dossiers:
        return None
    return msgspec.structs.replace(
        dossiers[0],
        facts=tuple(fact for dossier in dossiers for fact in dossier.facts),
        articles=tuple(article for dossier in dossiers for article in dossier.articles),
        versions=tuple(change for dossier in dossiers for change in dossier.versions),
    )


def without_texts(dossier: Dossier) -> Dossier:
    """Return a dossier with all that comparing needs and none of its articles' texts: a tenth of its size."""
    articles = tuple(msgspec.structs.replace(article, text="", blocks=()) for article in dossier.articles)
    facts = tuple(_without_texts(fact) for fact in dossier.facts)
    return msgspec.structs.replace(
        dossier,
        articles=articles,
        facts=facts,
        entities=(),
        places=(),
        timeline=(),
        related=(),
        coverage=(),
        missing=(),
    )


def _without_texts(fact: DossierFact) -> DossierFact:
    accounts = tuple(
        msgspec.structs.replace(
            account, claims=tuple(msgspec.structs.replace(claim, text="") for claim in account.claims)
        )
        for account in fact.accounts
    )
    return msgspec.structs.replace(fact, accounts=accounts)


class _Scene(msgspec.Struct, frozen=True):
    """The story as it is now, and which of its articles were told of before."""

    now: Dossier
    story: str
    made: str
    told: frozenset[str]

    def article(self, id: str) -> DossierArticle | None:
        """The article with this id."""
        return next((article for article in self.now.articles if article.id == id), None)

    def family(self, article: str) -> str:
        """The family of an article; the article itself when it has none."""
        found = self.article(article)
        return (found.family if found else None) or article


def _pairs(before: Iterable[DossierFact], after: Iterable[DossierFact]) -> Facts:
    """The facts of before that each fact of after goes on: those with most of its sentences, else the one of its id."""
    earlier = tuple(before)
    places = {_place(fact, claim): number for number, fact in enumerate(earlier) for claim in _claims(fact)}
    named = {(fact.kind, fact.id): number for number, fact in enumerate(earlier)}
    found = {}
    for fact in after:
        numbers = [number for claim in _claims(fact) if (number := places.get(_place(fact, claim))) is not None]
        if not numbers and (fact.kind, fact.id) in named:
            numbers = [named[fact.kind, fact.id]]
        most_first = sorted(set(numbers), key=lambda number: (-numbers.count(number), number))
        found[fact.id] = tuple(earlier[number] for number in most_first)
    return found


def _place(fact: DossierFact, claim: DossierClaim) -> tuple[str, str, int, int]:
    start = claim.start if claim.focus_start is None else claim.focus_start
    return fact.kind, claim.article, start, claim.end if claim.focus_end is None else claim.focus_end


def _claims(fact: DossierFact) -> tuple[DossierClaim, ...]:
    return tuple(claim for account in fact.accounts for claim in account.claims)


def _overlap(places: Iterable[tuple[str, int, int]], seen: Sequence[tuple[str, int, int]]) -> bool:
    """Whether any of the places (article, start, end) has characters in common with one that was seen."""
    return any(a == b and start < last and first < end for a, start, end in places for b, first, last in seen)


def _values(facts: Iterable[DossierFact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(account.value for fact in facts for account in fact.accounts))


def _disputed(earlier: tuple[DossierFact, ...], fact: DossierFact, scene: _Scene) -> Alert | None:
    """The accounts of a fact are at odds, and were not before, or another value has come."""
    if fact.verdict != "disputed":
        return None
    old = _values(earlier)
    new = [account for account in fact.accounts if account.value not in old]
    if any(before.verdict == "disputed" for before in earlier) and not new:
        return None
    claims = [claim for account in new or fact.accounts for claim in account.claims]
    return _alert("dispute", fact, scene, "; ".join(old), "; ".join(_values([fact])), fact.why, claims)


def _revised(earlier: tuple[DossierFact, ...], fact: DossierFact, scene: _Scene) -> Alert | None:
    """Another value stands now than any that was told before."""
    if fact.verdict != "revised" or fact.stands is None or not earlier:
        return None
    now = fact.accounts[fact.stands]
    if now.value in _values(earlier):
        return None
    last = max(earlier, key=lambda before: len(_claims(before)))
    was = last.accounts[last.stands or 0].value
    return _alert("revision", fact, scene, was, now.value, fact.why, now.claims)


def _vouched(earlier: tuple[DossierFact, ...], fact: DossierFact, scene: _Scene) -> Alert | None:
    """Somebody vouches for a fact now who did not before and who is independent of all who did."""
    if fact.verdict != "corroborated" or not earlier:
        return None
    new = [claim for claim in _claims(fact) if claim.article not in scene.told]
    if not new:
        return None
    value = next(account.value for account in fact.accounts if new[0] in account.claims)
    if all(before.verdict != "corroborated" for before in earlier):
        # Of two who had it before it may become known only now that they tell of one thing: then nobody new vouches.
        return _alert("origin", fact, scene, "", value, fact.why, new) if _named(new, fact.why, scene) else None
    apart = {name: claim for claim in reversed(new) if (name := _stands_apart(claim, earlier, scene))}
    if not apart:
        return None
    why = f"{' and '.join(sorted(apart))} {'give' if len(apart) > 1 else 'gives'} it too, independently: {value}."
    return _alert("origin", fact, scene, "", value, why, apart.values())


def _named(claims: Iterable[DossierClaim], why: str, scene: _Scene) -> bool:
    """Whether a sentence of why names who vouches for one of the claims, or who printed it."""
    here = {claim.article: scene.article(claim.article) for claim in claims}
    outlets = {article.outlet for article in here.values() if article}
    return any(name and name in why for name in outlets | {name for claim in claims for name in claim.chain})


def _stands_apart(claim: DossierClaim, earlier: tuple[DossierFact, ...], scene: _Scene) -> str:
    """Who vouches for a new claim, by name, when it owes nothing to those that had the fact before; else "".

    That is to say no text, no credit, no source and no outlet, as far as the dossier tells.
    """
    before = {told.article for fact in earlier for told in _claims(fact)}
    outlets = {found.outlet for article in before if (found := scene.article(article))}
    origins = {origin for fact in earlier for account in fact.accounts for origin in account.origins}
    here = scene.article(claim.article)
    if here is None or here.outlet in outlets:
        return ""
    if scene.family(claim.article) in {scene.family(article) for article in before}:
        return ""
    debts = {credit.name for credit in scene.now.credits if credit.article == claim.article} | set(claim.chain)
    if debts & (outlets | origins):
        return ""
    name = claim.chain[-1] if claim.chain else here.outlet
    named = {name for entity in scene.now.entities for name in (entity.name, *entity.names)} | {here.outlet}
    return name if name in named else ""


def _of_versions(new: Iterable[VersionChange], told: set[str], scene: _Scene) -> list[Alert | None]:
    """What later versions of pages changed, each of an earlier version's sentences once; `told` are facts told already.

    A sentence whose figure was revised is gone too, and that is no news of its own.
    """
    facts = {fact.id: (number, fact) for number, fact in enumerate(scene.now.facts)}
    found: list[Alert | None] = []
    seen: list[tuple[str, int, int]] = []
    known = [change for change in new if change.fact in facts and change.change != "added"]
    for change in sorted(known, key=lambda change: (change.change == "withdrawn", facts[change.fact][0])):
        fact = facts[change.fact][1]
        places = [(claim.article, claim.start, claim.end) for claim in _claims(fact) if claim.article == change.earlier]
        if change.fact not in told and not _overlap(places, seen):
            found.append(_of_version(change, fact, scene))
        seen += places
    return found


def _of_version(change: VersionChange, fact: DossierFact, scene: _Scene) -> Alert | None:
    """A later version of a page gives another figure, or no longer says what an earlier one said."""
    later = scene.article(change.later)
    outlet = later.outlet if later and later.outlet else change.later
    told = [claim for claim in _claims(fact) if claim.article == change.later]
    if change.change == "changed":
        if fact.kind != "figure":
            return None
        why = f"{outlet} changed its figure from {change.before} to {change.after}."
        return _alert("revision", fact, scene, change.before, change.after, why, told)
    if later is not None and _still_says(fact, change.earlier, later):
        return None
    if fact.kind not in SAID and any(claim.article != change.earlier for claim in _claims(fact)):
        return None
    why = f"{outlet} no longer says it: {change.before}."
    return _alert("withdrawn", fact, scene, change.before, "", why, (), (change.later,))


def _still_says(fact: DossierFact, earlier: str, later: DossierArticle) -> bool:
    """Whether the words that held a fact's value stand in the later text after all: it was only not read there."""
    words = []
    for claim in _claims(fact):
        if claim.article == earlier and claim.text:
            start = (claim.focus_start if claim.focus_start is not None else claim.start) - claim.start
            end = (claim.focus_end if claim.focus_end is not None else claim.end) - claim.start
            words.append(claim.text[start:end])
    return any(word and word in later.text for word in words)


def _alert(
    kind: AlertKind,
    fact: DossierFact,
    scene: _Scene,
    before: str,
    after: str,
    why: str,
    claims: Iterable[DossierClaim] = (),
    articles: tuple[str, ...] = (),
) -> Alert:
    named = [claim.article for claim in claims if claim.article not in scene.told]
    at = tuple(dict.fromkeys(_address(name, scene) for name in (*articles, *named)))
    key = "|".join((kind, scene.story, fact.question, before, after, why))
    text = f"{fact.question} {why}"
    id = blake2s(key.encode(), digest_size=8).hexdigest()
    return Alert(id, kind, scene.story, scene.now.title, fact.id, fact.question, before, after, text, at, scene.made)


def _address(article: str, scene: _Scene) -> str:
    found = scene.article(article)
    return found.url if found and found.url else article
