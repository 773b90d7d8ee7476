"""Look at the beginning of a stream and read it from there all the same.

Reads   binary streams, such as standard input, that cannot be wound back
Gives   streams
"""

import gzip
import io
import zlib
from typing import BinaryIO

from twosource.model import GatherError

GZIP = b"\x1f\x8b"
ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")
"""What begins a zstd frame, and the frame with a dictionary that begins a WARC packed with one."""

GZIP_WINDOW = 31
"""zlib's window size for gzip alone, at the largest window."""


class _Rewound(io.RawIOBase):
    """First the bytes that were read already, then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest
        self._at = 0

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed allows for more buffers
        """Fill the buffer and return how many bytes were put there, 0 at the end."""
        piece = self._head[: len(buffer)] or memoryview(self._rest.read(len(buffer)))
        self._head = self._head[len(buffer) :]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def tell(self) -> int:
        """Return how many bytes were read: fastwarc asks for it, and panics when it is not told."""
        return self._at


def rewound(head: bytes, rest: BinaryIO) -> io.BufferedReader:
    """Return a stream of `head` and then what is left of `rest`.

    >>> rewound(b"Dam ", io.BytesIO(b"bursts")).read()
    b'Dam bursts'
    """
    return io.BufferedReader(_Rewound(head, rest))


def opened(head: bytes) -> bytes:
    """Return the beginning of what a gzip file holds, from its own beginning; b"" when it is damaged there."""
    try:
        return zlib.decompressobj(GZIP_WINDOW).decompress(head, len(head))
    except zlib.error:
        return b""


def unpacked(data: bytes, most: int) -> bytes:
    """Return what gzip packed; raises GatherError when it is damaged or holds more than `most` bytes."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            found = packed.read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise GatherError("the gzip file is damaged or cut off") from error
    if len(found) > most:
        raise GatherError(f"it is too large: more than {most:,} bytes, unpacked")
    return found
