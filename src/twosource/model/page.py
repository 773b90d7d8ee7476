"""What `gather` brings in, before anything is read."""

import msgspec


class Page(msgspec.Struct, frozen=True):
    """The bytes of one document as they were had.

    `id` is unique within a run: a file's name without its ending, or a short digest of the address.
    `media_type` is what the server or the file's name says ("" when nothing does) and may be wrong.
    `fetched` is an ISO 8601 instant with zone, or "" for a file. `path` is where a file lies, as it was given; for a
    record of a file that holds many, its id stands behind a "#".
    """

    id: str
    data: bytes
    media_type: str = ""
    url: str = ""
    fetched: str = ""
    charset: str = ""
    path: str = ""
