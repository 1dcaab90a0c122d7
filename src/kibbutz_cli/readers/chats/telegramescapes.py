r"""Telegram Desktop's JSON with its own escapes of control characters, ``\x08``, as JSON has them.

No parser of JSON reads these: the message in which one stands would be set aside, and a whole export whose
chat is called so refused.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from kibbutz_cli.readers.files.chunks import stream_of
from kibbutz_cli.readers.parsing.jsonstream import CHUNK
from kibbutz_cli.readers.patterns import pattern

# Taken two by two, a backslash that stands for itself begins no escape.
_ESCAPE = pattern(rb"\\(?:x([01][0-9A-F])|.)", re.DOTALL)
_BEGUN = pattern(rb"\\(?:x[01]?)?\Z")
_LONGEST = len(rb"\x0")


def mended(stream: BinaryIO) -> BinaryIO:
    """Return a document with the escapes of JSON."""
    return stream_of(_mended(stream))


def _mended(stream: BinaryIO) -> Iterator[bytes]:
    begun = b""
    while chunk := stream.read(CHUNK):
        data = begun + chunk
        whole = _whole(data)
        data, begun = data[:whole], data[whole:]
        # Almost no chunk has one, and to look for them escape by escape takes as long as to parse.
        yield _ESCAPE.sub(_escape, data) if b"\\x" in data else data
    yield begun


def _whole(data: bytes) -> int:
    """Return where a chunk ends before an escape that goes on in the next."""
    found = _BEGUN.search(data, max(0, len(data) - _LONGEST))
    if found is None:
        return len(data)
    before = found.start() - len(data[: found.start()].rstrip(b"\\"))
    return len(data) if before % 2 else found.start()


def _escape(found: re.Match[bytes]) -> bytes:
    return b"\\u00" + found[1] if found[1] else found[0]
