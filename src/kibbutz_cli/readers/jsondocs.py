"""The JSON values of an entry, however they are kept: one a line, in an array, or one over many lines.

Which way it is, is seen from the first line: an array opens with a bracket, and a value that is spread
over lines leaves its first line open. A value is bounded by the limit on a line, an array is not.
"""

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

from pydantic_core import from_json

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Origin, Rejection, RejectionCode
from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.jsonstream import BOM, CHUNK, SPACE, Item, items
from kibbutz_cli.readers.jsonvalues import Fault, fault_in, judged

ENDINGS = (".json", ".jsonl", ".ndjson", ".jsonld")

_NOTES = (".md", ".txt", ".rst", "license", "license.md", ".gitignore")
"""What may lie beside the files of an archive without being one of them."""

_OPEN = (b"{", b"[", b",", b":")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Entry(NamedTuple):
    """One entry of an input, and what messages call it."""

    tree: Tree
    name: str
    origin: Origin


def values(
    entry: Entry, budget: Budget, *, arrays: Sequence[str] = (), word: bytes = b""
) -> Iterator[Item | Rejection]:
    """Yield the values of an entry, each with its line or its number in the array.

    Args:
        entry: Where they are kept.
        budget: The limits on a value's length and depth.
        arrays: Names of arrays whose items are the values, where a document spread over lines has one.
        word: What the lines that are wanted hold; others are passed over unread.

    Raises:
        InputError: The entry is truncated, or no JSON at all.
        LimitError: An item's end is farther away than the limits allow.
    """
    origin, head = entry.origin, opening(entry.tree, entry.name)
    with entry.tree.open(entry.name) as stream:
        if head.startswith(b"["):
            yield from items(stream, origin, budget)
        elif is_spread(head):
            key = next((key for key in arrays if re.search(rb'"%s"\s*:\s*\[' % key.encode(), head)), "")
            yield from items(stream, origin, budget, key=key) if key else document(stream, origin, budget)
        else:
            yield from lines(stream, origin, budget, word)


def lines(stream: BinaryIO, origin: Origin, budget: Budget, word: bytes = b"") -> Iterator[Item | Rejection]:
    """Yield the value of each line that is not blank and holds a word, or the reason it is set aside.

    Raises:
        InputError: The last line is no whole value, or the text is UTF-16.
    """
    longest, depth, position = budget.limits.line_bytes, budget.limits.depth, 0
    while line := stream.readline(longest + 1):
        position += 1
        if position == 1:
            line = _first(line, origin)
        if len(line) > longest and not line.endswith(b"\n"):
            _to_line_end(stream, longest)
            yield _rejected(origin, position, _too_long(longest))
        elif word in line and (text := line.strip(SPACE)):
            value = _value(text, depth)
            if type(value) is not Fault:
                yield Item(position, value)
            elif line.endswith(b"\n"):
                yield _rejected(origin, position, value)
            else:
                raise _truncated(origin.place(position), "the last line is no whole record")


def document(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the one value of a document.

    Raises:
        InputError: It is no JSON, or cut off.
    """
    longest = budget.limits.line_bytes
    text = _first(stream.read(longest + 1), origin).strip(SPACE)
    if len(text) > longest:
        yield _rejected(origin, 1, _too_long(longest))
        return
    value = judged(text, budget.limits.depth)
    if type(value) is not Fault:
        yield Item(1, value)
    elif "EOF while" in value.reason:
        raise _truncated(origin.place(0), value.reason.removeprefix("not JSON: "))
    else:
        yield _rejected(origin, 1, value)


def opening(tree: Tree, name: str) -> bytes:
    """Return an entry's beginning without the mark of its encoding and leading space; empty if unreadable."""
    try:
        return tree.head(name).removeprefix(BOM).lstrip(SPACE)
    except InputError:
        return b""


def holds(tree: Tree, name: str, *words: bytes) -> bool:
    """Return whether one of some words occurs in an entry.

    Raises:
        InputError: The entry cannot be read.
        LimitError: It is longer than the limits allow.
    """
    longest, tail = max(map(len, words)), b""
    with tree.open(name) as stream:
        while chunk := stream.read(CHUNK):
            # The end of the chunk before may hold the beginning of a word.
            if any(word in chunk or word in tail + chunk[:longest] for word in words):
                return True
            tail = chunk[-longest:]
    return False


def is_spread(head: bytes) -> bool:
    """Return whether a text opens with a value that goes on behind its first line."""
    first, newline, _ = head.partition(b"\n")
    return bool(newline) and first.rstrip(SPACE).endswith(_OPEN)


def listed(tree: Tree) -> list[str]:
    """Return the entries of an input that may hold JSON values: a single file is taken by its word."""
    names = tree.names()
    return names if tree.single else [name for name in names if name.lower().endswith(ENDINGS)]


def is_nothing_else(tree: Tree, endings: tuple[str, ...] = ENDINGS) -> bool:
    """Return whether all entries have one of some endings, but for notes beside them."""
    return all(name.lower().endswith((*endings, *_NOTES)) for name in tree.names())


def _value(text: bytes, depth: int) -> object:
    """Return the value of a line, or the fault for which it is set aside."""
    try:
        value = from_json(text, allow_inf_nan=False)
    except ValueError:
        return judged(text, depth)
    return fault_in(value.values(), depth) or value if type(value) is dict else judged(text, depth)


def _first(line: bytes, origin: Origin) -> bytes:
    if line.startswith(_UTF16):
        raise InputError(f"{origin.place(0)}: UTF-16 text: expected UTF-8", "save it as UTF-8")
    return line.removeprefix(BOM)


def _to_line_end(stream: BinaryIO, chunk: int) -> None:
    while (rest := stream.readline(chunk)) and not rest.endswith(b"\n"):
        pass


def _rejected(origin: Origin, position: int, fault: Fault) -> Rejection:
    return Rejection(origin=origin, position=position, code=fault.code, reason=fault.reason)


def _too_long(limit: int) -> Fault:
    return Fault(
        RejectionCode.TOO_LARGE,
        f"a record of more than {limit:,} bytes: expected less (--limit line_bytes=N)",
    )


def _truncated(place: str, what: str) -> InputError:
    return InputError(f"{place}: truncated JSON: {what}", "download or export it again")
