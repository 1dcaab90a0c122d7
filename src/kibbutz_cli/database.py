"""What is asked of an engine by whoever has a query: run it, return rows, append rows."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache
from typing import Protocol, Self, TypeAlias

Value: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Value, ...]
Bound: TypeAlias = tuple[str, Sequence[Value]]
"""A query with the values it is run with."""


def enum(words: Iterable[str]) -> str:
    """Return a column type that keeps each of these words as a byte, in the order of texts."""
    listed = ", ".join("'{}'".format(word.replace("'", "''")) for word in sorted(words))
    return f"enum({listed})"


_READS = re.compile(r"\b(?:from|join)\s+(\w+)", re.IGNORECASE)


_LAST_ORDER = re.compile(r"^order by .*\s*\Z", re.MULTILINE)


def unordered(text: str) -> str:
    """Return the query of a table without the order in which its rows lie best: its last line."""
    return _LAST_ORDER.sub("", text)


@cache
def reads(text: str) -> frozenset[str]:
    """Return what a query names behind ``from`` or ``join``: the tables it reads, and its own."""
    return frozenset(_READS.findall(text))


class Database(Protocol):
    """Runs SQL; one connection, one thread of control."""

    @property
    def keeps_plans(self) -> bool:
        """Whether a statement runs as it was planned when it was told first: so its text must stay."""
        ...

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
            queries: The queries by name. In which order rows lie best is heeded where there are many.
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

    def fork(self, name: str) -> AbstractContextManager[Self]:
        """Give a second database that sees every table and whose own tables vanish at its end.

        Args:
            name: What it is called while it is there.
        """
        ...

    def again(self, name: str) -> AbstractContextManager[Self]:
        """Give a fork, while `shared`, for what is done over and over: the same statements, on other rows.

        Args:
            name: What it is called while it is there: not as another is at the same time.
        """
        ...

    def carry(self, table: str, sql: str, values: Sequence[Value] = ()) -> None:
        """Put the rows of a query into a table that was there before the fork: there they stay.

        Args:
            table: A table of those the fork was made from.
            sql: One query.
            values: What it is run with; each has a type there, as ``cast(? as varchar)`` has.
        """
        ...

    def shared(self, forks: int) -> AbstractContextManager[None]:
        """While inside, so many forks may be used at the same time, each by a thread of its own."""
        ...

    def append(self, table: str, rows: Iterable[Sequence[Value]]) -> None:
        """Append rows to a table, in the order of its columns."""
        ...
