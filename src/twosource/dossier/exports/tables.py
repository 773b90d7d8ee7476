"""Write rows as CSV that people open in a spreadsheet and programs read, and records as lines of JSON.

Reads   rows: mappings from column to value
Gives   CSV (RFC 4180: comma, CRLF, quotes doubled) a row at a time; JSON a line at a time
Misses  spreadsheets' own formats; Excel cuts a cell at 32,767 characters when it opens the file

A spreadsheet takes a cell that opens with ``=``, ``+``, ``-`` or ``@`` for a formula, and words from a news page may
open so by accident or by intent. Such a cell gets a leading apostrophe (`guarded`), which a program takes off again
(`unguarded`): nothing is lost, since a cell that opens with an apostrophe before such a sign gets one more. Plain
numbers are left as they are.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

BOM = "\ufeff"
"""Excel takes a CSV for UTF-8 only when it opens with this mark."""

# What a spreadsheet may take for a formula (OWASP, "CSV Injection"), full-width signs too, behind apostrophes of ours.
RISKY = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")

Value = str | int | float | bool | None | Sequence[str]
Row = Mapping[str, Value]


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("-3.5"), guarded("- said he"), guarded("'tis")
    ("'=1+1", '-3.5', "'- said he", "'tis")
    """
    return f"'{cell}" if RISKY.match(cell) and not NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """Return a guarded cell as it was.

    >>> [unguarded(guarded(cell)) for cell in ("=1+1", "'=1+1", "'tis", "-3.5", "")]
    ['=1+1', "'=1+1", "'tis", '-3.5', '']
    """
    return cell[1:] if cell.startswith("'") and RISKY.match(cell) else cell


def table(columns: Sequence[str], rows: Iterable[Row], raw: bool = False) -> Iterator[str]:
    """Yield a table as CSV, its header first; a column that a row lacks is an empty cell.

    With `raw` the cells are given as they are, for programs: no mark for Excel before the header, no apostrophes.
    """
    yield ("" if raw else BOM) + _line(columns)
    for row in rows:
        cells = (as_cell(row.get(column)) for column in columns)
        yield _line([cell if raw else guarded(cell) for cell in cells])


def as_cell(value: Value) -> str:
    """Return a value as the text of a cell: "" for nothing, yes and no, names parted by "; ", no idle ".0".

    >>> as_cell(None), as_cell(True), as_cell(36.0), as_cell(("Reuters", "AP"))
    ('', 'yes', '36', 'Reuters; AP')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.15g}"  # all digits that a float surely holds
    if isinstance(value, str | int):
        return str(value)
    return "; ".join(value)


def json_line(record: Mapping[str, object]) -> str:
    r"""Return a record as one line of JSON, keys in the order given, with its line feed.

    >>> json_line({"b": "é", "a": 1})
    '{"b":"é","a":1}\n'
    """
    # A line separator inside a string is legal JSON, and yet some readers end a line at it.
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085") + "\n"


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
