"""Line up what a story's articles claim, and judge it: established, echoed, single, disputed, revised, undisclosed.

Reads   Story, Evidence (articles, mentions, entities, lineage), and whether two voices are independent
Gives   Fact, the most carried first
Misses  see each maker in `check.claims`
"""

import re
from collections.abc import Mapping, Sequence
from hashlib import blake2s

from msgspec.structs import replace

from twosource.check.accounts import POINTS as POINTS_TO
from twosource.check.accounts import accounts_of, speakers_of, told_best, words_of
from twosource.check.align import align
from twosource.check.background import background, own_year
from twosource.check.carry.also import also_told
from twosource.check.carry.also_counted import also_counted
from twosource.check.carry.also_kin import also_kin
from twosource.check.carry.also_meant import also_meant
from twosource.check.carry.also_placed import also_placed
from twosource.check.carry.also_where import also_where
from twosource.check.carry.main_told import unless_told
from twosource.check.carry.one_place import one_place
from twosource.check.carry.quoted import quoted_too
from twosource.check.carry.sentences import story_of
from twosource.check.claims import claims_of
from twosource.check.claims.callings import CALLING
from twosource.check.claims.deadlines import BY as DEADLINES
from twosource.check.claims.deeds import OF_WHOM
from twosource.check.claims.happenings import BY as HAPPENINGS
from twosource.check.claims.office_words import is_commonplace
from twosource.check.context import Context, occurrences
from twosource.check.events.main_events import BY as MAIN
from twosource.check.events.main_events import main_events
from twosource.check.events.two_events import parted
from twosource.check.figures.questions import COUNTED
from twosource.check.fillers import BY as ONE_FILLER
from twosource.check.judge.confirmed import told_by_both
from twosource.check.judge.one_thing import ALIKE, CARRIED
from twosource.check.judge.origins import Independent, Origins
from twosource.check.judge.verdict import Bench, judge
from twosource.check.language.order import stands_in
from twosource.check.measured_alike import measured_alike
from twosource.check.questions import question_in_words, question_of
from twosource.check.rulings import ruled, settle
from twosource.check.slots.one_filler import one_filler
from twosource.check.tellings.one_voice import one_voice
from twosource.check.tellings.reunited import reunited
from twosource.check.twins.asked_twice import asked_once
from twosource.check.twins.told_apart import told_apart
from twosource.check.twins.told_twice import told_once
from twosource.check.twins.told_within import without_parts
from twosource.check.twins.wished_twice import unless_only_wished, wished_once
from twosource.check.voices.not_himself import not_himself
from twosource.model import Account, Claim, Evidence, Fact, FactKind, Ruling, Story

__all__ = ["check", "claims_in", "contexts_of"]


def check(
    story: Story, evidence: Evidence, independent: Independent, rulings: Sequence[Ruling] = ()
) -> tuple[Fact, ...]:
    """Return the facts of a story, in order of how many carry them, then of their first claim's place.

    `independent` says whether two voices are independent, given the lineage; `rulings` are a person's own judgements.
    The order of articles does not matter.
    """
    evidence = ruled(evidence, rulings)
    contexts = contexts_of(story, evidence)
    origins = Origins(contexts, evidence, independent)
    bench = Bench(origins.independent, origins.moment, origins.outlet, origins.origin)
    groups: dict[str, tuple[Claim, ...]] = {}
    family = {article: family.id for family in evidence.lineage.families for article in family.articles}
    main = main_events(contexts, family)
    aligned = also_kin(align(claim for context in contexts for claim in claims_of(context)), contexts)
    main, aligned = also_where(*unless_told(aligned, main, contexts))
    sentences = story_of(contexts)
    aligned = measured_alike(reunited(one_voice(aligned)), contexts)
    told = also_meant(also_told(aligned, sentences), sentences)
    told = also_counted(quoted_too(told, contexts), contexts)
    speakers = {claim.subject.casefold() for group in told for claim in group if claim.kind == "statement"}
    found = one_place(also_placed((*main, *told, *one_filler(contexts)), contexts), contexts)
    by_id = {context.article.id: context for context in contexts}
    known = [group for group in found if len(by_id) == 1 or not _is_of_which(group)]
    telling = without_parts(told_once([group for group in known if _worth_telling(group, speakers)]))
    days = {context.article.id: context.day for context in contexts}
    for group in parted(asked_once(wished_once(telling), lambda claim: by_id[claim.article].text(claim.span)), days):
        groups[_id(group, groups)] = group
    groups = _denied_once(unless_only_wished(_said_once(groups)))
    groups, decided = settle(groups, rulings)
    asked = told_apart(groups, contexts)
    facts = [_fact(name, group, asked[name], bench, by_id, decided.get(name, "")) for name, group in groups.items()]
    return tuple(sorted(facts, key=_prominence))


