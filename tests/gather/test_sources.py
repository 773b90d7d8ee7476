"""Feeds, sitemaps, OPML, archives, streams: what each kind of input gives, told by its content."""

import gzip
import io
import json

import pytest
from fastwarc.stream_io import ZstdWriter
from hypothesis import given
from hypothesis import strategies as st

from twosource.gather import Limits, gather
from twosource.gather.feeds import feed_of, json_feed_of, plain_text
from twosource.gather.kinds import kind_of
from twosource.gather.lists import addresses_of, opml_of, sitemap_of
from twosource.gather.look import listing_of
from twosource.model import Failure, GatherError, Page
from twosource.read import read

KINDS = [
    (b'<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0">', "feed"),
    (b'\xef\xbb\xbf<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
    (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">', "feed"),
    ('<?xml version="1.0" encoding="utf-16"?><rss>'.encode("utf-16"), "feed"),
    (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss>', "feed"),
    (b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": []}', "json feed"),
    (b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', "sitemap"),
    (b'<?xml version="1.0"?><sitemapindex>', "sitemap"),
    (b'<?xml version="1.0"?>\n<opml version="1.0">', "opml"),
    (b"WARC/1.0\r\nWARC-Type: warcinfo", "warc"),
    (b'{"title": "a"}\n{"title": "b"}\n', "lines"),
    (b'{"title": "a",\n "text": "b"}', "page"),
    (b'[{"title": "a"}]', "records"),
    (b"https://news.example/a\n# a comment\n\nhttp://news.example/b\n", "addresses"),
    (b"https://news.example/a is where it stood", "page"),
    (b"<!doctype html><html><head>", "page"),
    (b"<p>The dam burst.", "page"),
    (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>', "page"),
    (b'<?xml version="1.0"?><invoice>', "xml"),
    (b"The rss of the matter", "page"),
    (b"", "page"),
]


@pytest.mark.parametrize(("head", "kind"), KINDS)
def test_a_document_is_told_by_its_first_bytes(head, kind):
    assert kind_of(head) == kind


@given(st.binary(max_size=300))
def test_no_bytes_break_the_telling(data):
    assert kind_of(data)
    assert kind_of(b"<" + data)


RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harrow Gazette</title>
<ttl>15</ttl><language>en-gb</language>
<item><title>Dam &amp; dyke burst</title><link>https://gazette.example/dam?utm_source=rss&amp;id=3</link>
<description>&lt;p&gt;Two &lt;b&gt;people&lt;/b&gt; died in Harrow.&lt;/p&gt;
&lt;p&gt;The town is dry again.&lt;/p&gt;</description>
<pubDate>Tue, 10 Mar 2026 09:00:00 +0100</pubDate><author>ada@gazette.example (Ada Crane)</author></item>
<item><title>Earlier</title><link>https://gazette.example/earlier</link>
<pubDate>Tue, 10 Mar 2026 06:00:00 GMT</pubDate></item>
<item><title>No link</title></item><item><title>Odd link</title><link>javascript:alert(1)</link></item>
</channel></rss>"""


def test_a_feed_gives_its_entries_oldest_first():
    found = feed_of(RSS)
    assert (found.title, found.every) == ("Harrow Gazette", 900.0)
    assert [(item.url, item.title, item.published) for item in found.items] == [
        ("https://gazette.example/earlier", "Earlier", "2026-03-10T06:00:00+00:00"),
        ("https://gazette.example/dam?id=3", "Dam & dyke burst", "2026-03-10T08:00:00+00:00"),
    ]
    assert found.items[1].summary == "Two people died in Harrow.\n\nThe town is dry again."
    assert (found.items[1].language, found.items[1].authors) == ("en", ("Ada Crane",))


def test_an_atom_feed_completes_its_links():
    feed = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry>
    <id>1</id><title type="html">A &lt;i&gt;b&lt;/i&gt;</title>
    <link href="/a"/><updated>2026-03-10T09:00:00Z</updated>
    <content type="html">&lt;p&gt;The whole text.&lt;/p&gt;</content>
    <summary>Short.</summary></entry></feed>"""
    [item] = feed_of(feed, "https://post.example/feed/atom").items
    assert (item.url, item.title, item.summary) == ("https://post.example/a", "A b", "The whole text.")


def test_a_json_feed_gives_its_items():
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Lantern", "language": "en", "items": [
        {"id": "1", "url": "/a", "title": "T", "content_html": "<p>One.</p>", "authors": [{"name": "Ivo Lund"}]},
        {"id": "https://lantern.example/b", "date_published": "2026-03-10T09:00:00Z"}, {"id": "3"}, "rubbish",
    ]}  # fmt: skip
    found = json_feed_of(json.dumps(feed).encode(), "https://lantern.example/feed.json")
    assert {(item.url, item.title, item.summary, item.authors) for item in found.items} == {
        ("https://lantern.example/a", "T", "One.", ("Ivo Lund",)),
        ("https://lantern.example/b", "", "", ()),
        ("https://lantern.example/3", "", "", ()),
    }


NEWS = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://post.example/a</loc><news:news><news:publication><news:name>Northern Post</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2026-03-10T09:00:00Z</news:publication_date>
<news:title>Dam bursts</news:title></news:news><image:image><image:loc>https://post.example/a.jpg</image:loc>
<image:title>A picture</image:title></image:image></url>
<url><loc>https://post.example/b</loc><lastmod>2026-03-09</lastmod></url><url><loc>mailto:x</loc></url></urlset>"""


def test_a_news_sitemap_gives_titles_and_dates():
    first, second = sitemap_of(NEWS).items
    assert (first.url, first.published) == ("https://post.example/b", "2026-03-09")
    assert (second.url, second.title, second.outlet) == ("https://post.example/a", "Dam bursts", "Northern Post")


def test_an_index_gives_its_sitemaps_the_newest_last():
    index = b"<sitemapindex><sitemap><loc>https://a.example/2</loc><lastmod>2026-02-01</lastmod></sitemap>"
    index += b"<sitemap><loc>/1</loc><lastmod>2026-01-01</lastmod></sitemap></sitemapindex>"
    assert sitemap_of(index, "https://a.example/").lists == ("https://a.example/1", "https://a.example/2")


def test_opml_gives_feeds_at_any_depth_and_in_any_case_of_its_names():
    opml = b"""<opml><head><title>Mine</title></head><body><outline text="g"><outline xmlUrl="https://a.example/rss"/></outline>
    <outline xmlurl="https://b.example/rss"/><outline htmlUrl="https://c.example/"/></body></opml>"""
    assert opml_of(opml).lists == ("https://a.example/rss", "https://b.example/rss")


def test_a_list_of_addresses_gives_each_once():
    assert addresses_of(b"# mine\nhttps://a.example/\n\nhttps://a.example/\n").lists == ("https://a.example/",)


XXE = b"""<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">
<!ENTITY l "lol"><!ENTITY l2 "&l;&l;&l;">]>
<urlset><url><loc>https://a.example/&x;</loc><title>&l2;</title></url></urlset>"""


@pytest.mark.parametrize("reader", [sitemap_of, opml_of, feed_of])
def test_entities_of_a_strange_list_are_not_opened(reader):
    try:
        found = reader(XXE)
    except GatherError:
        return
    assert "root:" not in repr(found)
    assert "lollol" not in repr(found)


@pytest.mark.parametrize("reader", [sitemap_of, opml_of, json_feed_of, feed_of])
@pytest.mark.parametrize("data", [b"<rss><channel><item>", b"\x00\x01\x02", b"<", b"[]", b"{}", b"null", b"<urlset"])
def test_a_damaged_list_is_a_failure_or_empty(reader, data):
    try:
        assert reader(data).items == ()
    except GatherError as error:
        assert str(error)


@given(st.sampled_from([RSS, NEWS]), st.integers(0, 600), st.integers(0, 200), st.binary(max_size=20))
def test_no_damage_to_a_list_is_more_than_a_failure(data, start, length, rubbish):
    broken = data[:start] + rubbish + data[start + length :]
    try:
        found = listing_of(broken, "https://a.example/")
    except GatherError:
        return
    assert all(item.url.startswith("http") for item in found.items)


TEXTS = [
    ("plain", "plain"),
    ("two\nlines", "two\n\nlines"),
    ("a<br>b", "a\n\nb"),
    ("<p>a <i>b</i> c</p>tail", "a b c\n\ntail"),
    ("<p>a</p><script>alert(1)</script><style>x</style>", "a"),
    ("AT&amp;T", "AT&T"),
    ("<!-- x -->", ""),
    ("", ""),
]


@pytest.mark.parametrize(("markup", "text"), TEXTS)
def test_markup_becomes_paragraphs(markup, text):
    assert plain_text(markup) == text


def record(payload, url="https://a.example/x", kind="response", status="200 OK", headers="Content-Type: text/html"):
    http = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() if kind == "response" else b""
    body = http + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-10T09:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


PACKED = gzip.compress(b"<p>packed</p>")
CHUNKED = f"{len(PACKED):x}\r\n".encode() + PACKED + b"\r\n0\r\n\r\n"
RECORDS = [
    record(b"", kind="warcinfo"),
    record(b"<p>one</p>", "https://a.example/1", headers="Content-Type: text/html; charset=windows-1252"),
    record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
    record(b"gone", "https://a.example/2", status="404 Not Found"),
    record(
        CHUNKED,
        "https://a.example/3",
        headers="Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked",
    ),
    record(b"%PDF", "https://a.example/4", headers="Content-Type: application/pdf"),
    record(
        b"<p>already unpacked</p>", "https://a.example/5", headers="Content-Type: text/html\r\nContent-Encoding: gzip"
    ),
    record(
        gzip.compress(b"\0" * 3_000_000),
        "https://a.example/6",
        headers="Content-Type: text/html\r\nContent-Encoding: gzip",
    ),
    record(b"x" * 60_000, "https://a.example/7"),
    record(b"<p>last</p>", "https://a.example/8"),
    record(b"User-agent: *", "dns:a.example"),
]
PAGES = [b"<p>one</p>", b"<p>packed</p>", b"<p>already unpacked</p>", b"<p>last</p>"]
SMALL = Limits(page_bytes=50_000)


def zstd(data):
    out = io.BytesIO()
    writer = ZstdWriter(out)
    writer.write(data)
    writer.close()
    return out.getvalue()


@pytest.mark.parametrize("pack", [
    lambda records: b"".join(records), lambda records: b"".join(map(gzip.compress, records)),
    lambda records: gzip.compress(b"".join(records)), lambda records: zstd(b"".join(records)),
])  # fmt: skip
@pytest.mark.parametrize("way", ["file", "stream"])
def test_an_archive_gives_its_pages_and_names_what_is_none(pack, way, tmp_path):
    data = pack(RECORDS)
    path = tmp_path / "day.bin"  # told by its content
    path.write_bytes(data)
    found = list(gather([path if way == "file" else io.BytesIO(data)], SMALL))
    pages = [item for item in found if isinstance(item, Page)]
    assert [page.data for page in pages] == PAGES
    assert (pages[0].url, pages[0].charset, pages[0].fetched) == (
        "https://a.example/1", "windows-1252", "2026-03-10T09:00:00+00:00",
    )  # fmt: skip
    reasons = {item.source[-1]: item.reason for item in found if isinstance(item, Failure)}
    assert sorted(reasons) == ["2", "4", "6", "7"]
    for source, word in (("2", "404"), ("4", "PDF"), ("6", "too large"), ("7", "too large")):
        assert word in reasons[source]


@given(st.integers(0, len(b"".join(RECORDS))), st.binary(max_size=40), st.booleans())
def test_a_damaged_archive_gives_what_can_be_read_and_a_failure(at, rubbish, packed):
    data = b"".join(RECORDS[:6])
    data = data[: at % len(data)] + rubbish
    found = list(gather([io.BytesIO(gzip.compress(data)[:-5] if packed else b"WARC/1.0\r\n" + data)], SMALL))
    assert all(isinstance(item, Page | Failure) for item in found)
    assert found


def test_a_feed_in_a_file_gives_short_articles_when_the_network_is_not_used(tmp_path):
    (tmp_path / "news.rss").write_bytes(RSS)
    pages = list(gather([tmp_path]))
    assert [page.url for page in pages] == ["https://gazette.example/earlier", "https://gazette.example/dam?id=3"]
    [article] = read(pages[1])
    assert article.title == "Dam & dyke burst"
    assert article.body == ("Two people died in Harrow.", "The town is dry again.")
    assert (article.url, article.published.value[:10], article.authors) == (
        "https://gazette.example/dam?id=3", "2026-03-10", ("Ada Crane",),
    )  # fmt: skip


def test_addresses_without_the_network_are_failures(tmp_path):
    (tmp_path / "list.txt").write_text("https://a.example/\nhttps://b.example/\n")
    (tmp_path / "map.xml").write_bytes(NEWS)
    found = list(gather(["https://a.example/", tmp_path / "list.txt", tmp_path / "map.xml"]))
    assert [type(item).__name__ for item in found] == ["Failure", "Failure", "Page", "Failure"]
    assert all("network is not used" in item.reason for item in found if isinstance(item, Failure))


def test_standard_input_may_be_anything():
    lines = b'{"text": "a"}\n{"text": "b"}\n'
    assert [page.id for page in gather([io.BytesIO(lines)])] == ["stdin:1", "stdin:2"]
    assert [page.id for page in gather([io.BytesIO(gzip.compress(b"<p>one"))])] == ["stdin"]
    assert [item.reason for item in gather([io.BytesIO(b'<?xml version="1.0"?><invoice/>')])] == [
        "this XML is no page, feed, sitemap or OPML file"
    ]


def test_pages_handed_over_pass_through_with_ids_of_their_own():
    assert [page.id for page in gather([Page("a", b"x"), Page("a", b"y")])] == ["a", "a-2"]
