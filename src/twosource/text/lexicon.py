"""Word lists kept as data files.

A lexicon is a UTF-8 file under ``text/data``: one entry a line, columns parted by tabs, ``#`` opens a comment. Each
block opens with a comment that says where its entries come from.
"""

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``text/data/NAME.tsv`` in file order, each a tuple of its stripped columns.

    Raises FileNotFoundError when there is no such lexicon.
    """
    text = (files("twosource.text") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(
        tuple(column.strip() for column in line.split("\t"))
        for line in text.splitlines()
        if line.strip() and not line.startswith("#")
    )


@cache
def words(name: str) -> frozenset[str]:
    """Return the first column of a lexicon as a set."""
    return frozenset(row[0] for row in table(name))


@cache
def marked(name: str, mark: str) -> frozenset[str]:
    """Return the first column of the rows that have a mark in their second, where marks stand parted by commas."""
    return frozenset(row[0] for row in table(name) if len(row) > 1 and mark in row[1].split(","))


@cache
def mapping(name: str) -> dict[str, str]:
    """Return a lexicon's first column mapped to its second; "" where a row has no second column."""
    return {row[0]: row[1] if len(row) > 1 else "" for row in table(name)}
