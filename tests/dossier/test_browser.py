"""The page in a browser: headless Chromium, opened from a file.

Screenshots go to the test's folder; with TWOSOURCE_SCREENSHOTS=1 also to docs/, which is how those there are made.
"""

import os
import shutil
import struct
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from twosource.dossier import render, write
from twosource.model import (
    Account,
    Article,
    Block,
    Claim,
    Credit,
    Evidence,
    Fact,
    Instant,
    Lineage,
    Mentions,
    Missing,
    RelatedItem,
    Span,
    Story,
)
from twosource.run import make_dossier

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
DOCS, EXAMPLES = ROOT / "docs", ROOT / "examples"
QUIET = ("gpu", "quic", "background-networking", "component-update", "sync", "dev-shm-usage")
FLAGS = ["--no-sandbox", "--no-first-run", *(f"--disable-{feature}" for feature in QUIET)]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser():
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "no Chromium: 'make browser' installs it on Debian as root"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def file(dossier, tmp_path_factory):
    path = tmp_path_factory.mktemp("dossier") / "dossier.html"
    path.write_text(render(dossier, "html"), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser, file):
    """Opens the dossier at a size; afterwards it must have logged nothing and asked the network for nothing."""
    pages, troubles, asked = [], [], []

    def at(size, anchor="", **options):
        page = browser.new_page(viewport=size, **options)
        pages.append(page)
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{file.as_uri()}{anchor}")
        return page

    yield at
    for page in pages:
        page.close()
    assert troubles == []
    assert {url.split("#")[0] for url in asked} - {"data:,"} == {file.as_uri()}


LIT = "[...document.querySelectorAll('mark.lit')].map(mark => mark.textContent).join('')"
CURRENT = "[...document.querySelectorAll('mark.current')].map(mark => mark.textContent).join('')"
SEEN = """() => [...document.querySelectorAll('mark.current')].every(mark => {
  const box = [...mark.getClientRects()].sort((a, b) => b.width - a.width)[0];  // of its lines, the longest
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return box.top >= 0 && box.bottom <= innerHeight && mark.contains(at);
})"""


