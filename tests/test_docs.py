"""The documentation says what there is: every command with its options, every verdict, every public name."""

from pathlib import Path
from typing import get_args

import click

import twosource
from twosource.cli import cli
from twosource.model import FactKind, Verdict

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = ROOT / "docs" / "commands.md"


def commands_page() -> str:
    """Every command's own help, as the page docs/commands.md holds it."""
    parts = ["# Commands\n\nEach command's own help; a test keeps this page true.\n"]
    for name, command in sorted(cli.commands.items()):
        names = cli.context_settings["help_option_names"]
        with click.Context(command, info_name=f"twosource {name}", help_option_names=names) as context:
            context.max_content_width = context.terminal_width = 100
            parts.append(f"## twosource {name}\n\n```\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def test_every_command_is_documented():
    assert COMMANDS.read_text("utf-8") == commands_page(), "write docs/commands.md anew from commands_page()"


def test_every_verdict_is_explained():
    for verdict in get_args(Verdict):
        assert f"`{verdict}`" in README


def test_every_kind_of_fact_has_its_row_of_compatibility():
    page = (ROOT / "docs" / "compatibility.md").read_text("utf-8")
    for kind in get_args(FactKind):
        assert f"| {kind} |" in page


def test_every_public_name_is_there_and_says_what_it_is():
    for name in twosource.__all__:
        assert getattr(twosource, name).__doc__ or name == "Verdict"


def test_pages_that_the_readme_links_to_exist():
    for part in README.split("](")[1:]:
        target = part.split(")")[0]
        if not target.startswith("http"):
            assert (ROOT / target).exists(), target
