"""The JSON values of an entry, however they are kept: one a line, in an array, or over many lines.

Which way it is, is seen from the first line: an array opens with a bracket, and a value that is spread
over lines leaves its first line open. A value is bounded by the limit on a line, an array is not.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO

from pydantic_core import from_json

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Origin, Rejection, RejectionCode
from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import PROBED, is_json, opening
from kibbutz_cli.readers.parsing.jsonstream import BOM, CHUNK, SPACE, Item, items
from kibbutz_cli.readers.parsing.jsonvalues import (
    Fault,
    Fields,
    fault_in,
    fields_of,
    judged,
    narrow,
    rejected,
    too_long,
)
from kibbutz_cli.readers.patterns import pattern

_OPEN = (b"{", b"[", b",", b":")
"""What the first line of a document ends with that is written over several lines."""

_DECODER = json.JSONDecoder()
_CUT = pattern(r"(EOF while .*) at line (\d+) column \d+")
_NEXT = pattern(rb"(?<=\n)\}[ \t\r\n]*\n(?=\{)")
"""The end of an indented document behind which another begins: within one no line begins with a brace."""

_LEFT = 64
"""Bytes kept of a document that is passed over: its end may lie on both sides of a chunk's."""

LOOKED_AT = 5
"""Lines looked at for a first record: the very first may be broken."""


def values(
    tree: Tree, name: str, origin: Origin, budget: Budget, array: str = ""
) -> Iterator[Item | Rejection]:
    """Yield the values of an entry, each with its line or its number in the array.

    Args:
        tree: The input.
        name: The entry in it.
        origin: Where it comes from, for messages.
        budget: The limits on a value's length and depth.
        array: The name of an array whose items are the values, where a document spread over lines has it.

    Raises:
        InputError: The entry is truncated, or no JSON at all.
        LimitError: An item's end is farther away than the limits allow.
    """
    head = opening(tree, name)
    with tree.open(name) as stream:
        if head.startswith(b"["):
            yield from items(stream, origin, budget)
        elif is_spread(head):
            has = array and re.search(rb'"%s"\s*:\s*\[' % array.encode(), head)
            yield from items(stream, origin, budget, key=array) if has else document(stream, origin, budget)
        else:
            yield from lines(stream, origin, budget)


def unpaged(found: Iterator[Item | Rejection], key: str) -> Iterator[Item | Rejection]:
    """Yield values, and in place of a page among them, as ``jq -s`` joins pages, the items of its array."""
    for each in found:
        page = fields_of(each.value).get(key) if type(each) is Item else None
        if type(page) is list:
            yield from (Item(each.position, value) for value in page)
        else:
            yield each


def likely_values(
    tree: Tree, name: str, origin: Origin, budget: Budget, words: tuple[bytes, ...]
) -> Iterator[Item | Rejection]:
    """Yield the values of an entry, but of those that are one a line only where a line has one of some words.

    Raises:
        InputError: The entry is truncated, or no JSON at all.
        LimitError: An item's end is farther away than the limits allow.
    """
    head = opening(tree, name)
    if head.startswith(b"[") or is_spread(head):
        yield from values(tree, name, origin, budget)
        return
    with tree.open(name) as stream:
        yield from lines(stream, origin, budget, *words)


def lines(stream: BinaryIO, origin: Origin, budget: Budget, *words: bytes) -> Iterator[Item | Rejection]:
    """Yield the value of each line that is not blank, or the reason it is set aside.

    Of words that are given, a line has to hold one.

    Raises:
        InputError: The last line is no whole value, or the text is UTF-16 or UTF-32.
    """
    longest, depth = budget.limits.line_bytes, budget.limits.depth
    for position, line in enumerate(_lines(stream, origin, longest), start=1):
        if len(line) > longest:
            yield rejected(too_long(longest), origin, position)
        elif (not words or any(word in line for word in words)) and (text := line.strip(SPACE)):
            value = _value(text, depth)
            if type(value) is not Fault:
                yield Item(position, value)
            elif glued := _glued(text, depth):
                yield from (Item(position, each) for each in glued)
            elif type(line) is _Last and _is_cut(text, value):
                raise _truncated(origin.place(position), "the last line is no whole record")
            else:
                yield rejected(value, origin, position)


