"""Twosource: for every fact of a news story, who vouches for it, who repeats it, who says otherwise.

The verbs, in order: gather, read, trace, annotate, link, group, check, write; `make_dossier` does them all and
`render` writes a dossier as text. The nouns are in `twosource.model`.
"""

from importlib.metadata import version

from twosource.annotate import annotate
from twosource.check import check
from twosource.dossier import render, write
from twosource.gather import gather
from twosource.link import link
from twosource.model import (
    Account,
    Article,
    Block,
    Claim,
    Dossier,
    Entity,
    Evidence,
    Fact,
    Failure,
    Lineage,
    Mention,
    Mentions,
    Page,
    Span,
    Story,
    TwosourceError,
    Verdict,
)
from twosource.read import read
from twosource.run import Outcome, Settings, make_dossier
from twosource.stories import group
from twosource.trace import independent, trace

__version__ = version("twosource")

__all__ = [
    # verbs
    "gather",
    "read",
    "trace",
    "independent",
    "annotate",
    "link",
    "group",
    "check",
    "write",
    "render",
    "make_dossier",
    # nouns
    "Page",
    "Article",
    "Block",
    "Span",
    "Mention",
    "Mentions",
    "Entity",
    "Lineage",
    "Evidence",
    "Story",
    "Claim",
    "Account",
    "Fact",
    "Verdict",
    "Dossier",
    "Failure",
    "Outcome",
    "Settings",
    "TwosourceError",
]
