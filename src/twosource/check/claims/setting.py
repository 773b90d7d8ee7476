"""The words of its sentence around a number, for a question whose own words would hold little but a noun.

Reads   a figure claim, its sentence, the verbs in it
Gives   the words for `Claim.setting`, `GAP` where the number stands: "lived with his wife and their … and two sons"
Misses  what another sentence says of the number
"""

import re

from twosource.check.claims.asking import BOUND, GAP, OF_MONEY, PREPOSITIONS, STOP, times_behind, whole
from twosource.check.claims.intervals import BY as INTERVALS
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.claims.scores import BY as SCORES
from twosource.check.context import Context, within
from twosource.check.language.words import content_words, stem
from twosource.model import Claim, Span
from twosource.text.lexicon import words

BETWEEN = ("after", "before", "later", "earlier", "ago")
"""Words of an interval that say from what it counts, and belong to the question."""

JOINED = re.compile(r"[\w.,]+-[a-z]{3,}", re.I)
"""A number and the noun that it is joined to."""

APART = re.compile(r"(?:[;()]|:(?!\s?\d)|(?<!\d):)|[“”\"\n\[\]]|``|''|\s[-–—]+\s|(?<=\w)--+(?=\w)|(?<=[a-z]{3})\.\s")
"""What parts a sentence, so that the words on its other side say nothing of a number."""

OPENS = re.compile(
    r"^(?:(?:and|but|or|that|which|who|whom|as|because|while|when|where|although|though|so|if|than|with|whose|then|also|however|now)\b\s*)+",
    re.I,
)
"""Words at the head of a part of a sentence that only tie it to what stands before."""

BEFORE, BEHIND = 9, 5
"""Words on either side of a number that a question holds at the most, where both sides have some."""

ALONE = 8
"""Words behind a number that opens its part of the sentence."""

ENOUGH = 2
"""Content words without which the words on one side say too little."""


FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|did|do|does|will|would|may|might|can|could|must)\b", re.I)
"""Words by which a question tells what those counted did, and needs no other."""


def says_little(claim: Claim) -> bool:
    """Return whether what a figure asks in its own words is hardly more than the noun of its value."""
    if claim.rule == ORDINALS or (claim.rule == INTERVALS and claim.asked.startswith(GAP)):
        return True  # whose third win it is, and what was an hour after the fire, stands before it
    if told_besides(claim):
        return True
    known = {stem(word) for word in content_words(f"{claim.value} {claim.unit}")}
    told = {stem(word) for word in content_words(claim.asked)} - known
    return len(told) < ENOUGH and not (told and FINITE.search(claim.asked))


def no_clause(context: Context, claim: Claim) -> bool:
    """Return whether what a figure asks is no clause with a verb: words around a gap, or a noun with what describes it.

    "homes were without power" and "shots did the crew hear" are, "… of pay" and "workers with the mill" are not.
    """
    told = claim.asked.split()
    if claim.rule.startswith(SCORES):
        return False
    if GAP in told:
        return True
    if FINITE.search(claim.asked) or any(VERBAL.fullmatch(word) for word in told[1:]):
        return False
    clauses = within(context.mentions.clauses, context.sentence(claim.focus))
    verbs = {context.text(clause.span).split()[0] for clause in clauses if clause.value.tense}
    return verbs.isdisjoint(told[1:])


NEAR = re.compile(
    r"(?:(?:due\s+)?(?:north|south|east|west)\w*|from|behind|above|below|away|off|short|ahead|of|in|outside|inland|up|down|out"
    r"|deep|per|a)\b",
    re.I,
)
"""Behind a measure, words that say of or from what it is, and not what it is the measure of."""


def told_besides(claim: Claim) -> str:
    """Return the words that only say which ones are counted, or from where a measure is taken; "" where more is told.

    Of "three fights with Ann Lowe" that is "with Ann Lowe", of "30 miles south of Arle" it is "south of Arle".
    """
    told = OF_MONEY.sub("", claim.asked.removeprefix(f"{GAP} ")).split()
    if (
        claim.rule == ORDINALS
        or not told
        or GAP in told
        or FINITE.search(claim.asked)
        or any(VERBAL.fullmatch(word) for word in told[1:])
    ):
        return ""
    if claim.rule.startswith(SCORES):
        return ""
    if claim.unit:
        return " ".join(told) if claim.asked.startswith(GAP) and NEAR.match(" ".join(told)) else ""
    lead = next((n for n, word in enumerate(told) if n and _binds(word)), 0)
    return " ".join(told[lead:]) if lead and not claim.deed and claim.asked[:1] != GAP and told[0] != "of" else ""


VERBAL = re.compile(
    r"[a-z]{2,}ed|went|came|took|left|fell|rose|got|gave|stood|held|lost|won|fled|met|drew|hit|sat|lay|laid|brought|put"
    r"|made|make|saw|said|say|told|began|ran|sent|kept|led|paid|sold|bought|found|caught|fought|passes|account|live",
    re.I,
)
"""A word of a question that is the verb of those counted."""


