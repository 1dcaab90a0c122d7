"""The entries of a zip, from its central directory alone; nothing is extracted."""

import io
import os
import stat
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from kibbutz_cli.errors import InputError
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.codecs import Codec, Stored, bzip2_codec, deflate_codec, zstd_codec
from kibbutz_cli.readers.files.entries import Listing, Opener, entry_name
from kibbutz_cli.readers.files.sources import File, truncated
from kibbutz_cli.readers.files.streams import Slice, Unpacked, buffered

MAGICS = (b"PK\x03\x04", b"PK\x05\x06")

END = struct.Struct("<4s4H2LH")
END64_LOCATOR = struct.Struct("<4sLQL")
END64 = struct.Struct("<4sQ2H2L4Q")
CENTRAL = struct.Struct("<4s6H3L5H2L")
LOCAL = struct.Struct("<4s5H3L2H")

ENCRYPTED = 0x1 | 0x40 | 0x2000
UTF8 = 0x800
CODECS: dict[int, Callable[[], Codec]] = {
    0: Stored,
    8: deflate_codec,
    12: bzip2_codec,
    93: zstd_codec,
}
"""The compression methods read, by their number in the zip specification (APPNOTE 4.4.5)."""


class Directory(NamedTuple):
    """Where the central directory lies, and how many entries it says it has."""

    start: int
    end: int
    entries: int


class Member(NamedTuple):
    """One line of the central directory."""

    raw_name: bytes
    name: str
    method: int
    crc: int
    packed: int
    size: int
    header: int


def entries(file: File, place: str, listing: Listing) -> dict[str, Opener]:
    """Return how to open each file of a zip.

    Raises:
        InputError: The zip is truncated, encrypted, or not honest about its entries.
        LimitError: It has too many entries.
    """
    directory = _directory(file, place)
    members = list(_members(file, place, directory, listing))
    members.sort(key=lambda member: member.header)
    ends = [*(member.header for member in members), directory.start][1:]
    for member, end in zip(members, ends, strict=True):
        # Python 3.11's zipfile accepts entries that share bytes: the way of the best zip bombs.
        if member.header + LOCAL.size + len(member.raw_name) + member.packed > end:
            raise InputError(
                f"{place}!{member.name}: overlapping entries: expected each to have its own bytes"
            )
        if not member.name.endswith("/"):
            listing.add(entry_name(member.name, place), _opener(file, place, member, end))
    return listing.openers()


class Checked(Unpacked):
    """A zip's entry that is refused when its length or checksum is not as declared."""

    def __init__(self, source: BinaryIO, place: str, member: Member, budget: Budget) -> None:
        super().__init__(source, place, CODECS[member.method], lambda size: budget.take(0, size))
        self._member = member
        self._size = 0
        self._crc = 0

    def readinto(self, buffer: object) -> int:
        """Fill the buffer with the next bytes and return how many.

        Raises:
            InputError: The entry is damaged, or longer or shorter than declared.
            LimitError: It swells beyond the limits.
        """
        if self._size == self._member.size:
            return 0
        got = super().readinto(buffer)
        self._size += got
        if not got or self._size > self._member.size:
            raise InputError(f"{self._place}: damaged entry: expected {self._member.size:,} bytes")
        self._crc = zlib.crc32(memoryview(buffer)[:got], self._crc)  # type: ignore[arg-type]  # any buffer does
        if self._size == self._member.size and self._crc != self._member.crc:
            raise InputError(f"{self._place}: damaged entry: expected checksum {self._member.crc:08x}")
        return got


def _opener(file: File, place: str, member: Member, end: int) -> Opener:
    where = f"{place}!{member.name}"

    def opened(budget: Budget) -> io.BufferedReader:
        start = _data_start(file, where, member)
        if start + member.packed > end:
            raise InputError(f"{where}: overlapping entries: expected each to have its own bytes")
        span = (start, start + member.packed)
        source = buffered(Slice(file, where, span, lambda size: budget.take(size, 0)))
        return buffered(Checked(source, where, member, budget))

    return opened


def _data_start(file: File, where: str, member: Member) -> int:
    magic, *_, name_length, extra_length = LOCAL.unpack(_bytes(file, where, member.header, LOCAL.size))
    start = member.header + LOCAL.size
    if magic != MAGICS[0] or _bytes(file, where, start, name_length) != member.raw_name:
        raise InputError(f"{where}: damaged zip: expected an entry where the directory says")
    return int(start + name_length + extra_length)


