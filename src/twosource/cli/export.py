"""``twosource export KIND``: a library, or some of it, for spreadsheets and for other programs."""

import sys
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import click

from twosource.cli import options
from twosource.cli.output import check_output, format_for, marked, report, stream_out, write_out
from twosource.model import BadSetting, Failure
from twosource.run.export import KINDS, Choice, check_kind, dossiers
from twosource.run.export import export as pieces_of
from twosource.store import View

LONGEST = 100
"""Characters of a file's name that are made from a story's id; file systems take 255 bytes."""


@click.command()
@click.argument("kind", type=click.Choice(sorted(KINDS)))
@click.option("--story", "stories", multiple=True, metavar="ID", help="Only this story; may be given more than once.")
@click.option("--since", default="", metavar="DAY", help="Only what was published on this day or later.")
@click.option("--until", default="", metavar="DAY", help="Only what was published on this day or before.")
@click.option("--format", "format_", default="", help="By default what the ending of -o says, else the usual one.")
@click.option("--raw", is_flag=True, help="Tables for programs: no byte-order mark, no guard against formulas.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write, for dossiers a folder.")
@options.db
def export(
    kind: str, stories: tuple[str, ...], since: str, until: str, format_: str, raw: bool, output: Path | None, db: str
) -> int:
    """Write what a library holds for other programs: articles (jsonl, jsonld), claims and facts (csv, jsonl), dossiers
    (one file a story), events (csv, the columns of POLECAT), ftm (FollowTheMoney), warc (the pages as fetched).

    A table opens in a spreadsheet as it is: UTF-8 with its mark, dates as ISO 8601; a cell that would be taken for a
    formula has an apostrophe before it. Programs take --raw.
    """
    failures: list[Failure] = []
    choice, format = Choice(stories, since, until, raw), format_ or _format_of(kind, stories, output)
    check_kind(kind, format)
    if kind != "dossiers":
        check_output(output)
    store = options.library(db)
    with store.view() as view:
        if kind == "dossiers":
            _write_dossiers(view, format, choice, output, failures)
        else:
            if kind == "warc" and output is None and sys.stdout.isatty():
                raise BadSetting("a web archive is not for a terminal to show: name a file with -o")
            stream_out(pieces_of(view, kind, format, choice, failures.append), output)
    store.close()
    return report(tuple(failures))


def _write_dossiers(view: View, format: str, choice: Choice, output: Path | None, failures: list[Failure]) -> None:
    """Write each dossier to a file of its own in a folder; a single one to a file or to standard output."""
    found = (
        (story, text if choice.raw else marked(text, format))
        for story, text in dossiers(view, format, choice, failures.append)
    )
    if len(choice.stories) == 1 and not (output and output.is_dir()):
        for _, text in found:
            write_out(text, output)
        return
    if output is None:
        raise BadSetting("dossiers are one file each: name a folder with -o, or one story with --story")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(f"cannot make the folder {output}: {error.strerror or error}") from error
    for story, text in found:
        write_out(text, output / f"{_file_name(story)}.{format}")


def _file_name(story: str) -> str:
    """A story's id as the name of a file: signs that a file system may not take are written with a percent sign."""
    name = quote(story, safe="").lstrip(".") or "story"
    return name if len(name) <= LONGEST else f"{name[:LONGEST]}-{sha256(story.encode()).hexdigest()[:8]}"


def _format_of(kind: str, stories: tuple[str, ...], output: Path | None) -> str:
    """The format that a file's ending names, else the usual one of this kind; a folder's name tells none."""
    folder = kind == "dossiers" and (len(stories) != 1 or (output is not None and output.is_dir()))
    return format_for(None if folder else output, KINDS[kind])
