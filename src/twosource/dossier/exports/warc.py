"""Pages as a web archive, each as it was fetched.

Reads   Page, the instant at which it was fetched or added
Gives   records of WARC 1.1 (ISO 28500): a `response` for a page that has an address, a `resource` for one from a file
Misses  the headers that the server sent: a Page keeps its media type and encoding, and only these are written again

A record's id is made of what it holds, and each record is packed on its own, so that the same pages give the same bytes
and a reader may jump to any record.
"""

import gzip
import io
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from fastwarc.warc import WarcRecord, WarcRecordType

from twosource.model import Page

MEDIA_TYPE = "application/octet-stream"
"""What a page is when nothing says what it is (RFC 2046)."""

URL_SIGNS = "%:/?#[]@!$&'()*+,;=-._~"
"""The signs that stand in an address as they are (RFC 3986); all others are written with a percent sign."""


def warcinfo(when: str, packed: bool = True) -> bytes:
    """Return the record that opens an archive and says who wrote it; `when` is an ISO 8601 instant with zone."""
    fields = b"software: twosource\r\nformat: WARC File Format 1.1\r\n"
    record = _record(WarcRecordType.warcinfo, "", when, "application/warc-fields", fields)
    return gzip.compress(record, mtime=0) if packed else record


def page_record(page: Page, when: str = "", packed: bool = True) -> bytes:
    """Return a page as one record; `when` is used where the page does not say when it was fetched.

    Raises ValueError when neither tells: an archive's record must have its instant.
    """
    instant = page.fetched or when
    if not instant:
        raise ValueError(f"page {page.id!r} has no instant of fetching")
    media_type = _one_line(page.media_type) or MEDIA_TYPE
    if page.charset and "charset" not in media_type:
        media_type = f"{media_type}; charset={_one_line(page.charset)}"
    if not page.url:
        address = f"urn:x-twosource:page:{quote(page.id, safe='')}"
        record = _record(WarcRecordType.resource, address, instant, media_type, page.data)
        return gzip.compress(record, mtime=0) if packed else record
    address = quote(page.url, safe=URL_SIGNS)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(page.data)}\r\n\r\n"
    payload = head.encode("latin-1", "replace") + page.data
    record = _record(WarcRecordType.response, address, instant, "application/http; msgtype=response", payload)
    return gzip.compress(record, mtime=0) if packed else record


def _record(kind: WarcRecordType, address: str, when: str, media_type: str, content: bytes) -> bytes:
    """One record; its id is made of its address, instant and content, its digest of its content."""
    record = WarcRecord()
    digest = sha256(content).hexdigest()
    record.init_headers(kind, f"uuid:{uuid5(NAMESPACE_URL, f'{kind} {address} {when} {digest}')}".encode())
    record.headers["WARC-Date"] = _utc(when)
    if address:
        record.headers["WARC-Target-URI"] = address
    record.headers["Content-Type"] = media_type
    record.set_bytes_content(content)
    out = io.BytesIO()
    record.write(out, checksum_data=True)
    return out.getvalue()


def _utc(instant: str) -> str:
    """An ISO 8601 instant as WARC wants it: in UTC, to the second, with a Z; without a zone it is taken for UTC.

    >>> _utc("2023-05-03T10:00:00+02:00"), _utc("2023-05-03")
    ('2023-05-03T08:00:00Z', '2023-05-03T00:00:00Z')
    """
    moment = datetime.fromisoformat(instant)
    # Never the zone of the machine: the same page gives the same bytes everywhere.
    known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return known.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _one_line(value: str) -> str:
    """A header's value without line ends, which would end the header."""
    return " ".join(value.split())
