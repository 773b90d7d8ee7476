"""The command as a person types it: good pages, bad pages, wrong usage."""

import subprocess
import sys

import pytest

PAGE = """<html><head><title>Bridge closed after storm</title></head><body><article><h1>Bridge closed after storm</h1>
<p>The bridge over the Arle was closed on Tuesday after a storm damaged two of its pillars, the county said.</p>
<p>County engineer Mara Holt said 40 vehicles were on the bridge when the first pillar moved. "We closed it within ten
minutes," Holt said. Nobody was injured, according to the county.</p></article></body></html>"""


def run(*arguments, stdin=b"", cwd=None):
    command = [sys.executable, "-m", "twosource", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, timeout=300)


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def nested(depth):
    return ("<html><body>" + "<div>" * depth + "</body></html>").encode()


BAD = {
    "empty.html": b"",
    "blank.txt": b" \n\n ",
    "binary.bin": bytes(range(256)) * 40,
    "renamed.html": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n" + b"\x00" * 200,
    "nested.html": nested(100_000),
    "no-article.html": b"<html><head><title>x</title></head><body><nav><a href='/'>Home</a></nav></body></html>",
    "cut-off.jsonl": b'{"title": "A bridge closed", "maintext": "The bridge was cl',
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_page_is_named_once_and_the_others_are_written(name, good, tmp_path):
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    result = run("dossier", good, bad, "--format", "json", "-o", tmp_path / "out.json")
    lines = result.stderr.decode().splitlines()
    assert result.returncode == 1, lines
    assert len(lines) == 1
    assert name.split(".")[0] in lines[0]
    assert "Traceback" not in lines[0]
    assert b"Mara Holt" in (tmp_path / "out.json").read_bytes()


def test_a_missing_file_is_named(good, tmp_path):
    result = run("dossier", good, tmp_path / "nowhere.html", "-o", tmp_path / "out.html")
    assert result.returncode == 1
    assert b"nowhere.html" in result.stderr
    assert (tmp_path / "out.html").exists()


def test_a_folder_with_one_bad_page_gives_a_dossier_of_the_others(good, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    good.rename(folder / "good.html")
    (folder / "bad.html").write_bytes(b"")
    result = run("dossier", folder, "-o", tmp_path / "out.html")
    assert result.returncode == 1
    assert result.stderr.count(b"\n") == 1
    assert b"Mara Holt" in (tmp_path / "out.html").read_bytes()


def test_a_wrong_declared_encoding_is_survived(tmp_path):
    page = tmp_path / "latin.html"
    text = PAGE.replace("<head>", '<head><meta charset="utf-8">').replace("Mara", "Mära")
    page.write_bytes(text.encode("cp1252"))
    result = run("dossier", page, "--format", "json")
    assert result.returncode == 0, result.stderr
    assert "Mära Holt" in result.stdout.decode()


def test_a_page_of_twenty_megabytes_is_read_or_refused_in_one_line(good, tmp_path):
    big = tmp_path / "big.html"
    row = "<p>The county said on Tuesday that the bridge over the Arle stays closed for repairs until spring.</p>\n"
    big.write_text("<html><body><article>" + row * (20_000_000 // len(row)) + "</article></body></html>")
    result = run("dossier", good, big, "-o", tmp_path / "out.html")
    assert result.returncode in (0, 1)
    assert result.stderr.count(b"\n") == result.returncode
    assert (tmp_path / "out.html").exists()


def test_standard_input_is_a_page():
    result = run("dossier", "-", "--format", "md", stdin=PAGE.encode())
    assert result.returncode == 0, result.stderr
    assert b"Bridge closed after storm" in result.stdout


def test_nothing_readable_writes_nothing(tmp_path):
    (tmp_path / "empty.html").write_bytes(b"")
    result = run("dossier", tmp_path / "empty.html", "-o", tmp_path / "out.html")
    assert result.returncode == 1
    assert not (tmp_path / "out.html").exists()


WRONG = [
    ((), "Missing argument"),
    (("--format", "pdf", "x.html"), "pdf"),
    (("--no-such-option", "x.html"), "no-such-option"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_usage_is_exit_code_two(arguments, said):
    result = run("dossier", *arguments)
    assert result.returncode == 2
    assert said in result.stderr.decode()


def test_an_output_that_cannot_be_written_is_exit_code_two(good, tmp_path):
    result = run("dossier", good, "-o", tmp_path / "no" / "such" / "folder" / "out.html")
    assert result.returncode == 2
    assert b"cannot write" in result.stderr


def test_a_model_that_is_not_installed_is_exit_code_two(good):
    result = run("dossier", good, "--model", "no_such_model")
    assert result.returncode == 2
    assert b"pip install" in result.stderr


def test_version():
    assert b"0.1.0" in run("--version").stdout


def test_nothing_from_a_page_runs_or_leaks_out_of_it(tmp_path):
    page = tmp_path / "hostile.html"
    hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    page.write_text(PAGE.replace("Mara Holt", "Mara Holt " + hostile.replace("<", "&lt;")))
    result = run("dossier", page)
    assert result.returncode == 0
    assert b"<script>alert(1)" not in result.stdout
    assert b"<img src=x" not in result.stdout


def test_two_runs_into_one_file_leave_no_litter(good, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    for _ in range(2):
        assert run("dossier", good, "-o", out / "story.html").returncode == 0
    assert [path.name for path in out.iterdir()] == ["story.html"]


def test_why_explains_a_fact(good, tmp_path):
    run("dossier", good, "-o", tmp_path / "story.json")
    text = (tmp_path / "story.json").read_text()
    name = text.split('"facts"')[1].split('"id": "')[1].split('"')[0]
    result = run("why", name, tmp_path / "story.json")
    assert result.returncode == 0
    assert b"verdict:" in result.stdout
    assert b"rules applied:" in result.stdout
    assert run("why", "nothing", tmp_path / "story.json").returncode == 2
    assert run("why", name, good).returncode == 2
