"""Read web archives: WARC, packed with gzip, zstd or not at all, such as CC-NEWS.

Reads   a stream of WARC records
Gives   Page for each page that was answered with 200 and each that an export of ours has from a file; Failure for each
        other answer; requests and notes are passed over
Misses  records cut into segments; ARC, the format before WARC
"""

import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO
from urllib.parse import unquote

import msgspec
from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from twosource.gather.fetch import not_text
from twosource.gather.fetch_address import is_address
from twosource.gather.limits import Limits
from twosource.gather.page import page_of
from twosource.model import Failure, GatherError, Page

READERS: dict[str, Callable[[Any], Any]] = {
    "chunked": ChunkedReader,
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "br": BrotliReader,
    "zstd": ZstdReader,
}
KINDS = WarcRecordType.response | WarcRecordType.resource

FILE = "urn:x-twosource:page:"
"""What the address of a page that was a file begins with, in an archive that `twosource export warc` wrote."""


def pages_of(stream: BinaryIO, source: str, unique: Callable[[str], str], limits: Limits) -> Iterator[Page | Failure]:
    """Yield the pages of an archive in its order; what is damaged ends it with a Failure that names `source`."""
    count = 0
    try:
        for record in ArchiveIterator(stream, record_types=KINDS, parse_http=False):
            address = str(record.headers.get("WARC-Target-URI") or "").strip("<>")
            if not is_address(address) and not address.startswith(FILE):  # DNS answers, the crawler's own notes
                continue
            count += 1
            try:
                yield _page(record, address, source, unique, limits)
            except GatherError as error:
                yield Failure(address, error.step, str(error))
    except (OSError, ValueError, EOFError) as error:
        yield Failure(source, "gather", f"the archive is damaged or cut off after {count:,} pages ({error})")
        return
    if not count:
        yield Failure(source, "gather", "the archive holds no answer of a web site")


def _page(record: WarcRecord, address: str, source: str, unique: Callable[[str], str], limits: Limits) -> Page:
    if record.content_length > limits.page_bytes:
        raise GatherError(
            f"the page is too large: {record.content_length:,} bytes, at most {limits.page_bytes:,} are read"
        )
    record.freeze()  # so that whatever is read of it, the archive goes on at the next record
    if record.record_type == WarcRecordType.response:
        record.parse_http()
        status = record.http_headers.status_code if record.http_headers else None
        if status != 200:
            raise GatherError(f"the site answered with status {status or 'unknown'}, not with a page")
    media_type = (
        (record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    )
    if what := not_text(media_type):
        raise GatherError(f"this is {what} ({media_type}), not a page")
    data = _body(record, limits)
    if address.startswith(FILE):
        # It was read from a file: the record's date is that of its adding, by which no "today" can be understood.
        name = unquote(address.removeprefix(FILE))
        page = page_of(data, name, media_type=media_type, limits=limits)
        charset = str(record.headers.get("Content-Type") or "").partition("charset=")[2].strip()
        return msgspec.structs.replace(page, id=unique(page.id), charset=charset, path=f"{source}#{name}")
    page = page_of(data, "", media_type=media_type, url=address, fetched=_fetched(record), limits=limits)
    return msgspec.structs.replace(page, id=unique(page.id), charset=record.http_charset or "")


def _body(record: WarcRecord, limits: Limits) -> bytes:
    data = bytes(record.reader.read(limits.page_bytes + 1))
    headers = record.http_headers
    for field in ("Transfer-Encoding", "Content-Encoding"):
        for name in str((headers.get(field) if headers else "") or "").lower().split(","):
            # Archives often keep the header of what they have unpacked: the bytes decide.
            data = _unpacked(data, name.strip(), limits)
    return data


def _unpacked(data: bytes, name: str, limits: Limits) -> bytes:
    reader = READERS.get(name)
    if reader is None or (name in ("gzip", "x-gzip") and not data.startswith(b"\x1f\x8b")):
        return data
    try:
        return bytes(reader(io.BytesIO(data)).read(limits.page_bytes + 1))
    except (OSError, ValueError, EOFError) as error:
        if name == "chunked":
            return data
        raise GatherError(f"the page is packed with {name} and damaged") from error


def _fetched(record: WarcRecord) -> str:
    return record.record_date.isoformat() if record.record_date else ""
