"""Options that several commands share, each declared once; and the one clock.

Reads   the command line
Gives   `db` and `model` for commands that work on a library; `now`
"""

from datetime import UTC, datetime
from pathlib import Path

import click

from twosource.model import BadSetting
from twosource.store import Store

DEFAULT_DB = "twosource.db"

db = click.option(
    "--db",
    default=DEFAULT_DB,
    show_default=True,
    envvar="TWOSOURCE_DB",
    metavar="FILE|ADDRESS",
    help="The library: a file, or postgresql://USER@HOST/NAME.",
)
"""The library that a command works on, as ``Store.open`` takes it."""

model = click.option("--model", default="", help="spaCy model to parse with; the best one installed by default.")

contact = click.option("--contact", default="", help="Your address or e-mail, told to the sites that are asked.")

allow_private = click.option("--allow-private", is_flag=True, help="Fetch addresses of your own network too.")

output = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File to write; standard output by default."
)
"""Where a dossier goes."""

quiet = click.option("--quiet", is_flag=True, help="No progress on standard error.")


def library(db: str) -> Store:
    """Return the library to look at or to judge; raises BadSetting when there is none, and makes none."""
    file = db.removeprefix("sqlite:///")
    if "://" not in file and not Path(file).exists():
        raise BadSetting(f"there is no library at {file}: `twosource add PAGE...` makes one, --db names another")
    return Store.open(db)


def now() -> str:
    """Return the present instant, ISO 8601 in UTC to the second: the one clock, handed down to what needs it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
