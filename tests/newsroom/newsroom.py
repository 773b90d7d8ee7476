"""A news site on this machine that plays a day: several host names, one server, a clock that the test turns.

Reads   a plan: what each path of each host answers from which hour on
Gives   Newsroom: `network` for a Fetcher, `asked` (every request with its answer)

Host names resolve to made-up addresses of the open internet and only the socket leads to the server, so every check of
addresses is the real one. No socket to the outside is opened: `connect` knows no other address.
"""

import gzip
import hashlib
import ipaddress
import socket
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from twosource.gather import Network


class Reply(NamedTuple):
    """An answer. `drip` sends the body a byte at a time, with so many seconds between two."""

    body: bytes = b""
    status: int = 200
    media_type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    drip: float = 0.0


class Clock:
    """A clock that goes on when somebody sleeps."""

    def __init__(self, start: str) -> None:
        self.now = datetime.fromisoformat(start).replace(tzinfo=UTC).timestamp()

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def to(self, hour: str) -> None:
        """Turn it to an hour of the same day, "14:30"."""
        day = datetime.fromtimestamp(self.now, UTC).date().isoformat()
        self.now = max(self.now, datetime.fromisoformat(f"{day}T{hour}:00+00:00").timestamp())

    @property
    def hour(self) -> str:
        return datetime.fromtimestamp(self.now, UTC).strftime("%H:%M")


Plan = dict[str, dict[str, list[tuple[str, Reply]]]]
"""Host, path, and what is answered from which hour ("06:00") on; before the first, 404."""


class Newsroom:
    """The server. Use it with `with`; `asked` holds (host, path, status) in order."""

    def __init__(self, plan: Plan, clock: Clock) -> None:
        self.plan = plan
        self.clock = clock
        self.asked: list[tuple[str, str, int]] = []
        self.agents: set[str] = set()
        self.posted: list[tuple[str, dict[str, str], bytes]] = []
        self.refuse_posts = 0
        hosts = sorted(plan)
        self.addresses = {host: f"93.184.216.{number}" for number, host in enumerate(hosts, 1)}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        self.network = Network(self.resolve, self.connect, clock, clock.sleep)

    def __enter__(self) -> "Newsroom":
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def resolve(self, host: str, port: int) -> tuple[str, ...]:
        try:
            return (str(ipaddress.ip_address(host)),)
        except ValueError:
            pass
        if host in self.addresses:
            return (self.addresses[host],)
        raise OSError("no such host")

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        assert address in self.addresses.values(), f"somebody asked {address}"
        return socket.create_connection(self.server.server_address[:2], timeout=seconds)

    def answer(self, host: str, path: str) -> Reply:
        """What this path answers at this hour."""
        times = self.plan.get(host, {}).get(path, [])
        now = [reply for hour, reply in times if hour <= self.clock.hour]
        if now:
            return now[-1]
        return Reply(b"no such page", 404, "text/plain")


def etag(reply: Reply) -> str:
    return f'"{hashlib.sha256(reply.body).hexdigest()[:12]}"'


def bomb(size: int) -> Reply:
    """A small answer that unpacks to `size` bytes."""
    return Reply(gzip.compress(b"\0" * size, 9), headers=(("Content-Encoding", "gzip"),))


def redirect(to: str, status: int = 302) -> Reply:
    return Reply(b"", status, headers=(("Location", to),))


def _handler(room: Newsroom) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            reply = room.answer(host, self.path)
            room.agents.add(self.headers["User-Agent"])
            tag = etag(reply)
            if reply.status == 200 and self.headers["If-None-Match"] == tag:
                reply = Reply(b"", 304)
            room.asked.append((host, self.path, reply.status))
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.media_type)
            self.send_header("ETag", tag)
            for name, value in reply.headers:
                self.send_header(name, value)
            if not reply.drip:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self._send(reply)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = 200
            if room.refuse_posts:
                room.refuse_posts -= 1
                status = 503
            else:
                room.posted.append((self.path, {k.lower(): v for k, v in self.headers.items()}, body))
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _send(self, reply: Reply) -> None:
            try:
                if not reply.drip:
                    self.wfile.write(reply.body)
                    return
                for byte in reply.body:
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    time.sleep(reply.drip)
            except OSError:
                pass  # the other side had enough

    return Handler
