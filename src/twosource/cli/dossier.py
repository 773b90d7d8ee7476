"""``twosource dossier PAGE...``: everything in one go, without a library."""

import sys
from pathlib import Path

import click

from twosource.cli import options
from twosource.cli.output import check_output, format_for, marked, progress_on_stderr, report, write_out
from twosource.dossier import FORMATS, render
from twosource.gather import Fetcher, Input, Manners
from twosource.run import Settings, make_dossier


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@options.output
@click.option(
    "--format",
    "format_",
    type=click.Choice(sorted(FORMATS)),
    help="By default what the ending of -o says, else html.",
)
@options.contact
@options.allow_private
@options.model
@options.quiet
def dossier(
    pages: tuple[str, ...],
    output: Path | None,
    format_: str | None,
    contact: str,
    allow_private: bool,
    model: str,
    quiet: bool,
) -> int:
    """Read news PAGEs (files, folders, JSONL, WARC, feeds, web addresses; - for standard input) and write one dossier.

    Only an address given, or listed in a feed that is given, is fetched from the web.
    """
    format_ = format_ or format_for(output, sorted(FORMATS), "html")
    check_output(output)
    inputs: list[Input] = [sys.stdin.buffer if page == "-" else page for page in dict.fromkeys(pages)]
    fetcher = Fetcher(Manners(contact=contact, private=allow_private))
    outcome = make_dossier(inputs, Settings(model=model), progress_on_stderr(quiet), fetcher)
    code = report(outcome.failures)
    if outcome.dossier is None:
        click.echo("twosource: no article could be read, so no dossier was written", err=True)
        return 1
    write_out(marked(render(outcome.dossier, format_), format_), output)
    return code
