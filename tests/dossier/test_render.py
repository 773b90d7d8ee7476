"""Every format says the same, escapes what pages say, and is the same bytes each time."""

import base64
import csv
import hashlib
import io
import itertools
import json
import re
import time
from pathlib import Path

import jsonschema
import lxml.html
import msgspec
import pytest

from twosource.dossier import FORMATS, render, schema, write
from twosource.dossier.csv import COLUMNS
from twosource.dossier.markdown import escape
from twosource.model import (
    Account,
    Article,
    BadSetting,
    Block,
    Claim,
    Dossier,
    Evidence,
    Fact,
    Family,
    Lineage,
    Mentions,
    Span,
    Story,
)

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def page(dossier):
    return lxml.html.document_fromstring(render(dossier, "html"))


@pytest.mark.parametrize("format", FORMATS)
def test_two_runs_give_the_same_bytes(format, dossier, talks):
    again = write(talks.STORY, talks.FACTS, talks.EVIDENCE, talks.RELATED, talks.MISSING)
    assert render(again, format).encode() == render(dossier, format).encode()


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_story_can_be_written(format):
    empty = write(Story("s", "", ()), (), Evidence((), ()))
    assert render(empty, format)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_names_every_fact_and_its_words(format, dossier):
    text = render(dossier, format)
    plain = lxml.html.document_fromstring(text).text_content() if format == "html" else text.replace("\\", "")
    for fact in dossier.facts:
        assert fact.question in plain
        for account in fact.accounts:
            assert account.value in plain
            assert all(" ".join(claim.text.split()) in plain for claim in account.claims if '"' not in claim.text)


def test_an_unknown_format_is_an_error_that_says_which_there_are(dossier):
    with pytest.raises(BadSetting, match="html, md, json, csv, jsonld"):
        render(dossier, "pdf")


# JSON


def test_json_reads_back_to_the_same_dossier(dossier):
    assert msgspec.json.decode(render(dossier, "json"), type=Dossier) == dossier


def test_json_keeps_the_order_of_the_struct(dossier):
    assert tuple(json.loads(render(dossier, "json"))) == Dossier.__struct_fields__


def test_the_schema_in_docs_is_the_schema_of_the_struct():
    kept = (DOCS / "dossier.schema.json").read_text(encoding="utf-8")
    assert kept == schema(), (
        "python -c 'from twosource.dossier import schema; print(schema(), end=\"\")' > docs/dossier.schema.json"
    )


def test_json_obeys_the_schema(dossier):
    jsonschema.Draft202012Validator(json.loads(schema())).validate(json.loads(render(dossier, "json")))


# Markdown

MARKDOWN = [
    ("plain words, 1,200 of them", "plain words, 1,200 of them"),
    ("two\nlines", "two lines"),
    ("<script>", "\\<script\\>"),
    ("![x](javascript:1)", "!\\[x\\](javascript:1)"),
    ("**bold** `code` ~~gone~~ a|b &amp;", "\\*\\*bold\\*\\* \\`code\\` \\~\\~gone\\~\\~ a\\|b \\&amp;"),
    ("# heading", "\\# heading"),
    ("- item", "\\- item"),
    ("12. item", "12\\. item"),
    ("=====", "\\====="),
]


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
def test_markdown_shows_text_unchanged(text, expected):
    assert escape(text) == expected


def test_markdown_cites_each_sentence_by_number(dossier):
    text = render(dossier, "md")
    defined = re.findall(r"^\[(\d+)\] ", text, re.M)
    used = re.findall(r"\[(\d+)\](?!\\)", text.split("## Citations")[0])
    assert defined == [str(n) for n in range(1, len(defined) + 1)]
    assert set(used) == set(defined)


# CSV


def test_csv_has_a_row_for_each_claim(dossier):
    header, *rows = csv.reader(io.StringIO(render(dossier, "csv")))
    assert tuple(header) == COLUMNS
    claims = [claim for fact in dossier.facts for account in fact.accounts for claim in account.claims]
    assert [dict(zip(header, row, strict=True))["text"] for row in rows] == [claim.text for claim in claims]


def test_csv_header_is_the_one_that_programs_rely_on():
    assert COLUMNS[:6] == ("fact", "kind", "question", "verdict", "why", "account")
    assert len(COLUMNS) == len(set(COLUMNS)) == 29


