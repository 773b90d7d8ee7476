"""Fetch many addresses: several hosts at once, each host one at a time, answers in the order of the questions.

Reads   addresses with what was kept of an earlier answer
Gives   Fetched or FetchError for each
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import zip_longest
from typing import NamedTuple

from twosource.gather.fetch import Fetched, Fetcher
from twosource.gather.fetch_address import target_of
from twosource.model import FetchError

AHEAD = 4
"""Answers per worker that may wait to be taken: pages are about 100 KB, so a few MB in all."""


class Wanted(NamedTuple):
    """An address to ask for; with `etag` or `modified` only if it changed since."""

    url: str
    etag: str = ""
    modified: str = ""


def fetch_all(
    fetcher: Fetcher, wanted: Iterable[Wanted], workers: int = 1
) -> Iterator[tuple[Wanted, Fetched | FetchError]]:
    """Yield each question with its answer, in order; up to `workers` hosts are asked at once."""
    if workers < 2:
        for one in wanted:
            yield one, _answer(fetcher, one)
        return
    waiting: deque[tuple[Wanted, Future[Fetched | FetchError]]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        try:
            for one in wanted:
                waiting.append((one, pool.submit(_answer, fetcher, one)))
                if len(waiting) >= workers * AHEAD:
                    first, answer = waiting.popleft()
                    yield first, answer.result()
            while waiting:
                first, answer = waiting.popleft()
                yield first, answer.result()
        finally:
            for _, answer in waiting:
                answer.cancel()


def by_turns(wanted: Iterable[Wanted]) -> list[Wanted]:
    """Return the addresses so that hosts take turns, those of one host in their order.

    >>> [one.url[-1] for one in by_turns([Wanted(f"http://{name}") for name in ("a/1", "a/2", "b/3")])]
    ['1', '3', '2']
    """
    hosts: dict[str, list[Wanted]] = {}
    for one in wanted:
        hosts.setdefault(_host(one.url), []).append(one)
    return [one for turn in zip_longest(*hosts.values()) for one in turn if one is not None]


def _host(url: str) -> str:
    try:
        return target_of(url).host
    except FetchError:
        return ""


def _answer(fetcher: Fetcher, one: Wanted) -> Fetched | FetchError:
    try:
        return fetcher.fetch(one.url, one.etag, one.modified)
    except FetchError as error:
        return error
