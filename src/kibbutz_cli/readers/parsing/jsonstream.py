"""One array of a JSON document, item by item, in memory that does not grow with the document.

Speed comes from not reading twice: many items are parsed at once where that is possible. Where it is not,
a separator ``}, {`` at which braces balance ends an item, if what lies before it parses as one object. Where
braces inside texts upset the balance, that item is scanned exactly.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import BinaryIO, NamedTuple

from pydantic_core import from_json

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Origin, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing import json5
from kibbutz_cli.readers.parsing.jsonruns import SHAPE, Run, objects, texts
from kibbutz_cli.readers.parsing.jsonvalues import (
    FOLLOW,
    WHOLE,
    Broken,
    Fault,
    Fields,
    Piece,
    fault_in,
    fields_of,
    judged,
    measured,
    narrow,
    rejected,
    too_long,
)
from kibbutz_cli.readers.patterns import pattern

CHUNK = 2**19
HEAD = 2**20
"""The array must begin within so many bytes: what precedes it is a context or a variable's name."""

TRIES = 8
"""Wrong guesses at one item's end before it is scanned exactly."""

SPACE = b" \t\r\n"
BOM = b"\xef\xbb\xbf"

_SEPARATOR = pattern(rb"\}[ \t\r\n]*,[ \t\r\n]*\{")
_NOT_SPACE = pattern(rb"[^ \t\r\n]")
_CLOSED = pattern(rb"\][ \t\r\n]*+[;}]?[ \t\r\n]*\Z")


class Item(NamedTuple):
    """One item of the array: its number from 1, and its parsed value."""

    position: int
    value: object


def items(
    stream: BinaryIO, origin: Origin, budget: Budget, *, key: str = "", script: bool = False
) -> Iterator[Item | Rejection]:
    """Yield the items of a document's array, each as its value or as the reason it is set aside.

    Where a document is an array itself, more arrays may follow: tools join the pages of an answer so.

    Args:
        stream: The document, UTF-8, from its start.
        origin: Where it comes from, for messages.
        budget: The limits on an item's length and depth.
        key: The array's name in an object; a document that is an array itself needs none.
        script: The document is JavaScript, ``name = [...]``, in JSON or in JSON5.

    Raises:
        InputError: The document is truncated, or holds no such array.
        LimitError: An item's end is farther away than the limits allow.
    """
    array = _Array(stream, origin.place(0), budget.limits, script)
    array.enter(key)
    yield from _numbered(array.pages(), origin, count(1))
    array.leave()


def arrays(
    stream: BinaryIO, origin: Origin, budget: Budget, keys: Sequence[str]
) -> Iterator[tuple[Fields, Item | Rejection]]:
    """Yield the items of several arrays of one object, each with the fields that stand before its array.

    Args:
        stream: The document, UTF-8, from its start.
        origin: Where it comes from, for messages.
        budget: The limits on an item's length and depth.
        keys: The arrays' names, in the order of the document. A position counts through all of them.

    Raises:
        InputError: The document is truncated, or holds no such array.
        LimitError: An item's end is farther away than the limits allow.
    """
    array = _Array(stream, origin.place(0), budget.limits, script=False)
    numbers = count(1)
    for index, key in enumerate(keys):
        if index:
            array.close()
        array.enter(key)
        fields = array.before()
        for each in _numbered(array.values(), origin, numbers):
            yield fields, each
    array.leave()


def nested(
    stream: BinaryIO, origin: Origin, budget: Budget, key: str
) -> Iterator[tuple[bytes, Iterator[Item | Rejection]]]:
    """Yield every array of a name, at any depth, after the bytes since the one before; at last, the rest.

    Each must be read to its end before the next is asked for.

    Raises:
        InputError: The document is truncated, or no sound JSON around its arrays.
        LimitError: An item's end, or the next array, is farther away than the limits allow.
    """
    array = _Array(stream, origin.place(0), budget.limits, script=False)
    around = []
    while (before := array.reach(key)) is not None:
        around.append(before)
        yield before, _numbered(array.values(), origin, count(1))
    yield array.finish(around), iter(())


def _numbered(values: Iterator[object], origin: Origin, numbers: Iterator[int]) -> Iterator[Item | Rejection]:
    # A value is asked for first: where there is none, no number is taken.
    for found, position in zip(values, numbers, strict=False):
        yield rejected(found, origin, position) if type(found) is Fault else Item(position, found)


