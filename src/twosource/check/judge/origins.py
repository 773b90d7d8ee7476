"""Who carries a claim, who vouches for it, for which moment it speaks, and whether two claims are independent.

Reads   contexts, entities, lineage, the test of independence
Gives   Origins: look-ups by claim
"""

import re
from collections.abc import Callable
from functools import lru_cache

from twosource.check.context import Context
from twosource.check.judge.doubts import Pair, doubt
from twosource.check.judge.sources import Sources
from twosource.check.voices.chains import UNNAMED
from twosource.model import Claim, Evidence, Judgement, Lineage, Span, Voice
from twosource.text.outlets import known_name, outlet_of

WORD = re.compile(r"\w+")
RUN = 7
"""Words in a row that two reporters do not hit upon by chance: stock phrases are shorter."""

Independent = Callable[[Voice, Voice, Lineage], Judgement]


def same_wording(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Both sentences hold the same `RUN` words in a row, or the shorter one of them whole (of four words or more)."""
    run = min(RUN, len(a), len(b))
    if run < 4:  # a sentence of three words says what anybody would say
        return False
    return not _runs(a, run).isdisjoint(_runs(b, run))


@lru_cache(maxsize=10_000)
def _runs(words: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    return frozenset(words[start : start + length] for start in range(len(words) - length + 1))


class Origins:
    """Look-ups by claim over one story. Names are as shown; comparisons go by entity where one is known."""

    def __init__(self, contexts: tuple[Context, ...], evidence: Evidence, independent: Independent) -> None:
        self._articles = {context.article.id: context.article for context in contexts}
        self._evidence = evidence
        self._independent = independent
        self._family = {article: family for family in evidence.lineage.families for article in family.articles}
        self._sources = Sources(contexts, evidence.entities)
        self._said: dict[tuple[str, Span], tuple[str, ...]] = {}
        self._outlets = {article: self._named(article) for article in self._articles}

    def _named(self, name: str) -> str:
        article = self._articles[name]
        known = known_name(article.outlet, article.url)
        page = self._articles.get(article.teaser_of)
        if not known and page is not None and page.outlet:
            return f"teasers on {known_name(page.outlet, page.url)}’s page"
        return known or article.teaser_of or article.id

    def outlet(self, claim: Claim) -> str:
        """Return the outlet that printed a claim: its usual name, else its host, else the page's id."""
        return self._outlets[claim.article]

    def origin(self, claim: Claim) -> str:
        """Return who vouches for a claim: the end of its chain, else whose text it is, else the outlet."""
        if claim.chain:
            end = self._sources.spelled(claim.chain[-1])
            return f"unnamed source in {self.outlet(claim)}" if end == UNNAMED else end
        family = self._family.get(claim.article)
        if family is not None and family.origin:
            return family.origin
        whole = [credit.name for credit in self._evidence.lineage.credits_of(claim.article) if credit.whole]
        return whole[0] if whole else self.outlet(claim)

    def moment(self, claim: Claim) -> str:
        """Return the ISO day or minute that a claim speaks for: its own, else that of its article's last change."""
        article = self._articles[claim.article]
        instant = article.updated or article.published
        printed = instant.value[:16] if instant else ""
        said = claim.as_of[:16] if claim.kind == "figure" else ""
        if not said or (printed and said[:10] == printed[:10] and (len(said) == 10 or said > printed)):
            return printed  # "this afternoon" ends when the article was printed, at the latest
        return said

    def independent(self, a: Claim, b: Claim) -> Judgement:
        """Whether two claims come from independent origins and say the same: the one question of `corroborated`.

        Only where none of the doubts applies is the answer of `trace` taken.
        """
        if same_wording(self._words(a), self._words(b)):
            return Judgement("no", f"{self.outlet(a)} and {self.outlet(b)} have it in the same words.")
        if found := doubt(Pair(a, b, self.outlet, self._sources)):
            return Judgement("unsure", found)
        return self._independent(self.voice(a), self.voice(b), self._evidence.lineage)

    def voice(self, claim: Claim) -> Voice:
        """Return a claim's side of the question whether two are independent."""
        end = self._sources.spelled(claim.chain[-1]) if claim.chain else ""
        entity = self._sources.entity(end) if end else None
        named = not claim.chain or self._sources.is_named(end, entity)
        return Voice(
            claim.article,
            self._printed_by(claim.article),
            (*claim.chain[:-1], end) if claim.chain else (),
            (entity.speaks_for or entity.id) if entity else "",
            named and end != UNNAMED,
            claim.focus,
        )

    def _printed_by(self, article: str) -> str:
        """The outlet that an article names, else the one that its address is known to be of, else ""."""
        printed = self._articles[article]
        known = outlet_of(printed.url) if printed.url and not printed.outlet else None
        return known.name if known else known_name(printed.outlet, printed.url) if printed.outlet else ""

    def _words(self, claim: Claim) -> tuple[str, ...]:
        place = (claim.article, claim.span)
        if place not in self._said:
            self._said[place] = tuple(WORD.findall(claim.span.of(self._articles[claim.article].text).lower()))
        return self._said[place]
