"""From the mentions of one article to its claims: one maker per kind.

Reads   Context
Gives   Claim, in text order
"""

from collections.abc import Callable

from msgspec.structs import replace

from twosource.check.claims.addresses import address_claims
from twosource.check.claims.ages import ages
from twosource.check.claims.another import another
from twosource.check.claims.beginnings import BY as BEGUN
from twosource.check.claims.beginnings import beginnings
from twosource.check.claims.callings import callings
from twosource.check.claims.courts import courts
from twosource.check.claims.dated_nouns import dated_nouns
from twosource.check.claims.deadlines import deadlines
from twosource.check.claims.deaths import deaths
from twosource.check.claims.durations import durations
from twosource.check.claims.figures import figures
from twosource.check.claims.gapped import gapped
from twosource.check.claims.happenings import happenings
from twosource.check.claims.homes import homes
from twosource.check.claims.institutions import institutions
from twosource.check.claims.intervals import intervals
from twosource.check.claims.labelled import labelled
from twosource.check.claims.lasting import lasting
from twosource.check.claims.levels import levels
from twosource.check.claims.manifold import manifold
from twosource.check.claims.multiples import multiples
from twosource.check.claims.nobody import nobody
from twosource.check.claims.offices import offices
from twosource.check.claims.ordinals import ordinals
from twosource.check.claims.parts import parts
from twosource.check.claims.plans import plans
from twosource.check.claims.scores import scores
from twosource.check.claims.setting import no_clause, says_little, setting_of
from twosource.check.claims.sides import sides
from twosource.check.claims.spots import spots
from twosource.check.claims.statements import statements
from twosource.check.claims.undisclosed import undisclosed
from twosource.check.context import Context
from twosource.model import Claim

MAKERS: tuple[Callable[[Context], tuple[Claim, ...]], ...] = (
    figures,
    labelled,
    nobody,
    another,
    ages,
    durations,
    intervals,
    manifold,
    multiples,
    levels,
    ordinals,
    parts,
    scores,
    sides,
    address_claims,
    homes,
    deaths,
    courts,
    institutions,
    spots,
    ordinals,
    offices,
    callings,
    statements,
    happenings,
    beginnings,
    dated_nouns,
    plans,
    deadlines,
    lasting,
    undisclosed,
)
"""Every maker of claims, in the order in which they run."""


def claims_of(context: Context) -> tuple[Claim, ...]:
    """Return every claim of one article, in text order, each once."""
    found = {claim.id: claim for make in MAKERS for claim in make(context)}
    begun = {claim.focus for claim in found.values() if claim.rule == BEGUN}
    found = {
        name: claim
        for name, claim in found.items()
        if claim.kind != "time" or claim.rule == BEGUN or claim.focus not in begun
    }
    told = (_with_setting(context, claim) for claim in found.values())
    return tuple(sorted(told, key=lambda claim: (claim.focus, claim.id)))


def _with_setting(context: Context, claim: Claim) -> Claim:
    """A figure whose own words would make no question, with its clause, or the words around it."""
    if claim.kind != "figure" or not (says_little(claim) or no_clause(context, claim)):
        return claim
    return replace(claim, setting=gapped(context, claim) or (setting_of(context, claim) if says_little(claim) else ""))