def _worth_telling(group: tuple[Claim, ...], speakers: set[str]) -> bool:
    """Whether a fact belongs in a dossier: a deed that one article alone tells must name somebody.

    What one article alone calls somebody ("actor Tom Webb") says who is meant and is nothing to check, unless it is
    one of the story's `speakers`: then it is whose word that is.
    """
    if group[0].kind in ("time", "venue") and group[0].disclosed and not _tells_of_what(group):
        return False  # of a deed that nothing asks after nobody could tell what it was
    if group[0].kind in ("time", "venue") and group[0].rule.startswith(HAPPENINGS):
        return any(claim.asked for claim in group)
    if len({claim.article for claim in group}) > 1:
        return True
    if group[0].kind == "figure" and all(YOU.search(claim.asked) for claim in group):
        return False  # advice to whoever reads it, or words to somebody who stood there
    if all(is_commonplace(claim) for claim in group):
        return any(claim.value_key in speakers for claim in group)
    if group[0].kind == "event" and not speakers_of(group) and POINTS_TO.match(words_of(told_best(group))):
        return False  # whose deed "he drove off" tells nobody could say
    if any(claim.kind != "event" for claim in group):
        called = all(claim.measure.startswith(CALLING) for claim in group)
        return not called or any(claim.value_key in speakers for claim in group)
    return any(":" in party for claim in group for party in claim.subject.split("|"))


YOU = re.compile(r"\b(?:you|your|yours|yourself|yourselves)\b", re.I)


def _tells_of_what(group: tuple[Claim, ...]) -> bool:
    """Whether a time or a place is asked for in words that say of what: "did he go" says neither who nor what."""
    if any(claim.rule == DEADLINES for claim in group):
        return True
    asked = [claim.asked for claim in group if claim.asked]
    phase = group[0].measure.split()[-2] if group[0].kind == "time" else ""
    plain = phase in ("start", "hold", "end") and group[0].rule != MAIN
    if not asked:
        return plain or (group[0].kind == "venue" and not group[0].rule.startswith((HAPPENINGS, MAIN)))
    alone = len({claim.article for claim in group}) == 1
    return not all(POINTS.fullmatch(one) or (alone and OF_WHOM.match(one)) for one in asked)


def _is_of_which(group: tuple[Claim, ...]) -> bool:
    """Whether one article of several alone tells when or where "the meeting" was: nobody could say which."""
    if group[0].kind not in ("time", "venue") or not group[0].disclosed or len({c.article for c in group}) > 1:
        return False
    return all(BARE.fullmatch(claim.asked) for claim in group)


BARE = re.compile(r"(?:was|were|is|are|will) the [a-z]+(?: be)?")
"""Words that ask after a deed by a noun alone."""

POINTS = re.compile(
    r"(?:did|will|was|were) (?:he|she|it|they|someone|somebody|others|many|both) [a-z]+"
    r"(?: (?:in|on|up|out|off|down|over|away|back|it|him|her|them))?"
)
"""Words that ask after a deed of somebody who is not named, and of nothing."""


def _said_once(groups: dict[str, tuple[Claim, ...]]) -> dict[str, tuple[Claim, ...]]:
    """The groups without deeds that only repeat a toll: those whose every sentence stands under that figure already."""
    figures = [
        {stands_in(claim) for claim in group}
        for group in groups.values()
        if group[0].kind == "figure" and group[0].measure.split()[0] in COUNTED
    ]
    return {
        name: group
        for name, group in groups.items()
        if any(claim.kind != "event" or claim.rule == ONE_FILLER for claim in group)
        or not any({stands_in(claim) for claim in group} <= places for places in figures)
    }


