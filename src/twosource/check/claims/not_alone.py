"""Tell the clauses that nobody could make sense of alone, however they are cut from their sentence.

Reads   a clause, its sentence
Gives   `hangs`: whether it only makes sense with the clause that it hangs on; `points`: whether the words that are left
        speak of "us" and "you"
Misses  things that only the sentences before say which they are ("the agency")
"""

import re

from twosource.check.context import Context
from twosource.check.voices.chains import chain_of
from twosource.model import Argument, Clause, Mention, Span


def hangs(context: Context, clause: Mention[Clause], who: Argument, before: str) -> bool:
    """Return whether a clause is asked, meant, arranged, or only says which one of many is meant.

    `before` are the words of its sentence before it.
    """
    value = clause.value
    if value.tense != "past" and ASKED_HOW.search(before):
        return True
    if CLAIMING.match(before) and not chain_of(context, clause.span):
        return True
    meant = MEANT.search(before)
    if meant and (MAY.search(context.text(value.span)) or (value.tense == "present" and not meant[1])):
        return True
    if ARRANGED.search(before) and who.span.overlaps(value.span) and not value.passive:
        return True
    if (
        WHERE.search(before)
        and value.predicate in STAYS
        and all(a.span.end <= clause.span.start for a in value.arguments)
    ):
        return True
    return _says_which(context, clause, who) or _lost_its_object(context, value, clause.span, who)


ASKED_HOW = re.compile(r"\b(?:how|what|(?<!s )why)\s+(?:\w+ly\s+)?$", re.I)
"""Before what is asked: of "how he will pay" nobody said that he will."""

CLAIMING = re.compile(r"\W*(?!during|following)\w{2,}ing\s+(?:that\s+)?$", re.I)
"""Before what somebody says, thinks or does with the clause, who comes only behind it."""

MEANT = re.compile(r"(,)?(?<!\band)\s+so\s+(?:that\s+)?$", re.I)
"""Before what is to come of a deed, or behind a comma what came of it."""

WHERE = re.compile(r"\bwhere\s+$", re.I)
STAYS = frozenset({"work", "live", "stay", "stand", "sit", "sleep", "grow", "study", "play", "serve", "train", "teach"})
"""Verbs that without a place tell nothing: of "the mill where she worked" only the mill is told of."""

MAY = re.compile(r"\b(?:can|could|will|would|may|might|should|shall|won|wo|ca)\b", re.I)

ARRANGED = re.compile(r"\b(?:have|having|get|getting|see|seeing|want(?:s|ed|ing)?)\s+$", re.I)
"""Before what somebody wants done: "to have the boy returned"."""


def _says_which(context: Context, clause: Mention[Clause], who: Argument) -> bool:
    """Whether a clause in the present tells which of many is meant, of a thing that has no name: "a land that borders
    Peru" is no news of a land.
    """
    value, sentence = clause.value, context.sentence(clause.span)
    if value.tense != "present" or value.passive or who.span.start > clause.span.start:
        return False
    lead = WHICH.search(context.article.text, sentence.start, clause.span.start)
    if lead is None or not who.span.start < lead.end():
        return False
    named = context.called(who)
    ahead = context.article.text[max(sentence.start, who.span.start - FAR) : who.span.start]
    of_many = ONE_OF_MANY.match(context.text(who.span)) or A_NEW.search(ahead)
    return named is None or (of_many is not None and named.name.split()[-1] in context.text(who.span))


FAR = 30
"""Characters before a noun in which its article may stand."""

WHICH = re.compile(
    r"(?<![,–—:;])\s(?:that|who|which)\s+(?:(?:\w+ly|also|still|now|often|always|only|don[’']t|do\s+not)\s+)*$", re.I
)
"""Before a verb, what makes it say which thing is meant; behind a comma it says more of one that is known."""

ONE_OF_MANY = re.compile(r"(?:an?|any|some|one|each|every)\b", re.I)
A_NEW = re.compile(r"\b(?:an?|any|some|one|each|every)\s+(?:[\w-]+\s+){0,2}$", re.I)
"""What makes a name one of many, or no name: "a New Yorker"."""


