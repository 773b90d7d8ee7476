"""Exchange one request for one answer with one machine: no redirect, no cookie, no more bytes and seconds than allowed.

Reads   Target, the IP addresses to ask, headers
Gives   Answer
Misses  HTTP/2; encodings other than gzip and deflate, which are not asked for

urllib3 speaks HTTP and TLS; the socket is opened by the Network, to the address that was checked, so that a name that
changes its address between the check and the call (DNS rebinding) gains nothing. The certificate is checked
against the name. Bodies are unpacked here, a bounded piece at a time, so that a small bomb stays small.
"""

import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPException, IncompleteRead
from typing import Any, NamedTuple

from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ProtocolError

from twosource.gather.fetch_address import Target
from twosource.gather.fetch_network import Network
from twosource.model import FetchError

PIECE = 65_536
"""Bytes read at a time: the size of a socket's buffer."""

UNPACKED = 1_048_576
"""Bytes unpacked at a time: gzip packs a thousandfold at the most, so a piece is looked at in some sixty steps."""

ADDRESSES = 3
"""IP addresses of one host that are tried: an IPv6 one that leads nowhere, and two more."""

GZIP_OR_ZLIB = 47
"""zlib's window size for "whichever of gzip and zlib it is", at the largest window."""


class Bounds(NamedTuple):
    """`connect` seconds to open a socket, `read` between two pieces, `total` for all of one exchange; most bytes."""

    connect: float
    read: float
    total: float
    bytes: int


class Answer(NamedTuple):
    """What came back: the status, headers by lower-case name, the unpacked body (b"" where it was not wanted)."""

    status: int
    headers: Mapping[str, str]
    data: bytes


Wanted = Callable[[int, Mapping[str, str]], bool]
"""Whether the body is worth reading, from status and headers."""


class Call(NamedTuple):
    """One request: `body` is sent with POST, None asks with GET; `cut` takes the first bytes of what is too large."""

    target: Target
    headers: Mapping[str, str]
    wanted: Wanted
    body: bytes | None = None
    cut: bool = False


def exchange(call: Call, addresses: tuple[str, ...], network: Network, bounds: Bounds) -> Answer:
    """Send the request to the first of the `addresses` that can be connected to, and return its answer.

    Raises FetchError with one sentence.
    """
    connection = _connection(call.target, addresses[:ADDRESSES], network, bounds)
    try:
        with _deadline(connection, bounds.total) as late:
            try:
                answer = _exchanged(connection, call, bounds)
            except (HTTPError, HTTPException, OSError, ValueError, zlib.error) as error:
                if not late():
                    raise FetchError(_reason(error)) from error
            if late():  # a body without a stated length ends in silence when the socket is shut
                raise FetchError(f"it took longer than {bounds.total:g} seconds")
            return answer
    finally:
        connection.close()


def _exchanged(connection: HTTPConnection, call: Call, bounds: Bounds) -> Answer:
    connection.connect()
    connection.request(
        "GET" if call.body is None else "POST",
        call.target.path,
        body=call.body,
        headers=dict(call.headers),
        preload_content=False,
        decode_content=False,
    )
    response = connection.getresponse()
    try:
        headers = {name.lower(): value for name, value in response.headers.items()}
        wanted = call.wanted(response.status, headers)
        return Answer(response.status, headers, _body(response, headers, bounds.bytes, call.cut) if wanted else b"")
    finally:
        response.close()  # it holds the socket while its body is unread


def _connection(target: Target, addresses: tuple[str, ...], network: Network, bounds: Bounds) -> HTTPConnection:
    kind = _PinnedHTTPS if target.scheme == "https" else _Pinned
    # A TLS handshake is bounded as a whole by the timeout of its socket, which nobody else can reach meanwhile.
    seconds = min(bounds.read, bounds.total)
    connection = kind(target.host, target.port, timeout=seconds)
    connection.opened = lambda: _opened(addresses, target.port, network, min(bounds.connect, bounds.total))
    connection.seconds = seconds
    return connection


def _opened(addresses: tuple[str, ...], port: int, network: Network, seconds: float) -> socket.socket:
    """A socket to the first address that answers; the error of the last one when none does."""
    for address in addresses[:-1]:
        with suppress(OSError):
            return network.connect(address, port, seconds)
    return network.connect(addresses[-1], port, seconds)


