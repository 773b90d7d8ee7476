"""Claims that give a number: how many dead, how high, how much.

Reads   quantities, with what they count, of whom, where and as of when
Gives   figure claims
Misses  numbers whose noun stands in another sentence
"""

import re
from functools import cache

import msgspec

from twosource.check.claims.addresses import addresses
from twosource.check.claims.aged import aged
from twosource.check.claims.another import tells_of_dead
from twosource.check.claims.apart import told_apart
from twosource.check.claims.asking import asked_of
from twosource.check.claims.bare_numbers import with_noun
from twosource.check.claims.labelled import lists
from twosource.check.claims.listed import asked_like, listed
from twosource.check.claims.making import certainty_of, make_claim
from twosource.check.claims.measures import (
    MAGNITUDE,
    PARENT_OF,
    is_children,
    is_general,
    is_magnitude,
    is_part,
    is_population,
    measure_of,
    subject_of,
    unit_of,
)
from twosource.check.claims.scopes import as_of
from twosource.check.claims.scores import pairs
from twosource.check.claims.toll_places import place_of
from twosource.check.claims.uncounted import is_uncounted
from twosource.check.claims.words_around import surroundings
from twosource.check.claims.worth import goods_of, told_again
from twosource.check.compatible import SHORT_OF
from twosource.check.context import Context, within
from twosource.check.coreference.mentions import kind_at
from twosource.check.coreference.words import noun_kind
from twosource.check.language.money import CONVERTED
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import is_plural, singular
from twosource.check.language.words import content_words, stem
from twosource.check.voices.chains import chain_of
from twosource.check.voices.counting import counted_by
from twosource.model import Bound, Claim, Clause, Mention, Quantity, Span
from twosource.text.lexicon import mapping, table, words

BY = "figures"
AT_AGE = re.compile(r"\b(?:at|aged|age)\s+(?:the\s+age\s+of\s+)?$", re.I)
"""Before the age at which somebody died: "dies at 75" counts nobody."""

COUNTED = frozenset(row[1] for row in table("casualties"))
"""What may befall those counted, so that a bare number says it ("the toll rose to 17")."""

SCORE = re.compile(r"(\d{1,3})\s?[-–]\s?(\d{1,3})(?!\d)")
RISEN = " risen"
ALMOST = re.compile(r"\b(?:almost|nearly|close\s+to|virtually|practically)\s+$", re.I)
"""Words before a number that is not reached."""

RISE = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|climb\w*|jump\w*|grow[ns]?|grew|increas\w*|reach\w*|(?:is|was|are|were|now|went|gone)\s+up)\s+(?:to\s+)?(?:at\s+least\s+|more\s+than\s+)?$",
    re.I,
)
CLOCK_BEHIND = re.compile(
    r"^\s?:\s?[0-5]\d\b|^\s+\d{1,2}\s?:\s?[0-5]\d\b|^\s*(?:[ap]\.?\s?m\b|gmt\b|utc\b|(?:[ecmp][sd]t)\b"
    r"|(?:bst|ces?t|hkt|ist|jst|kst|ae[sd]t|sast|msk|pkt)\b|hours?\s+(?:gmt|local)|o['’]clock)",
    re.I,
)
EMERGENCY = re.compile(
    r"^\s+(?:emergency\s+)?(?:calls?|callers?|dispatch\w*|operators?|lines?|tapes?|cent(?:re|er))\b", re.I
)
"""Behind 911, 999 or 112: the number that is called."""

CLOCK_BEFORE = re.compile(r"\d:\s?$")
"""Beside the minutes or the hour of a clock time: it counts nothing."""

CLOCK_OR_CODE = re.compile(
    r"\d{1,2}:\s?[0-5]\d(?:\b|[ap]\.?m)|[A-Z]\d+[A-Z]|\d{1,2}\s?[ap]\.?m\b"
    r"|(?:seven|eight|nine)teen(?=[\s-](?:hundreds|tens|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b)",
    re.I,
)
"""A quantity that is a clock time, a code or a decade: "22:07 GMT", "B2B sales", "the nineteen fifties"."""

CODE_BEHIND = re.compile(r"^-[A-Z]+-\d|^-(?:on|for)-(?:\w|$)|^-[a-z]+ed\b(?!\s+by)")
"""Behind a number of letters dialled, of players and of limbs: "800-HELP-24", "three-on-two", "two-handed"."""

