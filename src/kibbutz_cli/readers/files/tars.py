"""The entries of a tar, found in one pass; a compressed tar is unpacked once to a temporary file."""

import os
import tarfile
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, Protocol

from kibbutz_cli.errors import InputError
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.entries import Listing, Opener, entry_name, is_media
from kibbutz_cli.readers.files.sources import CHUNK, File, scratch, truncated
from kibbutz_cli.readers.files.streams import Slice, Stream, buffered

BLOCK = tarfile.BLOCKSIZE
LONG_HEADER = 2**20
"""More bytes of extended header than this are an attack, not a long name."""

PAX_HEADERS = {b"x", b"X"}
GNU_NAMES = {b"L", b"K"}
FILES = {tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE}


class Found(NamedTuple):
    """One file of a tar: its name, where its bytes begin in the tar, and how many there are."""

    name: str
    start: int
    size: int


class Walk(Protocol):
    """A tar passed over once, from its first byte to its last."""

    position: int

    def read(self, size: int) -> bytes:
        """Return the next bytes; fewer only at the end."""
        ...

    def skip(self, size: int) -> None:
        """Pass over the next bytes."""
        ...

    def keep(self, found: Found) -> Opener:
        """Pass over an entry's bytes and return how to open it later."""
        ...


class OnDisk:
    """An uncompressed tar: its entries are read where they lie."""

    def __init__(self, file: File, place: str) -> None:
        self._file = file
        self._place = place
        self._length = file.seek(0, os.SEEK_END)
        self.position = 0

    def read(self, size: int) -> bytes:
        """Return the next bytes; fewer only at the end."""
        self._file.seek(self.position)
        data = self._file.read(size)
        self.position += len(data)
        return data

    def skip(self, size: int) -> None:
        """Pass over the next bytes.

        Raises:
            InputError: The tar ends before them.
        """
        self.position += size
        if self.position > self._length:
            raise truncated(self._place, "tar")

    def keep(self, found: Found) -> Opener:
        """Pass over an entry's bytes and return how to open it later."""
        self.skip(found.size)
        place, span = f"{self._place}!{found.name}", (found.start, found.start + found.size)
        return lambda budget: buffered(Slice(self._file, place, span, lambda size: budget.take(size, size)))


class Compressed:
    """A compressed tar: entries are copied to a temporary file as they pass, media left out."""

    def __init__(self, source: Opener, place: str, budget: Budget) -> None:
        self._source = source
        self._stream = source(budget)
        self._place = place
        self.copy = scratch(place)
        self.position = 0

    def read(self, size: int) -> bytes:
        """Return the next bytes; fewer only at the end."""
        data = self._stream.read(size)
        self.position += len(data)
        return data

    def skip(self, size: int) -> None:
        """Pass over the next bytes.

        Raises:
            InputError: The tar ends before them.
        """
        for _ in self._chunks(size):
            pass

    def keep(self, found: Found) -> Opener:
        """Pass over an entry's bytes and return how to open it later.

        Raises:
            InputError: The tar ends before them, or the temporary folder is full.
        """
        place = f"{self._place}!{found.name}"
        # No reader wants media, and they are most of an archive: the temporary file stays small.
        if is_media(found.name):
            self.skip(found.size)
            return lambda budget: buffered(Reread(self._source(budget), place, found))
        start = self.copy.tell()
        try:
            for chunk in self._chunks(found.size):
                self.copy.write(chunk)
            self.copy.flush()
        except OSError as exc:
            raise InputError(f"{place}: no room in the temporary folder: {exc.strerror}") from exc
        # The bytes were counted when they were unpacked; only the clock is looked at again.
        span = (start, start + found.size)
        return lambda budget: buffered(Slice(self.copy, place, span, lambda _: budget.take(0, 0)))

    def _chunks(self, size: int) -> Iterator[bytes]:
        while size:
            chunk = self.read(min(size, CHUNK))
            if not chunk:
                raise truncated(self._place, "tar")
            size -= len(chunk)
            yield chunk


