"""Claims of the hospital to which people are taken, and of the prison in which they are held, each by its name.

Reads   the names of hospitals and prisons in sentences that tell of patients or of prisoners
Gives   venue claims, one question for each institution
Misses  hospitals without a name of their own ("a local hospital"), and those known by letters alone

Many articles of a story name one hospital, each of another patient and in other words: all place the care there.
"""

import re
from typing import NamedTuple

from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.model import Claim, Span

BY = "institutions"

NAMED = r"(?:(?:[A-Z]\.\s?)+\s*|[A-Z][\w.'’-]*\s+(?:of\s+|and\s+)?(?:[a-z]{4,}\s+)?){1,5}"
AT = r"\b(?:at|in|to|from|inside|into|by)\s+(?:(?:the|nearby|neighbouring|neighboring|suburban|downtown)\s+)*"


class Sort(NamedTuple):
    """How names of a sort of institution end, the names, what tells that people are there, how it is asked after."""

    called: str
    ends: re.Pattern[str]
    name: re.Pattern[str]
    cue: re.Pattern[str]
    asked: str
    of_dead: str


SORTS = (
    Sort(
        "hospital",
        re.compile(r"\b(?:Hospitals?|Cent(?:er|re)|Infirmary)\b"),
        re.compile(
            rf"{AT}(?P<name>{NAMED}(?:Hospitals?(?:\s+Medical\s+Cent(?:er|re))?|Medical\s+Cent(?:er|re)|Infirmary"
            r"|Trauma\s+Cent(?:er|re)))\b"
        ),
        re.compile(
            r"\b(?:taken|rushed|brought|flown|airlifted|transported|transferred|sent|moved|admitted|treated|treatment"
            r"|hospitali[sz]ed|surgery|operated|recover\w*|critical|stable|serious|condition|intensive|remain(?:s|ed)?"
            r"|pronounced|declared|die[sd]|dead|succumbed|wounds|injuries|released|discharged)\b",
            re.I,
        ),
        "were people treated in hospital",
        "did somebody die in hospital",
    ),
    Sort(
        "prison",
        re.compile(r"\b(?:[Jj]ail|[Pp]rison|Penitentiary|Facility|Institution|Cent(?:er|re))\b"),
        re.compile(
            rf"{AT}(?P<name>{NAMED}(?:[Jj]ail|[Pp]rison|Penitentiary|Correctional\s+(?:Facility|Cent(?:er|re)"
            r"|Institution)|Detention\s+Cent(?:er|re)|Pretrial\s+Cent(?:er|re)|Remand\s+Cent(?:er|re)))\b"
        ),
        re.compile(
            r"\b(?:held|jailed|imprisoned|custody|booked|lodged|remanded|detained|cells?|sent|taken|serving|served"
            r"|transferred|found|hanged|hung|dead|died|behind\s+bars|inmate|incarcerated|locked|bail|bond|escaped?)\b",
            re.I,
        ),
        "was somebody held in prison",
        "did somebody die in prison",
    ),
)
"""What people are brought to."""

DEAD = re.compile(r"\b(?:die[sd]|dead|death(?!\s+(?:row|sentences?|penalty))|succumbed|hanged)\b", re.I)
DIED = re.compile(r"\b(?:died|(?:pronounced|declared|found)\s+dead|succumbed)\b", re.I)
"""What tells of somebody's death, and words that tell whose."""

STAFF = re.compile(
    r"\b(?:spokes\w+|doctors?|nurses?|clerk|physicians?|surgeons?|officials?|guards?|wardens?|director|professor"
    r"|works?|worked|working|employees?|employed|chief|dean|head)\s+$",
    re.I,
)
"""Before "at Arle Hospital": who works there."""

PLAIN = frozenset(
    {"hospital", "hospitals", "medical", "center", "centre", "infirmary", "trauma", "jail", "prison", "penitentiary",
     "correctional", "facility", "institution", "detention", "pretrial", "remand", "the", "of", "and", "county",
     "state", "federal", "city", "district"}
)  # fmt: skip
"""Words that say only what sort of institution it is, or whose."""


def institutions(context: Context) -> tuple[Claim, ...]:
    """Return a venue claim for each hospital or prison named as where somebody was brought, in text order."""
    found = []
    for sentence in context.mentions.sentences:
        text = context.text(sentence)
        for sort in SORTS:
            if not sort.ends.search(text) or not sort.cue.search(text) or not context.speaks(sentence):
                continue
            for match in sort.name.finditer(text):
                key = institution_key(match["name"])
                if key and not STAFF.search(text[: match.start()]):
                    focus = Span(sentence.start + match.start("name"), sentence.start + match.end("name"))
                    found.append(_claim(context, focus, sort, key))
    return tuple(found)


def institution_key(name: str) -> str:
    """Return the words of an institution's name that tell it from others, sorted.

    >>> institution_key("Arle Hospital Medical Center"), institution_key("the Arle Hospital")
    ('arle', 'arle')
    """
    return " ".join(sorted(set(re.findall(r"\w+", name.lower())) - PLAIN))


def _asked(context: Context, focus: Span, sort: Sort) -> str:
    """How an institution is asked after: by the name where its sentence names one person only."""
    sentence = context.sentence(focus)
    dead = DEAD.search(context.text(sentence)) is not None
    known = (context.at.get(name.span) for name in within(context.mentions.names, sentence))
    persons = {entity.id: entity.name for entity in known if entity is not None and entity.kind == "person"}
    asked = sort.of_dead if dead else sort.asked
    if len(persons) == 1 and (not dead or DIED.search(context.text(sentence))):
        return asked.replace("somebody", next(iter(persons.values())))
    return asked


def _claim(context: Context, focus: Span, sort: Sort, key: str) -> Claim:
    return make_claim(
        context,
        "venue",
        focus,
        measure=f"{sort.called} happen",
        value=" ".join(context.text(focus).split()),
        value_key=f">{sort.called}:{key}",
        asked=_asked(context, focus, sort),
        rule=BY,
    )
