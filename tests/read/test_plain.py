"""Plain-text dumps: what each line of a page is taken for."""

import pytest

from twosource.model import Page
from twosource.read import read

DUMP = """Dam Bursts Above Riverton

Ann Lee
·2 min read

A dam above Riverton burst on Monday, the interior ministry said.

The council consists of the mayor,

her deputy and two engineers.

This is a developing story. Please check back for updates.

Bo Diaz contributed to this story.

Water pours through the broken dam near Riverton on March 3, 2025. (Photo: Cy Roe / Example Agency via Getty Images)
Water pours through the broken dam near Riverton on March 3, 2025. (Photo: Cy Roe / Example Agency via Getty Images)

This article originally appeared on The Daily Example and has been updated.

Related...

Recommended Stories

  • Schools shut after the flood

    All schools in the valley stay shut until Thursday, the council said.

  • Rail line washed away

    Trains to the coast will not run for a week.
"""

MARKDOWN = """# Dam Bursts Above Riverton

March 3, 2025

Water pours through the broken dam. **Cy Roe / EXAMPLE / AP**

Officials [said](https://example.org/a) that **two** people died.

**Related article:** [Rain Forecast for the Valley](#)

## What we know

The dam was built in 1931, officials said.

Original url:

<https://www.reuters.com/world/2025/03/03/dam-bursts>
"""


def page(text: str, id: str = "page", **fields: str) -> Page:
    return Page(id, text.encode(), **fields)


def kinds(article) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


def test_a_dump_is_taken_apart():
    article, *teasers = read(page(DUMP))
    assert article.title == "Dam Bursts Above Riverton"
    assert article.authors == ("Ann Lee",)
    assert article.outlet == "The Daily Example"
    assert article.body == (
        "A dam above Riverton burst on Monday, the interior ministry said.",
        "The council consists of the mayor, her deputy and two engineers.",
    )
    assert [(notice.kind, notice.names) for notice in article.notices] == [
        ("developing", ()),
        ("contributed", ("Bo Diaz",)),
        ("syndicated", ("The Daily Example",)),
        ("updated", ()),
    ]
    assert len(article.blocks_of("caption")) == len(article.blocks_of("credit")) == 1
    assert article.published.value == "2025-03-03"
    assert article.published.inferred == "caption"
    assert article.published.span.of(article.text) == "March 3, 2025"
    assert article.teasers == ("page#teaser-1", "page#teaser-2")
    assert [teaser.title for teaser in teasers] == ["Schools shut after the flood", "Rail line washed away"]
    assert teasers[0].teaser_of == "page"
    assert teasers[0].published.inferred == "page"
    assert "Thursday" in teasers[0].text
    assert "Thursday" not in article.text


def test_markdown_is_taken_apart():
    [article] = read(page(MARKDOWN))
    assert kinds(article) == [
        ("title", "Dam Bursts Above Riverton"),
        ("dateline", "March 3, 2025"),
        ("caption", "Water pours through the broken dam."),
        ("credit", "Cy Roe / EXAMPLE / AP"),
        ("paragraph", "Officials said that two people died."),
        ("heading", "What we know"),
        ("paragraph", "The dam was built in 1931, officials said."),
    ]
    assert [(link.url, link.span.of(article.text)) for link in article.links] == [("https://example.org/a", "said")]
    assert (article.outlet, article.published.value, article.published.inferred) == ("Reuters", "2025-03-03", "")
    assert [story.title for story in article.related] == ["Rain Forecast for the Valley"]


@pytest.mark.parametrize(
    ("text", "value", "inferred"),
    [
        ("Dam bursts\n\nPublished 3 March 2025\n\nTwo people died in the flood, police said.", "2025-03-03", ""),
        ("Dam bursts\n\nTwo people died in the flood of 3 March 2025, police said.", "2025-03-03", "text"),
        (
            "Dam bursts\n\nTwo people died in the flood, police said.\n\nSource: https://a.org/2025/03/03/x",
            "2025-03-03",
            "address",
        ),
        ("Dam bursts\n\nTwo people died in the flood, police said.", None, None),
        (
            "Title: Dam bursts\nDate: 2025-03-03T10:00:00Z\n\nTwo people died in the flood.",
            "2025-03-03T10:00:00+00:00",
            "",
        ),
    ],
)
def test_dates_come_from_the_best_evidence(text, value, inferred):
    published = read(page(text))[0].published
    assert (published.value, published.inferred) == (value, inferred) if value else published is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("By Ann Lee and Bo Diaz, Example Staff", ("Ann Lee", "Bo Diaz")),
        ("By ANN LEE, BO DIAZ and CY ROE", ("ANN LEE", "BO DIAZ", "CY ROE")),
        ("Ann Lee", ("Ann Lee",)),
    ],
)
def test_bylines(line, authors):
    [article] = read(page(f"Dam bursts\n\n{line}\n\nTwo people died in the flood, police said."))
    assert article.authors == authors
    assert article.blocks_of("byline")


def test_lines_broken_at_a_fixed_width_are_joined():
    text = "Dam bursts\n\n" + "\n".join(
        [
            "A dam above the town of Riverton burst on Monday after a week of",
            "rain, the interior ministry said in a statement that was read",
            "out on the radio and printed in the evening papers of the",
            "capital.",
        ]
    )
    [article] = read(page(text))
    assert len(article.body) == 1


def test_a_list_in_the_body_stays_in_the_body():
    [article] = read(
        page(
            "Dam bursts\n\nThe ministry named three causes of it:\n\n- heavy rain\n- old walls\n- no "
            "repairs\n\nIt is looking into all."
        )
    )
    assert [kind for kind, _ in kinds(article)] == ["title", "paragraph", *["list item"] * 3, "paragraph"]


def test_an_unknown_outlet_is_its_domain():
    [article] = read(
        page("Dam bursts\n\nTwo people died in the flood, police said.", url="https://www.riverton-example.net/a")
    )
    assert article.outlet == "riverton-example.net"


def test_a_section_and_two_dates_over_the_text():
    text = (
        "WORLD\nDam bursts above Riverton\nPublished: 10:30 GMT, 3 March 2025 | Updated: 12:00 GMT, 4 March 2025\n\n"
        "Two people died on Monday, police said.\n\n(Reporting by Ann Lee in Minsk; Editing by Bo Diaz)"
    )
    [article] = read(page(text))
    assert article.title == "Dam bursts above Riverton"
    assert article.published.value == "2025-03-03T10:30:00+00:00"
    assert article.updated.value == "2025-03-04T12:00:00+00:00"
    assert [notice.kind for notice in article.notices] == ["contributed"]
