"""Whose text is it: credits, copies and rewrites, updates, and who is independent of whom.

Reads   Article
Gives   Lineage, Judgement, and a copy's Mentions by way of its original's
Misses  see `credits`, `align`, `families`, `direction`, `independence`, `inherit`
"""

from collections.abc import Sequence

from twosource.model import Article, Lineage, Voice
from twosource.trace.credits import credits_of, whole_creditor
from twosource.trace.direction import moment
from twosource.trace.families import Families
from twosource.trace.held import FamiliesState
from twosource.trace.independence import UNNAMED, independent
from twosource.trace.inherit import Inherited, inherit

__all__ = [
    "Families",
    "FamiliesState",
    "Inherited",
    "UNNAMED",
    "Voice",
    "credits_of",
    "independent",
    "inherit",
    "trace",
    "whole_creditor",
]

NO_WINDOW = 1 << 62
"""A window that is never full: `trace` holds all its articles anyway."""


def trace(articles: Sequence[Article]) -> Lineage:
    """Return who has whose text among the articles, whatever their order: they are taken by time, then id.

    >>> words = "The river rose two metres overnight and cut the road to the port, the mayor's office said on Monday. "
    >>> text = words + "Boats brought bread to the upper floors, and the school gave its hall to forty families."
    >>> [family] = trace([Article(id="b", text=text), Article(id="a", text=text)]).families
    >>> family.articles, family.relation
    (('a', 'b'), 'copy')
    """
    families = Families(window=NO_WINDOW)
    for article in sorted(articles, key=_order):
        families.add(article)
    return families.lineage()


def _order(article: Article) -> tuple[bool, str, str]:
    at = moment(article.published)
    return at is None, at.isoformat() if at else "", article.id
