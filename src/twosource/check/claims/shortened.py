"""Make the words around a number short: without who says so, insertions, an opening, and the rest of a list.

Reads   the words of a clause before and behind a number
Gives   `short`: the same words, fewer of them; `without_stub`: words that were cut, without the beginning of a clause
Misses  long subjects and objects, which are told whole
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from twosource.check.claims.asking import BOUND, PREPOSITIONS
from twosource.check.claims.setting import FINITE, VERBAL
from twosource.text.lexicon import table

LONG = 12
"""Words of a question that can be read at a glance: no more is taken from one that has fewer."""

LEAST = 2
"""Words that must be left before a number."""

SAYS = (
    r"(?:said|says|say|saying|announced|reported|reports|explained|estimated|estimates|found|finds|shows?|showed|states?|stated"
    r"|predict(?:s|ed)|insist(?:s|ed)|warn(?:s|ed)|claim(?:s|ed)|not(?:es|ed)|believes?|believed|argu(?:es|ed)|add(?:s|ed)"
    r"|confirmed|revealed|suggest(?:s|ed)|tell|told|concluded|expects?|acknowledged|admitted|declared|observed)"
)
POINTS = r"(?:it|they|he|she|this|these|those|its|his|her|their)\b"
SPEAKER = re.compile(
    rf"^(?:\S+\s+){{1,9}}?{SAYS}(?:\s+(?:\w+\s+){{1,2}}?(?:on|in|at)\s+\w+|\s+on\s+\w+day|\s+\w+day|\s+(?:him|her|them|us|me|reporters))?"
    rf"(?:\s+that\b|\s*:)\s+(?!{POINTS})(?=\S+\s+\S+)|^(?:\S+\s+){{1,4}}?{SAYS},\s+(?=\S+\s+\S+)",
    re.I,
)
"""Who says so, before what is told to have been said."""

OPENING = re.compile(
    r"^(?:(?:in|on|at|after|while|when|as|since|although|though|for|last|among|by|with|before|during|instead|if|coming"
    r"|under|because|according|across|like|despite|unlike|earlier|following|throughout|from|over|through|along|rather"
    r"|ahead|back|even|also|besides|speaking|asked|based)\s[^,]+|later|meanwhile|today|now|recently|still|indeed|however"
    r"|finally|overall|currently|additionally|moreover|furthermore|separately|previously|already|since\s+then),\s+"
    r"(?!(?:who|which|where|whose|and|or|but)\b)(?=\S+\s+\S+)",
    re.I,
)
"""What opens a clause and says when, where or why."""

INSERTED = re.compile(
    r",\s+(?:who|whose|which|where|when|in|at|of|on|from|a|an|the|now|including|also|both|all|known|formerly|then|\w+ing"
    r"|\w+ed|led|held|set|built|born|made|for|as|like|with|by|not|president|chief|director|spokes\w+|head|founder"
    r"|chairman|professor|mayor)\s[^,…]{2,110}(?:,[^,…]{2,60})?,(?=\s(?:(?:has|have|had|is|are|was|were|will|would|can|could|may|might"
    r"|must|should|does|did|do|also|now|still|said|for)\b|(?-i:[a-z]+ed\b|[a-z]{3,}s\b)))"
)
"""Words between two commas behind a subject, before its verb."""

ENTRY = re.compile(
    r"(?:\b(?:(?!(?:are|is|was|were|by|of|with)\b)[\w’'-]+\s){1,2}\([^()]*\d[^()]*\),?\s(?:and\s)?)+(?=[\w’' -]+$)"
)
"""The entries of a list, each with its number in brackets, before the last one."""

NUMBER = rf"(?:[$€£]?\d[\d.,]*\S*|{'|'.join(row[0] for row in table('number_words'))})"
ITEM = re.compile(rf"(?<![\w$€£.,]){NUMBER}(?=[\s-][^,;:]*$)", re.I)
"""The last number before another, with what it counts."""

ARTICLE = re.compile(r"\s(?:an?|the)\s[a-z]+$")
"""What stands before a number of one thing: "a firm 3 percent rise"."""

LISTED = re.compile(r"(?:,|\band|\bor|,\s+and|\bplus|\bas\s+well\s+as)$", re.I)
"""How words end behind which a list goes on."""

CLAUSE = re.compile(
    rf"(?:,\s+(?:and|so)|,?\s(?:but|while|whereas|because|although|though)|\sand(?=\s(?:the|an?)\s))\s+(?!{POINTS}|{FINITE.pattern})(?=\w)"
)
"""Where another clause may begin."""

RELATIVE = re.compile(r"\b(?:who|whom|which|that|whose|where)\b")
ENDS_CLAUSE = re.compile(
    r"(?:,\s*)?\b(?:and|but|while|whereas|because|although|though|since)(?:\s+that)?$|\bgiven\s+that$", re.I
)
STUB = re.compile(
    r",?\s(?:(?:who|which|where|that|as|when|while|before|after|than|compared|in\s+order|so|whether|if|because|even)(?:\s[\w’']+){0,2}"
    r"|(?:and|but|or)(?:\s\w+(?:ed|ing)|\s\w+\sto\s\w+|\s(?:would|will|has|have|is|was|are)(?:\s\w+)?)?"
    r"|(?:depending|using|including|seeking|working|according|ranging|based|targeting)(?:\s[\w’']+)?)$",
    re.I,
)
"""The beginning of another clause, where words were cut."""

DASH = re.compile(r"\s[-–—]+\s")
COLON = re.compile(r":\s|;\s")
FRONTED = frozenset({"for", "within", "in", "over", "during", "after"})
"""Words with which a length of time opens its sentence."""


class Around(NamedTuple):
    """The words before a number and behind it."""

    before: str
    behind: str

    def long(self) -> bool:
        """Return whether these are more words than a question should have."""
        return len(self.before.split()) + len(self.behind.split()) > LONG


def short(before: str, behind: str, verbal: bool = False) -> tuple[str, str]:
    """Return the words around a number, those left out that say nothing of it while there are too many.

    `verbal` says that a verb is known to stand before it.

    >>> short("Kern said on Monday that the old mill near the river north of Arle lost", "in ten years of trading")
    ('the old mill near the river north of Arle lost', 'in ten years of trading')
    """
    told = _alone(_of_its_own(_of_its_subject(_unbracketed(Around(before, behind)))), verbal)
    for step in STEPS:
        if not told.long():
            break
        made = step(told)
        told = made if made.before or made.behind else told
    return told.before, told.behind


def without_stub(told: str) -> str:
    """Return words that were cut, without the one or two of another clause that they end in.

    >>> without_stub("in the same trial where he made")
    'in the same trial'
    """
    return STUB.sub("", told) or told


def has_verb(told: str) -> bool:
    """Return whether words have a verb that stands behind its subject."""
    return FINITE.search(told) is not None or any(VERBAL.fullmatch(word.strip(",.")) for word in told.split()[1:])


def _of_its_own(told: Around) -> Around:
    """What "with" adds behind a comma to a clause that is whole without it: "…, with the mill losing … of its men"."""
    lead, comma, rest = told.before.rpartition(", with ")
    if not comma or not has_verb(lead) or len(rest.split()) <= LEAST or RELATIVE.search(f"{rest} "):
        return told
    return Around(rest, told.behind)


def _alone(told: Around, verbal: bool) -> Around:
    """The clause of a number without those that come behind it, and a phrase before the sentence's subject alone.

    "… from a couple who were to wait" tells of a couple, "with the park covering …, there is room" of the park.
    """
    verbal = verbal or has_verb(told.before)
    for end in GOES_ON.finditer(told.behind):
        kept = told.behind[: end.start()]
        if not verbal and RELATIVE.fullmatch(end[0].strip()):
            continue  # "… of the money was from donors who gave little"
        if (not kept.strip() and any(char.isalpha() for char in end[0])) or _goes_together(kept, end[0]):
            continue  # "… after the fire", "… who fled", "… were shot and killed"
        whole_clause = verbal or has_verb(f"… {kept}")
        if whole_clause or _is_phrase(told, end):
            kept = HANGS.sub("", kept) if end[0].strip() in ("which", "whom", "whose") else kept
            return Around(told.before if whole_clause else _unled(told.before), kept)
    return told


GOES_ON = re.compile(
    r",\s(?!\d{3}\b|(?-i:[A-Z]\.|[A-Z][a-z]+\.,))|\s[-–—]+\s|;\s|\s(?:who|whom|whose|which|where|while|although|though"
    r"|because|unless|whereas|when|after|before|since(?!\s\d)|until|if)\b(?!-)"
    rf"|\s(?:and|but)\s(?=(?:\w+ly\s|also\s|then\s)?(?:{FINITE.pattern}|[a-z]{{3,}}ed\b|(?:an?|the|its|his|her|their)\s))",
    re.I,
)
"""Where another clause may begin behind a number."""

HANGS = re.compile(r"\s(?:in|of|for|at|on|with|by|to|from|under|through|during)$", re.I)
"""The preposition before a pronoun that was cut: "a scheme in which"."""

LEADS = re.compile(
    r"^(?:(?:in|on|at|by|with|after|before|during|despite|while|without|besides|following|as|for|from)\s|to\s[a-z]+\s)+(?=\S+\s+\S)",
    re.I,
)
"""How a phrase begins that opens a sentence."""


def _goes_together(kept: str, end: str) -> bool:
    """Whether "and" joins two verbs of one clause: "shot and killed"."""
    return end.strip().lower() == "and" and len(kept.split()) == 1


def _is_phrase(told: Around, end: re.Match[str]) -> bool:
    """Whether a number stands in the phrase before a sentence's subject: what is behind its comma has the verb."""
    kept, rest = told.behind[: end.start()], told.behind[end.end() :]
    return end[0].startswith(",") and (LEADS.match(told.before) is not None or not kept) and has_verb(f"… {rest}")


