"""``twosource add PAGE...``: add pages to a library."""

import sys
from pathlib import Path

import click

from twosource.cli import options
from twosource.cli.meter import Meter
from twosource.cli.output import report
from twosource.dossier.wording import count
from twosource.gather import Fetcher, Input, Manners, gather
from twosource.gather.files import media_type
from twosource.run import Settings
from twosource.run.library import Added, add
from twosource.store import Store
from twosource.store.dialects import named


@click.command("add")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@options.db
@click.option("--later", is_flag=True, help="Leave the facts of the stories for when they are first looked at.")
@options.contact
@options.allow_private
@options.model
@options.quiet
def add_(
    pages: tuple[str, ...], db: str, later: bool, contact: str, allow_private: bool, model: str, quiet: bool
) -> int:
    """Add PAGEs to a library: files, folders, JSONL, WARC, addresses, feeds, sitemaps, OPML; - for standard input.

    What was added before is passed over, and a page that changed becomes a new version; so a run that was stopped
    goes on when it is started again.
    """
    inputs: list[Input] = [sys.stdin.buffer if page == "-" else page for page in dict.fromkeys(pages)]
    meter = Meter(quiet, expected(pages))
    store = Store.open(db)
    found = gather(inputs, fetcher=Fetcher(Manners(contact=contact, private=allow_private)))
    try:
        added = add(store, found, Settings(model=model), options.now, meter, later)
    finally:
        meter.end()
        store.close()
    click.echo(summary(added, named(db)))
    return report(added.failures)


def summary(added: Added, db: str) -> str:
    """Return one line that says what was done."""
    parts = [f"{len(added.new):,} new"]
    parts += [f"{len(added.changed):,} changed"] if added.changed else []
    parts += [f"{added.same:,} there already"] if added.same else []
    parts += [f"{len(added.failures):,} failed"] if added.failures else []
    return f"{db}: {', '.join(parts)}; {count(len(added.stories), 'story', 'stories')} touched"


def expected(pages: tuple[str, ...]) -> int:
    """Return how many pages the inputs hold, 0 when that cannot be told without reading or fetching them."""
    total = 0
    for page in pages:
        path = Path(page)
        if path.is_dir():
            total += sum(bool(media_type(file)) for file in path.rglob("*"))
        elif path.is_file() and media_type(path):
            total += 1
        else:
            return 0
    return total
