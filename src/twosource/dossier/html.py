"""Write a dossier as one self-contained HTML file.

Reads   Dossier
Gives   HTML
"""

from twosource.model import Dossier


def to_html(dossier: Dossier) -> str:
    """Return the dossier as HTML."""
    raise NotImplementedError
