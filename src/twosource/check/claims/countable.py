"""Which numbers answer a question: they count something, and are no age, no rank, no code and no one of a few.

Reads   a quantity, the words around it
Gives   `counts_something`, `stands_for_article`
Misses  fewer than twenty of what is told for its number only: "three photographs"
"""

import re

from twosource.check.claims.another import tells_of_dead
from twosource.check.claims.casualties import COUNTED, befalls, befalls_nobody, is_whole
from twosource.check.claims.codes import is_of_code
from twosource.check.claims.measures import PARENT_OF, is_children, is_general, is_magnitude, is_population, unit_of
from twosource.check.claims.uncounted import is_uncounted
from twosource.check.context import Context, within
from twosource.check.language.plurals import is_plural
from twosource.model import Claim, Mention, Quantity, Span
from twosource.text.lexicon import table, words

AT_AGE = re.compile(r"\b(?:at|aged|age)\s+(?:the\s+age\s+of\s+)?$", re.I)
"""Before the age at which somebody died: "dies at 75" counts nobody."""

EMERGENCY = re.compile(
    r"^\s+(?:emergency\s+)?(?:calls?|callers?|dispatch\w*|operators?|lines?|tapes?|cent(?:re|er))\b", re.I
)
"""Behind 911, 999 or 112: the number that is called."""

AT_ONE = re.compile(r"\bat\s+one\s+(?:point|stage|time)\b", re.I)
"""Words that say when and count nothing."""

ONE_OF = re.compile(r"^one\s+of\b", re.I)
RANKED = re.compile(
    r"^one\s+of\s+(?:the|its|his|her|their|[A-Z]\w+['’]s?)\s+(?:\w+\s+){0,3}?"
    r"(?:most|least|best|worst|key|top|leading|main|few|first|last|\w{3,}est)\b",
    re.I,
)
NO_SUBJECT = re.compile(r"(?:,|\b(?:is|was|are|were|be|been|as|by|in|from|at|of|to|with|became|becoming))\s+$", re.I)


def stands_for_article(context: Context, quantity: Mention[Quantity], claim: Claim) -> bool:
    """Return whether "one" only stands for an article: "one night", "one woman said", of which nothing is counted."""
    if context.text(quantity.span).lower() != "one" or quantity.value.item is None or claim.deed:
        return False
    told = len(context.text(quantity.value.item).split())
    if AFTER_OTHERS.search(context.article.text[: quantity.span.start][-24:]):
        return False  # "two women and one man"
    return claim.measure not in COUNTED and quantity.value.measure not in COUNTED and len(claim.asked.split()) <= told


AFTER_OTHERS = re.compile(rf"\b(?:{'|'.join(row[0] for row in table('number_words'))}|\d+)\s+\w+,?\s+and\s+$", re.I)


AHEAD = 40
AGED_TOO = re.compile(r"[A-Z][\w’'-]+,\s+(?:also|then|now|just|only)\s+$")
"""Before somebody's age, and how far it reaches: "her friend Ida Moll, also 19, died"."""


def _is_age_too(context: Context, span: Span) -> bool:
    """Whether a bare number is the age of whoever is named before it."""
    text = context.article.text
    return text[span.end :][:1] == "," and AGED_TOO.search(text, max(0, span.start - AHEAD), span.start) is not None


DENIED = re.compile(r"\bnot\s+(?:even\s+|only\s+|just\s+|merely\s+)?$", re.I)
"""Before a number that is denied, or told for another: "not one gate", "two people, not three", "not only two"."""


def counts_something(context: Context, quantity: Mention[Quantity]) -> bool:
    """Return whether a quantity answers a question: it counts something, and is not an age, a rank or one of a few."""
    value = quantity.value
    if value.low is None and value.high is None:
        return False
    if is_general(context, quantity) or (value.measure not in COUNTED and is_uncounted(context, quantity)):
        return False
    if value.item is None and _is_age_too(context, quantity.span):
        return False
    known = is_magnitude(context, quantity) or is_population(context, quantity)
    if is_children(context, quantity):
        return True  # a mother of 12 is one whether or not she was killed
    if not value.unit and value.item is None and value.measure not in COUNTED and not known:
        return False  # a bare number beside some noun: a telephone number, a road, a score
    if known:
        return True
    if value.norm in ("year", "year of age", "age") or value.measure == "age":
        return False  # ages beside names are read by `ages`
    if value.measure in words("unmeasured") and (value.low or value.high or 0.0) < MANY:
        return False
    before, following = (context.article.text[: quantity.span.start][-20:], context.article.text[quantity.span.end :])
    if befalls_nobody(context, quantity) or DENIED.search(before):
        return False
    if value.measure in COUNTED and PARENT_OF.search(before) and not is_children(context, quantity):
        return False  # "the killing of a father of two"
    if (value.measure == "dead" and AT_AGE.search(before)) or is_whole(quantity, before):
        return False
    if (
        is_of_code(context.text(quantity.span), before, following)
        or AT_ONE.match(context.article.text, quantity.span.start - 3)
        or _one_of_many(context, quantity)
    ):
        return False
    if following.lower().startswith(" of them") and value.measure == "dead" and befalls(before):
        return True  # "shot three, killing two of them"
    if following.lower().startswith(" others") and value.measure == "injured" and befalls(before):
        lead = context.article.text[context.sentence(quantity.span).start : quantity.span.start]
        return tells_of_dead(lead)  # "killed two and wounded three others"
    if _names_kind(context, quantity):
        return False
    if following.lower().startswith((" other ", " more ")) and not MORE_THAN.match(following):
        return _is_another_count(context, value)
    return not following.lower().startswith(("-year-old", " others", " more than ", " of them", " of whom"))


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

MANY = 20.0
"""From here on it is told for its number how many pages, cases or photographs there are."""


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
