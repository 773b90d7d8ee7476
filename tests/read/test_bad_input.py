"""Bad input gives one clear sentence, or is survived; nothing runs, connects or writes."""

import json
import socket

import pytest

from twosource.model import Page, ReadError
from twosource.read import read

PARAGRAPH = "<p>The dam above Riverton burst on Monday and the river rose by two metres, the ministry said.</p>"
CURLY = "<p>The “dam” burst on Monday – police said it wasn’t known how many had been hurt.</p>" * 3


@pytest.mark.parametrize(
    ("data", "media_type", "reason"),
    [
        (b"", "", "empty"),
        (b" \n\t ", "text/html", "empty"),
        (b"\x00" * 500, "", "empty"),
        (bytes(range(256)) * 40, "text/html", "binary"),
        (b"%PDF-1.7 \x00\x01", "text/html", "PDF"),
        (b"PK\x03\x04rest", "text/html", "ZIP"),
        (b"\x89PNG\r\n", "text/html", "PNG"),
        (b"<html><body><nav><a href='/a'>Home</a></nav></body></html>", "text/html", "no article"),
        (b"Home", "text/plain", "no article"),
        (b'{"title": "Dam bursts", "maintext": "Two peo', "application/json", "cut off"),
        (b'{"title": "Dam bursts"}', "application/json", "no text"),
        (b"[1, 2, 3]", "application/json", "not an object"),
        (b"[" * 50_000, "application/json", "cut off"),
    ],
)
def test_what_cannot_be_read_says_why(data, media_type, reason):
    with pytest.raises(ReadError, match=reason) as caught:
        read(Page("page", data, media_type))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("declared", "actual"),
    [
        ("utf-8", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("ascii", "utf-8"),
        ("utf-16", "utf-8"),
        ("nonsense", "utf-8"),
        ("cp1252", "cp1252"),
    ],
)
def test_a_wrong_declared_encoding_is_survived(declared, actual):
    html = f'<html><head><meta charset="{declared}"></head><body>{CURLY}</body></html>'
    [article] = read(Page("page", html.encode(actual), "text/html"))
    assert "The “dam” burst on Monday – police said it wasn’t" in article.text


def test_the_servers_encoding_counts_when_the_page_names_none():
    html = f"<html><body>{'<p>Плотина прорвалась в понедельник, сообщила полиция города.</p>' * 2}</body></html>"
    [article] = read(Page("page", html.encode("cp1251"), "text/html", charset="windows-1251"))
    assert "Плотина прорвалась" in article.text


def test_utf_8_cut_off_inside_a_character_is_still_utf_8():
    text = "Dam bursts\n\n" + "Zażółć gęślą jaźń, said the mayor. " * 5 + "é"
    [article] = read(Page("page", text.encode()[:-1]))
    assert "Zażółć gęślą jaźń" in article.text


@pytest.mark.parametrize(
    ("tag", "count"),
    [
        ("div", 100_000),
        ("span", 100_000),
        ("b", 10_000),
        ("ul><li", 10_000),
        ("table><tr><td", 5_000),
        ("blockquote", 10_000),
    ],
)
def test_a_hundred_thousand_nested_tags(tag, count):
    html = f"<html><body>{f'<{tag}>' * count}{PARAGRAPH}</body></html>"
    article = read(Page("page", html.encode(), "text/html"))[0]
    assert "burst on Monday" in article.text


@pytest.mark.parametrize(
    "junk",
    [
        "<" * 200_000,
        "<a " * 100_000,
        "<script>" * 50_000,
        "&" * 200_000,
        "<!--" * 50_000,
        "<p" * 100_000,
        "]]>" * 50_000,
    ],
)
def test_broken_html_is_survived(junk):
    html = f"<html><body>{PARAGRAPH}{PARAGRAPH.replace('Monday', 'Sunday')}{junk}"
    assert "burst on Monday" in read(Page("page", html.encode(), "text/html"))[0].text


@pytest.mark.parametrize(
    "mark", ["*", "**a ", "_a ", "[", "[a](", "(", "<", "#", "> ", "- ", "\\", ",", "“", "·", "\t", "|"]
)
def test_odd_marks_in_plain_text_are_survived(mark):
    text = f"Dam bursts\n\n{mark * 2_000}\n\nTwo people died in the flood, police said.\n\n{mark}"
    article = read(Page("page", text.encode()))[0]
    assert any("Two people died" in block for block in article.body)


def test_a_page_runs_connects_and_writes_nothing(monkeypatch, tmp_path):
    def refuse(*args, **kwargs):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.chdir(tmp_path)
    html = (
        '<!DOCTYPE html SYSTEM "http://example.org/x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><head>'
        '<link rel="stylesheet" href="http://example.org/a.css"><script src="http://example.org/a.js">document.write(1)</script>'
        f"</head><body>{PARAGRAPH}<p>The secret is &x; as the ministry said on Monday in the evening, it was told.</p>"
        '<iframe src="http://example.org"></iframe><img src="http://example.org/a.png" '
        'onerror="alert(1)"></body></html>'
    )
    article = read(Page("page", html.encode(), "text/html"))[0]
    assert "root:" not in article.text
    assert "document.write" not in article.text
    assert not list(tmp_path.iterdir())


def test_a_record_with_odd_values_is_survived():
    record = {
        "title": 5,
        "maintext": "Two people died in the flood, police said.",
        "authors": [{"name": None}, 7],
        "date_publish": {},
    }
    [article] = read(Page("page", json.dumps(record).encode(), "application/json"))
    assert article.body == ("Two people died in the flood, police said.",)
