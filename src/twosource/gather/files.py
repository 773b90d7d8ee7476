"""Files: which of a folder are taken, and how lines and lists of JSON in them are parted.

Reads   paths, streams
Gives   paths in order, the bytes of each document in a file
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from twosource.gather.limits import Limits
from twosource.model import Failure, GatherError

MEDIA_TYPES = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".shtml": "text/html", ".txt":
    "text/plain",
    ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown", ".json": "application/json",
}  # fmt: skip
LINES = frozenset({".jsonl", ".ndjson", ".xml", ".rss", ".atom", ".rdf", ".opml", ".warc"})
"""Files that hold or list many pages, by the line, entry or record; the name does not tell how many."""

ENDINGS = frozenset(MEDIA_TYPES) | LINES
"""What is taken from a folder; a file named on its own is read whatever its name."""

PACKED = (".gz", ".zst")


def below(folder: Path, limits: Limits) -> Iterator[Path | Failure]:
    """Yield the files below a folder that can be pages, sorted; a Failure when there is none, or too many."""
    try:
        found = sorted(_walk(folder, limits.depth))
    except OSError as error:
        yield Failure(str(folder), "gather", reason(error))
        return
    yield from found[: limits.files]
    if len(found) > limits.files:
        why = f"the folder holds more than {limits.files:,} files; the rest were left out"
        yield Failure(str(folder), "gather", why)
    if not found:
        why = "the folder holds no page (looked for .html, .txt, .md, .json, .jsonl, feeds and .warc)"
        yield Failure(str(folder), "gather", why)


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    if depth < 0:
        return
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path, depth - 1)
        elif _ending(path) in ENDINGS:
            yield path


def _ending(path: Path) -> str:
    """The file's ending, lower case, that of the file inside for one that is packed."""
    return Path(_unpacked_name(path.name)).suffix.lower()


def _unpacked_name(name: str) -> str:
    return name[: -len(Path(name).suffix)] if name.lower().endswith(PACKED) else name


def stem(path: Path) -> str:
    """Return a file's name without its ending and without that of its packing."""
    return Path(_unpacked_name(path.name)).stem


def media_type(path: Path) -> str:
    """Return the media type that a file's name tells, "" when it tells none."""
    return MEDIA_TYPES.get(_ending(path), "")


def whole(stream: BinaryIO, limits: Limits) -> bytes:
    """Return all bytes of a stream; raises GatherError when there are more than one page may have."""
    data = stream.read(limits.page_bytes + 1)
    if len(data) > limits.page_bytes:
        raise GatherError(f"the page is too large: more than {limits.page_bytes:,} bytes")
    return data


def lines(stream: BinaryIO, name: str, limits: Limits) -> Iterator[tuple[bytes, str]]:
    """Yield each line and the id of its record, else `name` and its number; raises GatherError at an endless line.

    A line that is no whole JSON is still handed on: the reader says what is wrong with it.
    """
    number = 0
    while line := stream.readline(limits.page_bytes + 2):
        number += 1
        if not line.strip():
            continue
        if len(line) > limits.page_bytes + 1:
            raise GatherError(
                f"line {number} is longer than {limits.page_bytes:,} bytes; it and the rest were left out"
            )
        yield line.strip(), _id_of(_loaded(line)) or f"{name}:{number}"
    if not number:
        raise GatherError("the file is empty")


def records(data: bytes) -> list[tuple[bytes, str]] | None:
    """Return the items of a JSON file that is a list, each with its own id or ""; None for any other file."""
    loaded = _loaded(data)
    if not isinstance(loaded, list):
        return None
    return [(json.dumps(record, ensure_ascii=False).encode(errors="replace"), _id_of(record)) for record in loaded]


def _loaded(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _id_of(record: object) -> str:
    given = record.get("id") if isinstance(record, dict) else None
    return str(given).strip() if isinstance(given, str | int) else ""


def reason(error: OSError) -> str:
    """Return one sentence for why a file could not be read."""
    if isinstance(error, PermissionError):
        return "it may not be read (no permission)"
    return f"it could not be read ({error.strerror or error})"
