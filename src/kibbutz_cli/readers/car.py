"""The blocks of a CAR file, version 1: their ids and bytes, one after another (https://ipld.io/specs/transport/car/)."""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import libipld

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.readers.sources import truncated

LONGEST_HEADER = 2**16
LONGEST_ID = 128
SHA2_256 = b"\x12\x20"
"""The mark of the one hash that repositories use, and its length."""

_VARINT_BYTES = 9


class Block(NamedTuple):
    """One block: its number from 1, its id, its bytes, and whether they are what the id promises."""

    position: int
    cid: bytes
    data: bytes
    sound: bool


class Car:
    """A CAR file, read from its start; its header is read when it is made."""

    def __init__(self, stream: BinaryIO, place: str, longest: int) -> None:
        """Read the header.

        Raises:
            InputError: It is no CAR file of version 1, or cut off.
        """
        self._stream = stream
        self._place = place
        self._longest = longest
        size = self._varint()
        if size is None or size > LONGEST_HEADER:
            raise InputError(f"{place}: not a CAR file: expected its header", "download it again")
        header = decoded(self._take(size))
        fields = header if type(header) is dict else {}
        roots = fields.get("roots")
        if fields.get("version") != 1 or type(roots) is not list:
            raise InputError(f"{place}: not a CAR file of version 1", "download it again with getRepo")
        self.roots = [root for root in roots if type(root) is bytes]

    def blocks(self) -> Iterator[Block]:
        """Yield every block.

        Raises:
            InputError: The file is cut off, or the length of a block is senseless.
            LimitError: A block is longer than the limits allow.
        """
        position = 0
        while (size := self._varint()) is not None:
            position += 1
            if size > self._longest:
                raise LimitError(
                    f"{self._place}:{position}: a block of {size:,} bytes",
                    "if you trust this file, raise the limit with --limit line_bytes=N",
                )
            section = self._take(size)
            length = id_length(section)
            if length is None:
                raise InputError(f"{self._place}:{position}: no id of a block: expected a CID")
            cid, data = section[:length], section[length:]
            yield Block(position, cid, data, is_sound(cid, data))

    def _varint(self) -> int | None:
        """Return the next length; none at the end of the file."""
        value = shift = 0
        for number in range(_VARINT_BYTES):
            byte = self._stream.read(1)
            if not byte:
                if number:
                    raise truncated(self._place, "CAR file")
                return None
            value |= (byte[0] & 0x7F) << shift
            if byte[0] < 0x80:
                return value
            shift += 7
        raise InputError(f"{self._place}: no length of a block: expected a CAR file")

    def _take(self, size: int) -> bytes:
        data = self._stream.read(size)
        if len(data) < size:
            raise truncated(self._place, "CAR file")
        return data


def decoded(data: bytes) -> object:
    """Return the value of DAG-CBOR, none where it is no such thing; links are the bytes of their ids."""
    try:
        return libipld.decode_dag_cbor(data)
    except (ValueError, RecursionError):
        return None


def is_sound(cid: bytes, data: bytes) -> bool:
    """Return whether a block's bytes are what its id promises; an id of another hash promises nothing."""
    if cid[-34:-32] != SHA2_256:
        return True
    return hashlib.sha256(data).digest() == cid[-32:]


def id_length(section: bytes) -> int | None:
    """Return how many bytes at the start of a block are its id; none where there is no id."""
    if section.startswith(SHA2_256):
        return 34 if len(section) >= 34 else None
    at = 0
    numbers = []
    for _ in range(4):  # version, codec, hash, length of the hash
        value = shift = 0
        while True:
            if at >= len(section) or shift > 28:
                return None
            byte = section[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        numbers.append(value)
    length = at + numbers[3]
    return length if numbers[0] == 1 and length <= min(len(section), LONGEST_ID) else None
