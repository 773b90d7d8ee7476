"""Whether somebody's no answers somebody else's yes: both say the same, of one time.

Reads   two claims of deeds or statements, one denying
Gives   answers, two_speak_of_themselves
Misses  a no in other words than the yes ("innocent"), and what is told of "him" who is not the speaker
"""

import re

from twosource.check.language.put_at import times
from twosource.check.language.words import parted
from twosource.model import Claim

WORDS = 3
"""The least number of words that both must have."""

NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.I)
AHEAD = re.compile(r"\b(?:will|would|shall|won['’]t|wouldn['’]t|going\s+to|to\s+be)\b", re.I)
PERHAPS = re.compile(
    r"\b(?:if|unless|until|whether|could|couldn['’]t|may|might|can|cannot|can['’]t|should|must|yet|always|usually|ever)\b",
    re.I,
)
"""Words of what is only possible or wanted, or that say of a no how long or how often it holds."""

HIMSELF = re.compile(r"(?:denied:\s+)?(?:that\s+)?(?:he|she|it|they|we|i)\b", re.I)


def answers(a: Claim, b: Claim) -> bool:
    """Both say the same of one time, and neither that it may be or must be so: a yes and a no of one thing."""
    yes, no = (a, b) if a.polarity else (b, a)
    told, denied = parted(yes.value_key), parted(no.value_key)
    if len(told & denied) < WORDS or not denied <= told or not told - denied <= times():
        return False  # "the second tram did not", or not on Sunday
    if {a.kind, b.kind} == {"statement"} and a.subject == b.subject:
        return False  # nobody says no to himself
    if not all(claim.polarity or NOT.search(claim.value) for claim in (a, b)):
        return False  # "nothing less than the future"
    if any(PERHAPS.search(claim.value) or claim.certainty not in ("said", "reported") for claim in (a, b)):
        return False
    if any(HIMSELF.match(claim.value) for claim in (a, b)):
        return False  # whose deed it is stands elsewhere
    return bool(AHEAD.search(a.value)) == bool(AHEAD.search(b.value))


def two_speak_of_themselves(a: Claim, b: Claim) -> bool:
    """Whether two say something of "he" or "it" who is each time the speaker: the one denies nothing of the other."""
    if not all(HIMSELF.match(claim.value) for claim in (a, b)):
        return False
    return {a.kind, b.kind} == {"statement"} and a.subject != b.subject
