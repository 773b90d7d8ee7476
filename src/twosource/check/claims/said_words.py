"""The words in which what is said can be shown, "" where it is only a piece: with its verb, its name, its denial.

Reads   an attribution, the words of its content
Gives   `shown_of`: the words to show; `denies`: whether its source denies them; `between_marks`
Misses  what a pronoun stands for in the words of a person
"""

import re
from itertools import pairwise

from twosource.check.claims.clause_ends import subject_of
from twosource.check.claims.wording import BEHIND, DETERMINED, is_fragment, quoted, reported
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.language.plurals import is_plural
from twosource.check.voices.chains import label_of, source_name
from twosource.check.voices.quotations import quotations
from twosource.model import Attribution, Clause, Mention, Span
from twosource.text.lexicon import mapping

SAID_OF_SUBSTANCE = 3
"""Content words below which a quotation says nothing that could be compared ("very sad")."""

CHARGE = re.compile(
    r"^\W*(?:the|any|an?|all|these|those|such)?\s*(?:\w+\s+)?"
    r"(?:charges?|claims?|allegations?|accusations?|reports?|suggestions?|rumou?rs?)\s+that\b",
    re.I,
)
LEADING = re.compile(r"^\W{0,1}(?:that,?\s+(?=[\w“\"‘'`])|That\s+(?=[A-Z]))")
"""What joins to its verb what is said; "That bridge" points, and "whether" leaves open what is asked."""


def denies(context: Context, value: Attribution) -> bool:
    """Whether the source denies the content: by its cue, or by refusing a charge ("rejected the claim that ...")."""
    if value.stance == "denies":
        return True
    return value.stance == "refuses" and CHARGE.match(context.text(value.content[0])) is not None


def shown_of(context: Context, value: Attribution, said: str) -> str:
    """Return what is said as it can be shown, "" where it is only a piece of it.

    A thing that is not told of in a clause stands with its verb: "spoke of 120 new homes".
    """
    if denies(context, value):
        if ASKED_FOR.match(said) and not _has_clause(context, value):
            return ""  # "denied the motion" refuses it
        answer = "did not deny" if value.negated else "denied"
        return f"{answer}: {reported(LEADING.sub('', CHARGE.sub('', said)).strip(' ,'))}"
    if value.form == "direct" and all(between_marks(context, content) for content in value.content):
        return "" if RUN_IN.match(said.strip(" “”\"`',")) else quoted(_pieces(context, value))
    if label_of(context, value) is not None:
        return reported(_labelled(context, value, said))
    called = bool(value.cue) and NAMING.search(context.text(value.cue[-1])) is not None
    if (called or not _has_clause(context, value)) and len(value.content) == 1 and value.cue:
        said = _with_its_verb(context, value, said)
    if value.stance == "believes" and ASKS.match(JUST.sub("", said)):
        return ""  # "saw how angry they were"
    line = AND_STATES.sub("", JOINING.sub("", LEADING.sub("", CHARGE.sub("", said))).strip(" ,"))
    line = SPEAKS_ON.sub("", line)
    if TORN_OFF.match(line) or (value.form == "direct" and HAS_NO_SUBJECT.match(line)):
        return ""
    return "" if is_fragment(line) else _with_a_name(context, value, reported(line))


def _with_a_name(context: Context, value: Attribution, line: str) -> str:
    """What a body says of somebody, with the name behind the pronoun that it begins with: "he [Tom Webb] drowned".

    Of what a person says nobody can be sure so easily: "he" is mostly the speaker.
    """
    begun = SOMEBODY_FIRST.match(line)
    if begun is None or not _is_body(context, value):
        return line
    said = context.text(value.content[0])
    at = said.find(begun[1])
    if at < 0:
        return line
    start = value.content[0].start + at
    entity = context.entity(Span(start, start + len(begun[1])))
    if entity is None or entity.kind != "person" or entity.name.split()[-1].casefold() in line.casefold():
        return line
    rest = re.sub(r"^['’]ll\b", " will", line[begun.end() :])
    return f"{begun[1]} [{entity.name}]{rest}"


SOMEBODY_FIRST = re.compile(r"(he|she|He|She)\b(?=\s|['’]ll\b)")


