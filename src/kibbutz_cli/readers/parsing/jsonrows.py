"""The rows of a canonical table in JSON: one object a line, or one in each item of a collection."""

import io
import json
from collections.abc import Iterator
from math import isinf
from typing import BinaryIO, TypeAlias

from pydantic_core import from_json

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Origin, Rejection
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonstream import Item, items
from kibbutz_cli.readers.parsing.jsonvalues import Fault, malformed, too_long
from kibbutz_cli.readers.patterns import pattern

Row: TypeAlias = dict[str, str | None]

DEED = "kibbutz"
"""The member of an item that holds the fields of a canonical table."""

_WRITTEN = "\ud800"
"""What marks a number kept as it is written: the half of a character, which no text of sound JSON holds."""

_NUMBER = pattern(f'"{_WRITTEN}([^"]*)"')


def in_array(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[tuple[int, Row | Fault]]:
    """Yield what each item of a collection holds, with its position, or why it is no row."""
    for found in items(stream, origin, budget, key="orderedItems"):
        match found:
            case Rejection():
                yield found.position, malformed(found.reason)
            case Item(position, {"kibbutz": dict() as deed}):
                yield position, {str(key): _text(value) for key, value in deed.items()}
            case _:
                yield found.position, malformed(f"expected an item with the member {DEED}")


def in_lines(text: io.TextIOBase, origin: Origin, budget: Budget) -> Iterator[tuple[int, Row | Fault]]:
    """Yield the object of each line, with the line's number, or why it is no row.

    Raises:
        InputError: The last line is cut off.
    """
    limit = budget.limits.line_bytes
    for position, line in enumerate(_lines(text, limit), start=1):
        if line is None:
            yield position, too_long(limit)
            continue
        if not line.strip():
            continue
        try:
            from_json(line.encode("utf-8", errors="surrogateescape"), allow_inf_nan=False)
        except ValueError:
            if not line.endswith("\n"):
                raise InputError(
                    f"{origin.place(position)}: truncated: the last line is no whole record"
                ) from None
            yield position, malformed("not JSON: expected one object a line")
            continue
        record = json.loads(line, object_pairs_hook=_first, parse_float=_float)
        if isinstance(record, dict):
            yield position, {str(key): _text(value) for key, value in record.items()}
        else:
            yield position, malformed("expected one object a line")


def _lines(text: io.TextIOBase, limit: int) -> Iterator[str | None]:
    """Yield each line with its end; none for one that is longer than the limit."""
    while line := text.readline(limit + 1):
        if len(line) <= limit or line.endswith("\n"):
            yield line
            continue
        yield None
        while len(line) > limit and not line.endswith("\n"):
            line = text.readline(limit + 1)


def _first(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object in which a name that stands twice has its first value, as the engine reads it."""
    return dict(pairs) | dict(reversed(pairs))


def _float(digits: str) -> float | str:
    """Return a number, as it is written where it is larger than any: so the engine reads it."""
    number = float(digits)
    return f"{_WRITTEN}{digits}" if isinf(number) else number


def _text(value: object) -> str | None:
    """Return a JSON value as the text of a cell; numbers as they are written, ids never through float.

    What is nested is text as well: the shortest, as the engine prints it.
    """
    match value:
        case None:
            return None
        case str():
            return value.removeprefix(_WRITTEN)
        case bool():
            return "true" if value else "false"
        case float():
            return repr(value)
        case dict() | list():
            text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            return _NUMBER.sub(r"\1", text) if _WRITTEN in text else text
        case _:
            return str(value)
