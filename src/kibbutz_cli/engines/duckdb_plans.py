"""How few rows are planned: in haste, and what one connection is asked over and over but once."""

import re
from collections.abc import Iterable, Sequence

import duckdb

from kibbutz_cli.database import Bound, Value
from kibbutz_cli.engines.duckdb_files import quoted

FEW = 200_000
"""Rows of which a query takes longer to plan than to run."""

FEWEST = 50_000
"""Rows of which a plan is kept: of more, what it lacks without the optimizer takes longer than planning."""

ROOM = 1_000_000_000
"""Bytes that must be allowed for plans to be kept: what a plan fills stays with it, half of that in all."""

PLANNED = (
    "filter_pushdown",
    "unused_columns",
    "column_lifetime",
    "build_side_probe_side",
    "cte_inlining",
    "unnest_rewriter",
    "deliminator",
    "in_clause",
)
"""What the optimizer still does for few rows: without it a join could be a product. In which order to join is
not among it: the statements say it well enough, and to find a better one takes a tenth of a replay."""

_CREATED = re.compile(r"\s*create (table|view) (\w+) (as\b)?")


def hasty(optimizers: Iterable[str]) -> list[str]:
    """Return the settings to plan few rows by, on one thread: a seventh of a replay's time.

    Args:
        optimizers: All that the engine knows.
    """
    spared = sorted(set(optimizers).difference(PLANNED))
    return ["set threads = 1", f"set disabled_optimizers = {quoted(','.join(spared))}"]


class Plans:
    """The tables that one connection made, and the plans of what it was asked before.

    What DuckDB's optimizer finds may rest on what the tables hold, so with it a kept statement is planned
    whenever it is run: the optimizer has to be off for a plan to stay.
    """

    def __init__(self) -> None:
        self.tables: list[str] = []
        self._made: set[str] = set()
        self._asked: set[str] = set()
        self._kept: dict[str, str] = {}

    def instead(self, sql: str, values: Sequence[Value], connection: duckdb.DuckDBPyConnection) -> Bound:
        """Return what to run instead of a statement: its plan, if it was asked before; empty for nothing.

        Args:
            sql: One statement. A table that it would make a second time is filled.
            values: What it is run with; what it calls them must have a type, as ``cast(? as varchar)`` has.
            connection: The one that runs all of them.
        """
        created = _CREATED.match(sql)
        if created is None:
            return self._planned(sql, values, connection)
        kind, name, query = created.groups()
        filled = kind == "table" and query is not None
        again = f"insert into {name}\n{sql[created.end() :]}" if filled else ""
        if name in self._made:
            return self._planned(again, values, connection) if again else ("", ())
        self._made.add(name)
        self._asked.add(again)
        if kind == "table":
            self.tables.append(name)
        return sql, values

    def _planned(self, sql: str, values: Sequence[Value], connection: duckdb.DuckDBPyConnection) -> Bound:
        if sql not in self._asked:
            self._asked.add(sql)
            return sql, values
        plan = self._kept.get(sql)
        if plan is None:
            plan = self._kept[sql] = f"plan_{len(self._kept)}"
            connection.execute(f"prepare {plan} as\n{sql}")
        told = ", ".join(map(_literal, values))
        return (f"execute {plan}({told})" if told else f"execute {plan}"), ()


def _literal(value: Value) -> str:
    """Return a value as SQL: a kept plan takes no other."""
    match value:
        case None:
            return "null"
        case str():
            return quoted(value)
        case int():
            return f"{value:d}::bigint"
    return f"{value!r}::double"
