"""The one seam to the network: how a name is resolved, how a socket is opened, what time it is, how to wait.

Reads   the machine's name servers, its network and its clock
Gives   Network, which a test replaces by one of its own
Misses  a name server that never answers holds a run up for as long as the system's resolver waits; proxies are not used
"""

import socket
import time
from collections.abc import Callable
from typing import NamedTuple


class Network(NamedTuple):
    """`resolve(host, port)` gives IP addresses (OSError when there are none), `connect(ip, port, seconds)` a socket.

    `connect` is only ever given an address that `resolve` gave and that was checked. `clock()` is in seconds since
    1970, `sleep(seconds)` waits.
    """

    resolve: Callable[[str, int], tuple[str, ...]]
    connect: Callable[[str, int, float], socket.socket]
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Return the IP addresses of a host, in the system's order of preference, each once; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(item[4][0]) for item in found))


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """Return a socket connected to exactly this IP address; raises OSError, TimeoutError after `seconds`."""
    return socket.create_connection((address, port), timeout=seconds)


NETWORK = Network(resolve, connect)
"""The actual network."""