def test_what_was_found_by_likeness_says_so_and_stands_last():
    article = Article("a", "The dead are five. Five died.")
    told = msgspec.structs.replace(claim_of(article), span=Span(19, 29), focus=Span(19, 23))
    alike = msgspec.structs.replace(claim_of(article), id="b", span=Span(0, 18), focus=Span(4, 8), likeness=True)
    dossier = dossier_of([article], [fact_of(Account("five", (alike, told)))])
    [fact] = json.loads(render(dossier, "json"))["facts"]
    assert [claim["likeness"] for claim in fact["accounts"][0]["claims"]] == [True, False]
    page = render(dossier, "html")
    assert page.count(">by likeness</span>") == 1
    quoted = page[page.index("<blockquote>") :]
    assert quoted.index("died.") < quoted.index("<b>dead</b>")
    assert "(found by likeness)" in render(dossier, "md")


@pytest.mark.parametrize("title", ["=1+1", "+cmd", "-x", "@sum", "\tx"])
def test_no_cell_is_a_formula(title):
    article = Article("a", "Five died.", title=title)
    fact = Fact("f", "figure", title, "single", "", (Account(title, (claim_of(article),)),))
    header, row = csv.reader(io.StringIO(render(dossier_of([article], [fact]), "csv")))
    cells = dict(zip(header, row, strict=True))
    assert cells["title"] == cells["value"] == "'" + title


def test_negative_numbers_stay_numbers():
    article = Article("a", "Minus five.")
    account = Account("-5", (claim_of(article),), low=-5.0, high=-5.0)
    header, row = csv.reader(io.StringIO(render(dossier_of([article], [fact_of(account)]), "csv")))
    assert dict(zip(header, row, strict=True))["low"] == "-5"


# JSON-LD


