"""``twosource why FACT [DOSSIER]``: the whole reasoning behind one fact."""

from pathlib import Path

import click
import msgspec

from twosource.check.why import why as explain
from twosource.cli import options
from twosource.model import BadSetting, Dossier
from twosource.run.library_derive import dossier_of_story
from twosource.run.rulings import holder_of


@click.command()
@click.argument("fact")
@click.argument("dossier", required=False, type=click.Path(path_type=Path))
@click.option("--story", default="", metavar="ID", help="The story, when several have such a fact.")
@options.db
def why(fact: str, dossier: Path | None, story: str, db: str) -> int:
    """Print how the verdict on FACT came about: of a library, or of a DOSSIER made with --format json."""
    if dossier is not None:
        click.echo(explain(read_dossier(dossier), fact), nl=False)
        return 0
    store = options.library(db)
    with store.view() as view:
        about = holder_of(view, fact, story, "fact")
    found = dossier_of_story(store, about.story)
    store.close()
    click.echo(explain(found, about.id), nl=False)
    return 0


def read_dossier(path: Path) -> Dossier:
    """Return the dossier in a JSON file; raises BadSetting when it cannot be read as one."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Dossier)
    except OSError as error:
        raise BadSetting(f"cannot read {path}: {error.strerror or error}") from error
    except msgspec.DecodeError as error:
        raise BadSetting(f"{path} is not a dossier written with --format json: {error}") from error