def settled(page):
    """Two frames on: scrolling is corrected in the frame after the first."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def select(page, fact):
    page.click(f"#{fact} .pick")
    settled(page)


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_selecting_a_fact_lights_its_sentences(opened, dossier, size):
    page = opened(size)
    for fact in dossier.facts:
        select(page, fact.id)
        claims = [claim.text for account in fact.accounts for claim in account.claims]
        lit = page.evaluate(LIT)
        assert all(text in lit for text in claims)
        assert len(lit) <= sum(map(len, claims))
        assert page.evaluate(CURRENT) == claims[0]
        assert page.evaluate(SEEN), f"the sentence behind {fact.id} is not in view"
        assert page.evaluate("location.hash") == f"#{fact.id}"
        assert fact.question in page.inner_text("#live")


def test_the_words_of_the_value_stand_out(opened):
    page = opened(WIDE)
    select(page, "tolm-dead")
    assert page.evaluate("[...document.querySelectorAll('mark.focus')].map(mark => mark.textContent)") == [
        "At least 36",
        "12",
        "At least 36",
    ]


def test_the_keyboard_does_it_all(opened):
    page = opened(WIDE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#tolm-dead .pick')"):
            break
    else:
        raise AssertionError("Tab does not lead to the fact")
    page.keyboard.press("Enter")
    settled(page)
    assert page.evaluate(CURRENT).startswith("At least 36")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    settled(page)
    assert page.evaluate(CURRENT).startswith("Ruvenia's army")
    assert "Sentence 3 of 3" in page.inner_text("#live")
    page.keyboard.press("ArrowRight")
    assert "Sentence 1 of 3" in page.inner_text("#live"), "it goes round"
    page.keyboard.press("ArrowLeft")
    assert "Sentence 3 of 3" in page.inner_text("#live")
    page.keyboard.press("Escape")
    assert page.evaluate(LIT) == ""
    assert page.evaluate("location.hash") == ""
    assert page.evaluate("document.activeElement.matches('#tolm-dead .pick')"), "the focus is where it was"


def test_a_deep_link_lights_the_fact(opened):
    page = opened(WIDE, "#tolm-dead")
    settled(page)
    assert page.evaluate(CURRENT).startswith("At least 36")
    box = page.locator("#tolm-dead").bounding_box()
    assert 0 <= box["y"] < WIDE["height"]


def test_a_deep_link_on_a_phone_shows_the_fact_first(opened):
    page = opened(PHONE, "#tolm-dead")
    settled(page)
    assert page.evaluate(LIT)
    assert 0 <= page.locator("#tolm-dead").bounding_box()["y"] < PHONE["height"] / 2
    page.click("#next")
    settled(page)
    assert page.evaluate(SEEN)
    page.click("#back")
    settled(page)
    assert 0 <= page.locator("#tolm-dead").bounding_box()["y"] < PHONE["height"] / 2


def test_a_citation_shows_its_own_sentence_and_back_leads_back(opened):
    page = opened(WIDE)
    select(page, "kessia-demand")
    page.click("#talks-start .cite >> nth=2")
    settled(page)
    assert page.evaluate(CURRENT).startswith("The meeting had started")
    page.go_back()
    settled(page)
    assert page.evaluate(CURRENT).startswith("Kessia demands")


def test_a_sentence_leads_to_its_fact(opened):
    page = opened(WIDE)
    page.click("mark >> text=Ruvenia's army put")
    settled(page)
    assert page.evaluate("location.hash") == "#tolm-dead"
    assert page.evaluate(CURRENT).startswith("Ruvenia's army")
    box = page.locator("#tolm-dead").bounding_box()
    assert 0 <= box["y"] < WIDE["height"]


def test_a_folded_teaser_is_opened_for_its_sentence(opened):
    page = opened(WIDE)
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = false; })")
    select(page, "tolm-left")
    page.click("#tolm-left .cite >> nth=2")
    settled(page)
    assert page.evaluate(CURRENT).startswith("Some 25,000")
    assert page.evaluate(SEEN)


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 1920])
def test_nothing_scrolls_sideways(opened, width):
    page = opened({"width": width, "height": 800})
    select(page, "tolm-left")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1280])
def test_words_without_end_do_not_push_the_page_wide(browser, talks, tmp_path, width):
    word = "w" * 300
    text = f"{word} {word}."
    claim = Claim("c", "figure", word, Span(0, len(text)), Span(0, 300), "dead", word, chain=(word, word))
    account = Account(word, (claim,), low=1e18, as_of="2031-03-04", unit=word, origins=(word,), carriers=(word,))
    facts = tuple(
        Fact(f"{kind}{n}", kind, word, verdict, word, (account,) * n, reasons=(word,))
        for n in (1, 3)
        for kind, verdict in (("figure", "revised"), ("position", "single"), ("statement", "disputed"))
    )
    article = Article(
        word,
        text,
        (Block("title", Span(0, 300)),),
        word,
        word,
        (word,),
        Instant("2031-03-04", word),
        url=f"https://{word}",
    )
    lineage = Lineage(credits=(Credit(word, word + "x", "agency"),))
    dossier = write(
        Story("s", word, (word,)),
        facts,
        Evidence((article,), (Mentions(word),), (), lineage),
        (RelatedItem(word, word, word, word),),
        (Missing(word, "one", (word,)),),
    )
    path = tmp_path / "wide.html"
    path.write_text(render(dossier, "html"), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true; })")
    page.click(".pick >> nth=0")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width == 1280:
        assert page.evaluate(
            "document.querySelector('.pane').scrollWidth <= document.querySelector('.pane').clientWidth"
        )
    page.close()


def test_it_reads_in_full_without_javascript(opened, dossier):
    page = opened(WIDE, java_script_enabled=False)
    page.click("#talks-start .cite >> nth=2")
    assert page.url.endswith("#a5-177")
    assert page.is_hidden("#bar")
    assert page.is_hidden("#theme")
    text = page.inner_text("body")
    assert all(fact.question in text for fact in dossier.facts)


def test_letters_and_targets_on_a_phone_are_large_enough(opened):
    page = opened(PHONE)
    select(page, "tolm-dead")
    for name in ("back", "prev", "next", "clear"):
        box = page.locator(f"#{name}").bounding_box()
        assert min(box["width"], box["height"]) >= 44
    sizes = page.evaluate(
        "[...document.querySelectorAll('main :is(p, dd, li, td)')].map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 12


def test_on_paper_everything_is_open(opened, dossier):
    page = opened(WIDE)
    page.emulate_media(media="print")
    text = page.inner_text("body")
    for fact in dossier.facts:
        assert all(claim.text in text for account in fact.accounts for claim in account.claims)
    assert page.is_hidden("#bar")
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_theme_follows_the_system_and_can_be_turned(opened):
    page = opened(WIDE, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != dark
    page.click("#theme")
    assert page.evaluate(ground) == dark


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The talks of examples/, the whole way from saved pages to HTML."""
    outcome = make_dossier([str(EXAMPLES / "talks")])
    assert not outcome.failures
    path = tmp_path_factory.mktemp("example") / "talks.html"
    path.write_text(render(outcome.dossier, "html"), encoding="utf-8")
    return path


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_a_screenshot_of_the_example_with_a_fact_selected(browser, example, size, tmp_path):
    page = browser.new_page(viewport=size, device_scale_factor=2 if size is PHONE else 1, reduced_motion="reduce")
    page.goto(example.as_uri())
    page.evaluate("(document.getElementById('s:contested') || document.getElementById('s:facts')).scrollIntoView()")
    page.click("#s\\:contested .pick >> nth=0" if page.query_selector("#s\\:contested") else ".pick >> nth=0")
    settled(page)
    assert page.evaluate(CURRENT)
    assert page.evaluate(SEEN)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    shot = tmp_path / f"talks-{size['width']}.png"
    page.screenshot(path=shot)
    page.close()
    assert pixels(shot.read_bytes())[0] == size["width"] * (2 if size is PHONE else 1)
    if os.environ.get("TWOSOURCE_SCREENSHOTS"):
        shutil.copy(shot, DOCS / shot.name)


@pytest.mark.parametrize(("name", "width"), [("talks-1280.png", 1280), ("talks-390.png", 780)])
def test_docs_hold_the_screenshots(name, width):
    assert pixels((DOCS / name).read_bytes())[0] == width


def pixels(png):
    """Width and height of a PNG file."""
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])
