"""Items of a JSON array that are read many at a time, where they are sound and like each other."""

from typing import NamedTuple

from pydantic_core import from_json

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.parsing.jsonvalues import fault_in
from kibbutz_cli.readers.patterns import pattern

BYTES = 2**15
"""Bytes of objects parsed at once: the values of more leave the processor's cache before they are read."""

SHAPE = 12
"""Bytes by which an item is recognised as a sister of another."""

GUESSES = 8
"""Places in reach that look like the beginning of a sister and are looked at."""

_SPACE = b" \t\r\n"
_TEXT = pattern(rb'"([^"\\\x00-\x1f]*)"[ \t\r\n]*,[ \t\r\n]*(?=")')


class Run(NamedTuple):
    """Values of items that follow each other, and where the item after them begins."""

    values: list[object]
    end: int


def objects(data: bytes, start: int, limits: Limits) -> Run:
    """Return the items before a sister of the one that begins at ``start``; none unless all are sound.

    They are parsed as an array of their own: where that succeeds, each is what it is read alone.
    """
    end = _sister(data, start, min(BYTES, limits.line_bytes))
    text = data[start:end].rstrip(_SPACE).removesuffix(b",")
    try:
        values: list[object] = from_json(b"[%b]" % text, allow_inf_nan=False, cache_strings="keys")
    except ValueError:
        return Run([], start)
    return Run([], start) if fault_in(values, limits.depth + 1) else Run(values, end)


def texts(data: bytes, start: int, limits: Limits) -> Run:
    """Return the items from ``start`` on that are texts without escapes and have a text behind them."""
    values: list[object] = []
    while found := _TEXT.match(data, start):
        try:
            text = found[1].decode()
        except UnicodeDecodeError:
            break
        if len(text) > limits.line_bytes:
            break
        start = found.end()
        values.append(text)
    return Run(values, start)


def _sister(data: bytes, start: int, reach: int) -> int:
    """Return where the last item in reach seems to begin that looks like the one at ``start``, else that."""
    shape = data[start : start + SHAPE]
    found = start + reach
    for _ in range(GUESSES):
        found = data.rfind(shape, start + 1, found)
        if found < 0:
            break
        if data[start:found].rstrip(_SPACE).endswith(b","):
            return found
    return start