def _denied_once(groups: dict[str, tuple[Claim, ...]]) -> dict[str, tuple[Claim, ...]]:
    """The groups without denials that stand already, in the same sentences, beside what they deny."""
    beside: set[tuple[str, int]] = set()
    for group in groups.values():
        denials = {stands_in(claim) for claim in group if not claim.polarity}
        if denials and any(claim.polarity for claim in group):
            beside |= denials
    return {
        name: group
        for name, group in groups.items()
        if group[0].kind not in ("event", "statement")
        or any(claim.polarity or not claim.disclosed for claim in group)
        or not {stands_in(claim) for claim in group} <= beside
    }


def claims_in(story: Story, evidence: Evidence) -> tuple[Claim, ...]:
    """Return every claim of a story's articles, in order of article and place."""
    return tuple(claim for context in contexts_of(story, evidence) for claim in claims_of(context))


def contexts_of(story: Story, evidence: Evidence) -> tuple[Context, ...]:
    """Return each article of the story with what was found in it, sorted by id."""
    at = occurrences(evidence.entities)
    wanted = set(story.articles)
    pairs = zip(evidence.articles, evidence.mentions, strict=True)
    year = own_year(evidence.mentions)
    told_on = {one.published.day for one in evidence.articles if one.id in wanted and one.published}
    found = []
    for article, mentions in sorted(pairs, key=lambda pair: pair[0].id):
        if article.id in wanted:
            day = article.published.day if article.published else ""
            older = background(article, mentions, day, year, told_on)
            linked = not_himself(article.text, mentions, at.get(article.id, {}))
            found.append(Context(article, mentions, linked, day, older))
    return tuple(found)


def _kind(group: tuple[Claim, ...]) -> FactKind:
    """What sort of fact a group is: a statement where only speakers tell what happened, and no main event ever."""
    if any(claim.kind == "event" and claim.rule == MAIN for claim in group):
        return "event"
    return "statement" if group[0].kind == "event" and speakers_of(group) else group[0].kind


def _fact(
    name: str, group: tuple[Claim, ...], question: str, bench: Bench, contexts: Mapping[str, Context], decided: str
) -> Fact:
    accounts = accounts_of(group, bench.origin, bench.outlet)
    judged = judge(group[0].kind, accounts, bench)
    if judged.confirmed and len(accounts) == 1 and group[0].kind in ("event", "statement"):
        shown = told_best(group)
        both = told_by_both(shown, group, judged.confirmed, contexts)
        if both != shown:
            accounts = (replace(accounts[0], value=words_of(both)),)
            question = question_in_words(both, group)
    return Fact(
        id=name,
        kind=_kind(group),
        question=question,
        verdict=judged.verdict,
        why=judged.why,
        accounts=tuple(map(_marked, accounts)),
        stands=judged.stands,
        reasons=judged.reasons,
        ruling=decided,
    )


def _marked(account: Account) -> Account:
    """An account whose claims say which of them were found by likeness."""
    if all(claim.rule not in BY_LIKENESS for claim in account.claims):
        return account
    claims = tuple(replace(c, likeness=True) if c.rule in BY_LIKENESS else c for c in account.claims)
    return replace(account, claims=claims)


BY_LIKENESS = CARRIED | ALIKE
"""Rules of claims that were found by their likeness to others, and confirm nothing."""


def _id(group: tuple[Claim, ...], taken: dict[str, tuple[Claim, ...]]) -> str:
    """A short name made from what is asked, so that it stays when articles are added; numbered where two are alike."""
    base = "f" + blake2s(f"{group[0].kind}|{question_of(group)}".encode(), digest_size=5).hexdigest()
    number = 1
    while (name := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return name


ASIDE: frozenset[str] = frozenset({"role"})
"""Kinds that a reader looks up rather than reads: with older events they come last, whoever carries them."""


def _prominence(fact: Fact) -> tuple[bool, int, int, int, str, int, str]:
    carriers = {carrier for account in fact.accounts for carrier in account.carriers}
    claims = [claim for account in fact.accounts for claim in account.claims]
    first = min(claims, key=lambda claim: (claim.focus.start, claim.article))
    place = (first.focus.start, first.article, first.focus.end)
    aside = fact.kind in ASIDE or all(claim.event for claim in claims)
    return (aside, -len(carriers), -len(claims), *place, fact.id)
