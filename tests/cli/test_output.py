"""Where results go: which format a file's name asks for, and what may be written."""

import os
import threading
from pathlib import Path

import pytest

from twosource.cli.output import check_output, format_for, write_out
from twosource.model import BadSetting

DOSSIER = ("csv", "html", "json", "jsonld", "md")
NAMED = [
    ("story.md", DOSSIER, "md"),
    ("STORY.HTM", DOSSIER, "html"),
    ("story.jsonld", DOSSIER, "jsonld"),
    ("story", DOSSIER, "html"),
    ("story.2022-02-28", DOSSIER, "html"),  # a day is no ending
    ("story.v2", DOSSIER, ""),
    ("story.pdf", DOSSIER, ""),
    ("facts.xlsx", ("csv", "jsonl"), ""),
    ("articles.csv", ("jsonl", "jsonld"), ""),
    ("pages.warc.gz", ("warc.gz", "warc"), "warc.gz"),
    ("facts.ndjson", ("csv", "jsonl"), "jsonl"),
]


@pytest.mark.parametrize(("name", "formats", "format"), NAMED)
def test_the_ending_of_a_file_names_its_format_and_no_file_is_named_for_what_it_is_not(name, formats, format):
    if format:
        assert format_for(Path(name), formats, "html" if formats == DOSSIER else "") == format
    else:
        with pytest.raises(BadSetting, match=rf"nothing is written as \{Path(name).suffix} here: let {name} end in"):
            format_for(Path(name), formats)


def test_a_place_that_cannot_be_written_is_told_at_once(tmp_path):
    check_output(None)
    check_output(Path("-"))
    check_output(tmp_path / "new.html")
    with pytest.raises(BadSetting, match="there is no folder"):
        check_output(tmp_path / "none" / "new.html")
    with pytest.raises(BadSetting, match="it is a folder"):
        check_output(tmp_path)


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_out("new", tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_a_pipe_takes_the_text_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    took = []
    reader = threading.Thread(target=lambda: took.append(pipe.read_text()))
    reader.start()
    write_out("new", pipe)
    reader.join(10)
    assert took == ["new"]
    assert pipe.is_fifo()
