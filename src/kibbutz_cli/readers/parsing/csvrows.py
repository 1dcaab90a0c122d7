"""The rows of a canonical table in CSV, below a header that names its columns."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Self

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Origin
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.canonical import AROUND, FIELDS
from kibbutz_cli.readers.parsing.jsonrows import Row
from kibbutz_cli.readers.parsing.jsonvalues import Fault, malformed, too_long

DELIMITERS = ",;\t|"

_QUOTED = rb'(?:\A|(?<=[,;\t|]))( *)"(?:[^"]|"")*"'
"""A cell in quotation marks: amid another, such a mark is a letter."""

_LINE_END = re.compile(rb"\r?\n")
_CELLS = re.compile(_QUOTED)
_ROW = re.compile(rb"(?:" + _QUOTED + rb'|[^\n",;\t|]+|[^\n])*')


def header_of(head: bytes) -> bytes:
    """Return the first row that is not empty, as it stands: its quoted cells may hold ends of lines."""
    begun = head.lstrip(b"\xef\xbb\xbf\r\n")
    return begun[: found.end()] if (found := _ROW.match(begun)) else begun


def delimiter_of(head: bytes) -> str:
    """Return what stands between the cells: it parts the most names of ours, or stands there most often."""
    header = header_of(head)
    bare = _CELLS.sub(rb"\1", header)
    first = (bare if any(mark.encode() in bare for mark in DELIMITERS) else header).decode(errors="replace")
    return max(DELIMITERS, key=lambda mark: (_known(first.split(mark)), first.count(mark)))


def is_as_expected(head: bytes) -> bool:
    """Return whether the first line is the header, as it stands, and ends as the engine expects it."""
    first = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].strip()
    is_header = bool(first) and not first.startswith((b"sep=", b'"sep='))
    # How a line ends inside a name, the engine takes for how all rows end.
    is_even = len(set(_LINE_END.findall(header_of(head) + b"\n"))) == 1
    return is_header and is_even and b"\r" not in first and not _is_padded(head)


def named_above(text: str, head: bytes) -> list[str]:
    """Return the names of the columns, in order; none where the first bytes of a file are no CSV."""
    delimiter, lines = delimiter_of(head), io.StringIO(text, newline="")
    try:
        return _header(csv.reader(lines, delimiter=delimiter, skipinitialspace=_is_padded(head)), delimiter)
    except csv.Error:
        return []


def in_cells(
    text: io.TextIOBase, origin: Origin, head: bytes, budget: Budget
) -> Iterator[tuple[int, Row | Fault]]:
    """Yield the cells of each row by the names of their columns, with its position, or why it is none.

    Raises:
        InputError: The header is no CSV, or the table ends inside a quoted cell.
    """
    delimiter, is_padded = delimiter_of(head), _is_padded(head)
    lines = _Lines(text, delimiter, is_padded)
    rows = csv.reader(lines, delimiter=delimiter, skipinitialspace=is_padded, strict=True)
    try:
        names = _header(rows, delimiter)
    except csv.Error as exc:
        where = origin.place(lines.number)
        raise InputError(f"{where}: not CSV: {exc}: expected the names of columns") from exc
    position = 0
    while True:
        position += 1
        lines.is_open = False
        try:
            row = _next(rows, budget.limits.line_bytes)
        except StopIteration:
            return
        except csv.Error as exc:
            fault = malformed(f"not CSV: {exc}")
            if is_long := "field limit" in str(exc):
                fault = too_long(budget.limits.line_bytes)
            if "end of data" in str(exc) or (is_long and not lines.leave_row()):
                where = origin.place(lines.number)
                raise InputError(f"{where}: truncated: the file ends inside a quoted cell") from exc
            yield position, fault
            continue
        if not row:
            position -= 1
        elif len(row) != len(names):
            yield position, malformed(f"{len(row)} cells: expected {len(names)}")
        else:
            yield position, dict(zip(names, row, strict=True))


class _Lines:
    """The lines of a table.

    Attributes:
        number: How many were read.
        is_open: Whether the row in hand goes on in the next line, inside a quoted cell.
    """

    def __init__(self, text: io.TextIOBase, delimiter: str, is_padded: bool) -> None:
        self._text = text
        # Only where a cell begins does a quote mark open it; anywhere else it is a letter.
        begins = rf"(?:\A|{re.escape(delimiter)}{' *' if is_padded else ''})"
        # Possessive: else each doubled mark is kept in mind, in a cell of many some hundred bytes each.
        self._quoted = re.compile(rf'{begins}"[^"]*+(?:""[^"]*+)*+("?)')
        self.number = 0
        self.is_open = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = next(self._text)
        self.number += 1
        if '"' in line:
            cells = self._quoted.finditer(f'"{line}' if self.is_open else line)
            self.is_open = any(not found[1] for found in cells)
        return line

    def leave_row(self) -> bool:
        """Go to the end of the row in hand, amid which the parser would begin anew; false if it has none."""
        while self.is_open:
            if next(self, None) is None:
                return False
        return True


def _is_padded(head: bytes) -> bool:
    """Return whether a blank follows each delimiter, as in tables that were written by hand."""
    first, delimiter = _CELLS.sub(rb"\1", header_of(head)), delimiter_of(head).encode()
    return delimiter in first and first.count(delimiter) == first.count(delimiter + b" ")


def _known(names: list[str]) -> int:
    """Return how many of some names are those of fields."""
    return sum(name.strip(AROUND).lower() in FIELDS for name in names)


def _header(rows: Iterator[list[str]], delimiter: str) -> list[str]:
    """Return the names of the columns; a line that tells Excel the delimiter may stand above them."""
    names = next((row for row in rows if row), [])
    if "".join(names).lstrip("\ufeff") in {"sep=", f"sep={delimiter}"}:
        names = next((row for row in rows if row), [])
    return _apart(names)


def _apart(names: list[str]) -> list[str]:
    """Return names of which none stands twice, but that of columns without one: of two the first keeps it."""
    met, apart = dict.fromkeys(names, 0), list[str]()
    for name in names:
        own, met[name] = name, met[name] + 1
        while name and met[name] > 1 and (own := f"{name} ({met[name]})") in met:
            met[name] += 1
        met.setdefault(own, 1)
        apart.append(own)
    return apart


def _next(rows: Iterator[list[str]], longest: int) -> list[str]:
    """Return the next row: a cell may be as long as a line; what others read keeps the limit it has."""
    before = csv.field_size_limit(longest)
    try:
        return next(rows)
    finally:
        csv.field_size_limit(before)
