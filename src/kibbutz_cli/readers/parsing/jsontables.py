"""The tables of a database in JSON: arrays at any depth of a document's objects, row by row, in one pass.

``{"db": [{"meta": {...}, "data": {"posts": [...], "users": [...]}}]}`` has the tables posts and users.
Only the row in hand is kept in memory.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from pydantic_core import from_json

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Origin, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonstream import BOM, CHUNK, TRIES
from kibbutz_cli.readers.parsing.jsonvalues import (
    Broken,
    Fault,
    fault_in,
    judged,
    measured,
    rejected,
    too_long,
)
from kibbutz_cli.readers.patterns import pattern

_NOT_SPACE = pattern(rb"[^ \t\r\n]")
_TEXT = pattern(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_SEPARATOR = pattern(rb"\}[ \t\r\n]*,[ \t\r\n]*\{")
_SCALAR = pattern(rb"[^ \t\r\n,\]}]+(?=[ \t\r\n,\]}])")


class Row(NamedTuple):
    """One row: its table, its number in it from 1, and its value or why it is set aside."""

    table: str
    position: int
    value: object | Rejection


NONE: frozenset[str] = frozenset()


def rows(
    stream: BinaryIO,
    origin: Origin,
    budget: Budget,
    tables: frozenset[str],
    texts: frozenset[str] = NONE,
) -> Iterator[Row]:
    """Yield the rows of the tables named, in the order of the document.

    Args:
        stream: The document, UTF-8, from its start.
        origin: Where it comes from, for messages.
        budget: The limits on a row's length and depth.
        tables: The names of the arrays that are read; others are passed over.
        texts: The names of texts outside of tables that are told as well, each as a row numbered 0.

    Raises:
        InputError: The document is truncated or no JSON object.
        LimitError: A row is longer, or the document deeper, than the limits allow.
    """
    for table, position, value in _Document(stream, origin.place(0), budget.limits, tables, texts).rows():
        if type(value) is Fault:
            yield Row(table, position, rejected(value, origin, position))
        else:
            yield Row(table, position, value)


class _Document:
    """The bytes in hand, and where among them the next value begins."""

    def __init__(
        self,
        stream: BinaryIO,
        place: str,
        limits: Limits,
        tables: frozenset[str],
        texts: frozenset[str],
    ) -> None:
        self._stream = stream
        self._place = place
        self._limits = limits
        self._tables = tables
        self._texts = texts
        self._data = b""
        self._at = 0
        self._passed = 0

    def rows(self) -> Iterator[tuple[str, int, object]]:
        """Yield table, number and value of each row, and check that the document ends where it should."""
        self._more()
        self._data = self._data.removeprefix(BOM)
        if self._met() != b"{":
            raise self._broken("expected an object")
        yield from self._object(1)
        while found := _NOT_SPACE.search(self._data, self._at) or self._more():
            if isinstance(found, re.Match):
                raise self._broken("text after the end of the document")

    def _object(self, depth: int) -> Iterator[tuple[str, int, object]]:
        if depth > self._limits.depth:
            hint = "if you trust this file, raise the limit with --limit depth=N"
            raise LimitError(f"{self._place}: objects nested more than {self._limits.depth} deep", hint)
        self._at += 1
        if self._met() == b"}":
            self._at += 1
            return
        while True:
            name = self._name()
            mark = self._met()
            if mark == b"{":
                yield from self._object(depth + 1)
            elif mark == b"[":
                yield from self._array(name, depth + 1)
            else:
                told = self._pass_over(_TEXT if mark == b'"' else _SCALAR)
                if name in self._texts:
                    yield name, 0, judged(told, 1)
            if self._is_last(b"}"):
                return

    def _array(self, name: str, depth: int) -> Iterator[tuple[str, int, object]]:
        """Yield the rows of an array; one whose name is no table's may hold objects with tables in them."""
        self._at += 1
        if self._met() == b"]":
            self._at += 1
            return
        position = 0
        while True:
            position += 1
            if name in self._tables:
                yield name, position, self._value()
            elif self._met() == b"{":
                yield from self._object(depth)
            else:
                self._value()
            if self._is_last(b"]"):
                return

    def _name(self) -> str:
        if self._met() != b'"':
            raise self._broken("expected a name")
        try:
            name = from_json(self._pass_over(_TEXT))
        except ValueError as exc:
            raise self._broken("expected a name in Unicode") from exc
        if self._met() != b":":
            raise self._broken("expected a colon")
        self._at += 1
        return str(name)

    def _is_last(self, closing: bytes) -> bool:
        """Go past what follows a value: a comma, or the end of its object or array."""
        mark = self._met()
        if mark not in (b",", closing):
            raise self._broken(f"expected a comma or {closing.decode()}")
        self._at += 1
        return mark == closing

    def _value(self) -> object:
        """Return the next item of an array, or the `Fault` for which it is set aside."""
        self._met()
        found = self._plain_value()
        return self._exact_value() if found is None else found

    def _plain_value(self) -> object:
        """Return an object whose end is found at a separator where braces balance; none if it is not."""
        data, start = self._data, self._at
        if not data.startswith(b"{", start):
            return None
        for tries, separator in enumerate(_SEPARATOR.finditer(data, start), start=1):
            end = separator.start() + 1
            if data.count(b"{", start, end) == data.count(b"}", start, end):
                try:
                    value = from_json(data[start:end], allow_inf_nan=False, cache_strings="keys")
                except ValueError:
                    return None
                self._at = end
                if end - start > self._limits.line_bytes:
                    return too_long(self._limits.line_bytes)
                return fault_in(value.values(), self._limits.depth) or value
            if tries == TRIES:
                return None
        return None

    def _exact_value(self) -> object:
        """Return the next item of an array, its end found by a parser."""
        while (found := measured(self._data, self._at)) is None:
            if not self._more():
                raise self._truncated()
        if isinstance(found, Broken):
            self._at = found.at
            raise self._broken(found.fault.reason.partition(" at byte ")[0].removeprefix("not JSON: "))
        length = found.end - self._at
        self._at = found.end
        if length > self._limits.line_bytes:
            return too_long(self._limits.line_bytes)
        return judged(found.text, self._limits.depth)

    def _pass_over(self, what: re.Pattern[bytes]) -> bytes:
        while (found := what.match(self._data, self._at)) is None:
            if not self._more():
                raise self._truncated()
        self._at = found.end()
        return found[0]

    def _met(self) -> bytes:
        """Go to the next byte that is no space, and return it."""
        while (found := _NOT_SPACE.search(self._data, self._at)) is None:
            if not self._more():
                raise self._truncated()
        self._at = found.start()
        return found[0]

    def _more(self) -> bool:
        """Read on and return whether there was more; bytes before the value in hand are let go."""
        rest = self._data[self._at :]
        if len(rest) > 2 * self._limits.line_bytes:
            raise LimitError(
                f"{self._place}: a record of more than {self._limits.line_bytes:,} bytes",
                "if you trust this file, raise the limit with --limit line_bytes=N",
            )
        self._passed += self._data.count(b"\n", 0, self._at)
        chunk = self._stream.read(max(CHUNK, len(rest)))
        self._data, self._at = rest + chunk, 0
        return bool(chunk)

    def _broken(self, what: str) -> InputError:
        line = self._passed + self._data.count(b"\n", 0, self._at) + 1
        hint = "download or export it again"
        return InputError(f"{self._place}:{line}: damaged JSON: {what}: expected a JSON document", hint)

    def _truncated(self) -> InputError:
        hint = "download or export it again"
        return InputError(f"{self._place}: truncated JSON: expected the end of the document", hint)
