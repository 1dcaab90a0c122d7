"""What the scoring asks of an engine: run a statement, return rows, append rows."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, Self, TypeAlias

Value: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Value, ...]


class Database(Protocol):
    """What the scoring does with an engine."""

    def execute(self, sql: str, values: Sequence[Value] = ()) -> None:
        """Run one statement; values are bound, never pasted."""
        ...

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Run one query and return its rows."""
        ...

    def fork(self, name: str) -> AbstractContextManager[Self]:
        """Give a second database that sees every table and whose own tables vanish at its end."""
        ...

    def append(self, table: str, rows: Iterable[Sequence[Value]]) -> None:
        """Append rows to a table, in the order of its columns."""
        ...
