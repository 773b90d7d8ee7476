"""``twosource story STORY``: one story of a library and all that is said of it."""

from pathlib import Path

import click

from twosource.cli import options
from twosource.cli.output import check_output, format_for, marked, write_out
from twosource.dossier import FORMATS, render
from twosource.dossier.terminal import to_terminal
from twosource.run.library_derive import dossier_of_story

TEXT = "txt"
"""The ending of a file that takes the short text for a terminal."""


@click.command()
@click.argument("story")
@options.db
@options.output
@click.option(
    "--format",
    "format_",
    type=click.Choice(sorted(FORMATS)),
    help="By default what the ending of -o says; a short text without either, or for .txt.",
)
def story(story: str, db: str, output: Path | None, format_: str | None) -> int:
    """Show STORY, an id that `twosource stories` lists; an article's id stands for its story."""
    format_ = format_ or (format_for(output, (*sorted(FORMATS), TEXT), "html") if output else TEXT)
    check_output(output)
    store = options.library(db)
    dossier = dossier_of_story(store, story)
    store.close()
    write_out(to_terminal(dossier) if format_ == TEXT else marked(render(dossier, format_), format_), output)
    return 0
