"""Say what each outlet alone reports, and what it leaves out that most others have.

Reads   Facts, Articles
Gives   Coverage, one an outlet, by name
Misses  outlets under two names
"""

from collections.abc import Iterable

from twosource.model import Article, Coverage, Fact
from twosource.text.outlets import known_name


def coverage(facts: Iterable[Fact], articles: Iterable[Article]) -> tuple[Coverage, ...]:
    """Return what each outlet alone has and what it omits, as fact ids in the order of `facts`.

    A fact is omitted when at least two other outlets, and more than half of them, have it: with one other outlet
    there is no "most". Outlets that stand only as teasers on another's page are left out.
    """
    articles = tuple(articles)
    outlets = {article.id: outlet_of(article) for article in articles}
    listed = sorted({outlets[article.id] for article in articles if not article.teaser_of})
    only: dict[str, list[str]] = {outlet: [] for outlet in listed}
    omits: dict[str, list[str]] = {outlet: [] for outlet in listed}
    for fact in facts:
        having = {outlets[claim.article] for account in fact.accounts for claim in account.claims}
        if len(having) == 1 and having <= set(listed) and len(listed) > 1:
            only[next(iter(having))].append(fact.id)
        having &= set(listed)
        # Of the others, more than half: "most" in its plain sense.
        if len(having) >= 2 and 2 * len(having) > len(listed) - 1:
            for outlet in listed:
                if outlet not in having:
                    omits[outlet].append(fact.id)
    return tuple(Coverage(outlet, tuple(only[outlet]), tuple(omits[outlet])) for outlet in listed)


def outlet_of(article: Article) -> str:
    """The name that an article's outlet is listed under: its usual one, or the article's id when it has none."""
    return known_name(article.outlet, article.url) or article.id
