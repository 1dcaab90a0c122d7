"""JSON records of a file, however it holds them: one a line, in one array, or one document."""

from collections.abc import Iterator
from io import BufferedReader
from typing import BinaryIO, cast

from pydantic_core import from_json

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Origin, Rejection, RejectionCode
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.jsonstream import BOM, CHUNK, SPACE, Item, items
from kibbutz_cli.readers.jsonvalues import Fault, Fields, fields_of, judged

_OPEN = (b"{", b"[", b",")
"""What the first line of a document ends with that is written over several lines."""

LOOKED_AT = 5
"""Lines looked at for a first record: the very first may be broken."""


def values(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the records of a file, each as its value or as the reason it is set aside.

    Raises:
        InputError: The file is empty or truncated, or holds no JSON.
        LimitError: A record's end is farther away than the limits allow.
    """
    head = cast("BufferedReader", stream).peek().removeprefix(BOM).lstrip(SPACE)
    if head.startswith(b"["):
        return items(stream, origin, budget)
    if is_spread(head):
        return iter((document(stream, origin, budget),))
    return lines(stream, origin, budget)


def lines(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the records of a file that has one a line; blank lines are passed over.

    Raises:
        InputError: The last line is cut off, or the file is empty.
    """
    limit, position = budget.limits.line_bytes, 0
    for line in _lines(stream, limit):
        position += 1
        try:
            if len(line) <= limit:
                yield Item(position, from_json(line, allow_inf_nan=False))
            else:
                yield _rejected(_too_long(limit), origin, position)
        except ValueError:
            fault = _fault(line, budget)
            if type(line) is _Last and fault.code is RejectionCode.MALFORMED:
                raise InputError(
                    f"{origin.place(position)}: truncated: the last line is no whole record",
                    "download or export it again",
                ) from None
            if line.strip():
                yield _rejected(fault, origin, position)
    if not position:
        raise InputError(f"{origin.place(0)}: empty file: expected JSON", "download or export it again")


def document(stream: BinaryIO, origin: Origin, budget: Budget) -> Item | Rejection:
    """Return a whole file as one record.

    Raises:
        InputError: It is no JSON, or cut off.
    """
    found = judged(stream.read().removeprefix(BOM), budget.limits.depth)
    if type(found) is not Fault:
        return Item(1, found)
    if found.code is RejectionCode.MALFORMED:
        raise InputError(
            f"{origin.place(0)}: {found.reason}: expected one whole document", "download or export it again"
        )
    return _rejected(found, origin, 1)


def is_spread(head: bytes) -> bool:
    """Return whether a file that begins so is one document, written over several lines."""
    first = head.removeprefix(BOM).lstrip(SPACE).partition(b"\n")[0].rstrip(SPACE)
    return first.startswith(b"{") and first.endswith(_OPEN)


def first_fields(head: bytes) -> Fields:
    """Return the first record of a file that begins so: of its lines, its array or itself; empty for none.

    Of a record that is longer than the head, the fields that are whole in it.
    """
    text = head.removeprefix(BOM).lstrip(SPACE)
    if not text.startswith((b"{", b"[")):
        return {}
    first, *others = text.split(b"\n", LOOKED_AT)[:LOOKED_AT]
    return (
        _fields(first, partial=False)
        or _fields(text, partial=True)
        or next((fields for line in others if (fields := _fields(line, partial=False))), {})
    )


def _fields(text: bytes, *, partial: bool) -> Fields:
    try:
        value = from_json(text, allow_partial=partial)
    except ValueError:
        return {}
    return fields_of(value[0] if type(value) is list and value else value)


class _Last(bytes):
    """A last line without a line break behind it: cut off, if it is no whole record."""


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """Yield the lines of a file without their line breaks; of one that is too long, more than the limit."""
    rest, passing = b"", False
    chunk = stream.read(CHUNK).removeprefix(BOM)
    while chunk:
        # Splitting a chunk takes a fifth of the time of asking for one line after the other.
        *whole, rest = (rest + chunk).split(b"\n")
        if whole:
            yield from whole[passing:]
            passing = False
        if len(rest) > limit:
            if not passing:
                yield rest
            rest, passing = b"", True
        chunk = stream.read(CHUNK)
    if rest.strip() and not passing:
        yield _Last(rest)


def _fault(line: bytes, budget: Budget) -> Fault:
    found = judged(line, budget.limits.depth)
    return found if type(found) is Fault else Fault(RejectionCode.MALFORMED, "not JSON: expected one object")


def _too_long(limit: int) -> Fault:
    return Fault(
        RejectionCode.TOO_LARGE,
        f"a line of more than {limit:,} bytes: expected less (--limit line_bytes=N)",
    )


def _rejected(fault: Fault, origin: Origin, position: int) -> Rejection:
    return Rejection(origin=origin, position=position, code=fault.code, reason=fault.reason)