def _binds(word: str) -> bool:
    """Whether a word behind a noun begins what belongs to it: "with", "from", "standing"."""
    return word.lower() in PREPOSITIONS or word.lower() == "to" or (word.endswith("ing") and word.islower())


def setting_of(context: Context, claim: Claim) -> str:
    """Return the words around a figure's value, with `GAP` for it, "" where its sentence has none."""
    sentence, text = context.sentence(claim.focus), context.article.text
    start, end = claim.focus.start, end_of_value(context, claim)
    before = _before(context, start, sentence)
    before = before if claim.rule == ORDINALS else unbound(before)
    told = content_words(before)
    dated = bool(told) or (bool(before) and claim.rule != ORDINALS)
    times = times_behind(context, max(end, claim.focus.end), sentence.end) if dated else []
    behind = _behind(text[end : min([time.span.start for time in times], default=sentence.end)])
    if before and (besides := told_besides(claim)) and content_words(besides):
        kept = besides
    elif behind[:1] and behind[0].lower() in BETWEEN:
        rest = STOP.split(" ".join(behind[1:]), maxsplit=1)[0].split()
        kept = " ".join([behind[0], *whole(rest, BEHIND).split()])
    elif len(told) >= ENOUGH:
        kept = whole(STOP.split(" ".join(behind), maxsplit=1)[0].split(), BEHIND)
    else:
        kept = whole(behind, ALONE)
    if claim.rule == INTERVALS and not before and (then := _then(context, claim)):
        return f"{GAP} {then}"
    return (
        f"{before} {GAP} {kept}".replace(f"{GAP} ,", f"{GAP},").strip()
        if len(before.split()) >= ENOUGH or content_words(kept)
        else ""
    )


def _then(context: Context, claim: Claim) -> str:
    """What an interval that opens its sentence counts from, and what was then: "after it was told, the deal is"."""
    text = context.article.text[end_of_value(context, claim) : context.sentence(claim.focus).end]
    first, _, rest = APART.split(text, maxsplit=1)[0].partition(", ")
    told = STOP.split(rest.rstrip(" ."), maxsplit=1)[0].split()
    return f"{first.strip()}, {whole(told, ALONE)}" if len(told) >= ENOUGH and first.strip() else ""


def unbound(told: str) -> str:
    """Return the words before a number without those that only bound it."""
    while bound := BOUND.search(told):
        told = told[: bound.start()].rstrip()
    return told.rstrip(",")


def end_of_value(context: Context, claim: Claim) -> int:
    """Return where the words end that `GAP` stands for: those of the value, of an ordinal only the number."""
    told = claim.value.split()
    if claim.rule == ORDINALS:
        told = told[:2] if told[0].lower() in ("no.", "number") else told[:1]
    elif claim.rule == INTERVALS and len(told) > 1 and told[-1].lower() in BETWEEN:
        told = told[:-1]
    elif JOINED.fullmatch(told[0]):
        told = told[:1]  # "a three-game losing streak": so many games
    found = re.compile(r"\s*".join(map(re.escape, told))).match(context.article.text, claim.focus.start)
    return found.end() if found else claim.focus.end


def _before(context: Context, start: int, sentence: Span) -> str:
    """The last words before a number that hang together, without what only bounds it."""
    text = context.article.text
    segment = APART.split(text[sentence.start : start])[-1]
    first = start - len(segment)
    told = segment.rstrip()
    if len(told.split()) > BEFORE:
        told = _from_a_beginning(context, first, told)
    return OPENS.sub("", told.lstrip(" ,-–—'’`")).strip()


def _from_a_beginning(context: Context, first: int, told: str) -> str:
    """The end of a text from where a clause, a part behind a comma or a phrase begins, the farthest that is near."""
    starts = {match.start() + 1 for match in re.finditer(r"\s\S", told)}
    near = sorted(at for at in starts if len(told[at:].split()) <= BEFORE)
    clauses = within(context.mentions.clauses, Span(first, first + len(told)))
    heads = {
        part.span.start - first
        for clause in clauses
        if clause.value.tense and not clause.value.nominal
        for part in clause.value.arguments
        if part.relation == "subject"
    } | {clause.span.start - first for clause in clauses if not clause.value.nominal}
    commas = {at for at in near if told[:at].rstrip().endswith(",")}
    phrases = {at for at in near if told[at:].split()[0].lower() in PREPOSITIONS}
    for places in (heads & set(near), commas, phrases):
        good = [at for at in sorted(places) if len(content_words(told[at:])) >= ENOUGH]
        if good:
            return told[good[0] :]
    found = told.split()[-BEFORE:]
    while found and found[0].lower() in words("stopwords"):
        found.pop(0)
    return " ".join(found)


def _behind(text: str) -> list[str]:
    """The words behind a value up to where its part of the sentence ends; none where they belong to one with it."""
    if text[:1] and not re.match(r"[\s,]", text):
        return []
    return APART.split(f"{text} ", maxsplit=1)[0].rstrip(" .?!").split()
