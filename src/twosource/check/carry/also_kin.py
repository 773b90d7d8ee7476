"""Find who else calls somebody the kin of one who is not named beside: "the boy's father, Jan Lowe".

Reads   groups of claims on whose kin somebody is, every name of the articles
Gives   the groups, with a claim more for each further article that calls the same person the same kin
Misses  kin whose name is spelled otherwise; "their" of two siblings of whom one is known by name

An article that speaks of "the boy" has no owner's name beside the kin, so that no claim is made of it there. Where all
who name an owner name one, whoever is called a father by full name is that one's father in the other articles too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from twosource.check.claims.callings import AGED, KIN, KIN_NOUN, KIN_OF_ONE, OLD, OWNER_WIDTH
from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.language.order import in_order
from twosource.check.voices.chains import chain_of, covering
from twosource.model import Claim, Mention, Name, Span

Group = tuple[Claim, ...]

WHOSE = r"(?:(?P<pronoun>his|her|their)|(?:the|an?)\s+(?:[\w-]+\s+)?(?P<noun>[a-z][\w-]*)['’]s?|another)\s+"
BEFORE = re.compile(rf"\b{WHOSE}{OLD}{KIN_NOUN},?\s+$", re.I)
BEHIND = re.compile(rf"{AGED},\s+{WHOSE}{OLD}{KIN_NOUN}\b(?=\s*[,.;)]|\s+(?:and|who|said|was|told)\b)", re.I)
"""What stands before a name that is called somebody's kin, or behind it: whose, and what."""


def also_kin(groups: Sequence[Group], contexts: Iterable[Context]) -> tuple[Group, ...]:
    """Return the groups in the same order; those of kin with who else calls the same person so."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in (claim for group in groups for claim in group if _is_kin(claim)):
        owners[claim.value_key, claim.measure].add(claim.subject)
    if not owners:
        return tuple(groups)
    called = _called(contexts, {holder for holder, _ in owners})
    return tuple(_extended(group, owners, called) if all(map(_is_kin, group)) else group for group in groups)


def _is_kin(claim: Claim) -> bool:
    return claim.kind == "role" and claim.measure.startswith(KIN)


Called = dict[tuple[str, str], list[tuple[Context, Mention[Name], str]]]
"""Where an article calls somebody kin, by who is called so and the measure of it, with the owner where he is known."""


def _called(contexts: Iterable[Context], holders: set[str]) -> Called:
    found: Called = defaultdict(list)
    for context in contexts:
        for name in context.mentions.names:
            entity = context.at.get(name.span)
            if name.value.form != "name" or entity is None or entity.name.casefold() not in holders:
                continue
            if " " not in context.text(name.span) or not context.speaks(name.span):
                continue
            match = _beside(context, name.span)
            if match is None or (match["noun"] and not is_person(match["noun"].lower())):
                continue
            whose = _owner(context, Span(*match.span("pronoun"))) if match["pronoun"] else ""
            found[entity.name.casefold(), KIN + match["kin"].lower()].append((context, name, whose))
    return found


def _beside(context: Context, name: Span) -> re.Match[str] | None:
    text, sentence = context.article.text, context.sentence(name)
    before = BEFORE.search(text, max(sentence.start, name.start - OWNER_WIDTH), name.start)
    return before or BEHIND.match(text, name.end, sentence.end)


def _owner(context: Context, pronoun: Span) -> str:
    """The name of whoever a pronoun stands for, "" where nobody knows."""
    known = (context.at.get(name.span) for name in within(context.mentions.names, pronoun))
    return next((entity.name for entity in known if entity is not None), "")


def _extended(group: Group, owners: dict[tuple[str, str], set[str]], called: Called) -> Group:
    articles = {claim.article for claim in group}
    found: dict[str, Claim] = {}
    for like in group:
        if len(owners[like.value_key, like.measure]) > 1:
            continue  # of two who have a father of that name, either may be meant
        for context, name, whose in called.get((like.value_key, like.measure), ()):
            article = context.article.id
            if article not in articles and article not in found and whose in ("", like.subject):
                found[article] = _claim(context, name, like)
    return in_order((*group, *found.values()))


def _claim(context: Context, name: Mention[Name], like: Claim) -> Claim:
    quoting = [one for one in covering(context, name.span) if one.value.form == "direct"]
    return make_claim(
        context,
        "role",
        name.span,
        measure=like.measure,
        value=like.value,
        subject=like.subject,
        value_key=like.value_key,
        chain=chain_of(context, name.span) if quoting else (),
        rule=KIN_OF_ONE,
    )