def _directory(file: File, place: str) -> Directory:
    length = file.seek(0, os.SEEK_END)
    tail_start = max(0, length - END.size - 0xFFFF)
    tail = _bytes(file, place, tail_start, length - tail_start)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + END.size > len(tail):
        raise truncated(place, "zip")
    _, disk, first_disk, _, count, size, start, comment = END.unpack_from(tail, at)
    end, after = tail_start + at, len(tail) - at - END.size - comment
    # Another end may be that of a zip within one that is cut off: it is not where it says.
    if after > 0 and start + size == end:
        told = f"{after:,} byte{'s' if after > 1 else ''} after the end of the zip"
        raise InputError(f"{place}: {told}: expected the end of the file")
    if after:
        raise truncated(place, "zip")
    if 0xFFFF in {disk, first_disk, count} or 0xFFFFFFFF in {size, start}:
        count, size, start, end = _directory64(file, place, end)
    elif disk or first_disk:
        raise InputError(f"{place}: one part of a zip in several: expected a whole zip")
    if start + size != end:
        raise InputError(
            f"{place}: damaged zip: expected its directory at byte {start:,}", "download it again"
        )
    return Directory(start, end, count)


def _directory64(file: File, place: str, end: int) -> tuple[int, int, int, int]:
    locator = _bytes(file, place, end - END64_LOCATOR.size, END64_LOCATOR.size)
    magic, _, at, _ = END64_LOCATOR.unpack(locator)
    if magic != b"PK\x06\x07" or at > end:
        raise truncated(place, "zip")
    magic, _, _, _, _, _, _, count, size, start = END64.unpack(_bytes(file, place, at, END64.size))
    if magic != b"PK\x06\x06":
        raise truncated(place, "zip")
    return count, size, start, at


def _members(file: File, place: str, directory: Directory, listing: Listing) -> Iterator[Member]:
    met = 0
    lines = buffered(Slice(file, place, (directory.start, directory.end), lambda _: None))
    while line := lines.read(CENTRAL.size):
        fields = CENTRAL.unpack(line) if len(line) == CENTRAL.size else (b"",)
        rest = lines.read(sum(fields[10:13]))
        if fields[0] != b"PK\x01\x02" or len(rest) != sum(fields[10:13]):
            raise _damaged(place, directory)
        listing.count()
        met += 1
        yield _member(place, fields, rest)
    if met != directory.entries:
        raise _damaged(place, directory)


def _damaged(place: str, directory: Directory) -> InputError:
    return InputError(f"{place}: damaged zip directory: expected {directory.entries:,} entries")


def _member(place: str, fields: tuple[int, ...], rest: bytes) -> Member:
    name_length, extra_length = fields[10:12]
    raw_name, extra = rest[:name_length], rest[name_length : name_length + extra_length]
    flags, method, crc, packed, size = fields[3], fields[4], fields[7], fields[8], fields[9]
    header, mode = fields[16], fields[15] >> 16
    name = _name(raw_name, flags)
    where = f"{place}!{name}"
    if flags & ENCRYPTED:
        raise InputError(f"{where}: encrypted: expected a zip without a password", "unpack it first")
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise InputError(f"{where}: a link or device in a zip: expected files and folders")
    if method not in CODECS:
        raise InputError(f"{where}: compression method {method}: expected deflate", "unpack it first")
    size, packed, header = _extended(where, extra, (size, packed, header))
    if method == 0 and size != packed:
        raise InputError(f"{where}: damaged entry: expected {size:,} bytes, stored {packed:,}")
    return Member(raw_name, name, method, crc, packed, size, header)


def _name(raw: bytes, flags: int) -> str:
    """Return the name of an entry: many programs write UTF-8 and leave out the mark that says so."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8" if flags & UTF8 else "cp437", "backslashreplace")


def _extended(where: str, extra: bytes, values: tuple[int, int, int]) -> tuple[int, ...]:
    wanted = values.count(0xFFFFFFFF)
    while wanted and len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        if kind == 1 and wanted * 8 <= length <= len(extra) - 4:
            large = iter(struct.unpack_from(f"<{wanted}Q", extra, 4))
            return tuple(next(large) if value == 0xFFFFFFFF else value for value in values)
        extra = extra[4 + length :]
    if wanted:
        raise InputError(f"{where}: damaged zip directory: expected a size beyond 4 GiB")
    return values


def _bytes(file: File, place: str, start: int, length: int) -> bytes:
    if start < 0:
        raise truncated(place, "zip")
    file.seek(start)
    data = file.read(length)
    if len(data) != length:
        raise truncated(place, "zip")
    return data
