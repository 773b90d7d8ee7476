"""Where results go: a file written whole or not at all, or standard output; and progress on standard error."""

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from twosource.model import BadSetting, Failure
from twosource.run import Progress


def write_out(text: str, path: Path | None) -> None:
    """Write `text` to `path`, whole or not at all, or to standard output; raises BadSetting when it cannot."""
    stream_out((text.encode("utf-8"),), path)


def stream_out(pieces: Iterable[bytes], path: Path | None) -> None:
    """Write pieces one by one to `path`, all or nothing, or to standard output; raises BadSetting when it cannot."""
    if path is None or str(path) == "-":
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
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
        raise BadSetting(f"cannot write {path}: {error.strerror or error}") from error


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
