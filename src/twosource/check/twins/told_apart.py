"""Tell two facts apart whose questions read the same: by the words around each answer in a sentence of its own.

Reads   groups of claims with their names, and the articles that they stand in
Gives   the question of each group
Misses  what tells two things apart that their sentences do not tell: two facts of one sentence may still ask the same

"On what day was the hearing?" is asked of the hearing before a judge and of the next one: the question then goes on in
the words of its sentence, with `GAP` for the answer ("... pending his next court hearing …"). The fact that is told
by far more articles than each of the others is what a reader takes the plain question for.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from twosource.check.claims.asking import GAP
from twosource.check.claims.setting import setting_of
from twosource.check.claims.topics import opening_of
from twosource.check.context import Context
from twosource.check.language.words import content_words, stems
from twosource.check.questions import question_of
from twosource.check.twins.asked_twice import CARRIES
from twosource.model import Claim, FactKind

Group = tuple[Claim, ...]

APART: frozenset[FactKind] = frozenset({"figure", "time", "venue", "position", "statement"})
"""Kinds whose questions hold not all of the answer, as those of deeds do, and have one answer, as offices have not."""

SAID: frozenset[FactKind] = frozenset({"position", "statement"})
"""Kinds whose answers are somebody's words: they are told apart by the first of these."""

OFTEN = 2
"""How many times the articles of any other a fact has that keeps the plain question."""

ENOUGH = 20
"""How many claims of a group are looked at: more of them only cost time."""

FURTHER = re.compile(
    r"\s(?:and|but|or|nor|after|before|when|while|as|since|though|because|where|who|which|that|whose)\b.*"
)
"""Words behind an answer that begin to tell something else."""


END = re.compile(rf"\b(?:from|between|until|to)\s{GAP}")
"""What says which end of a time an answer is."""


def told_apart(groups: Mapping[str, Group], contexts: Sequence[Context]) -> dict[str, str]:
    """Return the question of each group, by its name; those that would be alike with the words around their answers."""
    asked = {name: question_of(group) for name, group in groups.items()}
    alike: dict[str, list[str]] = defaultdict(list)
    for name, question in asked.items():
        if groups[name][0].kind in APART and groups[name][0].disclosed:
            alike[question].append(name)
    of = {context.article.id: context for context in contexts}
    for question, names in alike.items():
        longer = _told_longer(names, groups) if len(names) > 1 else ()
        told = {
            name: _with_its_answer(question, groups[name])
            if groups[name][0].kind in SAID
            else _in_words(question, _around(groups[name], question, of))
            for name in longer
        }
        twice = Counter(told.values())
        asked |= {name: one for name, one in told.items() if twice[one] == 1}
    return asked


def _told_longer(names: Sequence[str], groups: Mapping[str, Group]) -> Iterable[str]:
    """Those of facts with one question that need more words: not the one that by far the most articles tell.

    Where one has answers that are at odds, it keeps the plain question: the words around one of them fit no other.
    """
    several = [name for name in names if len({claim.value_key or claim.value for claim in groups[name]}) > 1]
    if len(several) == 1:
        return [name for name in names if name not in several]
    told = {name: len({claim.article for claim in groups[name]}) for name in names}
    first, second = sorted(told.values(), reverse=True)[:2]
    return [name for name in names if told[name] < max(first, OFTEN * second)]


def _with_its_answer(question: str, group: Group) -> str:
    """A question with the first words of what is said or wanted: "What did Lee call for: “a truce”?"."""
    if ": “" in question:
        return question
    own = [claim for claim in group if claim.rule not in CARRIES.values()] or group
    values = Counter(claim.value for claim in own)
    said = DENIED.sub("", min(values, key=lambda one: (-values[one], len(one), one)))
    return f"{question.removesuffix('?')}: “{opening_of(said)}”?"


DENIED = re.compile(r"^denied:\s+")


def _in_words(question: str, around: str) -> str:
    """A question with the words around its answer, which may hold some of them already."""
    if not around:
        return question
    plain, gap, behind = question.removesuffix("?").partition(GAP)
    before = around.partition(GAP)[0]
    return f"{plain.partition(':')[0]}: {before}{gap}{behind}?" if gap else f"{plain}: {around}?"


def _around(group: Group, question: str, of: Mapping[str, Context]) -> str:
    """The words around the answer in the sentence that has most words of the question, the shortest of several."""
    own = [claim for claim in group if claim.rule not in CARRIES.values()] or group
    wanted = stems(content_words(question))
    found = {_uncut(_shortened(setting_of(of[claim.article], claim))) for claim in own[:ENOUGH]}
    words = {told: stems(content_words(told)) for told in found}
    adding = [told for told in sorted(found) if words[told] - wanted or END.search(told)]
    cut = CUT if group[0].kind in ("time", "venue") else NOTHING
    return min(
        adding,
        key=lambda told: (-len(wanted & words[told]), cut.match(told) is not None, len(told), told),
        default="",
    )


def _uncut(told: str) -> str:
    """The words around an answer without the end of what stands before them: of a date, or of who says it.

    >>> _uncut("said here Friday that the raid on …"), _uncut("2, police in … raided it"), _uncut("the raid on …")
    ('the raid on …', 'police in … raided it', 'the raid on …')
    """
    return told[cut.end() :] if (cut := LEADS.match(told)) and GAP in told[cut.end() :] else told


LEADS = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?,\s+|(?:[\w.]+\s+){0,2}(?:said|says|told|added|announced)\b(?:\s+[\w.]+){0,3}?\s+that\s+"
)
CUT = re.compile(r"(?:\d|to|of|in|for|with|on|at|by|into|from|and|was|were|is|are|has|had)\b")
"""The beginning of words that are cut from a phrase or a clause."""

NOTHING = re.compile(r"(?!)")


def _shortened(told: str) -> str:
    """The words around an answer without what is told further behind it."""
    before, gap, behind = told.partition(GAP)
    return f"{before}{gap}{FURTHER.sub('', behind)}".rstrip(" ,")
