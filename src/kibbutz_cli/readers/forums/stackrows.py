"""Rows of Stack Exchange dumps, read by pattern where they are written as the site writes them.

A dump is rows of attributes and nothing else. The XML parser and the tree take 5 us for each, a pattern 1 us.

What is learned from the rows of the file themselves is which attributes there are, in which order. The
pattern describes known attributes, each at most once, whose values hold no markup, no line end and none but
the usual references.
"""

import re
from collections.abc import Callable, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.xmlruns import RunCutter
from kibbutz_cli.readers.parsing.xmlstream import TOKEN
from kibbutz_cli.readers.patterns import pattern

Row: TypeAlias = tuple[str, ...]
"""The values of a row in the order in which its table reads them, empty where there is none."""

DEPTH = 2
"""How deep the rows are nested; with a lower limit nothing is cut out."""

_MEANT = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&", "&#39;": "'"}
_MEANT |= dict.fromkeys(("&#xA;", "&#10;"), "\n")
_MEANT |= dict.fromkeys(("&#xD;", "&#13;"), "\r")
_MEANT |= dict.fromkeys(("&#x9;", "&#9;"), "\t")
"""The usual references."""

_VALUE = f'[^"&]*(?:(?:{"|".join(_MEANT)})[^"&]*)*'
_WRITTEN = pattern(rf'<row((?: [A-Za-z]+="{_VALUE}")+) ?/>')
_NAME = pattern(r' ([A-Za-z]+)="[^"]*"')
_REFERENCE = pattern("(&[^;]*;?)")


class Table(NamedTuple):
    """A table of a dump: its root element, what is read of its rows, and all the attributes they may have."""

    root: str
    read: tuple[str, ...]
    known: frozenset[str]

    def row(self, attributes: Mapping[str, str]) -> Row:
        """Return the values that are read of a row."""
        return tuple([attributes.get(name, "") for name in self.read])


class RowCutter(RunCutter[Row]):
    """Cuts the rows out of one document; they are asked for below its root."""

    opening = "<row "
    closing = "/>"
    tag = "row"

    def __init__(self, table: Table, budget: Budget) -> None:
        # A text of so many bytes may be one row that has not ended yet: the parser counts it.
        possible = budget.limits.xml_depth >= DEPTH and budget.limits.text_bytes >= TOKEN
        super().__init__(possible=possible)
        self.home = (table.root, DEPTH - 1)
        self._table = table
        self._before: dict[str, list[str]] = {name: [] for name in table.read}
        self._match: Callable[[str, int], re.Match[str] | None] | None = None
        self._pick: Callable[[tuple[str, ...]], Row] = tuple

    def _fitting(self, text: str, at: int) -> tuple[list[Row], int]:
        rows: list[Row] = []
        match, pick = self._match, self._pick
        while match and (found := match(text, at)):
            values = found.groups("")
            written = values[0]
            # To look for each of these takes a fifth of the time of a pattern without them.
            if "\n" in written or "\r" in written or written.find("<", 1) > 0:
                break
            row = pick(values)
            if "&" in written or "\t" in written:
                try:
                    row = tuple([_text(value) for value in row])
                except KeyError:
                    break
            rows.append(row)
            at = found.end()
        # The other half of the last line end may be in the next chunk; together they are one.
        if rows and at == len(text) and text.endswith("\r"):
            at -= 1
        return rows, at

    def _learn(self, text: str, at: int) -> None:
        written = _WRITTEN.match(text, at)
        if written is None:
            return
        names = _NAME.findall(written[1])
        # One with an attribute that is not known is left to the parser, so that it is told.
        if not self._table.known.issuperset(names):
            return
        before = {name: [*earlier] for name, earlier in self._before.items()}
        for earlier, name in pairwise(names):
            before.setdefault(earlier, [])
            before.setdefault(name, []).append(earlier)
        try:
            order = [*TopologicalSorter(before).static_order()]
        except CycleError:
            return
        self._before = {name: [*dict.fromkeys(earlier)] for name, earlier in before.items()}
        read = [name for name in order if name in self._table.read]
        self._match = re.compile(_pattern(order, self._table)).match
        self._pick = itemgetter(*(read.index(name) + 1 for name in self._table.read))


def _pattern(order: list[str], table: Table) -> str:
    """Return the pattern of a row, with a group around it and around each value that is read."""
    values = ('([^"]*)' if name in table.read else _VALUE for name in order)
    attributes = (f'(?: {name}="{value}")?' for name, value in zip(order, values, strict=True))
    return rf"(<row{''.join(attributes)} ?/>)[ \t\r\n]*"


def _text(value: str) -> str:
    """Return what a value means to a parser.

    Raises:
        KeyError: There is an unusual reference in it, or none behind an ampersand.
    """
    if "\t" in value:
        value = value.replace("\t", " ")
    if "&" not in value:
        return value
    parts = _REFERENCE.split(value)
    parts[1::2] = [_MEANT[reference] for reference in parts[1::2]]
    return "".join(parts)
