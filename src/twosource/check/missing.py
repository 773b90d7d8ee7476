"""Questions that stories of a kind usually answer, and that no account here does, or only one.

Reads   facts, the events and words of the articles
Gives   Missing, in the order of the template
Misses  kinds of story that no template describes: those get the general one
"""

import re
from collections import Counter

from twosource.model import Evidence, Fact, Missing
from twosource.text.lexicon import table

GENERAL = "general"
WORDS_OF_A_KIND = 2
"""How many words of one kind the openings must hold: a single one may be a figure of speech ("a flood of calls")."""


def missing(facts: tuple[Fact, ...], evidence: Evidence) -> tuple[Missing, ...]:
    """Return the template questions that nobody answers, and those that only one outlet answers."""
    kind = kind_of(evidence)
    found = []
    for _, question, kinds, pattern in (row for row in table("story_questions") if row[0] == kind):
        answers = [fact for fact in facts if _answers(fact, kinds, pattern)]
        carriers = {carrier for fact in answers for account in fact.accounts for carrier in account.carriers}
        told = [fact for fact in answers if fact.verdict != "undisclosed"]
        if not told:
            found.append(Missing(question, "nobody"))
        elif len(carriers) == 1:
            articles = {c.article for fact in told for account in fact.accounts for c in account.claims}
            found.append(Missing(question, "one", tuple(sorted(articles))))
    return tuple(found)


def kind_of(evidence: Evidence) -> str:
    """Return the kind of story whose words stand most often in titles and opening blocks; "general" when none does."""
    counts: Counter[str] = Counter()
    for article in evidence.articles:
        if article.teaser_of:
            continue
        opening = f"{article.title} {article.text[:600]}".lower()  # the title and about the first three paragraphs
        for kind, words in table("story_kinds"):
            counts[kind] += len(re.findall(rf"\b(?:{words})\b", opening))
    best = max(sorted(counts), key=lambda kind: counts[kind], default=GENERAL)
    return best if counts[best] >= WORDS_OF_A_KIND else GENERAL


def _answers(fact: Fact, kinds: str, pattern: str) -> bool:
    if fact.kind not in kinds.split("|"):
        return False
    words = " ".join((fact.question, *(f"{account.measure} {account.value}" for account in fact.accounts)))
    return re.search(pattern, words, re.I) is not None
