"""What a figure answers, in the text's own words: "homes were without power", "robbers stole diamonds worth …".

Reads   a quantity, its sentence, the verbs in it
Gives   the words for `Claim.asked`
Misses  whose number it is where another sentence says so
"""

import re

from twosource.check.claims.doing import done_to
from twosource.check.claims.measures import MAGNITUDE, is_part, unit_of
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun
from twosource.check.language.plurals import is_plural, plural
from twosource.model import Clause, Mention, Quantity, Span, Time
from twosource.text.lexicon import words

STOP = re.compile(
    r"[,;:()“”\"\n]|``|''|(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|vs|No|Jr|Sr))(?<!\b(?:Mrs|Gov|Sen|Rep|Gen|Col|Sgt|Rev))\.\s"
    r"|\s[-–—_]+\s|(?<=\w)--+(?=\w)"
    r"|(?<=[a-z]{3})-(?=(?:the|a|an|who|which|that|including|mostly)\b)"
    r"|\b(?:who|which|that|when|while|after|before|because|as|until|whose|where|if)\b"
)
"""Where the words that belong to a number end."""

ANOTHER = re.compile(
    r"\s+(?:and|but|along\s+with|as\s+well\s+as|or|plus)\s+"
    r"(?:\w+ing\b|\w+ed\b|[$€£]?\d|(?:an?|the|his|her|its|their)\s|\w+\s+of\s|at\s"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|dozens|hundreds|thousands)\b)"
)
"""Where something else begins that is told of."""

JOINT = re.compile(r"\s(?:and|but|or)\s+(?:\S+\s+){0,4}$")
"""Before the verb of a clause that "and" begins: all from there on tells of something else."""

ASKED = 8
"""Words of the text that a question holds at the most."""

BEFORE = 7
"""Words before a measure that say of what it is."""

TAIL = 4
"""Words behind what is counted that a question with its deed still holds."""

GAP = "…"

PREPOSITIONS = frozenset(
    {"about", "across", "after", "against", "along", "among", "around", "at", "before", "behind", "between", "by"}
    | {"during", "for", "from", "in", "inside", "into", "near", "of", "on", "onto", "over", "since", "through"}
    | {"throughout", "to", "toward", "towards", "under", "with", "within", "without"}
)
PARTICLES = frozenset(
    {"down", "up", "off", "out", "over", "away", "back", "through", "again", "more", "each", "it", "them"}
)
"""Words that may end a phrase though they say little of what it is about."""

BOUND = re.compile(
    r"(?:^|\s)(?:about|around|some|nearly|almost|over|(?:more|less|fewer|better|higher|lower)\s+than|at\s+least|at\s+most|up\s+to|an\s+estimated|as"
    r"\s+(?:much|many)\s+as|roughly|approximately|close\s+to|an?|the|only|just|under|well|between|perhaps|another|[-–—+$€£])$",
    re.I,
)
"""Words that end the text before a number and bound it, or belong to its noun."""

OF = re.compile(r"^of\s+(?!(?:its|their|his|her|them|it|those|these|which|whom)\b)[\w’']", re.I)
OF_WHOLE = re.compile(r"\s+of\s+|\s+(?=(?:the|its|their|his|her|all)\s)", re.I)
"""Between a part and the whole that it is of: "half of the 40 houses", "half the shops"."""

OF_MONEY = re.compile(
    r"^of\s+(?:dollars|pounds|euros|yen|rupees|pesos|yuan|francs|rand|rubles|roubles|shekels)\b\s*", re.I
)
"""In what is asked, where the sum has the name of the money: "millions of dollars in debt"."""

IN_SO_MANY = re.compile(
    r"(?<=\w)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:\d+|three|four|five|six|seven|eight|nine|ten|twenty)\b"
)
OF_ROUND = re.compile(r"^of (?:10|ten|100) (?=[a-z])")
"""The base of a share before its noun: "eight of 10 voters"."""

POSSESSED = re.compile(r"^(?:its|their|his|her|our|my|your|the|these|those|all|[^\W\d_]+(?:['’]s|s['’]))\s", re.I)


