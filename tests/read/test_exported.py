"""Records of our own export, read again: nothing of an article is lost or read anew."""

import json
from pathlib import Path

import msgspec
import pytest

from twosource.dossier.exports.articles import article_record
from twosource.model import Page
from twosource.read import read

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.*"))


def again(article, **changed):
    record = article_record(article) | changed
    return read(Page(article.id, json.dumps(record).encode(), "application/json"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_exported_article_and_its_teasers_are_read_as_they_were(path):
    kind = "text/html" if path.suffix == ".html" else "text/plain"
    for article in read(Page(path.stem, path.read_bytes(), kind)):
        [found] = again(article)
        # What the export has no room for: the page's other stories, captions of pictures, where a date was read.
        bare = {"teasers": (), "related": (), "images": (), "published": None, "lead_image": None}
        assert msgspec.structs.replace(found, **bare) == msgspec.structs.replace(article, **bare)
        assert (found.published and found.published.value) == (article.published and article.published.value)


def test_a_record_whose_blocks_do_not_fit_its_text_is_read_as_any_other():
    text = "Dam bursts\n\nTwo people died in the flood on Monday, police said."
    [article] = read(Page("a", text.encode(), "text/plain"))
    [found] = again(article, blocks=[["paragraph", 3, 9]])
    assert found.body == article.body