def _unled(before: str) -> str:
    """A phrase without the words that open it: "In May, a week after the" is "a week after the"."""
    if LEADS.match(before) is None:
        return before
    return LEADS.sub("", before).rpartition(", ")[2]


def _unbracketed(told: Around) -> Around:
    """A number that alone stands in brackets, behind the last entry of its list: "gas (0.5%)"."""
    told = Around(told.before, TOLD_AGAIN.sub("", told.behind))
    if ENDS_IN_DASH.search(told.before) and BEGINS_WITH_DASH.match(told.behind):
        told = Around(ENDS_IN_DASH.sub("", told.before), BEGINS_WITH_DASH.sub("", told.behind))
    lead, opened, inside = told.before.rpartition("(")
    if not opened or ")" in inside:
        return told
    behind = told.behind.replace(")", "", 1).strip()
    if len(inside.split()) > IN_BRACKETS or not lead.strip():
        return Around(inside.strip(), behind)
    return Around(ENTRY.sub("", lead.rstrip()), behind if not inside.strip() else "")


TOLD_AGAIN = re.compile(r"^\s*\([^()]*\)")
"""Behind a number, what tells it again: "(450 miles)"."""

ENDS_IN_DASH, BEGINS_WITH_DASH = re.compile(r"\s*[-–—]+$"), re.compile(r"^\s*[-–—]+\s")
IN_BRACKETS = 3
"""Words between a bracket and its number that tell nothing alone: more of them are told for themselves."""


