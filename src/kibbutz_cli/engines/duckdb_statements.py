"""Statements on a connection to DuckDB: parsed once in a process, and planned once where plans are kept."""

from collections.abc import Sequence

import duckdb

from kibbutz_cli.database import Row, Value
from kibbutz_cli.engines.duckdb_faults import told
from kibbutz_cli.engines.duckdb_plans import Plans
from kibbutz_cli.errors import EngineError

_parsed_once: dict[str, duckdb.Statement] = {}
"""What any connection of this process was asked before: the steps and the metrics, over and over."""

MOST_PARSED = 1000
"""Statements that are kept: of those that name files there may be any number."""

OURS = (duckdb.StatementType.COPY, duckdb.StatementType.SET, duckdb.StatementType.PREPARE)
"""Statements that nobody else gives."""


class Statements:
    """Runs statements, on its own connection unless told another.

    Args:
        connection: Open, and of nobody else.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._plans: Plans | None = None

    def execute(self, sql: str, values: Sequence[Value] = ()) -> None:
        """Run one statement; values are bound, never pasted."""
        self._run(sql, values)

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Run one query and return its rows."""
        with told(sql):
            return self._run(sql, values).fetchall()

    def _run(
        self, sql: str, values: Sequence[Value], connection: duckdb.DuckDBPyConnection | None = None
    ) -> duckdb.DuckDBPyConnection:
        connection = connection or self._connection
        with told(sql):
            if self._plans is not None:
                sql, values = self._plans.instead(sql, values, connection)
            return connection.execute(self._parsed(sql, connection), list(values)) if sql else connection

    def _own(self, sql: str, connection: duckdb.DuckDBPyConnection | None = None) -> None:
        """Run a statement that only an engine gives."""
        with told(sql):
            (connection or self._connection).execute(sql)

    def _parsed(self, sql: str, connection: duckdb.DuckDBPyConnection) -> duckdb.Statement:
        """Return a statement ready to run, parsed once: parsing is a quarter of the time of a small one.

        Args:
            sql: One statement.
            connection: The one that runs it: another one may be busy.

        Raises:
            EngineError: There is more than one, or it is ``copy``, which could write the paths we may read,
                or ``set``, for a few settings stay open to the engine itself, or ``prepare``.
        """
        known = _parsed_once.get(sql)
        if known is not None:
            return known
        statements = connection.extract_statements(sql)
        if len(statements) != 1 or statements[0].type in OURS:
            raise EngineError(
                "engine: expected one statement that writes no file and changes no setting: "
                f"{sql.strip().splitlines()[0]}"
            )
        if len(_parsed_once) >= MOST_PARSED:
            _parsed_once.clear()
        return _parsed_once.setdefault(sql, statements[0])