def _lost_its_object(context: Context, value: Clause, verb: Span, who: Argument) -> bool:
    """Whether what a deed was done to stands further ahead and cannot surely be put behind it."""
    if value.passive:
        return False
    ahead = [a for a in value.arguments if a.relation == "object" and a.span.end <= min(value.span.start, verb.start)]
    text = context.article.text
    for thing in ahead:
        between = text[thing.span.end : min(value.span.start, verb.start)]
        part = PART.search(text[context.sentence(verb).start : thing.span.start]) is not None
        if not OF_IT.match(between) or (part and "," in between):
            return True  # "her talk on the ice, which twenty people heard": was it the ice or the talk?
    if ahead or not who.span.overlaps(value.span):
        return False
    lead = text[context.sentence(verb).start : min(value.span.start, verb.start)]
    told = any(a.relation in ("object", "complement") for a in value.arguments)
    if value.predicate in CALLS and not any(a.relation == "object" for a in value.arguments):
        return BEHIND_A_NOUN.search(lead) is not None
    return not told and WHOM.search(lead) is not None


CALLS = frozenset({"consider", "call", "deem", "dub", "label", "term", "name", "regard", "describe"})
"""Verbs that tell nothing without the thing that they call something: "a plan that she considers harmful"."""

BEHIND_A_NOUN = re.compile(r"\w\s+(?:that|which|whom)\s+(?:he|she|they|it)?\s*$|\b(?:what|which|whom)\s+$", re.I)

PART = re.compile(
    r"\b(?:of|to|in|with|by|from|at|on|about|between|among|for|like)\s+(?:an?\s+|the\s+|his\s+|her\s+|its\s+)?$", re.I
)
OF_IT = re.compile(r"^[\s,]*(?:(?:that|which|whom|who)\b)?[\s,]*$", re.I)
"""What stands between a thing and a clause that says what was done with it."""

WHOM = re.compile(
    "".join(
        rf"(?<!\b{word} )" for word in ("of", "in", "to", "by", "for", "with", "from", "on", "at", "during", "after")
    )
    + "".join(rf"(?<!\b{word} )" for word in ("under", "about", "into", "through", "over", "without"))
    + r"\b(?:whom|which)\s+$",
    re.I,
)
"""Before a subject, what its verb was done to."""


SILENT = re.compile(
    r"(?:\bnot|n['’]t|\bun)\s*(?:been\s+)?authori[sz]ed\s+to\s+(?:speak|discuss|comment|talk|disclose|brief|release|give)"
    r"|\b(?:on|requested|request|granted|under)\s+(?:the\s+)?(?:condition\s+of\s+)?anonymity\b",
    re.I,
)
"""Why a source has no name: of the report, and no deed of its story."""


def points(context: Context, clause: Mention[Clause], told: str) -> bool:
    """Return whether words speak of "us" and "you", nobody is known to speak, and they hold no quotation that does.

    Nor does it tell of the story why a source has no name.
    """
    if SILENT.search(told):
        return True
    if not SPEAKS.search(told) or chain_of(context, clause.span):
        return False
    sentence, text = context.sentence(clause.span), context.article.text
    own = text[min(clause.value.span.start, clause.span.start) : clause.span.end]
    rest = QUOTED.sub("", text[clause.span.end : sentence.end])
    return SPEAKS.search(f"{own} {rest}") is not None


SPEAKS = re.compile(
    r"\b(?:we|my|our|ours|us|me|you|your)\b|^(?:My|Our|We|You|Your)\b|(?:^|\b(?:and|but)\s)I(?:\s|['’])"
)
"""What only whoever speaks can say, in small letters: "US" is a country."""

QUOTED = re.compile(r"“[^”]*”|``.*?''|\"[^\"]*\"|‘[^’]*(?:’(?=\w)[^’]*)*’|(?<!\w)'[^']*(?:'(?=\w)[^']*)*'(?!\w)")
"""A quotation that a clause holds: its words are of another."""
