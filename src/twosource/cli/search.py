"""``twosource search QUERY``: find articles, facts and statements in a library."""

from datetime import date

import click

from twosource.cli import options
from twosource.cli.hits import as_json, as_text
from twosource.model import Filters
from twosource.run.search import LIMIT, search

KINDS = ("article", "fact", "statement")
VERDICTS = ("corroborated", "echoed", "single", "disputed", "revised", "undisclosed")


@click.command("search")
@click.argument("words", nargs=-1, metavar="QUERY...")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only this kind; may be repeated.")
@click.option("--outlet", default="", help="Only articles of this outlet, and facts that they carry.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only articles published on this day or later.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Only articles published on this day or earlier.")
@click.option("--entity", default="", help="Only articles that name this person or body, in any spelling.")
@click.option("--place", default="", help="Only articles that name this place.")
@click.option("--language", default="", help="Only articles in this language: en, ...")
@click.option("--verdict", default="", type=click.Choice(["", *VERDICTS]), help="Only facts with this verdict.")
@click.option("--replaced", is_flag=True, help="Also versions of a page that a newer one has replaced.")
@click.option("--limit", default=LIMIT, show_default=True, help="Hits at most.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.db
def search_command(
    words: tuple[str, ...], since: date | None, until: date | None, limit: int, format_: str, db: str, **narrow: object
) -> int:
    """Find articles, facts and statements by words and by meaning.

    Words in "quotes" must stand so. A question such as "what did Medinsky say about troops" finds statements,
    "figures for refugees" figures. Without a QUERY, what the filters let through, the latest first.
    """
    days = {"since": _day(since), "until": _day(until)}
    filters = Filters(**{**narrow, **days})  # type: ignore[arg-type]
    query = " ".join(words)
    store = options.library(db)
    try:
        hits = search(store, query, filters, limit)
    finally:
        store.close()
    click.echo(as_json(query, hits) if format_ == "json" else as_text(hits), nl=False)
    return 0


def _day(day: date | None) -> str:
    return day.strftime("%Y-%m-%d") if day else ""
