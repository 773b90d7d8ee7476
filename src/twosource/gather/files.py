"""Gather the pages that files hold: single files, folders, files of JSON lines.

Reads   paths
Gives   Page for each document, Failure for each that could not be had; in order of the inputs, folders sorted
Misses  archives, feeds and addresses (other modules of this package)
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from twosource.gather.limits import LIMITS, Limits
from twosource.gather.names import Names
from twosource.gather.page import page_of
from twosource.model import Failure, GatherError, Page

MEDIA_TYPES = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".shtml": "text/html", ".txt":
    "text/plain",
    ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown", ".json": "application/json",
}  # fmt: skip
LINES = frozenset({".jsonl", ".ndjson"})
ENDINGS = frozenset(MEDIA_TYPES) | LINES
"""What is taken from a folder; a file named on its own is read whatever its name."""


def gather(inputs: Iterable[str | Path], limits: Limits = LIMITS) -> Iterator[Page | Failure]:
    """Yield the pages of files, folders (all files below, sorted) and JSON-lines files, one after the other.

    An input that cannot be had is a Failure in its place; the rest go on.
    """
    names = Names()
    for given in inputs:
        path = Path(given)
        try:
            if path.is_dir():
                yield from _folder(path, names, limits)
            else:
                yield from _file(path, names, limits)
        except GatherError as error:
            yield Failure(str(given), error.step, str(error))
        except OSError as error:
            yield Failure(str(given), "gather", _reason(error))


def _folder(folder: Path, names: Names, limits: Limits) -> Iterator[Page | Failure]:
    count = 0
    for path in sorted(_below(folder, limits.depth)):
        count += 1
        if count > limits.files:
            raise GatherError(f"the folder holds more than {limits.files:,} files; the rest were left out")
        try:
            yield from _file(path, names, limits)
        except GatherError as error:
            yield Failure(str(path), error.step, str(error))
        except OSError as error:
            yield Failure(str(path), "gather", _reason(error))
    if not count:
        raise GatherError("the folder holds no page (looked for .html, .txt, .md, .json, .jsonl)")


def _below(folder: Path, depth: int) -> Iterator[Path]:
    if depth < 0:
        return
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _below(path, depth - 1)
        elif _ending(path) in ENDINGS:
            yield path


def _ending(path: Path) -> str:
    """The file's ending, lower case, that of the file inside for one that is packed with gzip."""
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix


def _file(path: Path, names: Names, limits: Limits) -> Iterator[Page | Failure]:
    if not path.exists():
        raise GatherError("there is no such file")
    ending = _ending(path)
    if ending in LINES:
        yield from _lines(path, names, limits)
        return
    data = _bytes(path, limits)
    records = _records(data) if ending == ".json" else None
    if records is None:
        page = page_of(data, names.unique(_stem(path)), media_type=MEDIA_TYPES.get(ending, ""), limits=limits)
        yield msgspec.structs.replace(page, path=str(path))
        return
    for number, record in enumerate(records, 1):
        line = json.dumps(record, ensure_ascii=False).encode()
        yield page_of(line, names.unique(_id_of(record, path, number)), media_type="application/json", limits=limits)


def _stem(path: Path) -> str:
    name = path.name.removesuffix(".gz") if path.name.lower().endswith(".gz") else path.name
    return Path(name).stem


def _bytes(path: Path, limits: Limits) -> bytes:
    """The file's bytes, unpacked; never more than one past the limit."""
    if path.name.lower().endswith(".gz"):
        try:
            with gzip.open(path) as packed:
                return packed.read(limits.page_bytes + 1)
        except (EOFError, zlib.error) as error:
            raise GatherError("the gzip file is damaged or cut off") from error
    with path.open("rb") as file:
        data = file.read(limits.page_bytes + 1)
    if len(data) > limits.page_bytes:
        raise GatherError(
            f"the page is too large: {path.stat().st_size:,} bytes, at most {limits.page_bytes:,} are read"
        )
    return data


def _lines(path: Path, names: Names, limits: Limits) -> Iterator[Page | Failure]:
    """One page a line. A line that is no whole JSON is still handed on: the reader says what is wrong with it."""
    packed = path.name.lower().endswith(".gz")
    with gzip.open(path) if packed else path.open("rb") as file:
        number = 0
        while line := file.readline(limits.page_bytes + 2):
            number += 1
            if not line.strip():
                continue
            if len(line) > limits.page_bytes + 1:
                raise GatherError(
                    f"line {number} is longer than {limits.page_bytes:,} bytes; it and the rest were left out"
                )
            record = _loaded(line)
            yield page_of(
                line.strip(), names.unique(_id_of(record, path, number)), media_type="application/json", limits=limits
            )
    if not number:
        raise GatherError("the file is empty")


def _records(data: bytes) -> list[object] | None:
    """The items of a JSON file that is a list; None for any other."""
    if not data[:100].lstrip().startswith(b"["):
        return None
    loaded = _loaded(data)
    return loaded if isinstance(loaded, list) else None


def _loaded(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _id_of(record: object, path: Path, number: int) -> str:
    """A record's own id, else its file and line."""
    given = record.get("id") if isinstance(record, dict) else None
    return str(given) if isinstance(given, str | int) and str(given).strip() else f"{_stem(path)}:{number}"


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "it may not be read (no permission)"
    if isinstance(error, gzip.BadGzipFile):
        return "it is named .gz and is no gzip file"
    return f"it could not be read ({error.strerror or error})"