def test_jsonld_is_a_graph_whose_references_resolve(dossier):
    written = json.loads(render(dossier, "jsonld"))
    assert written["@context"] == {"@vocab": "https://schema.org/"}
    nodes = {node["@id"]: node for node in written["@graph"]}
    assert [node["@type"] for node in written["@graph"]].count("NewsArticle") == len(dossier.articles)

    def references(value):
        if isinstance(value, dict):
            yield from [value["@id"]] if set(value) == {"@id"} else []
            for inner in value.values():
                yield from references(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from references(inner)

    found = set(references(written["@graph"]))
    assert found
    assert found <= set(nodes)


# HTML


def test_nothing_from_a_page_becomes_markup(page, talks):
    assert talks.HOSTILE in page.text_content()
    assert [script.getparent().tag for script in page.iter("script")] == ["body"]
    assert len(list(page.iter("style"))) == 1
    assert not page.xpath("//img | //iframe | //object | //embed | //form | //base")
    assert not page.xpath("//@*[starts-with(name(), 'on')] | //@style")
    assert "{{ 7*7 }}" in page.text_content()


def test_the_page_fetches_nothing(page):
    assert not page.xpath("//*[@src]")
    assert page.xpath("//link/@href") == ["data:,"]
    assert all(href.startswith("#") for href in page.xpath("//use/@href"))
    style = page.xpath("//style")[0].text_content()
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_lets_through_only_our_style_and_script(page):
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        content = page.xpath(f"//{tag}")[0].text
        assert base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() in policy


def test_ids_are_unique_and_links_lead_somewhere(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in page.xpath("//a/@href"):
        assert href.startswith("https://") or href[1:] in ids, href


def test_every_citation_leads_to_its_words(page, dossier):
    texts = {f"a{number}": article.text for number, article in enumerate(dossier.articles, start=1)}
    links = page.xpath("//a[@class='cite']")
    assert links
    for link in links:
        article, start = link.get("href")[1:].split("-")
        words = texts[article][int(start) : int(link.get("data-to"))]
        marked = page.xpath(f"//mark[@id='{article}-{start}']")[0]
        assert words.startswith(marked.text)


def test_each_article_stands_in_full(page, dossier):
    for number, article in enumerate(dossier.articles, start=1):
        [shown] = page.xpath(f"//*[@id='a{number}']")
        for ref in shown.xpath(".//a[@class='ref']"):
            ref.text = ""
            for inner in list(ref):
                tail, inner.tail = inner.tail, ""
                inner.text, _ = "", tail
        plain = " ".join(shown.text_content().split())
        for block in article.blocks:
            assert " ".join(article.text[block.start : block.end].split()) in plain


def test_headings_step_down_one_at_a_time(page):
    levels = [int(node.tag[1]) for node in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_page_says_its_language_and_landmarks(page):
    assert page.get("lang") == "en"
    for landmark in ("header", "main", "aside", "footer", "nav"):
        assert page.xpath(f"//{landmark}"), landmark
    assert page.xpath("//a[@class='skip']/@href") == ["#s:facts"]
    assert all(node.get("aria-label") or node.get("aria-labelledby") for node in page.xpath("//nav | //aside"))
    assert all(node.get("aria-label") or node.get("aria-labelledby") for node in page.xpath("//*[@role='img']"))


def test_the_summary_says_what_is_only_echoed(page, dossier):
    echoed = [fact for fact in dossier.facts if fact.verdict == "echoed"]
    [deck] = page.xpath("//div[@class='deck']")
    assert "Repeated, not confirmed" in [opening.text_content() for opening in deck.xpath(".//dt")]
    assert {f"#{fact.id}" for fact in echoed} & set(deck.xpath(".//a/@href"))
    assert "- **echoed**" in render(dossier, "md").split("\n## ")[0]


def test_the_counts_by_verdict_stand_before_the_summary(page):
    [header] = page.xpath("//header")
    parts = [node.get("class") for node in header.iter("nav", "div")]
    assert parts.index("tally") < parts.index("deck") < parts.index("contents")


def test_the_summary_says_when_nothing_is_corroborated(dossier):
    facts = tuple(fact for fact in dossier.facts if fact.verdict != "corroborated")
    less = msgspec.structs.replace(dossier, facts=facts, timeline=(), coverage=(), versions=(), sides=(), unknowns=())
    [deck] = lxml.html.document_fromstring(render(less, "html")).xpath("//div[@class='deck']")
    first = " ".join(deck.xpath(".//dl/div")[0].text_content().split())
    assert first.startswith("Independent sources agree On none of the ")
    assert f"Of {len(facts)} facts, none is corroborated" in render(less, "md")


def test_who_holds_a_position_is_told_with_its_verb(page, dossier):
    held = [fact for fact in dossier.facts if fact.kind == "position"]
    said = page.xpath("//section[@id='s:said']//a[@class='line']")
    shown = {" ".join(one.text_content().split()) for one in said if one.get("href") in {f"#{f.id}" for f in held}}
    assert shown
    assert all("?" in words for words in shown)


def test_a_part_of_a_day_is_given_no_hour(dossier):
    [first, *_] = dossier.timeline
    morning = msgspec.structs.replace(first, start="2031-03-04T06:00", end="2031-03-04T11:59")
    less = msgspec.structs.replace(dossier, timeline=(morning,))
    section = lxml.html.document_fromstring(render(less, "html")).xpath("//section[@id='s:timeline']")[0]
    assert section.xpath(".//span[@class='hour']/text()") == []
    assert "- 4 March 2031: " in render(less, "md")


def test_what_confirms_nothing_is_said_to_in_words_that_need_no_pointer(page):
    [colophon] = page.xpath("//footer")
    assert "“by likeness”" in colophon.text_content()


def test_markdown_names_outlets_once_where_they_vouch_for_what_they_carry(dossier):
    text = render(dossier, "md").replace("\\", "")
    pairs = re.findall(r"Vouched for by (.+); carried by (.+)\.", text)
    assert pairs
    assert all(origins != carriers for origins, carriers in pairs)


def test_nothing_says_that_an_echo_has_one_origin_when_several_are_named(dossier):
    for format in ("html", "md"):
        assert "One origin, several outlets" not in render(dossier, format)


def test_each_verdict_has_a_word_and_a_shape(page, dossier):
    shapes = set(page.xpath("//*[local-name()='symbol']/@id"))
    for fact in dossier.facts:
        [card] = page.xpath(f"//article[@id='{fact.id}']")
        assert card.xpath(".//p[@class='verdict']/span[last()]/text()") == [fact.verdict]
        assert card.xpath(".//p[@class='verdict']//use/@href") == [f"#g-{fact.verdict}"]
        assert f"g-{fact.verdict}" in shapes


def colours(css, theme):
    """The custom colours of a theme."""
    start = css.index(theme)
    block = css[start : css.index("}", start)]
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))


def contrast(one, other):
    """WCAG 2 contrast ratio of two colours."""

    def luminance(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [":root {", ':root:not([data-theme="light"]) {', ':root[data-theme="dark"] {'])
def test_letters_stand_out_from_their_ground(page, theme):
    found = colours(page.xpath("//style")[0].text, theme)
    for ink, grounds in {
        "ink": ("paper", "raised", "lit", "strong"),
        "soft": ("paper", "raised"),
        "accent": ("paper", "raised", "lit"),
    }.items():
        for ground in grounds:
            assert contrast(found[ink], found[ground]) >= 4.5, (theme, ink, ground)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", "x"]
)
def test_only_web_addresses_become_links(url):
    page = lxml.html.document_fromstring(render(dossier_of([Article("a", "Text.", url=url)]), "html"))
    assert all(href.startswith("#") for href in page.xpath("//a/@href"))
    assert url in page.text_content()
    assert f"<{url}>" not in render(dossier_of([Article("a", "Text.", url=url)]), "md")


