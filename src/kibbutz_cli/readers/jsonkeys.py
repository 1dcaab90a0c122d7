"""A JSON document's bytes from one of its arrays on, however far from the beginning that stands."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from kibbutz_cli.readers.chunks import stream_of
from kibbutz_cli.readers.sources import CHUNK

LONGEST = 256
"""Bytes that a key, its colon and the bracket may take."""


def from_array(stream: BinaryIO, key: str, absent: bytes = b"{}") -> BinaryIO:
    """Return a document that begins with the array of a key, as ``{"KEY": [`` and what follows there.

    A quote inside a text is escaped, so that a key in quotes is never a part of one.

    Args:
        stream: The document, from its start.
        key: The array's name.
        absent: What to return instead of a document without that array.
    """
    return stream_of(_from_array(stream, key, absent))


def _from_array(stream: BinaryIO, key: str, absent: bytes) -> Iterator[bytes]:
    wanted = re.compile(rb'(?<!\\)"%s"[ \t\r\n]*:[ \t\r\n]*\[' % re.escape(key.encode()))
    data = b""
    while chunk := stream.read(CHUNK):
        data = data[-LONGEST:] + chunk
        if found := wanted.search(data):
            yield b'{"%s":[' % key.encode()
            yield data[found.end() :]
            while more := stream.read(CHUNK):
                yield more
            return
    yield absent