class _Array:
    """The bytes in hand, and where among them the next item begins."""

    def __init__(self, stream: BinaryIO, place: str, limits: Limits, script: bool) -> None:
        self._stream = stream
        self._place = place
        self._limits = limits
        self._script = script
        self._data = b""
        self._at = 0
        self._ended = False
        self._head = b""
        self._alone = False

    def enter(self, key: str) -> None:
        """Go to the array's first item."""
        while (start := self._start(key)) is None:
            if self._ended or len(self._data) > HEAD:
                raise self._no_array(key)
            self._more()
        if self._data[start - 1 : start] != b"[":
            raise self._no_array(key)
        self._head = self._data[:start].removeprefix(BOM) if key else b""
        self._at = start

    def before(self) -> Fields:
        """Return the fields of the document that stand before the array."""
        if self._head.lstrip(SPACE).startswith(b"["):
            raise InputError(f"{self._place}: an array of documents: expected one", "save each by itself")
        return fields_of(from_json(self._head + b"]}"))

    def close(self) -> None:
        """Go back to the document, in which the array is an empty one from here on."""
        self._data = self._head + self._data[self._at :]
        self._at = 0

    def reach(self, key: str) -> bytes | None:
        """Go to the next array of that name and return what lies before it; none if there is no more."""
        # Within a text a quote has a backslash before it, so that this is never part of one.
        opening = re.compile(rb'"%s"[ \t\r\n]*:[ \t\r\n]*\[' % re.escape(key.encode()))
        while (found := opening.search(self._data, self._at)) is None:
            if not self._more():
                return None
        before = self._data[self._at : found.end()]
        self._at = found.end()
        return before

    def finish(self, around: list[bytes]) -> bytes:
        """Return what follows the last array, if the document without the insides of its arrays is whole."""
        rest = self._data[self._at :]
        document = b"".join([*around, rest]).removeprefix(BOM)
        try:
            from_json(document)
        except ValueError as exc:
            if "EOF" in str(exc):
                raise self._truncated() from exc
            what = f"not JSON around its arrays: {exc}: expected one whole document"
            raise InputError(f"{self._place}: {what}", "download or export it again") from exc
        return rest

    def pages(self) -> Iterator[object]:
        """Yield the values of the array, and of every further one behind it."""
        return chain.from_iterable(self._runs_of_pages())

    def values(self) -> Iterator[object]:
        """Yield every item's value, or the fault for which it is set aside."""
        return chain.from_iterable(self._runs())

    def _runs_of_pages(self) -> Iterator[list[object]]:
        yield from self._runs()
        while self._another():
            yield from self._runs()

    def _runs(self) -> Iterator[list[object]]:
        """Yield the values item by item where they are hard to part, and many at a time where not."""
        if self._met() != b"]":
            while True:
                yield from self._plain_values()
                yield self._run(texts(self._data, self._at, self._limits))
                yield [self._exact_value()]
                comma = self._met() == b","
                self._at += comma
                # A formatter may leave a comma behind the last item; JSON itself does not.
                if not comma or (self._script and self._met() == b"]"):
                    break
                self._met()

    def _plain_values(self) -> Iterator[list[object]]:
        """Yield the items that end at a separator where braces balance, until one does not."""
        depth_limit, length_limit = self._limits.depth, self._limits.line_bytes
        while self._data.startswith(b"{", self._at):
            # Where items cannot be parsed at once, trying again at each would parse all of them many times.
            while not self._alone:
                yield (run := self._run(objects(self._data, self._at, self._limits)))
                self._alone = not run
            data = self._data
            start = last = self._at
            shape = data[start : start + SHAPE]
            depth = tries = 0
            for separator in _SEPARATOR.finditer(data, start):
                end, follower = separator.start() + 1, separator.end() - 1
                depth += data.count(b"{", last, end) - data.count(b"}", last, end)
                last = end
                if depth and not data.startswith(shape, follower):
                    continue
                try:
                    value = from_json(data[start:end], allow_inf_nan=False, cache_strings="keys")
                except ValueError:
                    tries += 1
                    if depth and tries < TRIES:
                        continue
                    return
                if end - start > length_limit:
                    value = too_long(length_limit)
                self._at = start = last = follower
                depth = tries = 0
                yield [fault_in(value.values(), depth_limit) or value if type(value) is dict else value]
            if tries or not self._more():
                return

    def _run(self, run: Run) -> list[object]:
        """Go to the end of a run of items and return their values."""
        self._at = run.end
        return run.values

    def _exact_value(self) -> object:
        """Return the next item, its end found by a parser."""
        while (found := self._measured()) is None:
            if not self._more():
                raise self._truncated()
        if isinstance(found, Broken):
            self._skip(found.at - self._at)
            return found.fault
        length = found.end - self._at
        self._at = found.end
        if length > self._limits.line_bytes:
            return too_long(self._limits.line_bytes)
        return judged(found.text, self._limits.depth)

    def _measured(self) -> Piece | Broken | None:
        found = measured(self._data, self._at)
        if not self._script or not isinstance(found, Broken):
            return found
        rewritten = json5.to_json(self._data, self._at)
        if rewritten is None or not FOLLOW.match(self._data, rewritten[1]):
            return found if self._ended else None
        return Piece(*rewritten)

    def _skip(self, wrong: int) -> None:
        """Go to the end of a broken item, as far as it can be told; ``wrong`` is counted from its start."""
        while (end := self._likely_end(wrong)) is None:
            if not self._more():
                raise self._truncated()
        self._at = end

    def _likely_end(self, wrong: int) -> int | None:
        data, start = self._data, self._at
        if not data.startswith(b"{", start):
            found = pattern(rb"[,\]]").search(data, start + wrong)
            return found.start() if found else None
        shape, depth, last = data[start : start + SHAPE], 0, start
        for separator in _SEPARATOR.finditer(data, start):
            end = separator.start() + 1
            depth += data.count(b"{", last, end) - data.count(b"}", last, end)
            last = end
            sister = data.startswith(shape, separator.end() - 1)
            if separator.end() > start + wrong and (depth == 0 or sister):
                return end
        closed = _CLOSED.search(data, start + wrong) if self._ended else None
        return closed.start() if closed else None

    def leave(self) -> None:
        """Check what follows the array: its object's end, or nothing."""
        self._at += 1
        while self._more():
            pass
        tail = self._data[self._at :]
        if not self._head:
            if tail.strip(SPACE + b";"):
                raise InputError(f"{self._place}: text after the array: expected the end of the file")
            return
        try:
            WHOLE.decode((self._head + b"]" + tail).decode("latin-1"))
        except (ValueError, RecursionError) as exc:
            if "Extra data" in str(exc):
                place = f"{self._place}: text after the document"
                raise InputError(f"{place}: expected the end of the file") from exc
            raise self._truncated() from exc

    def _another(self) -> bool:
        """Go to the first item of an array that follows the one at whose end we are, if one does."""
        if self._head or self._script:
            return False
        at = self._at + 1
        while (found := _NOT_SPACE.search(self._data, at)) is None:
            if not self._more():
                return False
            at = 1
        if found[0] != b"[":
            return False
        self._at = found.end()
        return True

    def _start(self, key: str) -> int | None:
        """Return where the first item would be; none if the array's beginning is not in hand."""
        data = narrow(self._data, self._place)
        if len(data) < len(BOM) and not self._ended:
            return None
        if self._script:
            return data.find(b"[") + 1 or None
        first = _NOT_SPACE.search(data.removeprefix(BOM))
        if first is None:
            return None
        if first[0] != b"{" or not key:
            return first.end() + len(data) - len(data.removeprefix(BOM))
        # Mastodon writes an empty array before the one it means, under the same name.
        name = rb'"%s"[ \t\r\n]*:[ \t\r\n]*\[' % re.escape(key.encode())
        for found in re.finditer(rb"%b(?:[ \t\r\n]*\][ \t\r\n]*,[ \t\r\n]*%b)?" % (name, name), data):
            if _is_header(data[: found.end()].removeprefix(BOM), key):
                return found.end()
        return None

    def _met(self) -> bytes:
        """Go to the next byte that is no space, and return it."""
        while (found := _NOT_SPACE.search(self._data, self._at)) is None:
            self._at = len(self._data)
            if not self._more():
                raise self._truncated()
        self._at = found.start()
        return found[0]

    def _more(self) -> bool:
        """Read on and return whether there was more; bytes before the item in hand are let go."""
        rest = self._data[self._at :]
        if len(rest) > 2 * self._limits.line_bytes:
            raise LimitError(
                f"{self._place}: a record of more than {self._limits.line_bytes:,} bytes",
                "if you trust this file, raise the limit with --limit line_bytes=N",
            )
        chunk = self._stream.read(max(CHUNK, len(rest)))
        self._ended = not chunk
        self._data, self._at = rest + chunk, 0
        self._alone = False
        return bool(chunk)

    def _no_array(self, key: str) -> InputError:
        what = f'no array "{key}"' if key else "no array"
        found = what if self._data.strip(SPACE) else "empty file"
        return InputError(f"{self._place}: {found}: expected a JSON export", "download or export it again")

    def _truncated(self) -> InputError:
        return InputError(
            f"{self._place}: truncated JSON: expected the end of the array", "download or export it again"
        )


def _is_header(head: bytes, key: str) -> bool:
    """Return whether a document's beginning opens an array of that name at its top."""
    try:
        value = from_json(head + b"]}")
    except ValueError:
        return False
    return isinstance(value, dict) and key in value