@pytest.mark.parametrize("name", ["s:facts", "a1", "a1-0", "q-1", "bar", "", "two words", 'x"><b>', "x", "é"])
def test_any_fact_id_makes_an_anchor_of_its_own(name):
    article = Article("a", "Five died.")
    facts = [
        msgspec.structs.replace(fact_of(Account("5", (claim_of(article),))), id=one)
        for one in (name, name + " ", "third")
    ]
    page = lxml.html.document_fromstring(render(dossier_of([article], facts), "html"))
    assert len(page.xpath("//article[contains(@class, 'fact')]/@id")) == 3
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))


ODD = [
    "",
    "a" * 300,
    "שלום עולם",
    "\u202eevil",
    "\U0001f600" * 20,
    "\x00\x0b",
    "“unclosed",
    "{{ x }} {% raw %}",
    "]]>&lt;",
    "\ud800",
]


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("format", ["html", "md", "csv"])
def test_odd_text_is_written(format, text):
    article = Article(
        text, text + " end", title=text, outlet=text, authors=(text,), blocks=(Block("title", Span(0, 1)),)
    )
    fact = Fact("f", "statement", text, "disputed", text, (Account(text, (claim_of(article, text),)),) * 2)
    render(dossier_of([article], [fact]), format).encode("utf-8", "strict" if format == "html" else "replace")


@pytest.mark.parametrize("relation", ["copy", "rewrite", "update"])
def test_a_large_family_is_drawn_in_part_and_told_in_full(relation):
    articles = [Article(f"a{i}", "One text.", outlet=f"Outlet {i}") for i in range(60)]
    lineage = Lineage((Family("f", tuple(one.id for one in articles[:50]), None, relation),))
    text = render(dossier_of(articles, lineage=lineage), "html")
    assert "44 more" in text
    assert "28 articles" not in text


def test_a_story_of_200_articles_and_1000_facts_is_rendered_in_seconds():
    words = [f"Sentence {n} tells that {n} people were seen at the lake. " for n in range(40)]
    articles = [Article(f"a{i}", "".join(words), outlet=f"Outlet {i % 60}") for i in range(200)]
    starts = [sum(map(len, words[:n])) for n in range(41)]
    facts = []
    for number in range(1000):
        spans = [(articles[(number * 7 + k) % 200].id, Span(starts[k], starts[k + 1] - 1)) for k in range(4)]
        claims = [
            Claim(f"{number}-{k}", "figure", name, span, span, "people", str(number), low=float(k), chain=("Someone",))
            for k, (name, span) in enumerate(spans)
        ]
        accounts = tuple(Account(f"{number} and {k}", (claim,), low=float(k)) for k, claim in enumerate(claims))
        facts.append(Fact(f"f{number}", "figure", f"How many at {number}?", "disputed", "", accounts))
    start = time.process_time()
    dossier = dossier_of(articles, facts)
    text = render(dossier, "html")
    assert time.process_time() - start < 10, "about one second on a quiet machine"
    assert len(text) < 12e6
    assert text.count('class="fact') == 1000


def claim_of(article, *chain):
    return Claim(
        f"c{article.id}", "figure", article.id, Span(0, len(article.text)), Span(0, 1), "dead", "5", chain=chain
    )


def fact_of(*accounts):
    return Fact("f", "figure", "How many?", "single", "", accounts)


def dossier_of(articles, facts=(), lineage=None):
    evidence = Evidence(tuple(articles), tuple(Mentions(one.id) for one in articles), (), lineage or Lineage())
    return write(Story("s", "T", tuple(one.id for one in articles)), tuple(facts), evidence)


@pytest.mark.parametrize(("value", "tags"), [("any crossing", 1), ("denied: any crossing", 0)])
def test_a_denial_is_said_once(value, tags):
    article = Article("a", "They denied any crossing.")
    text = render(dossier_of([article], [fact_of(Account(value, (claim_of(article),), polarity=False))]), "html")
    assert text.count('<span class="tag">denied</span>') == tags
