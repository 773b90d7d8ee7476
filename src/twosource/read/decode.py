r"""Turn a page's bytes into text: the declared encoding first, checked; what it looks like when that fails.

Reads   Page.data, Page.charset, and what the bytes say of themselves
Gives   text with line ends as "\n"
Misses  text that is valid in several encodings and names none of them
"""

import codecs
import re

from charset_normalizer import from_bytes

from twosource.model import Page, ReadError

SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, picture or film"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
)
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^<>]{0,100}?encoding=[\"']([\w:.-]{2,40})", re.I
)
HEAD_BYTES = 16_384
"""Where a declaration is looked for: HTML asks for it in the first 1,024 bytes; pages are seen to put it later."""

SAMPLE_BYTES = 200_000
"""What the detector sees of a page: its cost grows faster than its certainty."""

CONTROL_SHARE = 0.02
"""Above this share of control characters it is no text: prose has none, a table from a terminal fewer than 1 in 100."""

MISREAD_SHARE = 0.001
"""A declared encoding that leaves more unreadable characters than this (1 in 1,000) is not the actual one."""

DAMAGED_SHARE = 0.1
"""UTF-8 with some broken bytes (a file cut off inside a character) still has ten good characters to each broken one."""

# WHATWG: pages that declare Latin-1 or ASCII mean Windows-1252.
MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}


def text_of(page: Page) -> str:
    """Return the page as text; raises ReadError when it is empty or no text at all."""
    data = page.data
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise ReadError("the file is empty")
    for signature, what in SIGNATURES:
        if data[:HEAD_BYTES].lstrip().startswith(signature):
            raise ReadError(f"this is {what}, not a page of text")
    text = _decoded(data, page.charset)
    head = text[:SAMPLE_BYTES]
    control = sum(1 for char in head if (char < " " and char not in "\t\n\r\x0b\x0c") or char == "\ufffd")
    if control > CONTROL_SHARE * len(head):
        raise ReadError("this is a binary file, not a page of text")
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def _decoded(data: bytes, charset: str) -> str:
    for mark, name in BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        # UTF-8 that holds together is UTF-8, whatever is declared: no other encoding's text passes by chance.
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for name in (charset, declared(data)):
        found = _tried(data, name)
        if found is not None:
            return found
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken <= DAMAGED_SHARE * sum(1 for char in text if char > "\x7f"):
        return text
    return data.decode(_detected(data), "replace")


def _detected(data: bytes) -> str:
    """The encoding that the bytes look like. English text with a few bytes above ASCII is most often Windows-1252."""
    high = [byte for byte in data[:SAMPLE_BYTES] if byte > 0x7F]
    # In Windows-1252 these are quotation marks, dashes, the ellipsis, a no-break space and the pound sign.
    if high and sum(byte in b"\x85\x91\x92\x93\x94\x96\x97\xa0\xa3" for byte in high) * 2 > len(high):
        return "cp1252"
    best = from_bytes(data[:SAMPLE_BYTES]).best()
    return best.encoding if best else "cp1252"


def declared(data: bytes) -> str:
    """Return the encoding that the first bytes declare, "" when they declare none.

    >>> declared(b'<html><meta charset="windows-1251">')
    'windows-1251'
    """
    match = DECLARED.search(data[:HEAD_BYTES])
    return (match[1] or match[2]).decode("ascii") if match else ""


def _tried(data: bytes, name: str) -> str | None:
    """The bytes in this encoding, None when it is unknown, is the UTF-8 that failed, or does not fit them."""
    try:
        codec = codecs.lookup(MEANT.get(name.lower(), name)).name if name else "utf-8"
    except LookupError:
        return None
    if codec.startswith("utf") and b"\x00" not in data[:HEAD_BYTES]:
        return None
    try:
        text = data.decode(codec, "replace")
    except (LookupError, UnicodeError):
        return None
    return text if text.count("\ufffd") <= MISREAD_SHARE * len(text) else None
