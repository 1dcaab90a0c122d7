"""Which columns a Parquet file has, from the schema at its end, and whether they make a table of deeds.

The schema is the second field of what stands there, in Thrift's compact protocol: a list of elements,
each with its name and the number of its children. The first is the root; the columns are its children.
https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift
"""

import io
import struct
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kibbutz_cli.errors import InputError
from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.canonical import AROUND, TIMES
from kibbutz_cli.readers.files.heads import head_of
from kibbutz_cli.readers.files.places import is_file

PARQUET_MAGIC = b"PAR1"

MOST_BYTES = 16 * 2**20
"""Schemas are far shorter; of what is packed, a file that is longer is not unpacked to look at it."""

_LONGEST = 64
"""Bits of a number."""


class _Kind(IntEnum):
    """What stands at a field: as much of it as schemas have."""

    TRUE = 1
    FALSE = 2
    BYTE = 3
    SHORT = 4
    INTEGER = 5
    LONG = 6
    BINARY = 8
    LIST = 9
    STRUCT = 12


class _Element(NamedTuple):
    """A column, or what holds columns."""

    name: str
    children: int


def is_foreign(tree: Tree, name: str, columns: Mapping[str, str]) -> bool:
    """Return whether an entry is a Parquet file that has no actor or no time, going by its columns.

    Args:
        tree: The input.
        name: The entry; one that is damaged, or packed and long, is not called foreign.
        columns: ``--map FIELD=COLUMN``.
    """
    if not head_of(tree, name).startswith(PARQUET_MAGIC):
        return False
    try:
        with _opened(tree, name) as stream:
            found = column_names(stream)
    except (OSError, InputError):
        return False
    return bool(found) and not is_of_deeds(found, columns)


def is_of_deeds(found: Sequence[str], columns: Mapping[str, str]) -> bool:
    """Return whether columns of such names, or of those that ``--map`` names, give an actor and a time."""
    known = {column.strip(AROUND).lower() for column in found} | {*found}
    given = {field for field in ("actor", *TIMES) if columns.get(field, field) in known}
    return "actor" in given and bool(given & TIMES.keys())


def is_table(tree: Tree, name: str, columns: Mapping[str, str]) -> bool:
    """Return whether an entry is a Parquet file that is not foreign."""
    return head_of(tree, name).startswith(PARQUET_MAGIC) and not is_foreign(tree, name, columns)


def column_names(file: BinaryIO) -> list[str]:
    """Return the names of the columns of a Parquet file; none where they cannot be seen."""
    try:
        footer = _footer(file)
        for field, kind in _fields(footer):
            if (field, kind) == (2, _Kind.LIST):
                return _columns([_element(footer) for _ in range(_length(footer))])
            _skip(footer, kind)
    except (ValueError, IndexError, OverflowError, struct.error, RecursionError):
        pass
    return []


def _opened(tree: Tree, name: str) -> BinaryIO:
    """Return an entry in which one can go to its end: the file on the disk itself, unless that is packed."""
    path = tree.path if tree.single else f"{tree.path}/{name}"
    if is_file(path) and _is_parquet(path):
        return Path(path).open("rb")
    return io.BytesIO(tree.head(name, MOST_BYTES))


def _is_parquet(path: str) -> bool:
    with Path(path).open("rb") as file:
        return file.read(len(PARQUET_MAGIC)) == PARQUET_MAGIC


def _footer(file: BinaryIO) -> io.BytesIO:
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 8))
    length, magic = struct.unpack("<I4s", file.read(8))
    if magic != PARQUET_MAGIC or length > min(size - 12, MOST_BYTES):
        raise ValueError("no footer")
    file.seek(size - 8 - length)
    return io.BytesIO(file.read(length))


def _columns(elements: list[_Element]) -> list[str]:
    """Return the names of the children of the root; what is nested in one of them follows it."""
    (root, *rest), found, place = elements, list[str](), 0
    for _ in range(root.children):
        found.append(rest[place].name)
        within = 1
        while within:
            within += rest[place].children - 1
            place += 1
    return found


def _element(footer: BinaryIO) -> _Element:
    name, children = "", 0
    for field, kind in _fields(footer):
        match field, kind:
            case 4, _Kind.BINARY:
                name = footer.read(_number(footer)).decode(errors="replace")
            case 5, _Kind.INTEGER:
                children = _number(footer) >> 1  # its last bit is the sign
            case _:
                _skip(footer, kind)
    return _Element(name, children)


def _fields(footer: BinaryIO) -> Iterator[tuple[int, _Kind]]:
    """Yield the number and kind of each field of a struct; whoever asks reads its value."""
    field = 0
    while head := footer.read(1)[0]:
        step, kind = divmod(head, 16)
        field = field + step if step else _number(footer) >> 1
        yield field, _Kind(kind)


def _skip(footer: BinaryIO, kind: _Kind) -> None:
    match kind:
        case _Kind.TRUE | _Kind.FALSE:  # the kind is the value
            return
        case _Kind.BYTE:
            footer.read(1)
        case _Kind.SHORT | _Kind.INTEGER | _Kind.LONG:
            _number(footer)
        case _Kind.BINARY:
            footer.read(_number(footer))
        case _Kind.STRUCT:
            for _, inner in _fields(footer):
                _skip(footer, inner)
        case _:
            raise ValueError("no part of a schema")


def _length(footer: BinaryIO) -> int:
    """Return how many items a list has."""
    size = footer.read(1)[0] >> 4
    return _number(footer) if size == 15 else size


def _number(footer: BinaryIO) -> int:
    number = shift = 0
    while shift < _LONGEST:
        byte = footer.read(1)[0]
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number
        shift += 7
    raise ValueError("no number")