POSITION = re.compile(r"^\d[BbMm]$")
""""1B" before a player's name is a base and no billion."""

MODEL = re.compile(
    r"(?:\b[A-Z]{1,3}[ -]|\b[A-Z][a-z]?\d*-|\b(?:[Nn]os?|[Nn]umber|[Rr]anked)\b\.?\s*|#\s?|\b(?:foot|feet)[ -])$"
)
"""Before a number that is part of a make or a model ("AK 47"), a rank ("No. 2 pick") or the inches of a height."""

REST_OF_NUMBER = re.compile(r"(?<![\d,])\d{1,3},\s$")
"""Before the rest of a number whose thousands stand apart: "15, 800 square metres"."""

DIALLED = re.compile(r"\d[-.]$|(?<![\w.])\d{1,3}\.\s$")
"""Before the last digits of a telephone number, and before those behind the point in "6. 7 assists"."""

AT_ONE = re.compile(r"\bat\s+one\s+(?:point|stage|time)\b", re.I)
"""Words that say when and count nothing."""

ONE_OF = re.compile(r"^one\s+of\b", re.I)
RANKED = re.compile(
    r"^one\s+of\s+(?:the|its|his|her|their|[A-Z]\w+['’]s?)\s+(?:\w+\s+){0,3}?"
    r"(?:most|least|best|worst|key|top|leading|main|few|first|last|\w{3,}est)\b",
    re.I,
)
NO_SUBJECT = re.compile(r"(?:,|\b(?:is|was|are|were|be|been|as|by|in|from|at|of|to|with|became|becoming))\s+$", re.I)


def figures(context: Context) -> tuple[Claim, ...]:
    """Return a figure claim for each quantity that counts or measures something of the story, in text order."""
    found: list[Claim] = []
    before: Mention[Quantity] | None = None
    other = [told.span for told in aged(context)] + [pair.span for pair in pairs(context)]
    other += [address.span for address in addresses(context)]
    other += lists(context)
    quantities = context.mentions.quantities
    for number, told in enumerate(quantities):
        quantity = with_noun(context, told, quantities[number + 1] if number + 1 < len(quantities) else None)
        if not context.speaks(quantity.span) or not _tells(context, quantity):
            continue
        if any(quantity.span.overlaps(span) for span in other):
            continue  # an age, a score and an address count nobody, and a list is read by its labels
        if not measure_of(context, quantity):
            continue  # "she put the time at ten to ten": a number of nothing that is named
        claim = _claim(context, quantity)
        if _says_nothing(context, quantity, claim):
            continue
        if before is not None and found and told_again(context, before, quantity):
            claim = _again(claim, found[-1])
        elif before is not None and found and listed(context, before, quantity):
            first = found[-1]
            asked = asked_like(first.asked, claim.asked)
            claim = msgspec.structs.replace(claim, measure=first.measure, subject=first.subject, asked=asked)
        before = quantity
        found.append(claim)
    return tuple(found)


def _says_nothing(context: Context, quantity: Mention[Quantity], claim: Claim) -> bool:
    """Whether "one" only stands for an article: "one night", "one woman said", of which nothing is counted."""
    if context.text(quantity.span).lower() != "one" or quantity.value.item is None or claim.deed:
        return False
    told = len(context.text(quantity.value.item).split())
    if AFTER_OTHERS.search(context.article.text[: quantity.span.start][-24:]):
        return False  # "two women and one man"
    return claim.measure not in COUNTED and quantity.value.measure not in COUNTED and len(claim.asked.split()) <= told


AFTER_OTHERS = re.compile(rf"\b(?:{'|'.join(row[0] for row in table('number_words'))}|\d+)\s+\w+,?\s+and\s+$", re.I)


SHARED = " of so many"
"""How the rule of either number ends of which one is a part of the other: "178 of 369 punches"."""

OTHERS = re.compile(r"\s+other\s", re.I)
"""Behind the number of those who are not all: it contradicts no count of all."""

SOME = re.compile(r"\b(?:first|last|next|past|previous|final|opening)\s+$", re.I)
"""Before the number of some of a row, which another may tell longer: "their first two drives"."""

