"""The contract of an engine: what every database does, and what reading files and writing them asks."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from kibbutz_cli.database import Database, Row

LARGE = 3_000_000
"""Rows of which a Parquet file is read where it lies, and one statement at a time is a tenth faster: that is
where keeping the rows, and statements that drive each other's out of the caches, begin to cost more."""


class Engine(Database, Protocol):
    """A database that also reads files, into as little room as it can.

    Attributes:
        numbering: The type of the numbers of deeds.
        most: So many deeds can be numbered.
        left_from: A Parquet file of so many rows is read anew each time at less cost than it is kept.
    """

    numbering: str
    most: int
    left_from: int

    def keep(self, table: str, columns: str) -> None:
        """Create a table for what is read, in as little room as the engine can."""
        ...

    def leave(self, table: str, parts: Sequence[str]) -> None:
        """Let a table be what was read into it, and these views of files, which are read anew each time."""
        ...

    def expect(self, rows: int, *, appended: bool) -> None:
        """Make ready for the queries, now that nothing more will be read.

        Args:
            rows: How many there are: of few, any plan will do.
            appended: They came by `append`: what is kept is brought into as little room as the engine can.
        """
        ...

    def ordered(self) -> AbstractContextManager[None]:
        """Read files in their own order while inside, so that a row can be told its place."""
        ...

    def spare(self) -> AbstractContextManager[str]:
        """Give the path of a scratch file that the engine can read, gone at the end; empty if it has none."""
        ...

    def columns(self, path: str, name: str) -> dict[str, str]:
        """Return the columns of a Parquet file, which the caller knows by a name, with their types.

        Raises:
            InputError: The file is damaged or no Parquet.
        """
        ...

    def relation(self, shape: str, path: str, columns: Sequence[str], delimiter: str) -> str:
        """Return a query over a file: ``POSITION`` from 1, ``MALFORMED`` (a reason or null), its columns."""
        ...

    def close(self) -> None:
        """Give back memory and scratch files."""
        ...


class Saver(Engine, Protocol):
    """An engine that also writes what it holds: the embedded one."""

    def save(self, query: str, shape: str) -> str:
        """Write the rows of a query, in their order, to a new file in the scratch folder; return its path.

        Args:
            query: One query.
            shape: ``csv`` with a header, ``ndjson`` or ``parquet``.
        """
        ...

    def saved(self, paths: Sequence[str]) -> str:
        """Return what stands after ``from`` to read Parquet files of `save` again, one after the other."""
        ...

    def stream(self, query: str, size: int) -> Iterator[list[Row]]:
        """Yield the rows of a query, so many at a time; nothing else may be asked before its end."""
        ...
