"""Write a story's facts down as a dossier, and render a dossier for people and programs.

Reads   Story, Facts, Evidence
Gives   Dossier; as text: HTML, Markdown, JSON, CSV, JSON-LD
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from twosource.dossier.build import write
from twosource.dossier.csv import to_csv
from twosource.dossier.html import to_html
from twosource.dossier.json import schema, to_json
from twosource.dossier.jsonld import to_jsonld
from twosource.dossier.markdown import to_markdown
from twosource.model import BadSetting, Dossier

FORMATS: Mapping[str, Callable[[Dossier], str]] = MappingProxyType(
    {"html": to_html, "md": to_markdown, "json": to_json, "csv": to_csv, "jsonld": to_jsonld}
)
"""Every format by the name that ``--format`` takes, and what renders it."""


def render(dossier: Dossier, format: str) -> str:
    """Return the dossier as text in one of `FORMATS`; raises BadSetting when there is no such format."""
    if format not in FORMATS:
        raise BadSetting(f"there is no format {format!r}: take one of {', '.join(FORMATS)}")
    return FORMATS[format](dossier)


__all__ = ["FORMATS", "render", "schema", "write"]
