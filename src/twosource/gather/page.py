"""Make a Page of bytes that were handed over: standard input, a test, an archive's record.

Reads   bytes
Gives   Page
"""

import hashlib
from datetime import UTC, datetime

from twosource.gather.limits import LIMITS, Limits
from twosource.model import GatherError, Page

DIGEST_LENGTH = 16
"""Hexadecimal digits: 64 bits keep a million addresses apart with a chance of a clash under 1 in 10 million."""


def page_of(
    data: bytes, id: str = "", *, media_type: str = "", url: str = "", fetched: str = "", limits: Limits = LIMITS
) -> Page:
    """Return the bytes as a Page; without an id it gets a digest of its address, or of its bytes.

    Raises GatherError when there are more bytes than `limits` allow.

    >>> page_of(b"Dam bursts", "stdin").id, page_of(b"Dam bursts").id
    ('stdin', 'fc354a2b7d3817b7')
    """
    if len(data) > limits.page_bytes:
        raise GatherError(f"the page is too large: {len(data):,} bytes, at most {limits.page_bytes:,} are read")
    name = id or hashlib.sha256(url.encode() if url else data).hexdigest()[:DIGEST_LENGTH]
    return Page(name, data, media_type, url, fetched)


def instant(seconds: float) -> str:
    """Return a moment in seconds since 1970 as ISO 8601 in UTC, to the second.

    >>> instant(0.9)
    '1970-01-01T00:00:00+00:00'
    """
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()
