"""HTML pages: the body, what the page states of itself, and the stories it points to."""

import json

import pytest

from twosource.model import Page
from twosource.read import read

PARAGRAPHS = [
    "A dam above the town of Riverton burst on Monday after a week of rain, the interior ministry said in a statement.",
    "At least two people died and about 40 houses were flooded, according to the mayor, who spoke on local radio.",
    "Engineers had warned in January that the wall was cracked, but repairs were put off, two officials said.",
    "Trains to the coast were stopped and the army was called in to build a wall of sandbags along the river.",
]
HEAD = """<title>Dam bursts above Riverton | The Daily Example</title>
<meta property="og:title" content="Dam bursts above Riverton - The Daily Example">
<meta property="og:site_name" content="The Daily Example"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2025-03-03T10:00:00+02:00">
<meta property="article:modified_time" content="2025-03-03T12:30:00+02:00">
<link rel="canonical" href="https://daily.example/dam"><meta name="keywords" content="dam, flood">"""


def html(body: str, head: str = HEAD) -> Page:
    return Page(
        "page", f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{body}</body></html>'.encode(), "text/html"
    )


def paragraphs(items=PARAGRAPHS) -> str:
    return "".join(f"<p>{item}</p>" for item in items)


def test_a_page_is_taken_apart():
    body = f"""<header><nav><a href="/">Home</a><a href="/world">World</a></nav></header><main><article><h1>Dam bursts
    above Riverton</h1>
    <div class="byline">By <a rel="author" href="/ann">Ann Lee</a></div><figure><img src="a.jpg"><figcaption>The
    broken dam on Monday.
    (Photo: Cy Roe/AP)</figcaption></figure>{paragraphs()}<p>Bo Diaz contributed to this report.</p>
    <div class="share-tools">Share this article on your favourite network, and tell your friends all about
    it.</div></article>
    <aside class="related-stories"><h2>Related stories</h2><ul><li><a href="/rail">Rail line washed away by the
    flood</a></li>
    <li><div><a href="/schools">Schools shut for a week</a><p>All schools in the valley stay shut until Thursday, the
    council said.</p>
    </div></li></ul></aside></main><footer>Copyright, all the rest of it and the terms of use of the site.</footer>"""
    article, *teasers = read(html(body))
    assert article.title == "Dam bursts above Riverton"
    assert article.body == tuple(PARAGRAPHS)
    assert (article.outlet, article.authors, article.language) == ("The Daily Example", ("Ann Lee",), "en")
    assert (article.published.value, article.updated.value) == (
        "2025-03-03T10:00:00+02:00",
        "2025-03-03T12:30:00+02:00",
    )
    assert article.keywords == ("dam", "flood")
    assert [(image.caption, image.credit) for image in article.images] == [
        ("The broken dam on Monday.", "Photo: Cy Roe/AP")
    ]
    assert [(notice.kind, notice.names) for notice in article.notices] == [("contributed", ("Bo Diaz",))]
    assert [story.title for story in article.related] == ["Rail line washed away by the flood"]
    assert [(teaser.title, teaser.url) for teaser in teasers] == [
        ("Schools shut for a week", "https://daily.example/schools")
    ]
    assert "Thursday" not in article.text


LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#pub", "name": "The Daily Example"},
        {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
        {
            "@type": ["NewsArticle"], "headline": "Dam bursts", "author": [{"@id": "#ann"}, {"@type": "Person",
            "name": "Bo Diaz"}],
            "publisher": {"@id": "#pub"}, "datePublished": "2025-03-03T08:00:00Z", "articleSection": "World",
            "image": {"url": "https://daily.example/a.jpg", "caption": "The dam", "creditText": "Cy Roe"},
        },
    ],
}  # fmt: skip


@pytest.mark.parametrize("wrap", ["%s", "<!-- %s -->", "//<![CDATA[\n%s\n//]]>", "%s;"])
def test_json_ld_is_read_however_it_is_wrapped(wrap):
    head = f'<script type="application/ld+json">{wrap % json.dumps(LD)}</script>'
    article = read(html(f"<article>{paragraphs()}</article>", head))[0]
    assert (article.title, article.authors, article.outlet) == (
        "Dam bursts",
        ("Ann Lee", "Bo Diaz"),
        "The Daily Example",
    )
    assert (article.published.value, article.section) == ("2025-03-03T08:00:00+00:00", "World")
    assert (article.lead_image.caption, article.lead_image.credit) == ("The dam", "Cy Roe")


def test_broken_json_ld_is_passed_over():
    head = HEAD + '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
    assert read(html(f"<article>{paragraphs()}</article>", head))[0].title == "Dam bursts above Riverton"


@pytest.mark.parametrize(
    "shape", ["<p>%s</p>", "<div>%s</div>", "<section><p>%s</p></section>", "%s<br><br>", '<p class="paywall">%s</p>']
)
def test_paragraphs_of_any_make_are_kept(shape):
    body = "".join(shape % item for item in PARAGRAPHS)
    assert read(html(f"<div id='content'><h1>Dam bursts above Riverton</h1>{body}</div>"))[0].body == tuple(PARAGRAPHS)


def test_microdata_is_read():
    body = f"""<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Dam bursts in the
    hills</h1>
    <span itemprop="author">Ann Lee</span><time itemprop="datePublished"
    datetime="2025-03-03T10:00:00+02:00">today</time>{paragraphs()}</article>"""
    article = read(html(body, "<title>x</title>"))[0]
    assert (article.title, article.authors, article.published.value) == (
        "Dam bursts in the hills",
        ("Ann Lee",),
        "2025-03-03T10:00:00+02:00",
    )


def test_the_entries_of_a_live_page_are_all_read():
    entries = [
        {"@type": "BlogPosting", "headline": f"Hour {n}", "articleBody": item} for n, item in enumerate(PARAGRAPHS)
    ]
    live = json.dumps({"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": entries})
    head = f'<script type="application/ld+json">{live}</script>'
    body = "".join(f"<div class='entry'><h3>Hour {n}</h3><p>{item}</p></div>" for n, item in enumerate(PARAGRAPHS))
    assert set(PARAGRAPHS) <= set(read(html(f"<main>{body}</main>", head))[0].body)


def test_a_text_named_after_another_kind_is_known_by_its_looks():
    text = "Dam bursts\n\nTwo people died in the flood, police said."
    assert read(Page("page", text.encode(), "text/html"))[0].body == ("Two people died in the flood, police said.",)
    page = html(f"<article>{paragraphs()}</article>")
    assert read(Page("page", page.data, "text/plain"))[0].body == tuple(PARAGRAPHS)
