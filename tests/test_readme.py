"""What the README shows of the library is what a new user sees: its commands are run, its lines compared."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from twosource.cli import cli

ROOT = Path(__file__).parent.parent
SECTION = (ROOT / "README.md").read_text("utf-8").partition("## The library\n")[2].partition("\n## ")[0]


def shown():
    """Each command of the section with the lines shown below it; "…" stands for what is left out."""
    found = []
    for line in SECTION.splitlines():
        if line.startswith("    $ twosource "):
            found.append((line.removeprefix("    $ twosource "), []))
        elif line.startswith("    ") and found:
            found[-1][1].append(line[4:])
    return found


def test_the_readme_shows_a_library_as_it_is(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    assert [command.split()[0] for command, _ in shown()] == ["add", "stories", "story", "search"]
    for command, lines in shown():
        arguments = [word.strip('"') for word in command.split()]
        result = CliRunner().invoke(cli, arguments, standalone_mode=False, catch_exceptions=False)
        assert result.return_value == 0
        printed, place = " ".join(result.stdout.split()), 0
        for piece in " ".join(" ".join(lines).split()).split("…"):
            place = printed.find(piece.strip(), place)
            assert place >= 0, f"twosource {command} does not print {piece!r}:\n{result.stdout}"
            place += len(piece.strip())


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_helps(name):
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0
    assert "Usage" in result.stdout
