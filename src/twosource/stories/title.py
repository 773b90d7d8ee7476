"""Name a story: a title and one sentence, both taken from its articles and cited.

Reads   a story's articles
Gives   Headline: title and summary with the places where they stand
Misses  a story whose every title is a pun; nothing is rewritten, so what stands is someone's own words

The choice is the article whose words the others share most: its title, and the first full sentence of its body.
"""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from twosource.model import BODY_KINDS, Article, Occurrence, Span
from twosource.stories.terms import terms_of

SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"’')]*(?=\s+[“\"‘A-Z0-9]|\s*(?:\n|$))|(?=\n)|$)")
SHORTEST = 40
LONGEST = 400
"""Characters of a sentence that can sum up a story: less is a dateline or a cry, more is a list."""

ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|vs)\.)$"
)
LOOKED_AT = 60
"""Articles whose words are counted, the first: the choice does not change with more."""


class Headline(msgspec.Struct, frozen=True):
    """A story's title and summary and where they stand; None where a text is not in any article's text."""

    title: str
    summary: str
    title_from: Occurrence | None
    summary_from: Occurrence | None


def headline(articles: Sequence[Article]) -> Headline:
    """Return the headline of a story's articles, teasers used only when there is nothing else.

    >>> text = "A fire gutted a bakery on Mill Street on Monday. No one was hurt."
    >>> found = headline([Article(id="1", title="Fire guts bakery", text="Fire guts bakery. " + text)])
    >>> found.title, found.summary, found.title_from.span
    ('Fire guts bakery', 'A fire gutted a bakery on Mill Street on Monday.', Span(start=0, end=16))
    """
    whole = [article for article in articles if not article.teaser_of] or list(articles)
    ranked = _ranked(whole[:LOOKED_AT])
    titled = next((article for article in ranked if article.title), None)
    lead = next(((article, span) for article in ranked if (span := first_sentence(article)) is not None), None)
    summary_from = Occurrence(lead[0].id, lead[1]) if lead else None
    summary = lead[1].of(lead[0].text) if lead else ""
    if titled is None:
        return Headline(summary, summary, summary_from, summary_from)
    at = titled.text.find(titled.title)
    place = Occurrence(titled.id, Span(at, at + len(titled.title))) if at >= 0 else None
    return Headline(titled.title, summary, place, summary_from)


def first_sentence(article: Article) -> Span | None:
    """Return the first sentence of the body that is long enough to say something, None when there is none."""
    blocks = [block.span for block in article.blocks if block.kind in BODY_KINDS - {"heading"}]
    for block in blocks or [Span(0, len(article.text))]:
        for span in _sentences(article.text, block):
            text = span.of(article.text)
            if SHORTEST <= len(text) <= LONGEST and text[-1] in ".!?”\"’'" and text != article.title:
                return span
    return None


def _sentences(text: str, block: Span) -> list[Span]:
    """The first sentences of a block; a full stop after an initial or a title ends none."""
    found: list[Span] = []
    start = -1
    for match in SENTENCE.finditer(text, block.start, min(block.end, block.start + 4 * LONGEST)):
        begin, end = match.span()
        begin += len(match[0]) - len(match[0].lstrip())
        start = begin if start < 0 else start
        if ABBREVIATION.search(text[max(0, end - 12) : end]):
            continue
        if start < end:
            found.append(Span(start, end))
        start = -1
    return found


def _ranked(articles: Sequence[Article]) -> list[Article]:
    """The articles, first the one whose lead words the others share most; shorter texts and later ids after it."""
    terms = [set(terms_of(article).ids.tolist()) for article in articles]
    having = Counter(term for found in terms for term in found)
    shared = [sum(having[term] - 1 for term in found) / max(12, len(found)) for found in terms]
    order = sorted(range(len(articles)), key=lambda place: (-shared[place], articles[place].id))
    return [articles[place] for place in order]
