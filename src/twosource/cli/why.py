"""``twosource why FACT DOSSIER``: the whole reasoning behind one fact."""

from pathlib import Path

import click
import msgspec

from twosource.check.why import why as explain
from twosource.model import BadSetting, Dossier


@click.command()
@click.argument("fact")
@click.argument("dossier", type=click.Path(path_type=Path))
def why(fact: str, dossier: Path) -> int:
    """Print how the verdict on FACT came about; DOSSIER is a file made with --format json."""
    click.echo(explain(read_dossier(dossier), fact), nl=False)
    return 0


def read_dossier(path: Path) -> Dossier:
    """Return the dossier in a JSON file; raises BadSetting when it cannot be read as one."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Dossier)
    except OSError as error:
        raise BadSetting(f"cannot read {path}: {error.strerror or error}") from error
    except msgspec.DecodeError as error:
        raise BadSetting(f"{path} is not a dossier written with --format json: {error}") from error
