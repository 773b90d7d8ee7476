"""Whatever the page: spans exact and in bounds, nothing lost, nothing raised but ReadError, time about linear."""

from hypothesis import given, settings
from hypothesis import strategies as st

from growth import in_proportion
from twosource.model import Article, Page, ReadError
from twosource.read import article_of, read

WORDS = st.sampled_from(
    [
        "the",
        "dam",
        "river",
        "town",
        "mayor",
        "police",
        "burst",
        "flood",
        "wall",
        "rain",
        "army",
        "said",
        "warned",
        "built",
        "closed",
        "found",
        "sent",
        "two",
    ]
)
SENTENCE = st.lists(WORDS, min_size=11, max_size=30).map(lambda words: " ".join(words).capitalize() + ".")
BODY = st.lists(SENTENCE, min_size=2, max_size=12, unique=True)
MARKS = st.text("\"“”'‘’()[]{}<>*_#>-–—•·,.;:!?/\\|&@©\n\t \u200b\u202eאبé😀a1", max_size=400)
SLOW = settings(max_examples=25)


def check(articles: tuple[Article, ...]) -> None:
    for article in articles:
        end = 0
        for block in article.blocks:
            assert end <= block.span.start < block.span.end <= len(article.text)
            end = block.span.end
        for span in [link.span for link in article.links] + [notice.span for notice in article.notices if notice.span]:
            assert 0 <= span.start < span.end <= len(article.text)
        for notice in article.notices:
            assert notice.span is None or notice.span.of(article.text) == notice.text
    assert [article.id for article in articles[1:]] == list(articles[0].teasers)


@SLOW
@given(body=BODY, tag=st.sampled_from(["p", "div", "section"]), wrap=st.sampled_from(["article", "main", "div"]))
def test_reading_never_loses_a_paragraph_of_a_well_formed_page(body, tag, wrap):
    inner = "".join(f"<{tag}>{sentence}</{tag}>" for sentence in body)
    page = f"<body><{wrap}><h1>Dam bursts</h1>{inner}</{wrap}></body>"
    html = f"<!doctype html><html><head><title>Dam bursts</title></head>{page}</html>"
    articles = read(Page("page", html.encode(), "text/html"))
    check(articles)
    assert articles[0].body == tuple(body)


@SLOW
@given(body=BODY)
def test_reading_never_loses_a_paragraph_of_a_plain_page(body):
    articles = read(Page("page", "\n\n".join(["Dam bursts", *body]).encode()))
    check(articles)
    assert articles[0].body == tuple(body)


@SLOW
@given(data=st.binary(max_size=400), media_type=st.sampled_from(["", "text/html", "application/json", "text/plain"]))
def test_any_bytes_give_an_article_or_a_read_error(data, media_type):
    try:
        check(read(Page("page", data, media_type)))
    except ReadError as error:
        assert str(error)


@SLOW
@given(before=MARKS, after=MARKS, html=st.booleans())
def test_odd_marks_around_a_paragraph_break_nothing(before, after, html):
    text = f"{before}\n\nA dam above the town burst on Monday after a week of rain.\n\n{after}"
    try:
        check(read(Page("page", f"<html><body><p>{text}</p></body></html>".encode() if html else text.encode())))
    except ReadError as error:
        assert str(error)


@given(text=st.text(max_size=300), title=st.text(max_size=20))
def test_an_exact_text_stays_as_it_is(text, title):
    article = article_of(text, title=title)
    assert article.text == text
    check((article,))
    assert all(block.span.of(text).strip() == block.span.of(text) for block in article.blocks)


def test_the_cost_grows_with_the_length_and_not_with_its_square():
    paragraph = (
        "<p>The dam above town number {} burst on Monday and the river rose by two metres, the ministry said.</p>"
    )

    def work(size):
        html = "<html><body><article>" + "".join(map(paragraph.format, range(size))) + "</article></body></html>"
        return lambda: read(Page("page", html.encode(), "text/html"))

    assert in_proportion(work, 300, 2_400, 24)  # eight times the page; quadratic would take 64 times