class _Pinned(HTTPConnection):
    """A connection whose socket is opened by a function of ours. `_new_conn` is where urllib3's own SOCKS does so."""

    opened: Callable[[], socket.socket]
    seconds: float
    raw: socket.socket | None = None

    def _new_conn(self) -> socket.socket:
        self.raw = self.opened()
        self.raw.settimeout(self.seconds)
        return self.raw


class _PinnedHTTPS(HTTPSConnection, _Pinned):
    """The same over TLS."""

    def _new_conn(self) -> socket.socket:
        return _Pinned._new_conn(self)


@contextmanager
def _deadline(connection: Any, seconds: float) -> Iterator[Callable[[], bool]]:
    """Shut the connection's sockets when the time is up; what is yielded says whether it is, whatever error that makes.

    Timeouts of a socket start anew with each byte: a server that sends one byte a second would hold us for hours.
    It is asked by the clock: a socket's own timeout may end a moment before the thread that shuts it gets its turn.
    """
    end = time.monotonic() + seconds
    sockets: list[Any] = []

    def late() -> bool:
        return time.monotonic() >= end

    def shut() -> None:
        for sock in (*sockets, connection.sock, connection.raw):
            with suppress(OSError, AttributeError):
                sock.shutdown(socket.SHUT_RDWR)

    opened = connection.connect

    def connect_and_keep() -> None:
        opened()
        sockets.append(connection.sock)  # http.client forgets it when the answer is the last one

    connection.connect = connect_and_keep
    timer = threading.Timer(seconds, shut)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def _body(response: BaseHTTPResponse, headers: Mapping[str, str], most: int, cut: bool) -> bytes:
    """The body, unpacked, never more than `most` bytes of it in memory."""
    if not cut and int(headers.get("content-length", "0") or 0) > most:
        raise FetchError(
            f"it is too large: {int(headers['content-length']):,} bytes, at most {most:,} are fetched", again=False
        )
    pieces, size = [], 0
    for piece in _unpacked(_pieces(response), headers.get("content-encoding", "")):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            if cut:
                break
            raise FetchError(f"it is too large: more than {most:,} bytes, unpacked", again=False)
    return b"".join(pieces)[:most]


def _pieces(response: BaseHTTPResponse) -> Iterator[bytes]:
    while piece := response.read(PIECE, decode_content=False):
        yield piece


def _unpacked(pieces: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """The pieces without their content encoding; each that is given has at most `UNPACKED` bytes."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        yield from pieces
        return
    if name not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"it is sent in an encoding that was not asked for ({name[:40]})", again=False)
    unpacker = zlib.decompressobj(GZIP_OR_ZLIB)
    for piece in pieces:
        left, full = piece, True
        while left or full:
            if unpacker.eof:  # another member of a gzip file
                unpacker = zlib.decompressobj(GZIP_OR_ZLIB)
            out = unpacker.decompress(left, UNPACKED)
            yield out
            left, full = unpacker.unconsumed_tail or unpacker.unused_data, len(out) == UNPACKED
    if not unpacker.eof:
        raise FetchError("the answer was cut off")


def _reason(error: Exception) -> str:
    """One sentence for what went wrong with a connection."""
    inner: BaseException | None = error
    while inner is not None:
        if isinstance(inner, ssl.SSLCertVerificationError):
            return f"its certificate cannot be trusted ({inner.verify_message or 'unknown reason'})"
        if isinstance(inner, TimeoutError):
            return "it did not answer in time"
        if isinstance(inner, ConnectionRefusedError):
            return "nothing answers there (connection refused)"
        inner = inner.__cause__ or inner.__context__
    if isinstance(error, zlib.error):
        return "the answer is packed and damaged"
    if isinstance(error, IncompleteRead | ProtocolError) and "IncompleteRead" in str(error):
        return "the answer was cut off"
    if isinstance(error, ssl.SSLError):
        return "no secure connection could be made"
    if isinstance(error, HTTPException | ValueError):
        return f"its answer could not be understood ({type(error).__name__})"
    words = " ".join(str(error).split())[:120]
    return f"the connection failed ({type(error).__name__}{': ' + words if words else ''})"