def _of_its_subject(told: Around) -> Around:
    """What is said besides of the subject of a clause, as a clause of its own: "Arle - which has … - is near"."""
    found = BESIDES.fullmatch(told.before)
    if found is None or has_verb(found["who"]) or not told.behind or RELATIVE.search(found["rest"]):
        return told
    who = found["who"].split(",")[0]
    return Around(f"{who} {found['rest']}", ENDS_BESIDES.split(told.behind, maxsplit=1)[0])


BESIDES = re.compile(
    r"(?P<who>[A-Z][^…;:]{1,60}?)(?:,|\s[-–—]+)\s(?:who|which)\s(?P<rest>(?:(?:has|have|had|is|are|was|were)\b|[a-z]+ed\b).*)"
)
"""A subject, and a clause that says more of it."""

ENDS_BESIDES = re.compile(r",(?=\s|$)|\s[-–—]+\s")


def _without_rest(told: Around) -> Around:
    """What goes on behind a comma or a dash is another thing."""
    if not has_verb(told.before):
        return told
    return Around(told.before, "" if told.behind.startswith(",") else DASH.split(told.behind, maxsplit=1)[0])


def _without_speaker(told: Around) -> Around:
    return Around(SPEAKER.sub("", told.before), told.behind)


def _without_opening(told: Around) -> Around:
    return Around(OPENING.sub("", f"{told.before} …").removesuffix("…").rstrip(), told.behind)


def _without_insertion(told: Around) -> Around:
    """A verb behind an insertion is that of its subject, unless the subject has one before it."""
    found = INSERTED.search(f"{told.before} ")
    if found is not None and RELATIVE.match(found[0].lstrip(", ")) and has_verb(told.before[: found.start()]):
        return told
    return Around(INSERTED.sub("", f"{told.before} ").rstrip(), told.behind)


def _without_items(told: Around) -> Around:
    """A number at the end of a list of other numbers, without these: "sold 40 boats, 30 cars and …"."""
    before = told.before
    while LISTED.search(before):
        body = LISTED.sub("", before).rstrip(" ,")
        items = list(ITEM.finditer(body))
        head = ARTICLE.sub("", _unbound(body[: items[-1].start()].rstrip())) if items else ""
        ends = head.split()[-1].lower() if head else ""
        if not LISTED.search(head) and (
            len(head.split()) < LEAST or ends in PREPOSITIONS or ends in ("the", "a", "an")
        ):
            break
        before = head
    return Around(before, told.behind) if has_verb(before) else told


def _unbound(told: str) -> str:
    while bound := BOUND.search(told):
        told = told[: bound.start()].rstrip()
    return told


def _without_lead(told: Around) -> Around:
    """What stands behind a colon is told for itself."""
    last = COLON.split(told.before)[-1]
    return Around(last, told.behind) if has_verb(last) else told


def _own_clause(told: Around) -> Around:
    """The clause that a number stands in, of several that a sentence joins."""
    if ENDS_CLAUSE.search(told.before) and has_verb(told.before) and _is_done(told.behind.split(",")[0]):
        return Around("", told.behind)
    for joint in reversed(list(CLAUSE.finditer(told.before))):
        rest = told.before[joint.end() :]
        if len(rest.split()) > LEAST and has_verb(rest) and not RELATIVE.search(rest):
            return Around(rest, told.behind)
    return told


def _is_done(behind: str) -> bool:
    """Whether words behind a number tell what those counted did: they have a verb of their own, and no "to do"."""
    return any(not behind[: found.start()].endswith("to ") for found in FINITE.finditer(behind))


STEPS: tuple[Callable[[Around], Around], ...] = (
    _without_rest,
    _without_lead,
    _without_speaker,
    _without_insertion,
    _without_opening,
    _own_clause,
    _without_items,
)
"""What is left out, the least telling first."""
