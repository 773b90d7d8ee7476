"""Claims that nothing befell anybody: "no one was injured", "no deaths were reported". They are figures of nought.

Reads   sentences
Gives   figure claims with low and high 0, of what `casualties` lists
Misses  "five women escaped unhurt" and "no one was seriously hurt": of others they say nothing
"""

import re
from functools import cache

from twosource.check.claims.making import make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import singular
from twosource.check.language.words import stem
from twosource.model import Claim, Span
from twosource.text.lexicon import mapping, table, words

BY = "nobody"
NO = re.compile(r"\bno", re.I)
NONE = re.compile(
    r"\b(?P<who>no[ -]one|nobody|none|no\s+(?:\w+\s+){0,2}?\w+"
    r"|not\s+(?:one|a\s+single)(?:\s+of\s+(?:the|those|them|its|his|her|their))?(?:\s+(?!(?:was|were|is|are|has|have|had)\b)\w+)?)"
    r"\s+"
    r"(?P<verb>(?:(?:was|were|is|are|has|have|had|been|being|be|thought|believed|said|reported|to|yet"
    r"|immediately|so far|apparently|got)\s+)*)(?P<deed>\w+)",
    re.I,
)
"""A negated subject, its auxiliary verbs, and the word that says what befell nobody."""

NOUN = re.compile(r"\bno\s+(?:(?:immediate|known|reported|confirmed|reports?\s+of)\s+)*(?P<deed>\w+)\b", re.I)
UNHURT = re.compile(
    r"\b(?:everyone|everybody|all(?P<who>(?:\s+\w+){0,3}?))(?:\s+(?:inside|in|on|aboard|at)(?:\s+\w+){0,3}?)?\s+"
    r"(?:(?:was|were|is|are|has|have|had|been|got|get|made|came|come|left|escaped|emerged|evacuated|rescued|out|away|off|it)"
    r"\s+)+(?:safe|safely|unharmed|unhurt|uninjured|unscathed|without\s+(?:injur\w+|harm))\b",
    re.I,
)
"""All of those there, who came away without harm: "everyone got out safely"."""

EVERY = re.compile(r"\b(?:every(?:one|body)|all)\b", re.I)

OTHERWISE = re.compile(
    r"\b(?:else|other|others|more|further|additional|seriously|badly|critically|if|ensure|unless|hope\w*|(?:so|pray|wish|demand)\w*\s+that\s+no)\b"
    r"|\bso\s+(?:that\s+)?$",
    re.I,
)
"""Words that make it another statement: of others than those already told, of the badly hurt, of what is hoped."""

IN = re.compile(r"\s+(?:reported\s+)?(?:in|at|on)\s+(?:the\s+)?", re.I)
WIDTH = 16
"""Characters before the words that are searched for such a word."""


def nobody(context: Context) -> tuple[Claim, ...]:
    """Return a figure of nought for each sentence that says that something befell nobody, in text order."""
    found = []
    for sentence in context.mentions.sentences:
        text = context.text(sentence)
        if not context.speaks(sentence) or text.rstrip().endswith("?"):
            continue
        told = (*NONE.finditer(text), *NOUN.finditer(text)) if NO.search(text) else ()
        for match in (*told, *(UNHURT.finditer(text) if EVERY.search(text) else ())):
            measure = _measure(match) if not _only_sounds(match, text) else ""
            around = text[max(0, match.start() - WIDTH) : match.end()]
            if measure and not OTHERWISE.search(around):
                found.append(
                    _claim(context, Span(sentence.start + match.start(), sentence.start + match.end()), measure)
                )
                break
    return tuple(found)


def _measure(match: re.Match[str]) -> str:
    """What befell nobody, "" when the words tell of something else."""
    if match.re is UNHURT:
        people = (match["who"] or "").lower().split()
        return "injured" if not people or _people(people[-1]) else ""
    deed = match["deed"].lower()
    if "who" in match.groupdict():
        who = match["who"].lower().split()
        if who[0] in ("no", "not") and len(who) > 1 and not _people(who[-1]):
            return ""
    return _casualties().get(stem(deed), "")


def _only_sounds(match: re.Match[str], text: str) -> bool:
    """Whether what there is none of only has a word like one for what befalls people: "no death penalty", "no
    executives".
    """
    if match.re is UNHURT:
        return False
    deed = match["deed"].lower()
    forms = {deed, deed.removesuffix("s"), singular(deed) or deed}
    known = forms & mapping("casualties").keys()
    if not known and any(is_noun(form) for form in forms):
        return True
    behind = BEHIND.match(text, match.end())
    return behind is not None and not match.groupdict().get("verb") and deed in known and is_noun(behind[1])


BEHIND = re.compile(r"\s([a-z]+)\b")


def _people(word: str) -> bool:
    return word in ("one", "those", "them") or any(
        one in words("people_nouns") or is_person(one) for one in (word, word.removesuffix("s"))
    )


@cache
def _casualties() -> dict[str, str]:
    """The stem of each word for what may befall people, mapped to its measure; not those that befall things."""
    return {stem(row[0]): row[1] for row in table("casualties") if row[1] not in ("destroyed", "damaged", "deployed")}


def _claim(context: Context, focus: Span, measure: str) -> Claim:
    return make_claim(
        context,
        "figure",
        focus,
        measure=measure,
        value=" ".join(context.text(focus).split()),
        subject=GENERIC,
        scope=_scope(context, focus),
        low=0.0,
        high=0.0,
        rule=BY,
    )


def _scope(context: Context, focus: Span) -> str:
    """The folded name of the place that is named right behind the words ("no injuries in Dubai"), or ""."""
    rest = Span(focus.end, context.sentence(focus).end)
    places = [place for place in within(context.mentions.places, rest) if place.value.use == "location"]
    near = [place for place in places if IN.fullmatch(context.article.text[focus.end : place.span.start])]
    return near[0].value.name.casefold() if near else ""
