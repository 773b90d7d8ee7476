"""``twosource story STORY``: one story of a library and all that is said of it."""

from pathlib import Path

import click

from twosource.cli import options
from twosource.cli.dossier import format_of
from twosource.cli.output import write_out
from twosource.dossier import FORMATS, render
from twosource.dossier.terminal import to_terminal
from twosource.run.library_derive import dossier_of_story


@click.command()
@click.argument("story")
@options.db
@options.output
@click.option(
    "--format",
    "format_",
    type=click.Choice(sorted(FORMATS)),
    help="By default what the ending of -o says; a short text without either.",
)
def story(story: str, db: str, output: Path | None, format_: str | None) -> int:
    """Show STORY, an id that `twosource stories` lists; an article's id stands for its story."""
    store = options.library(db)
    dossier = dossier_of_story(store, story)
    store.close()
    if output is None and format_ is None:
        write_out(to_terminal(dossier), None)
    else:
        write_out(render(dossier, format_ or format_of(output)), output)
    return 0
