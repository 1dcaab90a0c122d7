"""What is written, and where: a file given in pieces."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kibbutz_cli.engines.base import Saver
from kibbutz_cli.readers.tables import Shape

CHUNK = 2**20


class Target(NamedTuple):
    """What is written, and where.

    Attributes:
        shape: What is written.
        save: Takes the bytes of the file, whole or not at all.
        raw: Whether cells of a CSV are written as they are, even those a spreadsheet would run.
    """

    shape: Shape
    save: Callable[[Iterable[bytes]], None]
    raw: bool = False


class Away(NamedTuple):
    """What is written at a URL, by the engine that reaches it.

    Attributes:
        shape: What is written: a table, or ``json`` or ``ndjson``.
        url: Where, such as ``hdfs:///reports/members.parquet``.
        raw: Whether cells of a CSV are written as they are, even those a spreadsheet would run.
    """

    shape: str
    url: str
    raw: bool = False


def saved(engine: Saver, query: str, shape: str) -> Iterator[bytes]:
    """Yield the bytes of the file that the engine makes of the rows of a query."""
    with Path(engine.save(query, shape)).open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece
