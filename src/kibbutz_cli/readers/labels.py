"""What somebody else says of the members: a CSV with the columns ``member`` and ``label``."""

import csv
import math
from collections.abc import Iterator
from typing import NamedTuple, TextIO

from kibbutz_cli.errors import InputError

COLUMNS = ("member", "label")
SHAPE = "expected a CSV file with the columns member and label"

LONGEST = 2**20
"""Characters of a line: what goes on without end, as a device does, is no table."""


class Label(NamedTuple):
    """One label: where it stands, whom it names, and its number."""

    line: int
    member: str
    label: float


def read(path: str) -> list[Label]:
    """Return the labels of a file, in its order.

    Raises:
        InputError: It cannot be read, a column is missing, or a label is no number.
    """
    try:
        with open(path, encoding="utf-8-sig", newline="") as stream:  # noqa: PTH123 - also for /dev/stdin
            found = _labels(path, stream)
    except OSError as exc:
        raise InputError(f"{path}: cannot be read: {exc.strerror}") from exc
    except (UnicodeDecodeError, csv.Error) as exc:
        raise InputError(f"{path}: not a table of labels: {SHAPE}") from exc
    if not found:
        raise InputError(f"{path}: holds no label: {SHAPE}")
    return found


def _labels(path: str, stream: TextIO) -> list[Label]:
    rows = csv.DictReader(_lines(stream))
    names = rows.fieldnames or ()
    for name in COLUMNS:
        if name not in names:
            raise InputError(f"{path}:1: no column {name}: {SHAPE}")
    return [
        Label(
            rows.line_num, (row["member"] or "").strip().removeprefix("@"), _number(path, rows.line_num, row)
        )
        for row in rows
    ]


def _lines(stream: TextIO) -> Iterator[str]:
    while line := stream.readline(LONGEST):
        if len(line) == LONGEST:
            raise csv.Error("a line too long")
        yield line


def _number(path: str, line: int, row: dict[str, str | None]) -> float:
    text = row["label"] or ""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise InputError(
            f"{path}:{line}: label: expected a number, got {text[:100]!r}",
            "number the steps of an ordered label: 0, 1, 2",
        )
    return number