def _is_body(context: Context, value: Attribution) -> bool:
    """Whether several people, a body or a text say it."""
    entity = context.entity(value.source[0]) if value.source else None
    if value.source and is_person(context.text(value.source[0]).split()[-1].lower()):
        return False
    if entity is not None:
        return entity.kind in ("organisation", "group")
    head = BEHIND.split(source_name(context, value))[0].split()[-1].lower()
    return is_plural(head) or mapping("noun_kinds").get(head) in ("organisation", "group")


JOINING = re.compile(
    r"^(?:(?:And|But|So|Yet)\s+|(?:However|In addition|By comparison|In contrast|Meanwhile|Moreover|Still|Nevertheless"
    r"|Nonetheless|Instead|Besides|Also|Furthermore|On the other hand),\s+)(?=[\w“\"‘'`])"
)
"""What joins what is said to what was said before."""

SPEAKS_ON = re.compile(
    r",?\s+(?:although|though|but|while|and)\s+(?:he|she|they|it)\s+(?:\w+ly\s+|again\s+|also\s+|later\s+)?"
    r"(?:said|says|added|refused|declined|acknowledged|admitted|noted|insisted|conceded|stressed|made no|offered no)\b"
    r"[^“”\"]*$"
)
"""What is told of the speaker behind what is said: "it was safe, although he again refused to try it"."""

TORN_OFF = re.compile(r"(?:and|or)\s|with\s[^,]*$")
"""How a piece begins that is torn off what it belongs to."""

HAS_NO_SUBJECT = re.compile(r"(?:was|were|is|are)\s")
"""How a piece of a sentence begins whose subject stands outside."""


JUST = re.compile(r"^(?:exactly|just|only|even)\s+", re.I)
AND_STATES = re.compile(r",?\s+(?:with\s+[^,]{1,40}\s|and\s+)?(?:stating|saying|adding|noting|stated|said|added|says)$")
"""The verb of more that is said, behind which it is cut off."""


ASKED_FOR = re.compile(
    r"^\W*(?:it|him|her|them|us|me)\s|^[^,;.]*?\b(?:motions?|requests?|appeals?|applications?|bail|petitions?|bids?|offers?"
    r"|parole|access|permission|entry|visas?|protections?|pleas?)\b",
    re.I,
)
"""What can be denied to those who ask for it."""


def _labelled(context: Context, value: Attribution, said: str) -> str:
    """What a source calls a thing, with the verb where that stands before it: "described the deal as a bargain"."""
    cue = AUXILIARY.sub("", context.text(value.cue[-1])) if value.cue else ""
    if BESIDES.search(cue) or not NAMES_A_THING.search(cue):
        return said
    if TRIES.search(cue):
        return ""  # "decided to call the boat a yacht"
    return f"{cue[0].lower()}{cue[1:]} {said.replace(' as ', ' ', 1) if CALLS.search(cue) else said}"


AUXILIARY = re.compile(r"^(?:(?:was|were|is|are|has|have|had|been|being)\s+)+", re.I)
TRIES = re.compile(
    r"\b(?:decid\w*|chose|choose|agreed?|try|tries|tried|trying|attempt\w*|seek\w*|sought|want\w*|able|failed|refus\w*)\b",
    re.I,
)
"""Cues of what is not said yet."""

TELLS_ABOUT = re.compile(r"\b(?:about|of)\s")
NAMING = re.compile(
    r"\b(?:call|dub|brand|label|term|portray|depict|accus|blam|credit|prais|critici[sz]|condemn|denounc|thank|compar|liken)"
    r"(?:e?s|e?d|bed|led|ing)?(?:\s+(?:of|for|to|with))?$",
    re.I,
)
"""Cues behind which a thing stands with what it is called, whatever clause describes that."""

CALLS = re.compile(r"\b(?:call|dubb|nam|label|brand|term|declar)\w*$", re.I)
"""Cues behind which the label stands without "as"."""


def _with_its_verb(context: Context, value: Attribution, said: str) -> str:
    """A thing that is spoken of with the verb that does so, "" where that is a deed and tells nothing of the thing."""
    cue, thing = context.text(value.cue[-1]), said.strip(" “”\"`',")
    if value.cue[-1].end > value.content[0].start:
        return "" if value.stance == "believes" else said
    if value.stance == "asks":
        return said if ASKS.match(thing) else ""  # "questioned two men"
    told = context.article.text[value.cue[0].start : value.content[0].start]
    if SPEAKS_OF.search(told) or CLAIMS_ON.match(told):
        return ""
    if SAYS.search(cue) and not TELLS_ABOUT.search(context.article.text, value.cue[-1].end, value.content[0].start):
        return "" if sum(map(str.isalpha, thing.split())) <= SAID_OF_SUBSTANCE else said
    if (
        BESIDES.search(cue)
        or BEFALLS.match(cue)
        or TRIES.search(cue)
        or not (NAMES_A_THING.search(cue) or SAYS.search(cue))
    ):
        return ""
    return SHORTENED.sub("", context.text(Span(value.cue[0].start, value.content[0].end)))


SPEAKS_OF = re.compile(
    r"\b(?:sp(?:eak|eaks|oke|oken|eaking)|talk(?:s|ed|ing)?)\s+(?:[\w-]+\s+){0,4}?about\s+$|\bdiscuss(?:es|ed|ing)?\s+$",
    re.I,
)
"""What says only of what somebody spoke: nothing that could be so or not."""

CLAIMS_ON = re.compile(
    r"(?:claims?|comments?|remarks?|statements?|concerns?|allegations?|reports?|words|views?|opinions?)\s+"
    r"(?:about|on|of|regarding|over)\b",
    re.I,
)
"""The same by a noun: "her remarks about the ferry"."""

SHORTENED = re.compile(r"^['’](?:s|re|ve|d|ll)\s+")


def _pieces(context: Context, value: Attribution) -> list[str]:
    """The pieces of a quotation, a comma made a full stop where the tag behind it ends a sentence."""
    text, found = context.article.text, [context.text(content) for content in value.content]
    for number, (before, after) in enumerate(pairwise(value.content)):
        if text[before.end : after.start].rstrip(" \n“”\"`'").endswith("."):
            found[number] = re.sub(r",(?=[\s”\"']*$)", ".", found[number])
    return found


def between_marks(context: Context, content: Span) -> bool:
    """Whether words stand in a quotation as a whole, and do not only hold one."""
    text = context.article.text
    opened = MARK.match(text, content.start) or MARK.search(text[max(0, content.start - 2) : content.start])
    return opened is not None or any(said.covers(content) for said in quotations(text))


MARK = re.compile(r"[“”\"‘'`]")


def _has_clause(context: Context, value: Attribution) -> bool:
    """Whether what is said tells of somebody or something by a verb of its own, and does not only name it.

    The verb of "the man who fell" only says which man.
    """
    text = context.article.text
    behind = bool(value.cue) and value.cue[-1].end <= value.content[0].start
    for content in value.content:
        if TO_DO.match(text, content.start) or SO_CALLED.match(text, content.start):
            continue
        for clause in within(context.mentions.clauses, content):
            if clause.value.nominal:
                continue
            subject = subject_of(clause.value)
            at = subject.span.start if subject is not None else -1
            first = min(clause.span.start, at) if at >= content.start else clause.span.start
            before = OPENS.sub("", text[content.start : first])
            finite = clause.value.tense or HELPED.search(text[content.start : clause.span.start])
            led = HELPED.sub("", OPENS.sub("", text[content.start : clause.span.start]))
            if value.form != "headline" and behind and _only_describes(context, clause, at, content):
                continue
            bare = subject is None and led == text[content.start : clause.span.start]
            only_which = bare and (value.stance == "believes" or clause.value.passive)
            says_which = WHICH.search(led) or (first == at and ONLY_NAMED.match(before))
            says_which = says_which or (only_which and NAMED.fullmatch(led.strip()))
            if finite and not says_which:
                return True
    return False


def _only_describes(context: Context, clause: Mention[Clause], subject: int, content: Span) -> bool:
    """Whether a participle only describes the thing that what is said begins with: "the speech written by Lee"."""
    told = context.article.text[content.start : clause.span.start]
    if not clause.value.passive or subject != content.start or HELPED.search(told):
        return False
    return DETERMINED.match(told) is not None and NAMED.fullmatch(told.strip()) is not None


TO_DO = re.compile(r"(?:not\s+)?to\s+\w", re.I)
SO_CALLED = re.compile(
    r"what\s+(?:[\w.’']+\s+){1,3}?(?:calls?|called|calling|terms?|termed|describes?|described|regards?|sees?|saw)\b"
    r"(?![^.;]*\b(?:is|are|was|were|has|have|had|will|would)\b)",
    re.I,
)
"""A thing under a name: "what he calls a witch hunt"."""

ONLY_NAMED = re.compile(
    r"^\W*(?:(?:so\s+)?(?:many|much|most|some|all|few)\s+of\s+)?(?:the|an?|his|her|its|their|this|these|those)\s[^,;:–—]*$",
    re.I,
)
"""A noun right before a subject: "the work she has done" only names the work."""

NAMED = re.compile(r"(?:the|an?|his|her|its|their|this|these|those)\s[\w\s’'-]+", re.I)
"""A noun right before a verb that has no subject: "the glory contained in it"."""

OPENS = re.compile(r"^\W*that\b", re.I)
HELPED = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|should|do|does|did|ca|wo)(?:n['’]t|\s+not)?"
    r"\s+(?:\w+ly\s+|be\s+|been\s+|also\s+|never\s+|only\s+|still\s+)*$",
    re.I,
)
"""Helping verbs before a verb."""

WHICH = re.compile(r"\b(?:who|which|that|whom|whose|where|when)\s+(?:\w+ly\s+|also\s+)?$", re.I)
"""What stands before a clause that only says which thing is meant."""

SAYS = re.compile(r"\b(?:sa(?:id|ys?)|t(?:old|ells?)|add(?:s|ed)|according)\b", re.I)
"""Cues that say nothing of what is said."""

NAMES_A_THING = re.compile(
    r"\b(?:accus|acknowledg|admit|advis|advoca|alleg|announc|anticipat|apologi|argu|attribut|back|bemoan|blam|boast|brag"
    r"|brand|call|caution|challeng|characteri|cit|claim|clarif|compar|complain|concede|condemn|confess|confirm|congratulat"
    r"|consider|convey|credit|critici|decid|declar|decr|denounc|deplor|describ|detail|disclos|discuss|dismiss|dubb|emphasi"
    r"|endors|estimat|expect|explain|express|fear|hail|highlight|hop|identif|insist|label|lament|laud|liken|list|mention"
    r"|mourn|nam|not(?=e|ing)|oppos|outlin|plan|pledg|portray|prais|predict|promis|propos|put|question|quot|recall|recommend|refer"
    r"|regard|regret|reiterat|reject|report|reveal|salut|sp[oe]ke?|stress|suggest|support|suspect|talk|term|thank|threaten"
    r"|tout|underlin|underscor|urg|view|voic|vow|warn|welcom|writ|wrote)\w*\b",
    re.I,
)
"""Verbs that say something of the thing behind them; behind others it is only what somebody saw, showed or hit."""

BEFALLS = re.compile(
    r"^(?:(?:was|were|is|are|has been|have been|had been|being)\b(?!\s+(?:\w+ly\s+|also\s+|now\s+)?\w+ing\b)"
    r"|(?:accused|charged|convicted|suspected|cleared|blamed)(?:\s+(?:of|with|for))?$)",
    re.I,
)
"""Cues that tell what befell their subject: "Webb accused of the murder" is not what Webb says."""

ASKS = re.compile(r"(?:what|who|whom|whose|which|when|where|why|how|if|whether)\b", re.I)

BESIDES = re.compile(r"^\w+ing\b", re.I)
"""Cues that tell what somebody did besides: "thousands protesting against the cuts"."""

RUN_IN = re.compile(r"(?:said|says|added|told)\s+(?!he\b|she\b)|(?:had|has|was|were|is|are|and)\s[^.]*\.\s")
"""The tag of a quotation whose marks are torn, so that it seems to be what is said."""
