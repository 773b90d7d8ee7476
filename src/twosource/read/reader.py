"""Read a page of any form that is known: HTML, a plain-text dump, a record of JSONL.

Reads   Page
Gives   its Article first, then one small Article for each teaser on it
Misses  pictures, PDF and office documents: they raise ReadError
"""

from twosource.model import Article, Page, ReadError
from twosource.read.decode import text_of
from twosource.read.draft import set_article
from twosource.read.html.page import draft_of as html_draft
from twosource.read.plain import draft_of as plain_draft
from twosource.read.record import draft_of as record_draft
from twosource.read.sniff import form_of


def read(page: Page) -> tuple[Article, ...]:
    r"""Return the article of a page, then its teasers in page order (`PAGE#teaser-1` first).

    Raises ReadError, with one sentence that says why, when the page is empty, is no text, or has no article on it.

    >>> from twosource.model import Page
    >>> [article] = read(Page("a", b"Dam bursts\n\nTwo people died in the flood of 28 February 2022."))
    >>> article.title, article.body, article.published.value, article.published.inferred
    ('Dam bursts', ('Two people died in the flood of 28 February 2022.',), '2022-02-28', 'text')
    """
    text = text_of(page)
    head = Article(id=page.id, url=page.url)
    form = form_of(text, page.media_type)
    if form == "json":
        draft = record_draft(text, head)
    elif form == "html":
        draft = html_draft(text, head, fetched=page.fetched)
    else:
        draft = plain_draft(text, head)
    articles = set_article(draft)
    if not articles[0].teaser_of and not any(len(block.split()) >= FEWEST_WORDS for block in articles[0].body):
        raise ReadError("there is no article on this page")
    return articles


FEWEST_WORDS = 5
"""A page on which no paragraph has five words tells nothing that could be cited."""