def document(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the value of a document, or of each that follows it as jq writes them, or why it is set aside.

    Raises:
        InputError: The last is cut off, or the text is UTF-16 or UTF-32.
    """
    longest, before = budget.limits.line_bytes, 0
    for position, text in enumerate(_documents(stream, origin, longest), start=1):
        words = text.strip(SPACE)
        value = too_long(longest) if len(words) > longest else judged(words, budget.limits.depth)
        if type(value) is not Fault:
            yield Item(position, value)
        elif type(text) is _Last and (cut := _CUT.search(value.reason)):
            raise _truncated(origin.place(before + int(cut[2])), cut[1])
        else:
            yield rejected(value, origin, position)
        before += text.count(b"\n")


def is_spread(head: bytes) -> bool:
    """Return whether a text opens with an object that goes on behind its first line."""
    first, newline, _ = head.partition(b"\n")
    return bool(newline) and first.startswith(b"{") and first.rstrip(SPACE).endswith(_OPEN)


@lru_cache(maxsize=2 * PROBED)
def first_fields(head: bytes) -> Fields:
    """Return the first record of a file that begins so: of its lines, its array or itself; empty for none.

    Of a record that is longer than the head, the fields that are whole in it. Kept in mind, since one reader
    after the other asks for those of the same files.
    """
    if not is_json(head):
        return {}
    text = head.removeprefix(BOM).lstrip(SPACE)
    first, *others = text.split(b"\n", LOOKED_AT)[:LOOKED_AT]
    return (
        _fields(first, partial=False)
        or _fields(text, partial=True)
        or next((fields for line in others if (fields := _fields(line, partial=False))), {})
    )


def first_records(head: bytes) -> Iterator[Fields]:
    """Yield the first record of a file that begins so, and then each that is a line of its own there."""
    yield first_fields(head)
    if is_json(head):
        yield from (_fields(line, partial=False) for line in head.split(b"\n")[1:-1])


def _fields(text: bytes, *, partial: bool) -> Fields:
    try:
        value = from_json(text, allow_partial=partial)
    except ValueError:
        return {}
    return fields_of(value[0] if type(value) is list and value else value)


class _Last(bytes):
    """A last line without a line break behind it: cut off, if it is no whole record."""


def _lines(stream: BinaryIO, origin: Origin, longest: int) -> Iterator[bytes]:
    """Yield the lines of a file without their line breaks; of one that is too long, more than the limit."""
    rest, passing = b"", False
    chunk = _begun(stream.read(CHUNK), origin)
    while chunk:
        # Splitting a chunk takes a fifth of the time of asking for one line after the other.
        whole = (rest + chunk).split(b"\n")
        rest = whole.pop()
        if whole:
            yield from whole[1:] if passing else whole
            passing = False
        if len(rest) > longest:
            if not passing:
                yield rest
            rest, passing = b"", True
        chunk = stream.read(CHUNK)
    if not passing:
        yield _Last(rest)


def _documents(stream: BinaryIO, origin: Origin, longest: int) -> Iterator[bytes]:
    """Yield the documents of a file that follow each other; of one that is too long, more than the limit."""
    rest, passing = _begun(stream.read(CHUNK), origin), False
    while True:
        start = 0
        for end in _NEXT.finditer(rest):
            if not passing:
                yield rest[start : end.end()]
            start, passing = end.end(), False
        rest = rest[start:]
        if len(rest) > longest:
            if not passing:
                yield rest
            rest, passing = rest[-_LEFT:], True
        chunk = stream.read(max(CHUNK, len(rest)))
        if not chunk:
            break
        rest += chunk
    if not passing:
        yield _Last(rest)


def _value(text: bytes, depth: int) -> object:
    """Return the value of a line, or the fault for which it is set aside."""
    try:
        value = from_json(text, allow_inf_nan=False, cache_strings="keys")
    except ValueError:
        return judged(text, depth)
    if type(value) is not dict:
        return judged(text, depth)
    # To look at every value takes as long as to parse it, and what has few brackets is not deep.
    if text.count(b"{") + text.count(b"[") <= depth:
        return value
    return fault_in(value.values(), depth) or value


def _glued(text: bytes, depth: int) -> list[object]:
    """Return the objects of a line that holds several without a line break between; none if one is broken.

    GH Archive wrote its first years so, and has lines with a block of zero bytes in or behind them.
    """
    if b"}{" not in text and b"\0" not in text:
        return []
    try:
        # An object with zero bytes inside has lost something.
        found = [each for part in text.split(b"\0") for each in _objects(part.strip(SPACE).decode(), depth)]
    except (ValueError, RecursionError):
        return []
    return [] if any(type(each) is not dict for each in found) else found


def _objects(words: str, depth: int) -> Iterator[object]:
    """Yield the values that follow each other in a text.

    Raises:
        ValueError: One is broken.
    """
    at = 0
    while at < len(words):
        _, end = _DECODER.raw_decode(words, at)
        yield judged(words[at:end].encode(), depth)
        while words.startswith(" ", end):
            end += 1
        at = end


def _is_cut(text: bytes, fault: Fault) -> bool:
    """Return whether a last line that is faulty has lost its end."""
    return fault.code is RejectionCode.MALFORMED or not text.endswith((b"}", b"]"))


def _begun(text: bytes, origin: Origin) -> bytes:
    return narrow(text, origin.place(0)).removeprefix(BOM)


def _truncated(place: str, what: str) -> InputError:
    return InputError(f"{place}: truncated JSON: {what}", "download or export it again")