def asked_of(context: Context, quantity: Mention[Quantity], measure: str) -> str:
    """Return what is counted and what it did ("homes were without power"), or what surrounds a measure, at `GAP`."""
    if measure.split()[0] == MAGNITUDE:
        return ""
    item, sentence = quantity.value.item, context.sentence(quantity.span)
    if unit_of(quantity.value) or (item is None and quantity.value.norm):
        return around(context, quantity.span, quantity.span.end)
    if item is None or item.start < quantity.span.start:
        return ""
    start = max(item.start, quantity.span.end)
    told = following(context, start, sentence.end)
    if context.article.text[start - 1 : start] in "-‑" and told and not told.startswith("year-old"):
        return plural(told.split()[0])  # "a six-storey house": so many storeys
    if is_part(context, quantity):
        if of := IN_SO_MANY.search(told):
            return f"of {plural(told[: of.start()])}{told[of.end() :]}"  # "one worker in five is to go"
        whole = OF_WHOLE.match(context.article.text, quantity.span.end, start)
        return OF_ROUND.sub("of ", f"of {following(context, whole.end(), sentence.end) if whole else told}")
    if POSSESSED.match(told):
        return f"of {told}"
    long = len(context.article.text[start : item.end].split())
    low = quantity.value.low or quantity.value.high or 0.0
    if low == 1.0:
        told = _several(told, quantity.value.norm, long)
    elif low >= 1.0 and (noun := _modified(told, quantity.value.norm, long)):
        return noun
    if len(told.split()) <= long and (deed := _behind_comma(context, quantity, item.end)):
        return f"{told} {deed}"
    if deed := done_to(context, quantity):
        counted, behind = told.split()[:long], told.split()[long:]
        lead = behind[0].lower() if behind else ""
        tail = behind if lead in PREPOSITIONS and len(behind) <= TAIL else []
        return " ".join([*counted, *tail, deed] if lead == "of" else [*counted, deed, *tail])
    return told


def _behind_comma(context: Context, quantity: Mention[Quantity], end: int) -> str:
    """What those counted did whose verb stands behind an insertion: "200 people, most of them children, fled"."""
    text, sentence = context.article.text, context.sentence(quantity.span)
    if text[end : end + 1] != ",":
        return ""
    for clause in within(context.mentions.clauses, Span(end, sentence.end)):
        value = clause.value
        if (
            value.nominal
            or not value.tense
            or not any(
                part.relation == "subject"
                and part.span.start <= quantity.span.start
                and part.span.covers(Span(end - 1, end))
                for part in value.arguments
            )
        ):
            continue
        lead = AUXILIARIES.search(text, end, clause.span.start)
        start = lead.start() if lead else clause.span.start
        stop = min([value.span.end, *(time.span.start for time in times_behind(context, start, value.span.end))])
        told = STOP.split(text[start:stop], maxsplit=1)[0]
        return whole(told.split()) if text[end:start].rstrip().endswith(",") else ""
    return ""


AUXILIARIES = re.compile(r"\b(?:(?:was|were|is|are|has|have|had|been|being|will|would|may)\s+)+$", re.I)


def _several(told: str, noun: str, long: int) -> str:
    """What one did or underwent as it is asked of several: "man was shot", "men were shot".

    `noun` is the lemma of what is counted, `long` how many words name it.
    """
    found = told.split()
    at = [n for n, word in enumerate(found[:long]) if noun and word.lower() == noun.split()[-1].lower()]
    last = at[0] if at else long - 1
    if not 0 <= last < len(found):
        return told
    found[last] = plural(found[last])
    if last + 1 < len(found):
        found[last + 1] = {"was": "were", "is": "are", "has": "have"}.get(found[last + 1], found[last + 1])
    return " ".join(found)


def _modified(told: str, norm: str, long: int) -> str:
    """What several are of where they only modify a noun: "rounds" of "an eight round win", "" where they do not."""
    found = told.split()[:long]
    last = found[-1].lower() if found else ""
    if len(found) == 1 and last.endswith("ing"):
        return ""  # "nine voting for it"
    if not last.isalpha() or is_plural(last) or not is_noun(last) or last in words("people_nouns"):
        return ""
    unit = norm.split(" ")[-1].lower()
    if unit and unit not in told.lower():
        return plural(unit)
    return plural(found[0]) if len(found) > 1 and is_noun(found[0].lower()) else plural(last)


def following(context: Context, start: int, end: int) -> str:
    """Return the first words of a text that belong together: no other clause, no phrase that is cut off."""
    text = context.article.text
    told = STOP.split(text[start:end].lstrip(), maxsplit=1)[0]
    told = CUT_NUMBER.sub("", told) if THOUSANDS.match(text[start:end].lstrip(), len(told)) else told
    offset = start + len(text[start:end]) - len(text[start:end].lstrip())
    for clause in within(context.mentions.clauses, Span(offset, offset + len(told))):
        joint = None if clause.value.nominal else JOINT.search(told[: clause.span.start - offset])
        if joint:
            told = told[: joint.start()]
            break
        if _of_another(clause.value, offset):
            begins = [part.span.start for part in clause.value.arguments if part.relation == "subject"]
            told = told[: max(0, min([clause.span.start, *(at for at in begins if at > offset)]) - offset)]
            break
    for time in times_behind(context, offset, offset + len(told)):
        told = told[: time.span.start - offset]
        break
    return whole(ANOTHER.split(told, maxsplit=1)[0].split())


CUT_NUMBER = re.compile(r"\s*(?:\b(?:about|some|nearly)\s+)?[$€£]?\d{1,3}$")
THOUSANDS = re.compile(r",\s\d{3}\b")
"""The first figures of a number, and the rest of it: "$215, 000"."""


