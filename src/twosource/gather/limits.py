"""How much of each input is taken in. Reads nothing. Gives `Limits`."""

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """Bounds on what is gathered.

    `page_bytes`: the largest page; the longest news pages (live blogs) reach 5 MB, and what is over 20 MB is a data
    file.
    `files`: the most files of one folder; a newsroom's day is 10,000 pages.
    `depth`: the most folders inside one another; it ends a walk around linked folders.
    `addresses`: the most addresses of one list; a sitemap may hold 50,000.
    `lists`: the most lists inside one another; OPML, index, sitemap, and one to spare.
    """

    page_bytes: int = 32_000_000
    files: int = 1_000_000
    depth: int = 32
    addresses: int = 50_000
    lists: int = 4


LIMITS = Limits()
"""The limits that hold when nothing else is said."""
