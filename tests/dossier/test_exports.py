"""Each export is read again by a library of its own field, and says what the dossier says."""

import csv
import io
import json
import warnings

import pytest
import rdflib
from fastwarc.warc import ArchiveIterator, WarcRecordType
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

from twosource.dossier import exports as x
from twosource.dossier import render
from twosource.dossier.exports.events import QUADS
from twosource.model import Page
from twosource.read import read
from twosource.text.countries import country_name
from twosource.text.lexicon import mapping

WHOLE = st.text(st.characters(exclude_categories=["Cs"]))  # no halves of characters: nothing can be written with them
SCHEMA = rdflib.Namespace("https://schema.org/")


def read_table(text, raw=False):
    """A table as a program reads it back: each cell as it was."""
    data = text.encode()
    found = csv.DictReader(io.StringIO(data.decode("utf-8" if raw else "utf-8-sig"), newline=""), strict=True)
    rows = list(found)
    assert None not in {key for row in rows for key in row}, "a row has more cells than the header"
    return rows if raw else [{key: x.unguarded(value) for key, value in row.items()} for row in rows]


def graph_of(text, base=None):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib at its own use of itself
        return rdflib.Graph().parse(data=text, format="json-ld", publicID=base)


# Cells.

RISKY = [
    "=1+1",
    "+cmd",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "- a dash opens this line",
    "@someone said",
]
SAFE = ["", "36", "-36", "+3.5", "-1e5", "'tis", "2023-05-03T10:00:00+02:00", "a=b", "“=1+1”"]


@pytest.mark.parametrize("cell", RISKY)
def test_a_cell_that_a_spreadsheet_takes_for_a_formula_is_guarded(cell):
    assert x.guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", SAFE)
def test_any_other_cell_is_left_alone(cell):
    assert x.guarded(cell) == cell


@given(st.text() | st.builds("".join, st.lists(st.sampled_from(["'", "=", "-", "+", "@", "1", "e", ".", "\t"]))))
def test_guarding_loses_nothing(cell):
    assert x.unguarded(x.guarded(cell)) == cell
    assert x.guarded(cell)[:1] not in "=@\t" or not cell


@given(st.lists(WHOLE, min_size=1, max_size=3))
def test_any_text_comes_back_from_a_table(cells):
    cells = [cell.replace("\x00", "") for cell in cells]  # Python's reader takes no NUL before 3.11.4
    columns = [f"c{number}" for number in range(len(cells))]
    [row] = read_table("".join(x.table(columns, [dict(zip(columns, cells, strict=True))])))
    assert list(row.values()) == cells


def test_a_table_opens_with_the_mark_that_excel_needs_unless_it_is_for_programs():
    rows = [{"a": "=1", "b": 2.0, "c": None, "d": ("x", "y")}]
    assert "".join(x.table("abcd", rows)) == "\ufeffa,b,c,d\r\n'=1,2,,x; y\r\n"
    assert "".join(x.table("abcd", rows, raw=True)) == "a,b,c,d\r\n=1,2,,x; y\r\n"


@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"]))
    )
)
def test_a_record_is_one_line(record):
    line = x.json_line(record)
    assert len(line.splitlines()) == 1
    assert json.loads(line) == record


# Facts and claims.


def test_the_table_of_claims_cites_exact_words(talks, dossier):
    rows = read_table("".join(x.table(x.CLAIM_COLUMNS, x.claim_rows("s1", dossier))))
    assert len(rows) == sum(len(account.claims) for fact in dossier.facts for account in fact.accounts)
    assert tuple(rows[0]) == x.CLAIM_COLUMNS
    for row in rows:
        text = talks.ARTICLES[row["article"]].text
        assert text[int(row["start"]) : int(row["end"])] == row["text"]


def test_records_of_claims_and_facts_hold_what_the_dossier_does(dossier):
    claims = [json.loads(x.json_line(record)) for record in x.claim_records("s1", dossier)]
    facts = [json.loads(x.json_line(record)) for record in x.fact_records("s1", dossier)]
    assert [fact["id"] for fact in facts] == [fact.id for fact in dossier.facts]
    assert [fact["verdict"] for fact in facts] == [fact.verdict for fact in dossier.facts]
    for claim in claims:
        fact = next(fact for fact in facts if fact["id"] == claim["fact"])
        account = fact["accounts"][claim["account"] - 1]
        assert (claim["value"], claim["low"]) == (account["value"], account["low"])
        assert claim["text"] in [one["text"] for one in account["claims"]]
    assert {claim["story"] for claim in claims} == {"s1"}


