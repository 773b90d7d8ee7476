"""``twosource rebuild``: make stories, facts and dossiers of a library anew."""

import click

from twosource.cli import options
from twosource.cli.meter import Meter
from twosource.cli.output import report
from twosource.run import Settings
from twosource.run.library_rebuild import rebuild as make_anew


@click.command()
@options.db
@options.model
@options.quiet
def rebuild(db: str, model: str, quiet: bool) -> int:
    """Drop stories, facts and dossiers and derive them again, as after an upgrade of Twosource.

    Pages, articles and people's rulings are kept as they are. A rebuild that was stopped goes on at the next.
    """
    meter = Meter(quiet)
    store = options.library(db)
    try:
        failures = make_anew(store, Settings(model=model), meter)
    finally:
        meter.end()
        store.close()
    return report(failures)
