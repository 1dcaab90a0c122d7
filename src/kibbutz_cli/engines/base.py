"""The contract of an engine: run a statement, return rows, append rows."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, Self, TypeAlias

Value: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Value, ...]
Bound: TypeAlias = tuple[str, Sequence[Value]]
"""A query with the values it is run with."""


class Engine(Protocol):
    """Runs the SQL of the scoring; one connection, one thread of control."""

    def execute(self, sql: str, values: Sequence[Value] = ()) -> None:
        """Run one statement; values are bound, never pasted."""
        ...

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Run one query and return its rows; only for results that a person reads."""
        ...

    def make(
        self, queries: Mapping[str, str], heard: Callable[[str], None], spare: Collection[str] = ()
    ) -> None:
        """Leave the result of each query as a table of its name; a query may read those before it.

        Args:
            queries: The queries by name.
            heard: Called with each name before its query runs.
            spare: Tables that nothing asks for but these queries: each goes with the last that reads it.
        """
        ...

    def fill(
        self,
        table: str,
        queries: Mapping[str, Bound],
        heard: Callable[[str], None],
        spare: Collection[str] = (),
    ) -> None:
        """Put the results of all these queries into a table; spare tables go as in `make`."""
        ...

    def keep(self, table: str, columns: str) -> None:
        """Create a table for what is read, in as little room as the engine can."""
        ...

    def settle(self) -> None:
        """Bring what is kept into as little room as the engine can; nothing more will be read."""
        ...

    def expect(self, rows: int) -> None:
        """Suit the planning of queries to the rows that there are: of few, any plan will do."""
        ...

    def ordered(self) -> AbstractContextManager[None]:
        """Read files in their own order while inside, so that a row can be told its place."""
        ...

    def spare(self) -> AbstractContextManager[str]:
        """Give the path of a scratch file that the engine can read, gone at the end; empty if it has none."""
        ...

    def fork(self, name: str) -> AbstractContextManager[Self]:
        """Give a second engine that sees every table and whose own tables vanish at its end."""
        ...

    def append(self, table: str, rows: Iterable[Sequence[Value]]) -> None:
        """Append rows to a table, in the order of its columns."""
        ...

    def columns(self, path: str, name: str) -> dict[str, str]:
        """Return the columns of a Parquet file, which the caller knows by a name, with their types.

        Raises:
            InputError: The file is damaged or no Parquet.
        """
        ...

    def relation(self, shape: str, path: str, columns: Sequence[str], delimiter: str) -> str:
        """Return a query over a file: ``position`` from 1, ``malformed`` (a reason or null), its columns."""
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