def test_the_table_of_facts_has_a_row_for_each(dossier):
    rows = read_table("".join(x.table(x.FACT_COLUMNS, x.fact_rows("s1", dossier))))
    assert [(row["fact"], row["verdict"]) for row in rows] == [(fact.id, fact.verdict) for fact in dossier.facts]
    shown = {row["fact"]: row["value"] for row in rows}
    for fact in dossier.facts:
        assert shown[fact.id] == fact.accounts[fact.stands or 0].value


# Events.

POLECAT = """Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,
Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,
Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,
Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,
Publication Date,Story People,Story Organizations,Story Locations,Language,Version"""


def test_events_have_the_columns_of_polecat_in_its_order():
    expected = POLECAT.replace("\n", "").split(",")
    assert list(x.EVENT_COLUMNS[: len(expected)]) == expected
    assert len(expected) == 40


def test_each_event_is_a_row_that_cites_its_word(talks, dossier):
    rows = read_table("".join(x.table(x.EVENT_COLUMNS, x.event_rows("s1", talks.EVIDENCE, dossier))))
    assert len(rows) == sum(len(found.events) for found in talks.EVIDENCE.mentions)
    assert rows
    for row in rows:
        text = talks.ARTICLES[row["Article"]].text
        assert text[int(row["Start"]) : int(row["End"])] == row["Event Text"]
        assert row["Event Text"] in row["Sentence"]
        assert row["Quad Code"] in QUADS.values()
        assert not row["Event Date"] or len(row["Event Date"]) == 10
        assert row["Publication Date"] == talks.ARTICLES[row["Article"]].published.value


# Articles.


def test_lines_of_articles_are_read_again_as_the_same_articles(talks):
    articles = [article for article in talks.ARTICLES.values() if not article.teaser_of]
    for article, line in zip(articles, x.article_lines(articles), strict=True):
        record = json.loads(line)
        again = read(Page(record["id"], line.encode(), "application/json"))[0]
        assert (again.title, again.url) == (article.title, article.url)
        assert set(again.authors) <= set(article.authors)  # "Newsdesk" is nobody for the reader
        assert again.published.value == article.published.value
        assert again.body == article.body
        for kind, start, end in record["blocks"]:
            assert record["text"][start:end] in article.text
            assert kind


def test_articles_as_json_ld_are_newsarticles(talks):
    graph = graph_of("".join(x.article_nodes(talks.ARTICLES.values())))
    nodes = set(graph.subjects(rdflib.RDF.type, SCHEMA.NewsArticle))
    assert len(nodes) == len(talks.ARTICLES)
    for node in nodes:
        article = talks.ARTICLES[str(graph.value(node, SCHEMA.identifier))]
        assert str(graph.value(node, SCHEMA.headline) or "") == article.title
        assert str(graph.value(node, SCHEMA.datePublished)) == article.published.value
        assert str(graph.value(node, SCHEMA.articleBody)) == ("\n\n".join(article.body) or article.text)


def test_no_article_is_still_a_document():
    assert len(graph_of("".join(x.article_nodes([])))) == 0


def test_the_dossier_as_json_ld_is_read_by_rdflib(dossier):
    graph = graph_of(render(dossier, "jsonld"), "https://local.example/")
    assert len(set(graph.subjects(rdflib.RDF.type, SCHEMA.NewsArticle))) == len(dossier.articles)
    claims = set(graph.subjects(SCHEMA.name, None)) & set(graph.subjects(rdflib.RDF.type, SCHEMA.Claim))
    assert len(claims) == len(dossier.facts)


# FollowTheMoney.


@pytest.fixture(scope="module")
def model():
    return pytest.importorskip("followthemoney", reason="`make test` installs tests/followthemoney.txt").model


def test_entities_are_read_by_followthemoney_with_nothing_dropped(model, talks, dossier):
    made = list(x.entities("s1", talks.EVIDENCE, dossier))
    assert {entity["schema"] for entity in made} >= {"Article", "Person", "Address", "Mention", "Event", "Note"}
    known = set()
    for entity in made:
        proxy = model.get_proxy(json.loads(x.json_line(entity)), cleaned=False)  # cleans, and drops what is not valid
        proxy.schema.validate(entity)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == entity["properties"], entity
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in known, f"{prop} of {entity['schema']} comes before its target"
        assert entity["id"] not in known
        known.add(entity["id"])


