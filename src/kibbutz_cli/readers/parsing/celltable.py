"""The rows of a CSV table inside an export, which may be cut off or broken at any place."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from kibbutz_cli.model.activity import Origin
from kibbutz_cli.readers.files.sources import truncated


class CellTable:
    """A table of comma-separated cells, its first row the names of its columns or not.

    Attributes:
        cut: Whether the last line met has no line break.
    """

    def __init__(self, stream: BinaryIO, origin: Origin, longest: int) -> None:
        self.cut = False
        self._stream = stream
        self._origin = origin
        self._longest = longest

    def rows(self) -> Iterator[tuple[int, list[str] | str]]:
        """Yield the line and cells of every row, or what is wrong with it; the stream is closed at the end.

        Raises:
            InputError: The table ends inside a cell.
        """
        with io.TextIOWrapper(self._stream, encoding="utf-8-sig", errors="replace", newline="") as text:
            rows = csv.reader(self._lines(text), strict=True)
            while True:
                try:
                    row = next(rows, None)
                except csv.Error as exc:
                    if "end of data" in str(exc):
                        place = self._origin.place(rows.line_num)
                        raise truncated(place, "table: it ends inside a quoted cell") from exc
                    yield rows.line_num, f"not CSV: {exc}"
                    continue
                if row is None:
                    return
                yield rows.line_num, row

    def _lines(self, text: io.TextIOBase) -> Iterator[str]:
        while line := text.readline(self._longest):
            self.cut = not line.endswith(("\n", "\r"))
            yield line
