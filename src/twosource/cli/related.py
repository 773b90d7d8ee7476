"""``twosource related ID``: the stories near a story or an article."""

import click
import msgspec

from twosource.cli import options
from twosource.cli.hits import related_text
from twosource.run.related import related_in


@click.command()
@click.argument("id")
@click.option("--limit", default=5, show_default=True, type=click.IntRange(1, 100), help="Stories at most.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.db
def related(id: str, limit: int, format_: str, db: str) -> int:
    """Name the stories near the story or article with this ID, each with the reason."""
    store = options.library(db)
    try:
        found = related_in(store, id, limit)
    finally:
        store.close()
    rows = [{**msgspec.to_builtins(one), "title": title} for one, title in found]
    text = msgspec.json.format(msgspec.json.encode({"id": id, "related": rows}), indent=2).decode() + "\n"
    click.echo(text if format_ == "json" else related_text(found), nl=False)
    return 0
