"""What is written, and where: a file given in pieces."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kibbutz_cli.engines.base import Saver

CHUNK = 2**20


class Target(NamedTuple):
    """What is written, and where.

    Attributes:
        shape: What is written.
        save: Takes the bytes of the file, whole or not at all.
        raw: Whether cells of a CSV are written as they are, even those a spreadsheet would run.
        url: Where else, such as ``hdfs:///members.parquet``: only the engine reaches it.
    """

    shape: str
    save: Callable[[Iterable[bytes]], None]
    raw: bool = False
    url: str = ""


def saved(engine: Saver, query: str, shape: str) -> Iterator[bytes]:
    """Yield the bytes of the file that the engine makes of the rows of a query."""
    with Path(engine.save(query, shape)).open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece
