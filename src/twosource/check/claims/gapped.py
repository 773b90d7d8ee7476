"""The whole clause that a number stands in, for its question: "Goldman Sachs would owe … in federal taxes".

Reads   a figure claim, the clauses of its sentence
Gives   the clause with `GAP` for the number; "" where none can be told alone
Misses  numbers outside every clause; clauses too long for a question
"""

import re

from twosource.check.claims.asking import GAP, dotted, whole
from twosource.check.claims.clause_ends import subject_of
from twosource.check.claims.clause_marks import SAID
from twosource.check.claims.intervals import BY as INTERVALS
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.claims.setting import APART, JOINED, end_of_value, unbound
from twosource.check.claims.shortened import FRONTED, has_verb, short, without_stub
from twosource.check.claims.told_alone import told_alone
from twosource.check.claims.wording import MARKS, TAGGED, balanced
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.language.words import content_words
from twosource.check.voices.chains import covering
from twosource.model import Claim, Clause, Mention, Span

BEFORE, BEHIND = 18, 18
"""Words of a clause before a number and behind it that a question holds at the most."""

LONGER = 28
"""Words before it where no clause can be told alone."""

ENOUGH = 2
"""Content words without which a clause asks nothing."""

CUT = re.compile(r"\s[-–—_]+\s|;|\s\(|,\s+(?=(?:\w+ing|who|which|where|when|while|but|and|or|even|with|though)\b)")
"""Where a clause may end that is too long behind its number."""

LONG, CLOSE = 18, 10
"""Words from which on a question is cut where its clause could end, and words behind a number that it keeps then."""

COULD_END = re.compile(r",\s|\s(?=(?:after|before|when|while|because|until|although|though|since|unless|whereas)\s)")
"""Where a clause goes on with another that says when or why."""

DOLLARS = re.compile(
    r"\s+of\s+(?:dollars|pounds|euros|yen|rupees|pesos|yuan|francs|rand|rubles|roubles|shekels)\b", re.I
)
TIED = re.compile(r"^(?:(?:and|but|so|also|then|however|now|that|or)\b,?\s*)+", re.I)
"""Words at the head of a sentence that only tie it to the one before."""

SAYS_THAT = re.compile(
    r"\b(?:that|said|says|explain(?:ing|ed)|agreed|announced|reported|estimated|found|shows?|showed)\s+$"
)
"""Before what is told to have been said, which can then be read alone."""

MARKUP = re.compile(r"[<>=]|--")
TO_BE = re.compile(r"\bto\s+be\s+$")
WHICH = re.compile(r"\b(?:which|that|where)\b", re.I)

MEANT = re.compile(r"\[([^\[\]]+)\]")
"""A name in the place of a pronoun."""


def gapped(context: Context, claim: Claim) -> str:
    """Return the clause that says a number, in words that can be read alone, `GAP` where the number stands."""
    number = " ".join(context.article.text[claim.focus.start : _end(context, claim)].split())
    if not any(char.isalnum() for char in number):
        return ""
    place = re.compile(rf"(?<![\w$£€.,]){re.escape(number)}(?![\w%])")
    for clause in _clauses(context, claim.focus):
        told = _of_antecedent(context, clause) or MEANT.sub(r"\1", told_alone(context, clause))
        found = list(place.finditer(told))
        if len(found) != 1 or MARKUP.search(told) or not balanced(told):
            continue
        lead = told[: found[0].start()].rstrip()
        who = subject_of(clause.value)
        if not lead and (who is None or not who.span.overlaps(claim.focus)):
            continue  # "Three days later, the road was open"
        lead = lead if claim.rule == ORDINALS else unbound(lead)
        if asked := _asked(lead, told[found[0].end() :], verbal=clause.span.end <= claim.focus.start):
            return asked
    return _from_its_beginning(context, claim)


def _of_antecedent(context: Context, clause: Mention[Clause]) -> str:
    """A relative clause with what it says more of in the pronoun's place: "the fee, which goes as high as $9"."""
    who, text = subject_of(clause.value), context.article.text
    if who is None or not clause.value.tense or who.span.end > clause.value.span.start:
        return ""
    found = RELATIVE.fullmatch(text, who.span.end, clause.value.span.start)
    named = context.text(who.span)
    if (
        found is None
        or named.lower().startswith(("a ", "an "))
        or is_person(who.head.lower()) != (found["who"].lower() == "who")
        or POINTING.match(named)
    ):
        return ""
    return _plain(f"{named} {context.text(clause.value.span)}").strip()


RELATIVE = re.compile(r",?\s+(?P<who>which|who)\s+(?:\w+ly\s+)?", re.I)
POINTING = re.compile(
    r"(?:it|they|he|she|this|that|these|those|one|ones|all|some|many|others|someone|people|its|their)\b", re.I
)


def _from_its_beginning(context: Context, claim: Claim) -> str:
    """The sentence around a number, or what somebody is told to have said in it, from where that begins."""
    sentence, text, end = context.sentence(claim.focus), context.article.text, _end(context, claim)
    heads = {
        part.span.start
        for clause in within(context.mentions.clauses, sentence)
        if clause.value.tense and not clause.value.nominal
        for part in clause.value.arguments
        if part.relation == "subject"
    }
    said = [c.start for told in covering(context, claim.focus) for c in told.value.content if c.covers(claim.focus)]
    said = [at for at in said if at in heads or SAYS_THAT.search(text[sentence.start : at])]
    start = max((at for at in said if at >= sentence.start), default=sentence.start)
    ahead = text[start : claim.focus.start]
    lead = TIED.sub("", _plain(ahead).strip(" ,;:.-–—"))
    if (
        MARKUP.search(ahead)
        or not any(char.isalpha() for char in lead)
        or (start == sentence.start and ahead[:1].islower())
    ):
        return ""  # a page's code; a number that opens its sentence; a torn sentence
    behind = APART.split(_plain(text[end : sentence.end]) + " ", maxsplit=1)[0].rstrip(" .?!")
    behind = TAGGED.sub("", SAID.sub("", behind))
    return _asked(lead if claim.rule == ORDINALS else unbound(lead), behind, LONGER)


def _plain(text: str) -> str:
    """Words on one line without quotation marks, the white space at either end kept as one space."""
    told = MARKS.sub("", text)
    return f"{' ' * told[:1].isspace()}{' '.join(told.split())}{' ' * told[-1:].isspace()}"


def _end(context: Context, claim: Claim) -> int:
    """Where the number ends: of a measure with its unit, so that its noun stays: "a … fine", else with its noun."""
    if not claim.unit or claim.rule == INTERVALS:
        return end_of_value(context, claim)
    joined = JOINED.match(context.article.text, claim.focus.start, claim.focus.end)
    end = joined.end() if joined else claim.focus.end
    money = DOLLARS.match(context.article.text, end)
    return money.end() if money else end


def _clauses(context: Context, focus: Span) -> list[Mention[Clause]]:
    """The clauses with a verb of their own that hold a number, the innermost first."""
    around = within(context.mentions.clauses, context.sentence(focus))
    holding = [
        c
        for c in around
        if not c.value.nominal
        and (c.value.tense or (c.value.passive and not TO_BE.search(context.article.text[: c.span.start][-8:])))
        and c.value.span.covers(focus)
        and (not _of_another(context, c) or _of_antecedent(context, c))
    ]
    return sorted(holding, key=lambda c: (c.value.span.end - c.value.span.start, c.span.start))


def _of_another(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a noun stands before a clause that says more of a nearer one: "Lowe fell in the blast, which hurt 4"."""
    who = subject_of(clause.value)
    if who is None or who.span.end > clause.span.start or who.span.overlaps(clause.value.span):
        return False
    return WHICH.search(context.article.text, who.span.end, clause.span.start) is not None


PLUS_OR = re.compile(r"\s+plus\s+or$", re.I)


def _asked(before: str, behind: str, most: int = BEFORE, *, verbal: bool = False) -> str:
    """The words on either side of a number as a question has them, "" where they are too many or too few."""
    before = PLUS_OR.sub("", before)
    if before.endswith((" which", " whom")):
        return ""  # "the talk, which … attended"
    if before.lower() in FRONTED and behind.startswith(", "):
        before, behind = f"{whole(behind[2:].split(), BEHIND)} {before.lower()}", ""  # "they have dug for …"
    whole_behind = behind
    made = short(before, behind, verbal)
    if len(content_words(" ".join(made))) >= (1 if verbal or has_verb(made[0]) else ENOUGH):
        before, behind = made
    rest = behind.split()
    if len(before.split()) > most or before.startswith("with "):
        return ""
    if len(rest) > BEHIND:
        rest = CUT.split(behind, maxsplit=1)[0].split()
        rest = whole(rest, BEHIND).split()
    if len(before.split()) + len(rest) > LONG:
        rest = COULD_END.split(" ".join(["", *rest]), maxsplit=1)[0].split() or rest  # "a year after she left" is one
    if len(before.split()) + len(rest) > LONG and (has_verb(before) or has_verb(" ".join(rest[:CLOSE]))):
        rest = whole(rest, CLOSE).split() or rest[:CLOSE]
    kept = " ".join(rest)
    kept = kept if whole_behind.endswith(kept) else without_stub(kept)
    told = " ".join(f"{before} {GAP} {dotted(kept)}".split()).replace(f"{GAP} ,", f"{GAP},").rstrip(" ,―–—-_")
    least = 1 if (verbal or has_verb(before)) and kept else ENOUGH
    return told if len(content_words(told.replace(GAP, " "))) >= least else ""