PART_BEHIND = re.compile(r"[\s-]+of[\s-]+(?:(?:his|her|its|their|the|our)\s+)?\d", re.I)
PART_BEFORE = re.compile(r"\d[\s-]+of[\s-]+(?:(?:his|her|its|their|the|our)\s+)?$", re.I)


def _again(claim: Claim, before: Claim) -> Claim:
    """A sum told again in another currency: of what, of whom and where it is stands with the sum before it."""
    return msgspec.structs.replace(
        claim,
        measure=before.measure,
        subject=before.subject,
        scope=before.scope,
        deed=before.deed,
        value_key=before.value_key,
        asked=before.asked,
        rule=BY + CONVERTED,
    )


AHEAD = 40
AGED_TOO = re.compile(r"[A-Z][\w’'-]+,\s+(?:also|then|now|just|only)\s+$")
"""Before somebody's age, and how far it reaches: "her friend Ida Moll, also 19, died"."""


def _tells(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a quantity answers a question: it counts something, and is not an age, a rank or one of a few."""
    value = quantity.value
    if value.low is None and value.high is None:
        return False
    if is_general(context, quantity) or (value.measure not in COUNTED and is_uncounted(context, quantity)):
        return False
    text, span = context.article.text, quantity.span
    if (
        value.item is None
        and AGED_TOO.search(text, max(0, span.start - AHEAD), span.start)
        and text[span.end :][:1] == ","
    ):
        return False
    known = is_magnitude(context, quantity) or is_population(context, quantity)
    if not value.unit and value.item is None and value.measure not in COUNTED and not known:
        return False  # a bare number beside some noun: a telephone number, a road, a score
    if known:
        return True
    if value.norm in ("year", "year of age", "age") or value.measure == "age":
        return False  # ages beside names are read by `ages`
    if value.measure in words("unmeasured") and (value.low or value.high or 0.0) < MANY:
        return False
    before, following = (context.article.text[: quantity.span.start][-20:], context.article.text[quantity.span.end :])
    if value.measure in COUNTED and (_only_sounds(context, quantity) or _is_no_toll(context, quantity)):
        return False
    if value.measure in COUNTED and PARENT_OF.search(before) and not is_children(context, quantity):
        return False  # "the killing of a father of two"
    if (value.measure == "dead" and AT_AGE.search(before)) or _is_whole(context, quantity, before):
        return False
    if (
        _is_score(context.text(quantity.span))
        or CLOCK_OR_CODE.match(context.text(quantity.span) + following[:12])
        or _is_clock_or_name(before, following[:20])
        or (REST_OF_NUMBER.search(before) and re.match(r"\d{3}(?!\d)", context.text(quantity.span)))
        or (DIALLED.search(before) and context.text(quantity.span)[:1].isdigit())
        or AT_ONE.match(context.article.text, quantity.span.start - 3)
        or (POSITION.match(context.text(quantity.span)) and re.match(r"(?:['’]s)?\s[A-Z]", following))
        or _one_of_many(context, quantity)
    ):
        return False
    if following.lower().startswith(" of them") and value.measure == "dead" and _befalls(before):
        return True  # "shot three, killing two of them"
    if following.lower().startswith(" others") and value.measure == "injured" and _befalls(before):
        lead = context.article.text[context.sentence(quantity.span).start : quantity.span.start]
        return tells_of_dead(lead)  # "killed two and wounded three others"
    if _names_kind(context, quantity):
        return False
    if following.lower().startswith((" other ", " more ")) and not MORE_THAN.match(following):
        return _is_another_count(context, value)
    return not following.lower().startswith(("-year-old", " others", " more than ", " of them", " of whom"))


def _only_sounds(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether what is counted only has a word like one for what befalls people: no executives, no homicide statute, two
    strands of hair.
    """
    item = quantity.value.item
    if item is None or item.start < quantity.span.end:
        return False
    noun = context.text(item).lower().split()[-1]
    lemma = singular(noun) or noun
    told = mapping("casualties")
    if stem(noun) in _casualties() and not {noun, lemma} & told.keys() and is_noun(lemma):
        return True
    behind = re.match(r" ([a-z]+)\b", context.article.text[item.end :][:24])
    named = lemma in told and noun == lemma and quantity.value.low == 0.0 and behind is not None
    return lemma in THINGS or (named and behind is not None and is_noun(behind[1]))


def _is_no_toll(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a number near a word for what befalls people counts nobody: "the dead man was 24", attempted murders, a
    bare number beside a body of owners.
    """
    value, text, sentence = quantity.value, context.article.text, context.sentence(quantity.span)
    if ATTEMPTED.match(text, quantity.span.end) or OF_THE_MISSING.match(text, quantity.span.end):
        return True
    if value.item is not None:
        return False
    if (of := IS_SO_OLD.search(text[sentence.start : quantity.span.start])) and is_person(of[1].lower()):
        return True
    told = {stem(word) for word in content_words(context.text(sentence))} & _casualties()
    return value.measure == "dead" and told <= BODY and BODIES.search(context.text(sentence)) is None


ATTEMPTED = re.compile(r"\s+(?:counts?\s+)?(?:of\s+)?(?:attempted|alleged|conspiracy)\b", re.I)
OF_THE_MISSING = re.compile(r"\s+of\s+(?:the|those)\s+(?:missing|injured|wounded|homeless|trapped)\b", re.I)
"""Behind the number of some of them, of whom something else is told: "five of the missing were found"."""

IS_SO_OLD = re.compile(r"\b([a-z]+)\s+(?:is|was)\s+(?:only\s+|just\s+|aged\s+)?$", re.I)
BODY = frozenset({stem("body")})
BODIES = re.compile(r"\bbodies\b|\bbody\s+(?:bags?|parts?|count)\b", re.I)


@cache
def _casualties() -> frozenset[str]:
    return frozenset(stem(word) for word in mapping("casualties"))


THINGS = frozenset({"strand", "trap"})
"""Nouns for things that are verbs for what befalls people."""

MORE_THAN = re.compile(r"\s+more\s+(?:than|or|and)\b", re.I)


def _is_another_count(context: Context, value: Quantity) -> bool:
    """Whether "seven other workers", or "seven more", are so many who did or underwent something: they are no toll."""
    if value.measure in COUNTED or value.item is None or (value.low or 0.0) < FEW_OTHERS:
        return False
    return any(
        part.relation == "subject" and part.span.covers(value.item) and not clause.value.nominal
        for clause in within(context.mentions.clauses, context.sentence(value.item))
        for part in clause.value.arguments
    )


FEW_OTHERS = 3.0
"""One or two others are the rest of somebody just told of."""


def _names_kind(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a number in figures names a sort of what stands behind it in the singular: "a 911 dispatcher"."""
    value, span = quantity.value, quantity.span
    if value.low in CALLED and EMERGENCY.match(context.article.text[span.end :][:24]):
        return True
    if value.item is None or value.item.start < span.end or unit_of(value) or (value.low or value.high or 0.0) < 2.0:
        return False
    noun = re.split(r"[\s-]", context.text(value.item))[-1]
    apart = context.article.text[span.end : value.item.start] == " "
    one = noun.islower() and noun.isalpha() and not is_plural(noun) and noun not in words("people_nouns")
    return apart and one and context.text(span)[-1:].isdigit() and value.measure not in COUNTED


CALLED = frozenset({911.0, 999.0, 112.0})
"""Emergency numbers of America, Britain and Europe."""


def _befalls(before: str) -> bool:
    """Whether a text ends in a verb for what befell those counted behind it."""
    found = content_words(before)
    return bool(found) and before.rstrip().lower().endswith(found[-1]) and stem(found[-1]) in _befalling()


def _is_whole(context: Context, quantity: Mention[Quantity], before: str) -> bool:
    """Whether a number is of those to only some of whom something befell: "two of the three guards were hurt"."""
    value = quantity.value
    befell = any(stem(word) in _befalling() for word in content_words(value.unit))
    return value.measure in COUNTED and not befell and SOME_OF.search(before) is not None


MANY = 20.0
"""From here on it is told for its number how many pages, cases or photographs there are."""

SOME_OF = re.compile(r"\w\s+of\s+(?:the|its|their|his|her|those|these)\s+$", re.I)


@cache
def _befalling() -> frozenset[str]:
    return frozenset(stem(row[0]) for row in table("casualties") if len(row) == 2)


def _is_clock_or_name(before: str, following: str) -> bool:
    """Whether a number is part of a clock time or of the name of a make: it counts nothing."""
    return bool(
        CODE_BEHIND.match(following)
        or CLOCK_BEHIND.match(following)
        or CLOCK_BEFORE.search(before)
        or MODEL.search(before)
    )


def _one_of_many(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether "one of" only ranks something ("one of the largest") or says what it is ("Arle, one of the seven")."""
    sentence = context.sentence(quantity.span)
    rest = context.article.text[quantity.span.start : sentence.end]
    if not ONE_OF.match(rest):
        return False
    ranked = bool(RANKED.match(rest))
    return (
        ranked
        or quantity.value.measure not in COUNTED
        or bool(NO_SUBJECT.search(context.article.text[sentence.start : quantity.span.start]))
    )


def _is_score(text: str) -> bool:
    """Whether "27-24" is a game's score: a range begins with its lower end."""
    found = SCORE.match(text)
    return found is not None and int(found[1]) >= int(found[2])


SHARE, MISSING = "percentage", "missing"


def _in_hundredths(claim: Claim) -> Claim:
    """A fraction as the percentage that it roughly is: "two thirds" are about 67 percent."""
    low, high = (
        None if end is None else round(100.0 * end, 0 if 100.0 * end >= 1.0 else 2) for end in (claim.low, claim.high)
    )
    bound: Bound = "~" if claim.bound == "=" else claim.bound
    return msgspec.structs.replace(claim, low=low, high=high, bound=bound, unit=SHARE)


def _claim(context: Context, quantity: Mention[Quantity]) -> Claim:
    claim = _plain_claim(context, quantity)
    return _in_hundredths(claim) if is_part(context, quantity) and claim.measure != MAGNITUDE else claim


def _plain_claim(context: Context, quantity: Mention[Quantity]) -> Claim:
    value = quantity.value
    focus = quantity.span
    if value.item is not None and value.item.start >= focus.start and context.sentence(focus).covers(value.item):
        focus = Span(min(focus.start, value.item.start), max(focus.end, value.item.end))
    elif value.unit and (
        of := re.compile(rf"\s+of\s+{re.escape(value.unit)}\b").match(context.article.text, focus.end)
    ):
        focus = Span(focus.start, of.end())  # "hundreds of thousands of dollars"
    measure, goods = measure_of(context, quantity), goods_of(context, quantity)
    deed = "" if measure == MISSING else deed_of(context, goods.span if goods else quantity.span)
    return make_claim(
        context,
        "figure",
        quantity.span,
        measure=measure,
        value=context.text(focus),
        subject=subject_of(context, quantity),
        scope=place_of(context, quantity),
        event=""
        if measure not in COUNTED and not deed and _dated_apart(context, quantity.span)
        else _event(context, quantity, focus),
        low=value.low,
        high=value.high,
        bound=value.bound,
        unit="" if measure == MAGNITUDE else unit_of(value),
        as_of=as_of(context, quantity),
        chain=chain_of(context, quantity.span) or counted_by(context, quantity.span),
        asked=asked_of(context, quantity, measure),
        deed=deed,
        value_key=" ".join(sorted(surroundings(context, quantity.span))),
        certainty="possible" if _may_be(context, quantity) else certainty_of(context, quantity.span),
        rule=BY + told_apart(context, quantity) + _manner(context, quantity),
    )


def _event(context: Context, quantity: Mention[Quantity], focus: Span) -> str:
    """The key of the older event that a figure is of: of two years of one sentence, the one that dates the number."""
    key, at = context.event_key(focus), quantity.value.as_of
    before = context.article.text[context.sentence(focus).start : focus.start]
    if not key and (comes := COMES_AFTER.search(before)):
        return f"{comes['long'].lower().removesuffix('s')}s before"
    if not key.isdigit() or at is None:
        return key
    years = {time.value.start[:4] for time in context.mentions.times if time.span == at}
    return next((year for year in years if year.isdigit() and year < key), key)


COMES_AFTER = re.compile(
    r"\b(?:comes?|came|coming|happen(?:s|ed)|occur(?:s|red))\s+(?:[\w-]+\s+){0,3}?(?P<long>weeks?|months?|years?)\s+after\b",
    re.I,
)
"""Before what is told of another event: "the attack came just weeks after a man shot eight people"."""


def _dated_apart(context: Context, span: Span) -> bool:
    """Whether all the dates of a sentence are of what happened before or to somebody named, and not of its number.

    "He was given two life terms after a trial in 1999", "Moll, who had won in 2007, scored 12 goals", "it opened in May
    and has since sold 900 boats". Of a toll that is not sure: "300 died after the flood of 1998".
    """
    sentence, text = context.sentence(span), context.article.text
    times = [one.span for one in within(context.mentions.times, sentence) if one.value.type in ("DATE", "TIME")]
    return bool(times) and all(
        OTHER_CLAUSE.search(text[span.end : time.start])
        if time.start > span.start
        else SINCE_THEN.search(text[time.end : span.start])
        or (text[time.end : time.end + 1] == "," and OF_SOMEBODY.search(text[sentence.start : time.start]))
        for time in times
    )


OTHER_CLAUSE = re.compile(r"\b(?:after|before|who|whom|whose|which)\b", re.I)
SINCE_THEN = re.compile(
    r"\band\s+(?:\w+\s+)?(?:has|have|had)\s+since\b|\bsince\s+(?:then|has|have|had)\b|\bso\s+far\b|\bto\s+date\b", re.I
)
OF_SOMEBODY = re.compile(r",\s+(?:who|whose|which)\b[^,]*$", re.I)


def _may_be(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether what is counted only may have done or undergone what is told: "12 villages might have been destroyed"."""
    start = max(quantity.span.end, quantity.value.item.end if quantity.value.item else 0)
    return MAY.match(context.article.text[start : start + 16]) is not None


MAY = re.compile(r"^\s+(?:may|might|could)\s", re.I)


def _manner(context: Context, quantity: Mention[Quantity]) -> str:
    """What a figure's rule says besides: that it is a change, what a count has risen to, or not quite reached."""
    if quantity.value.change:
        return " change"
    if _risen(context, quantity.span):
        return RISEN
    text, span = context.article.text, quantity.span
    if PART_BEFORE.search(text[: span.start][-12:]) or PART_BEHIND.match(text[span.end :][:16]):
        return SHARED
    if OTHERS.match(text[span.end :][:8]) or SOME.search(text[: span.start][-12:]):
        return SHARED
    return SHORT_OF if ALMOST.search(context.article.text[: quantity.span.start][-12:]) else ""


def _risen(context: Context, span: Span) -> bool:
    """Whether a figure is said to have risen to what it is: "the toll rose to 17"."""
    return bool(RISE.search(context.article.text[context.sentence(span).start : span.start]))


def deed_of(context: Context, span: Span) -> str:
    """Return the kind of event that what is counted at `span` did or underwent, "" when the list knows none.

    "Robbers took 30 rings" and "30 rings were stolen": the innermost clause that has the number in its object, or in
    its subject where it has no object.
    """
    found: list[tuple[int, Span]] = []
    for clause in within(context.mentions.clauses, context.sentence(span)):
        if clause.value.predicate in TAKING and any(
            a.relation == "with" and a.span.covers(span) for a in clause.value.arguments
        ):
            return STEAL
        if clause.value.predicate in SUFFERING and (deed := _suffered(clause.value, span)):
            return deed
        parts = [a for a in clause.value.arguments if a.relation == "object"]
        parts = parts or [a for a in clause.value.arguments if a.relation == "subject"]
        for part in parts:
            if part.span.covers(span):
                found.append((part.span.end - part.span.start, clause.span))
    kind = kind_at(context.article, context.mentions, min(found)[1]) if found else ""
    return kind if kind in _kinds() else ""


TAKING = frozenset({"make off", "walk off", "run off", "get away", "make away", "flee", "escape", "disappear"})
"""Verbs by which somebody who does so "with" something steals it."""

STEAL = "steal"
SUFFERING = frozenset({"suffer", "sustain", "undergo", "incur", "take"})
"""Verbs whose object says what the subject underwent: "two lines suffered severe damage"."""


def _suffered(clause: Clause, span: Span) -> str:
    """What kind of event the subject of a clause underwent, when the number is in it and the object tells it."""
    if any(a.relation == "subject" and a.span.covers(span) for a in clause.arguments):
        return next((noun_kind(a.head.lower()) for a in clause.arguments if a.relation == "object"), "")
    return ""


@cache
def _kinds() -> frozenset[str]:
    return frozenset(row[0] for row in table("event_synonyms")) - words("no_main_events")