class Reread(Stream):
    """An entry of a compressed tar that was not copied: unpacked again from the start."""

    def __init__(self, tar: BinaryIO, place: str, found: Found) -> None:
        super().__init__()
        self._tar = tar
        self._place = place
        self._before = found.start
        self._left = found.size

    def readinto(self, buffer: object) -> int:
        """Fill the buffer with the next bytes and return how many.

        Raises:
            InputError: The tar ends before the entry does.
        """
        while self._before:
            self._before -= len(self._next(self._before))
        view = memoryview(buffer)[: self._left]  # type: ignore[arg-type]  # any buffer does
        if not view:
            return 0
        data = self._next(len(view))
        view[: len(data)] = data
        self._left -= len(data)
        return len(data)

    def close(self) -> None:
        """Close the stream and the tar it is read from."""
        self._tar.close()
        super().close()

    def _next(self, size: int) -> bytes:
        data = self._tar.read(min(size, CHUNK))
        if not data:
            raise truncated(self._place, "tar")
        return data


def is_tar(head: bytes) -> bool:
    """Return whether bytes begin with a tar's header, told by its checksum."""
    try:
        tarfile.TarInfo.frombuf(head[:BLOCK], "utf-8", "backslashreplace")
    except tarfile.TarError:
        return False
    return True


def entries(walk: Walk, place: str, listing: Listing) -> dict[str, Opener]:
    """Return how to open each file of a tar.

    Raises:
        InputError: The tar is truncated, holds a link or device, or names lead out of it.
        LimitError: It has too many entries, or is larger than the limits allow.
    """
    for found in _files(walk, place, listing):
        listing.add(found.name, walk.keep(found))
        walk.skip(-found.size % BLOCK)
    return listing.openers()


def _files(walk: Walk, place: str, listing: Listing) -> Iterator[Found]:
    longer: dict[str, str] = {}
    while (header := _header(walk, place)) is not None:
        if header.type in PAX_HEADERS:
            longer |= _pax(_extended(walk, place, header), place)
        elif header.type == tarfile.XGLTYPE:
            _extended(walk, place, header)
        elif header.type in GNU_NAMES:
            name = _extended(walk, place, header).rstrip(b"\0").decode("utf-8", "backslashreplace")
            longer |= {"path": name} if header.type == b"L" else {}
        else:
            listing.count()
            found = _found(walk, place, header, longer)
            if found is not None:
                yield found
            longer = {}


def _header(walk: Walk, place: str) -> tarfile.TarInfo | None:
    block = walk.read(BLOCK)
    if block.count(0) == BLOCK:
        _end(walk, place)
        return None
    try:
        header = tarfile.TarInfo.frombuf(block, "utf-8", "backslashreplace")
    except tarfile.TarError as exc:
        if len(block) < BLOCK:
            raise truncated(place, "tar") from exc
        raise InputError(
            f"{place}: damaged tar at byte {walk.position - BLOCK:,}: expected a header"
        ) from exc
    if header.size < 0:
        raise InputError(f"{place}!{header.name}: negative size: expected a number of bytes")
    return header


def _end(walk: Walk, place: str) -> None:
    while rest := walk.read(CHUNK):
        if rest.count(0) != len(rest):
            raise InputError(f"{place}: bytes after the tar's end mark: expected one tar")


def _extended(walk: Walk, place: str, header: tarfile.TarInfo) -> bytes:
    if header.size > LONG_HEADER:
        raise InputError(f"{place}!{header.name}: extended header of {header.size:,} bytes: expected a name")
    data = walk.read(header.size)
    if len(data) != header.size:
        raise truncated(place, "tar")
    walk.skip(-header.size % BLOCK)
    return data


def _pax(data: bytes, place: str) -> dict[str, str]:
    records: dict[str, str] = {}
    while data.strip(b"\0"):
        length, _, _ = data.partition(b" ")
        size = int(length) if length.isdigit() and len(length) < 8 else 0
        key, equals, value = data[len(length) + 1 : size - 1].partition(b"=")
        # A record that takes no bytes would be read for ever.
        if not equals or not 0 < size <= len(data):
            raise InputError(f"{place}: damaged extended header: expected LENGTH KEY=VALUE")
        records[key.decode("utf-8", "backslashreplace")] = value.decode("utf-8", "backslashreplace")
        data = data[size:]
    return records


def _found(walk: Walk, place: str, header: tarfile.TarInfo, longer: dict[str, str]) -> Found | None:
    name = entry_name(longer.get("path", header.name), place)
    sparse = any(key.startswith("GNU.sparse") for key in longer)
    if header.type == tarfile.DIRTYPE:
        return None
    if header.type not in FILES or sparse:
        raise InputError(f"{place}!{name}: a link, device or sparse file: expected files and folders")
    size = longer.get("size", str(header.size))
    if not (size.isdecimal() and len(size) < 20):
        raise InputError(f"{place}!{name}: size {size!r}: expected a number of bytes")
    return Found(name, walk.position, int(size))
