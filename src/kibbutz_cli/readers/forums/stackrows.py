"""Rows of Stack Exchange dumps, read by pattern where they are written as the site writes them.

A dump is rows of attributes and nothing else. The XML parser and the tree take 5 us for each, a pattern 1 us.
So the rows that fit are cut out of the document, run by run, and one empty element stands where a run stood,
to be looked up again when the tree is read.

The pattern is learned from the rows of the file themselves: which attributes there are, in which order. It
describes a strict subset of XML: known attributes, each at most once, whose values hold no markup, no line
end and none but the usual references. What does not fit is left to the parser, which alone decides what is
well-formed.
"""

import re
import secrets
from collections.abc import Callable, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, TypeAlias
from xml.etree.ElementTree import Element  # only the type; parsing is xmlstream's

from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.xmlstream import TOKEN
from kibbutz_cli.readers.patterns import pattern

Row: TypeAlias = tuple[str, ...]
"""The values of a row in the order in which its table reads them, empty where there is none."""

DEPTH = 2
"""How deep the rows are nested; with a lower limit nothing is cut out."""

LONGEST = 64 * 1024
"""Characters of a row for whose end more of the document is waited for."""

MISFITS = 1000
"""Rows that may fail to fit before it is no longer tried, beside as many as did fit."""

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


class _Run(NamedTuple):
    """Rows that followed each other with nothing but space between, and how they were written."""

    rows: list[Row]
    source: str


class RowCutter:
    """Cuts rows out of one document, and gives them back for the element left in their place.

    Attributes:
        opening: What a row begins with.
        key: The attribute that tells elements of ours from those of the document. It is drawn
            anew for each document, so that none can hold one made up by its writer.
        home: Where rows are asked for: below the root. Everywhere else the tree has them as they were.
    """

    opening = "<row "

    def __init__(self, table: Table, budget: Budget) -> None:
        self.key = f"cut-{secrets.token_hex(8)}"
        self.home = (table.root, DEPTH - 1)
        self._table = table
        # A text of so many bytes may be one row that has not ended yet: the parser counts it.
        self._possible = budget.limits.xml_depth >= DEPTH and budget.limits.text_bytes >= TOKEN
        self._allowed = False
        self._before: dict[str, list[str]] = {name: [] for name in table.read}
        self._match: Callable[[str, int], re.Match[str] | None] | None = None
        self._pick: Callable[[tuple[str, ...]], Row] = tuple
        self._runs: dict[str, _Run] = {}
        self._count = 0
        self._credit = MISFITS

    def allow(self) -> None:
        """Begin to cut: the document's root is known."""
        self._allowed = self._possible

    def cut(self, text: str, at: int) -> tuple[int, str]:
        """Return where the rows end that begin at a place, and the element to stand for them.

        The place itself means that the parser shall read what is there, -1 that more must be seen.
        """
        if not self._allowed:
            return at, ""
        rows, end = self._fitting(text, at)
        if rows:
            self._credit += len(rows)
            return end, self._kept(rows, text[at:end])
        if len(text) - at < LONGEST and text.find("/>", at) < 0:
            return -1, ""
        self._credit -= 1
        if self._credit < 0:
            self._allowed = False
        else:
            self._learn(text, at)
        return at, ""

    def rows(self, element: Element) -> list[Row] | None:
        """Return the rows that an element stands for; none if it is one of the document itself."""
        run = self._runs.pop(element.get(self.key, ""), None)
        return run.rows if run else None

    def source(self, element: Element) -> str:
        """Return once how the rows were written that an element stands for."""
        return self._runs.pop(element.get(self.key, "")).source

    def _fitting(self, text: str, at: int) -> tuple[list[Row], int]:
        """Return the rows from a place on that fit, and where they end."""
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

    def _kept(self, rows: list[Row], source: str) -> str:
        self._count += 1
        number = str(self._count)
        self._runs[number] = _Run(rows, source)
        lines = source.count("\n")
        if "\r" in source:
            lines += source.count("\r") - source.count("\r\n")
        breaks = "\n" * lines
        return f'<row {self.key}="{number}"{breaks}/>'

    def _learn(self, text: str, at: int) -> None:
        """Learn the order of the attributes of a row, unless it is an unusual one."""
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
