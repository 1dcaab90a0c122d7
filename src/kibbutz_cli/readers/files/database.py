"""A table of somebody else's SQLite database, row by row: nothing is written, and nothing in it is run.

A database may hold views, triggers, virtual tables and columns that are computed. None of them is asked: a
table has to be a plain one, and while it is read no function, no other table and no statement is allowed.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.places import is_file
from kibbutz_cli.readers.patterns import pattern

MAGIC = b"SQLite format 3\0"

STEPS = 100_000
"""Steps of the engine after which the limits are looked at."""

STEPS_A_ROW = 50_000_000
"""So many steps without a row, a few seconds, are no honest table."""

JOURNALS = ("-wal", "-journal")
"""What lies beside a database that is in use: changes which are not in it yet, or in half."""

CELL = 8
"""Bytes a number counts for."""

_CREATED = pattern(rb"CREATE TABLE (?:IF NOT EXISTS )?[\"'`\[]?(\w{1,80})")


class Joined(NamedTuple):
    """Columns of a table, each with the one of another table that its row names.

    Attributes:
        table: The table.
        columns: Its columns, of which those that it lacks are none in every row.
        key: The column whose value is ``id`` in the other table.
        other: The other table.
        column: The column of that.
        unread: Columns of the table that are known and not read.
    """

    table: str
    columns: Sequence[str]
    key: str
    other: str
    column: str
    unread: frozenset[str]


def tables(head: bytes) -> list[str]:
    """Return the tables of a database, as far as its first bytes tell."""
    found = dict.fromkeys(name.decode() for name in _CREATED.findall(head)) if head.startswith(MAGIC) else {}
    return [name for name in reversed(found) if not name.startswith("sqlite_")]


def rows(tree: Tree, name: str, budget: Budget, wanted: Joined) -> Iterator[dict[str, object]]:
    """Yield the rows of a table, with the column of the other table under its name.

    Raises:
        InputError: The database is packed, in use or damaged, or has no such tables.
        LimitError: It is larger than the limits allow.
    """
    place = tree.path if tree.single else f"{tree.path}!{name}"
    path = tree.local(name)
    if path is None:
        raise InputError(f"{place}: SQLite inside an archive or pipe: expected the file itself", "unpack it")
    _require_settled(path, place)
    size = Path(path).stat().st_size
    budget.take(size, 0)
    try:
        with closing(_opened(path, budget)) as connection:
            yield from _Guarded(connection, budget).rows(wanted, place)
    except (sqlite3.Error, UnicodeDecodeError) as exc:  # what the engine says of damage may itself be damaged
        raise InputError(
            f"{place}: damaged SQLite database: {exc}", "copy it again while nothing writes to it"
        ) from exc


def _require_settled(path: str, place: str) -> None:
    for ending in JOURNALS:
        beside = Path(path + ending)
        if is_file(beside) and beside.stat().st_size:
            raise InputError(
                f"{place}{ending}: changes that are not in the database yet: expected one that is not in use",
                f"sqlite3 {path} \"vacuum into 'copy.db'\" makes a copy to read",
            )


def _opened(path: str, budget: Budget) -> sqlite3.Connection:
    # Immutable: nothing is locked, and no file is made beside it.
    uri = f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, budget.limits.line_bytes)
    connection.text_factory = _text
    for pragma in (
        "trusted_schema = off",
        "query_only = on",
        "cell_size_check = on",
        "automatic_index = off",
    ):
        connection.execute(f"pragma {pragma}")
    return connection


def _text(text: bytes) -> str:
    return text.decode("utf-8", "replace")


class _Guarded:
    """A connection that reads the tables it is asked for, and nothing else."""

    def __init__(self, connection: sqlite3.Connection, budget: Budget) -> None:
        self._connection = connection
        self._budget = budget
        self._steps = 0
        self._refused: LimitError | None = None
        self._readable: tuple[str, ...] = ()

    def rows(self, wanted: Joined, place: str) -> Iterator[dict[str, object]]:
        """Yield the rows of a table.

        Raises:
            InputError: It is no plain table, or takes too long.
            LimitError: It is larger than the limits allow.
        """
        own, others = self._columns(wanted.table, place), self._columns(wanted.other, place)
        if wanted.key not in own or not {"id", wanted.column} <= {*others}:
            raise InputError(
                f"{place}: no column {wanted.key}, or no id and {wanted.column}: {wanted.table} has "
                f"{', '.join(own)}; {wanted.other} has {', '.join(others)}"
            )
        known = wanted.unread | {*wanted.columns, wanted.key}
        self._budget.expects(known, dict.fromkeys(own), wanted.table)
        present = [column for column in wanted.columns if column in own]
        cells = ", ".join(f"own.{column}" for column in present)
        self._readable = (wanted.table, wanted.other)
        self._connection.set_progress_handler(self._is_over, STEPS)
        self._connection.set_authorizer(self._judged)
        try:
            for row in self._connection.execute(
                f"select {cells}, other.{wanted.column} from {wanted.table} as own "
                f"left join {wanted.other} as other on other.id = own.{wanted.key}"
            ):
                self._steps = 0
                self._budget.take(0, sum(len(cell) if type(cell) in (str, bytes) else CELL for cell in row))
                yield dict(zip((*present, wanted.column), row, strict=True))
        except sqlite3.OperationalError:
            if self._refused:
                raise self._refused from None
            if self._steps > STEPS_A_ROW:
                raise InputError(f"{place}: {wanted.table} takes too long: expected a plain table") from None
            raise

    def _columns(self, table: str, place: str) -> list[str]:
        """Return the columns of a plain table; what is computed is none of them."""
        found = self._connection.execute(
            "select type, rootpage from sqlite_master where name = ? collate nocase", (table,)
        ).fetchall()
        if not found:
            raise InputError(f"{place}: no table {table}: expected one")
        # A virtual table has no page of its own: what it gives is made by code.
        if any(kind != "table" or not page for kind, page in found):
            raise InputError(f"{place}: {table} is a view or is computed: expected a plain table")
        return [str(row[1]) for row in self._connection.execute(f"pragma table_info({table})")]

    def _judged(self, action: int, table: str | None, *_: str | None) -> int:
        allowed = action == sqlite3.SQLITE_SELECT or (
            action == sqlite3.SQLITE_READ and str(table).lower() in self._readable
        )
        return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY

    def _is_over(self) -> bool:
        self._steps += STEPS
        try:
            self._budget.take(0, 0)
        except LimitError as exc:
            self._refused = exc
        return self._refused is not None or self._steps > STEPS_A_ROW
