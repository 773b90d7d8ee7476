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

from twosource.model import Dossier, DossierAccount, DossierArticle, DossierClaim, DossierFact, VersionChange

AlertKind = Literal["origin", "dispute", "revision", "withdrawn"]

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
    for fact in after.facts:
        earlier = known[fact.id]
        found += [_disputed(earlier, fact, scene), _revised(earlier, fact, scene), _vouched(earlier, fact, scene)]
    if before is not None:
        old = set(before.versions)
        new = [change for change in after.versions if change not in old]
        revised = {alert.fact for alert in found if alert is not None and alert.kind != "origin"}
        found += [_of_version(change, scene) for change in new if change.fact not in revised]
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
    return _alert("dispute", fact, scene, "; ".join(old), "; ".join(_values([fact])), fact.why, new or fact.accounts)


def _revised(earlier: tuple[DossierFact, ...], fact: DossierFact, scene: _Scene) -> Alert | None:
    """Another value stands now than any that was told before."""
    if fact.verdict != "revised" or fact.stands is None or not earlier:
        return None
    now = fact.accounts[fact.stands]
    if now.value in _values(earlier):
        return None
    last = max(earlier, key=lambda before: len(_claims(before)))
    was = last.accounts[last.stands or 0].value
    return _alert("revision", fact, scene, was, now.value, fact.why, [now])


def _vouched(earlier: tuple[DossierFact, ...], fact: DossierFact, scene: _Scene) -> Alert | None:
    """Somebody vouches for a fact now who did not before and who is independent of all who did."""
    if fact.verdict != "corroborated" or not earlier:
        return None
    old = {origin for before in earlier for account in before.accounts for origin in account.origins}
    new = [account for account in fact.accounts if not old.issuperset(account.origins)]
    if not new:
        return None
    if any(before.verdict == "corroborated" for before in earlier):
        new = [account for account in new if _stands_apart(account, earlier, scene)]
        names = sorted({origin for account in new for origin in account.origins} - old)
        if not names:
            return None
        why = f"{' and '.join(names)} {'vouch' if len(names) > 1 else 'vouches'} for it too, independently"
        return _alert("origin", fact, scene, "", new[0].value, f"{why}.", new)
    return _alert("origin", fact, scene, "", new[0].value, fact.why, new)


def _stands_apart(account: DossierAccount, earlier: tuple[DossierFact, ...], scene: _Scene) -> bool:
    """Whether a new article of an account owes nothing to those that had the fact before: text, credit, outlet."""
    before = {claim.article for fact in earlier for claim in _claims(fact)}
    families = {scene.family(article) for article in before}
    outlets = {found.outlet for article in before if (found := scene.article(article))}
    names = {origin for fact in earlier for told in fact.accounts for origin in told.origins}
    for claim in account.claims:
        found = scene.article(claim.article)
        debts = {credit.name for credit in scene.now.credits if credit.article == claim.article}
        if (
            found is not None
            and claim.article not in before
            and scene.family(claim.article) not in families
            and found.outlet not in outlets
            and not (debts | set(claim.chain)) & (outlets | names)
        ):
            return True
    return False


def _of_version(change: VersionChange, scene: _Scene) -> Alert | None:
    """A later version of a page gives another figure, or no longer says what an earlier one said."""
    fact = next((fact for fact in scene.now.facts if fact.id == change.fact), None)
    if fact is None or change.change == "added":
        return None
    later = scene.article(change.later)
    outlet = later.outlet if later and later.outlet else change.later
    told = [account for account in fact.accounts if any(claim.article == change.later for claim in account.claims)]
    if change.change == "changed":
        if fact.kind != "figure":
            return None
        why = f"{outlet} changed its figure from {change.before} to {change.after}."
        return _alert("revision", fact, scene, change.before, change.after, why, told)
    if later is not None and _still_says(fact, change.earlier, later):
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
    accounts: Iterable[DossierAccount] = (),
    articles: tuple[str, ...] = (),
) -> Alert:
    named = [claim.article for account in accounts for claim in account.claims if claim.article not in scene.told]
    at = tuple(dict.fromkeys(_address(name, scene) for name in (*articles, *named)))
    key = "|".join((kind, scene.story, fact.question, before, after, why))
    text = f"{fact.question} {why}"
    id = blake2s(key.encode(), digest_size=8).hexdigest()
    return Alert(id, kind, scene.story, scene.now.title, fact.id, fact.question, before, after, text, at, scene.made)


def _address(article: str, scene: _Scene) -> str:
    found = scene.article(article)
    return found.url if found and found.url else article