def times_behind(context: Context, start: int, end: int) -> list[Mention[Time]]:
    """Return the times behind the first word of a stretch of text that say when something was told or done."""
    return [
        time
        for time in within(context.mentions.times, Span(start, end))
        if time.span.start > start and not LASTING.search(context.text(time.span))
    ]


def _of_another(clause: Clause, start: int) -> bool:
    """Whether a clause tells of a subject of its own that does not hold what is counted at `start`.

    "The man who shot two guards is Ed Hale" says what the man is.
    """
    subjects = [part.span for part in clause.arguments if part.relation == "subject"]
    return (
        not clause.nominal
        and bool(clause.tense)
        and bool(subjects)
        and not any(s.start <= start < s.end for s in subjects)
    )


LASTING = re.compile(r"^(?:the\s+)?(?:\d{4}|.*\b(?:season|year|quarter|half|century|decade)s?)$", re.I)
"""Times that belong to what is asked: "in 2008", "this season"; a day and "two years ago" tell when it was said."""


def whole(found: list[str], most: int = ASKED) -> str:
    """Return the first words of a text, `most` of them, up to the end of the last phrase that is not cut off."""
    told = found[:most]
    if len(found) > most and found[most].lower() not in PREPOSITIONS:
        leads = [n for n, word in enumerate(told) if n and word.lower() in PREPOSITIONS]
        while len(leads) > 1 and told[leads[-1]].lower() == "of":
            leads.pop()
        told = told[: leads[-1]] if leads else told
    if "between" in told and "and" not in told[told.index("between") :]:
        told = told[: told.index("between")]
    while told and _dangles(told):
        told.pop()
    return dotted(" ".join(told).rstrip(" .”\"'`’"))


def dotted(told: str) -> str:
    """Return words with the last stop of an abbreviation that they end in: "U.S."."""
    return f"{told}." if LETTERS.search(told) else told


LETTERS = re.compile(r"\b[A-Z]\.[A-Z]$")


def _dangles(told: list[str]) -> bool:
    """Whether a phrase cannot end in its last word."""
    last = told[-1].lower().strip(".'’")
    if last in PARTICLES:
        return len(told) == 1 or told[-2].lower() in PREPOSITIONS
    if last in words("stopwords") or last.startswith(("so-called", "[")) or not any(c.isalnum() for c in last):
        return True
    if last == "following":
        return True
    bare = told[-2].lower() in ("to", "for", "of", "from", "by") if len(told) > 1 else False
    return bare and last.endswith("ing") and not is_noun(last)


def around(context: Context, span: Span, end: int, noun: str = "") -> str:
    """Return the words of the clause on either side of a measure that goes up to `end`, the measure itself left out.

    `noun` names what is measured where that stands inside the measure ("a four-year, $90 million deal"). What the
    measure is of says enough alone: "… of voice calls in Malta".
    """
    sentence, text = context.sentence(span), context.article.text
    after = following(context, end, sentence.end) if re.match(r"\s", text[end : end + 1]) else ""
    if OF.match(after) and not noun:
        return f"{GAP} {after}"
    before = _before(context, span, sentence)
    told = f"{noun} {after}".strip()
    if not before or (not told and _says_little(before)):
        return f"{GAP} {told}" if told else ""
    return f"{before} {GAP} {told}".strip()


def _says_little(before: str) -> bool:
    """Whether the words before a measure say nothing alone: "compared with", "dwarfing"."""
    found = [word for word in before.lower().split() if word not in words("stopwords")]
    return len(found) <= 1 and (len(found) < len(before.split()) or before.endswith("ing"))


def _before(context: Context, span: Span, sentence: Span) -> str:
    """The words of the clause before a measure, from whoever does something on, without what only bounds the number."""
    text = context.article.text
    segment = STOP.split(text[sentence.start : span.start])[-1]
    start = span.start - len(segment)
    verbs = [c for c in within(context.mentions.clauses, Span(start, span.start)) if not c.value.nominal]
    if verbs:
        subjects = [a.span.start for a in verbs[-1].value.arguments if a.relation == "subject"]
        at = min([verbs[-1].span.start, *(s for s in subjects if start <= s < verbs[-1].span.start)])
        at = at if len(text[at : span.start].split()) <= BEFORE + 1 else verbs[-1].span.start
        segment = text[at : span.start] if len(text[at : span.start].split()) <= BEFORE + 1 else segment
    told = segment.strip()
    while bound := BOUND.search(told):
        told = told[: bound.start()].rstrip()
    found = told.split()
    if len(found) > BEFORE:
        found = found[-BEFORE:]
        leads = [n for n, word in enumerate(found) if word.lower() in PREPOSITIONS]
        found = found[leads[0] + 1 :] if leads and leads[0] + 1 < len(found) else found
    while found and (found[0].lower() in words("stopwords") or not any(c.isalnum() for c in found[0])):
        found.pop(0)
    return " ".join(found).lstrip("-–—'’ ")
