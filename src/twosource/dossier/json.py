"""Write a dossier as JSON, and the schema that describes it.

Reads   Dossier
Gives   JSON text, keys in the order of the struct, indented, UTF-8; a JSON Schema (2020-12)
"""

import msgspec

from twosource.model import Dossier

INDENT = 2


def to_json(dossier: Dossier) -> str:
    """Return the dossier as indented JSON; the same dossier gives the same bytes.

    >>> from twosource.model import Period
    >>> empty = Dossier("Talks", Period("", ""), (), (), (), (), (), (), (), (), ())
    >>> to_json(empty).splitlines()[1]
    '  "title": "Talks",'
    """
    return msgspec.json.format(msgspec.json.encode(dossier), indent=INDENT).decode() + "\n"


def schema() -> str:
    """Return the JSON Schema of `Dossier`, as kept in ``docs/dossier.schema.json``."""
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | msgspec.json.schema(Dossier)
    return msgspec.json.format(msgspec.json.encode(described), indent=INDENT).decode() + "\n"