def test_entities_point_at_exact_words(talks, dossier):
    bodies = {}
    for entity in x.entities("s1", talks.EVIDENCE, dossier):
        properties = entity["properties"]
        if entity["schema"] == "Article":
            bodies[properties["fileName"][0]] = properties["bodyText"][0]
        for place in properties.get("recordId", ()):
            article, _, span = place.rpartition(":")
            start, end = map(int, span.split("-"))
            assert bodies[article][start:end].strip()
        for note in properties.get("notes", ()):
            place, _, words = note.partition(" ")
            article, _, span = place.rpartition(":")
            start, end = map(int, span.split("-"))
            assert bodies[article][start:end] == words


def test_a_country_has_both_codes():
    pairs = mapping("country_alpha2")
    assert all(len(long) == 3 and len(short) == 2 for long, short in pairs.items())
    assert len(set(pairs.values())) == len(pairs)
    assert (pairs["GBR"], pairs["UKR"], pairs["XKX"]) == ("GB", "UA", "XK")
    assert country_name("GBR")


# Web archives.

PAGES = [
    Page("a", "<p>Dé</p>".encode(), "text/html; charset=utf-8", "https://a.example/é?q=1", "2023-05-03T10:00:00+02:00"),
    Page("b", b"Dam bursts\n", "text/plain", path="/somewhere/b.txt"),
    Page("c", b"\x00\xff", "text/html\r\nX-Evil: 1", "https://a.example/\r\nX: 1", "2023-05-03T10:00:00Z", "latin-1"),
]


@pytest.fixture(params=[True, False], ids=["packed", "plain"])
def archive(request):
    records = [x.page_record(page, "2023-05-04T00:00:00+00:00", request.param) for page in PAGES]
    return b"".join([x.warcinfo("2023-05-04T00:00:00+00:00", request.param), *records])


def test_a_web_archive_is_read_by_fastwarc_with_its_digests_right(archive):
    found = []
    for record in ArchiveIterator(io.BytesIO(archive), parse_http=False):
        assert record.verify_block_digest()
        if record.record_type == WarcRecordType.response:
            record.parse_http()
        found.append((record.record_type, record.headers.get("WARC-Target-URI"), record.reader.read()))
    assert [kind for kind, _, _ in found] == [
        WarcRecordType.warcinfo, WarcRecordType.response, WarcRecordType.resource, WarcRecordType.response,
    ]  # fmt: skip
    assert [data for _, _, data in found[1:]] == [page.data for page in PAGES]
    assert found[1][1] == "https://a.example/%C3%A9?q=1"


def test_a_web_archive_is_read_by_warcio(archive):
    records = WarcioIterator(io.BytesIO(archive), check_digests="raise")
    found = [(one.rec_type, one.rec_headers, one.http_headers, one.content_stream().read()) for one in records]
    assert [kind for kind, *_ in found] == ["warcinfo", "response", "resource", "response"]
    assert [data for *_, data in found[1:]] == [page.data for page in PAGES]
    assert found[1][1].get_header("WARC-Date") == "2023-05-03T08:00:00Z"
    assert found[2][1].get_header("WARC-Date") == "2023-05-04T00:00:00Z"
    assert found[3][2].get_header("Content-Type") == "text/html X-Evil: 1; charset=latin-1"
    assert found[3][1].get_header("X") is None
    assert len({headers.get_header("WARC-Record-ID") for _, headers, *_ in found}) == 4


def test_a_page_without_an_instant_is_refused():
    with pytest.raises(ValueError, match="no instant"):
        x.page_record(PAGES[1])


# All of them.


def test_the_same_input_gives_the_same_bytes(talks, dossier):
    def everything():
        yield from x.table(x.EVENT_COLUMNS, x.event_rows("s1", talks.EVIDENCE, dossier))
        yield from x.table(x.CLAIM_COLUMNS, x.claim_rows("s1", dossier))
        yield from map(x.json_line, x.entities("s1", talks.EVIDENCE, dossier))
        yield from x.article_nodes(talks.ARTICLES.values())
        yield x.page_record(PAGES[0]).hex()

    assert list(everything()) == list(everything())
