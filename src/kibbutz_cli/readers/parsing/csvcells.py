"""Whether rows of a CSV have more cells than its header: the engine drops empty ones, and says nothing.

Where a comma stands unquoted in a text, a row is one cell too long, and its columns are shifted from there
on: it must be set aside, and the engine cannot be asked to.
"""

import csv
from pathlib import Path

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.files.sources import CHUNK

_LONGEST = Limits().line_bytes
"""Characters of a cell; one that is longer goes row by row, where it is told."""


def has_surplus(path: str, delimiter: str, columns: int) -> bool:
    """Return whether a row of a file has more cells than columns, of which the last is empty.

    Cells are counted only where a line ends with an empty one: in most tables none does.
    """
    return _ends_empty(path, delimiter.encode()) and not _is_even(path, delimiter, columns)


def _ends_empty(path: str, delimiter: bytes) -> bool:
    ends = (delimiter, delimiter + b'""')
    longest = len(delimiter) + len(b'""\r')
    last = frozenset(delimiter + b'"\r')
    # Not mapped into memory: of a file that is cut shorter meanwhile the system would end the process.
    with Path(path).open("rb") as file:
        held = b""
        while chunk := file.read(CHUNK):
            end = len(held)
            held += chunk
            while (end := held.find(b"\n", end)) >= 0:
                if held[end - 1] in last and held[max(0, end - longest) : end].removesuffix(b"\r").endswith(
                    ends
                ):
                    return True
                end += 1
            held = held[-longest:]
        return held.endswith(ends)


def _is_even(path: str, delimiter: str, columns: int) -> bool:
    with Path(path).open(encoding="utf-8", errors="replace", newline="") as text:
        before = csv.field_size_limit(_LONGEST)
        try:
            return max(map(len, csv.reader(text, delimiter=delimiter, strict=True)), default=0) <= columns
        except csv.Error:
            return False
        finally:  # what others read keeps the limit it has
            csv.field_size_limit(before)
