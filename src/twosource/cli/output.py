"""Where results go: a file written whole or not at all, or standard output; and progress on standard error."""

import os
import re
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from twosource.dossier.exports.tables import BOM
from twosource.model import BadSetting, Failure
from twosource.run import Progress

ENDING = re.compile(r"\.([a-z][a-z0-9]{1,5})")
"""What is taken for an ending that names a format: not the day or the version that a file's name may end in."""

SHORT = {"htm": "html", "markdown": "md", "ndjson": "jsonl"}
"""Other endings that a format goes by."""


def format_for(output: Path | None, formats: Sequence[str], usual: str = "") -> str:
    """Return the format that a file's ending names, `usual` (else the first) where it has none.

    Raises BadSetting for an ending of something else: a spreadsheet's name does not make a page one.
    """
    name = output.name.lower() if output else ""
    named = next((format for format in formats if name.endswith(f".{format}")), "")
    ending = ENDING.fullmatch(Path(name).suffix)
    if named or ending is None:
        return named or usual or formats[0]
    if (format := SHORT.get(ending[1], "")) in formats:
        return format
    known = ", ".join(f".{format}" for format in formats)
    raise BadSetting(f"nothing is written as .{ending[1]} here: let {output} end in {known}, or give --format")


def check_output(output: Path | None) -> None:
    """Raise BadSetting when a file cannot be written: told before the work is done and not after it."""
    if output is None or str(output) == "-":
        return
    if output.is_dir():
        raise BadSetting(f"cannot write {output}: it is a folder")
    if not output.parent.is_dir():
        raise BadSetting(f"cannot write {output}: there is no folder {output.parent}")
    if not os.access(output.parent, os.W_OK):
        raise BadSetting(f"cannot write {output}: the folder {output.parent} may not be written to")


def write_out(text: str, path: Path | None) -> None:
    """Write `text` to `path`, whole or not at all, or to standard output; raises BadSetting when it cannot."""
    stream_out((text.encode("utf-8"),), path)


def marked(text: str, format: str) -> str:
    """Return a document with the mark before it by which a spreadsheet knows UTF-8, when it is a table."""
    return BOM + text if format == "csv" else text


def stream_out(pieces: Iterable[bytes], path: Path | None) -> None:
    """Write pieces one by one to `path`, all or nothing, or to standard output; raises BadSetting when it cannot."""
    if path is None or str(path) == "-":
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
    if path.exists() and not path.is_file():  # a pipe or a device takes the bytes, and is never replaced by a file
        try:
            with path.open("wb") as out:
                out.writelines(pieces)
        except OSError as error:
            raise BadSetting(f"cannot write {path}: {error.strerror or error}") from error
        return
    _replace(pieces, path.resolve(), path)  # what a link leads to is written, and the link stays


def _replace(pieces: Iterable[bytes], path: Path, named: Path) -> None:
    """Write a file beside the one that is there and put it in its place; errors call it as it was `named`."""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as out:
                out.writelines(pieces)
            umask = os.umask(0)
            os.umask(umask)
            Path(temporary).chmod(0o666 & ~umask)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise BadSetting(f"cannot write {named}: {error.strerror or error}") from error


def progress_on_stderr(quiet: bool) -> Progress:
    """Return a progress callback that rewrites one line on a terminal, and says nothing elsewhere or when `quiet`."""
    if quiet or not sys.stderr.isatty():
        return lambda step, done, total: None

    def show(step: str, done: int, total: int) -> None:
        of = f"{done}/{total}" if total else (str(done) if done else "...")
        end = "\n" if total and done == total else ""
        click.echo(f"\r\x1b[K{step} {of}{end}", err=True, nl=False)

    return show


def report(failures: tuple[Failure, ...]) -> int:
    """Name each failed input on standard error, one line each; return the exit code."""
    for failure in failures:
        click.echo(f"twosource: {' '.join(str(failure).split())}", err=True)
    return 1 if failures else 0
