"""One JSON value: where it ends, and whether it is sound enough to be read."""

import json
from collections.abc import Iterable, Iterator
from math import isfinite
from typing import NamedTuple, TypeAlias

from pydantic_core import from_json

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Origin, Rejection, RejectionCode
from kibbutz_cli.readers.patterns import pattern

Fields: TypeAlias = dict[str, object]
"""A parsed object."""

FOLLOW = pattern(rb"[ \t\r\n]*([,\]])")
"""What follows an item of an array."""

INTEGER_LIMIT = 2**63

_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
WHOLE = json.JSONDecoder(parse_int=str, strict=False)
"""Asked whether a document ends: what is wrong within a text or a number is told of the record it is in."""

_DECODER = json.JSONDecoder()
_LITERALS = ("true", "false", "null", "NaN", "Infinity", "-Infinity")
_WRONG_TEXT = ("hex escape", "surrogate", "unicode code point", "control character", "invalid escape")


class Fault(NamedTuple):
    """Why a value is not used."""

    code: RejectionCode
    reason: str


class Piece(NamedTuple):
    """The bytes of one value, and where it ends in the bytes it was found in."""

    text: bytes
    end: int


class Broken(NamedTuple):
    """A value that is no JSON: where it goes wrong, and how."""

    at: int
    fault: Fault


_TOO_DEEP = Fault(RejectionCode.TOO_LARGE, "nested too deep: expected less (--limit depth=N)")
_TOO_BIG = Fault(RejectionCode.BAD_NUMBER, "an integer beyond 64 bits: expected a smaller one")
_NOT_FINITE = Fault(RejectionCode.BAD_NUMBER, "a number without end: expected a finite one")


def narrow(beginning: bytes, place: str) -> bytes:
    """Return the beginning of a document as it is.

    Raises:
        InputError: It says that it is UTF-32, or UTF-16 of a kind that is not read.
    """
    if beginning.startswith(_WIDE):
        raise InputError(f"{place}: UTF-16 or UTF-32 text: expected UTF-8", "save it as UTF-8")
    return beginning


def measured(data: bytes, start: int) -> Piece | Broken | None:
    """Return the array item that begins at ``start``, or what is wrong; none if it is cut off."""
    size = 4096
    while True:
        # Latin-1 keeps one character a byte; what the bytes mean is judged by `judged`.
        text = data[start : start + size].decode("latin-1")
        found = _scanned(text)
        if isinstance(found, Broken):
            return found._replace(at=start + found.at)
        if found is not None:
            return Piece(data[start : start + found], start + found)
        if start + size >= len(data):
            return None
        size *= 8


def judged(text: bytes, depth: int) -> object:
    """Return the value of a JSON text, or the `Fault` for which it is set aside."""
    try:
        value: object = from_json(text, allow_inf_nan=False)
    except ValueError as exc:
        return _fault_of(str(exc), text)
    return fault_in((value,), depth + 1) or value


def objects_in(value: object) -> Iterator[Fields]:
    """Yield every object in a parsed value, itself first."""
    ahead = [value]
    while ahead:
        match ahead.pop():
            case dict() as fields:
                yield fields
                ahead += reversed(fields.values())
            case list() as items:
                ahead += reversed(items)
            case _:
                pass


def fault_in(values: Iterable[object], depth: int) -> Fault | None:
    """Return what is wrong with parsed values: a number no engine holds, or nesting beyond ``depth``."""
    # Level by level: to keep the depth of each value beside it takes half as long again.
    level = [values]
    for _ in range(depth):
        following: list[Iterable[object]] = []
        for inside in level:
            for value in inside:
                kind = type(value)
                if kind is str:
                    continue
                if kind is dict and value:
                    following.append(value.values())  # type: ignore[attr-defined]  # narrowed by kind
                elif kind is list and value:
                    following.append(value)  # type: ignore[arg-type]  # narrowed by kind
                elif kind is int:
                    if not -INTEGER_LIMIT <= value < INTEGER_LIMIT:  # type: ignore[operator]  # narrowed by kind
                        return _TOO_BIG
                elif kind is float and not isfinite(value):  # type: ignore[arg-type]  # narrowed by kind
                    return _NOT_FINITE
        if not following:
            return None
        level = following
    return _TOO_DEEP


def rejected(fault: Fault, origin: Origin, position: int) -> Rejection:
    """Return a value as set aside for a fault."""
    return Rejection(origin=origin, position=position, code=fault.code, reason=fault.reason)


def malformed(reason: str) -> Fault:
    """Return the fault of what is no record at all."""
    return Fault(RejectionCode.MALFORMED, reason)


def too_long(limit: int) -> Fault:
    """Return the fault of a value longer than a limit."""
    reason = f"a record of more than {limit:,} bytes: expected less (--limit line_bytes=N)"
    return Fault(RejectionCode.TOO_LARGE, reason)


def fields_of(value: object) -> Fields:
    """Return a parsed value if it is an object, else an empty one."""
    return value if type(value) is dict else {}


def list_of(value: object) -> list[object]:
    """Return a parsed value if it is an array, else an empty one."""
    return value if type(value) is list else []


def text_of(value: object) -> str:
    """Return a parsed value if it is a text, an integer as its digits, else an empty text."""
    kind = type(value)
    if kind is str:
        return value  # type: ignore[return-value]  # narrowed by kind
    return str(value) if kind is int else ""


def _scanned(text: str) -> int | Broken | None:
    """Return the length of the value at the start of a text; none if the text ends before it."""
    try:
        end = _DECODER.raw_decode(text)[1]
    except (ValueError, RecursionError) as exc:
        return _broken(text, exc)
    rest = text[end:].lstrip(" \t\r\n")
    if not rest:
        return None
    if rest[0] not in ",]":
        reason = f"not JSON: expected a comma after byte {end} of the record"
        return Broken(end, Fault(RejectionCode.MALFORMED, reason))
    return end


def _broken(text: str, exc: ValueError | RecursionError) -> Broken | None:
    match exc:
        case json.JSONDecodeError():
            if _cut(text, exc):
                return None
            reason = f"not JSON: {exc.msg} at byte {exc.pos + 1} of the record"
            return Broken(exc.pos, Fault(RejectionCode.MALFORMED, reason))
        case RecursionError():
            return Broken(0, _TOO_DEEP)
        case _:  # more digits than Python turns into a number
            return Broken(0, _TOO_BIG)


def _cut(text: str, exc: json.JSONDecodeError) -> bool:
    """Return whether a parser stopped because the text ends, not because it is wrong."""
    rest = text[exc.pos :].rstrip(" \t\r\n")
    if exc.msg.startswith("Unterminated") or not rest:
        return True
    if exc.msg.startswith("Invalid \\"):
        return len(rest) < 6
    return any(literal.startswith(rest) for literal in _LITERALS)


def _fault_of(message: str, text: bytes) -> Fault:
    if "recursion limit" in message:
        return _TOO_DEEP
    if any(wrong in message for wrong in _WRONG_TEXT):
        return Fault(RejectionCode.BAD_TEXT, f"no Unicode text: {message}")
    if "number" in message or _parses(text):
        return Fault(RejectionCode.BAD_NUMBER, f"a number out of range: {message}")
    return Fault(RejectionCode.MALFORMED, f"not JSON: {message}")


def _parses(text: bytes) -> bool:
    """Return whether a text parses once NaN and infinities are let pass."""
    try:
        from_json(text)
    except ValueError:
        return False
    return True
