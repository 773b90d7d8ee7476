"""Explain a fact: its claims, chains, families and the rules applied, in order.

Reads   a Dossier and a fact's id
Gives   lines of text
"""

from collections.abc import Iterator

from twosource.model import BadSetting, Dossier, DossierAccount, DossierFact


def why(dossier: Dossier, name: str) -> str:
    """Return the whole reasoning behind a fact as text; raises BadSetting when the dossier has no such fact.

    `name` is a fact's id, or the start of one that no other fact shares.
    """
    found = [fact for fact in dossier.facts if fact.id == name] or [f for f in dossier.facts if f.id.startswith(name)]
    if len(found) != 1:
        known = ", ".join(fact.id for fact in dossier.facts[:5])
        raise BadSetting(
            f"{'no' if not found else 'more than one'} fact is called {name!r}; the first ones are {known}"
        )
    return "\n".join(_lines(dossier, found[0])) + "\n"


def _lines(dossier: Dossier, fact: DossierFact) -> Iterator[str]:
    yield f"{fact.id}  {fact.kind}: {fact.question}"
    yield f"verdict: {fact.verdict}"
    yield f"why: {fact.why}"
    if fact.ruling:
        yield f"a person's ruling: {fact.ruling}"
    yield ""
    for number, account in enumerate(fact.accounts, 1):
        stands = "  <- stands now" if fact.stands == number - 1 and len(fact.accounts) > 1 else ""
        yield f"account {number}: {account.value}{_bounds(account)}{stands}"
        yield f"  vouched for by: {', '.join(account.origins)}"
        yield f"  carried by: {', '.join(account.carriers)}"
        for claim in account.claims:
            chain = " <- ".join((_outlet(dossier, claim.article), *claim.chain))
            yield f"  claim {claim.article}:{claim.start}-{claim.end}, {claim.certainty}: {chain}"
            yield f"    “{' '.join(claim.text.split())}”"
    articles = {claim.article for account in fact.accounts for claim in account.claims}
    families = [family for family in dossier.families if articles.intersection(family.articles)]
    yield ""
    for family in families:
        whose = f", the text of {family.origin}" if family.origin else ""
        yield f"family {family.id} ({family.relation}{whose}): {', '.join(family.articles)}"
    for credit in dossier.credits:
        if credit.article in articles:
            yield f"credit in {credit.article}: {credit.name} ({credit.kind})"
    yield "rules applied:"
    for number, reason in enumerate(fact.reasons, 1):
        yield f"  {number}. {reason}"


def _bounds(account: DossierAccount) -> str:
    if account.low is None and account.high is None:
        return ""
    low, high = (f"{x:g}" if x is not None else "" for x in (account.low, account.high))
    return f" [{low}]" if low == high else f" [{low or 'open'} to {high or 'open'}]"


def _outlet(dossier: Dossier, article: str) -> str:
    return next((a.outlet or a.id for a in dossier.articles if a.id == article), article)
