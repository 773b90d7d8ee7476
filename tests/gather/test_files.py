"""Files, folders and JSON lines: a page for each document, a failure for each that could not be had."""

import gzip
import json

import pytest

from twosource.gather import Limits, gather, page_of
from twosource.model import Failure, GatherError, Page


def test_files_come_in_the_order_given_and_folders_sorted(tmp_path):
    (tmp_path / "day" / "late").mkdir(parents=True)
    for name in ("day/b.txt", "day/a.html", "day/late/a.txt", "day/notes.docx", "day/.hidden.txt", "z.txt"):
        (tmp_path / name).write_text(name)
    found = list(gather([tmp_path / "z.txt", tmp_path / "day"]))
    assert [(page.id, page.media_type) for page in found] == [
        ("z", "text/plain"), ("a", "text/html"), ("b", "text/plain"), ("a-2", "text/plain")
    ]  # fmt: skip


def test_json_lines_give_a_page_a_line(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text('{"id": "one", "text": "x"}\n\n{"text": "y"}\n{"text": "cut o')
    found = list(gather([path]))
    assert [(page.id, page.media_type) for page in found] == [
        ("one", "application/json"), ("news:3", "application/json"), ("news:4", "application/json")
    ]  # fmt: skip


def test_a_json_file_may_hold_a_list(tmp_path):
    path = tmp_path / "news.json"
    path.write_text(json.dumps([{"id": 7, "text": "x"}, {"text": "y"}]))
    assert [page.id for page in gather([path])] == ["7", "news:2"]


def test_packed_files_are_unpacked(tmp_path):
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>x"))
    [page] = gather([tmp_path])
    assert (page.id, page.data, page.media_type) == ("a", b"<p>x", "text/html")


def test_bad_inputs_are_failures_and_the_rest_go_on(tmp_path):
    (tmp_path / "good.txt").write_text("x")
    (tmp_path / "large.txt").write_text("x" * 2_000)
    (tmp_path / "broken.html.gz").write_bytes(b"no gzip")
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(b"x" * 1000)[:-9])
    (tmp_path / "none").mkdir()
    (tmp_path / "empty.jsonl").write_text("")
    inputs = [
        tmp_path / name
        for name in ("missing.txt", "large.txt", "broken.html.gz", "cut.html.gz", "none", "empty.jsonl", "good.txt")
    ]
    found = list(gather(inputs, Limits(page_bytes=1_500)))
    reasons = [item.reason for item in found if isinstance(item, Failure)]
    assert [
        word in reason
        for word, reason in zip(
            ["no such file", "too large", "gzip", "damaged", "no page", "empty"], reasons, strict=True
        )
    ] == [True] * 6
    assert [item.id for item in found if isinstance(item, Page)] == ["good"]
    assert all(item.step == "gather" for item in found if isinstance(item, Failure))


def test_what_is_neither_a_path_nor_a_web_address_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text("x")  # "" is not the present folder: it is a variable that was never set
    found = list(gather(["", "ftp://news.example/a", "file:///tmp/a.html", "page.txt"]))
    assert [str(item) if isinstance(item, Failure) else item.id for item in found] == [
        "(nothing): an input is empty: name a file, a folder or an address (gather)",
        "ftp://news.example/a: ftp addresses are not read: give the path of a file, or an http or https address"
        " (gather)",
        "file:///tmp/a.html: file addresses are not read: give the path of a file (gather)",
        "page",
    ]


def test_a_file_named_by_itself_and_by_its_folder_is_one_page(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").symlink_to("a.txt")
    found = list(gather([tmp_path / "a.txt", tmp_path, f"{tmp_path}/../{tmp_path.name}/a.txt"]))
    assert [item.id for item in found] == ["a"]


def test_one_input_needs_no_list_around_it(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("x")
    with path.open("rb") as stream:
        given = [str(path), path, Page("page", b"x"), stream, [path]]
        assert [[page.data for page in gather(one)] for one in given] == [[b"x"]] * 5
    with pytest.raises(TypeError, match="not int"):
        list(gather([3]))


def test_a_folder_with_one_bad_page_gives_the_others(tmp_path):
    for name, size in (("a", 10), ("b", 5_000), ("c", 10)):
        (tmp_path / f"{name}.txt").write_text("x" * size)
    found = list(gather([tmp_path], Limits(page_bytes=100)))
    assert [type(item).__name__ for item in found] == ["Page", "Failure", "Page"]
    assert found[1].source.endswith("b.txt")


def test_bytes_handed_over_are_a_page():
    assert page_of(b"x", "stdin", media_type="text/html").id == "stdin"
    assert page_of(b"x", url="https://example.org/a").id == page_of(b"y", url="https://example.org/a").id
    with pytest.raises(GatherError, match="too large"):
        page_of(b"xx", limits=Limits(page_bytes=1))
