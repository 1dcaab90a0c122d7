"""What Spark found, told on this machine: the shown members' rows go to the embedded engine.

For tables all go at once, in the files they lie in where this machine sees those; for texts in slices.
The text of a member is made by one query (``scoring/members.sql``), which stays with the embedded engine. A
slice holds so many members that their rows fit in memory, however many there are in all.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from kibbutz_cli.scoring import results, rows, tables

if TYPE_CHECKING:
    from kibbutz_cli.database import Row
    from kibbutz_cli.engines.duckdb import DuckDB
    from kibbutz_cli.engines.spark import Spark

Rows: TypeAlias = "Iterator[Row]"

WHOLE = ("metrics", "elements", "ruler", "ladder", "caps", "facts")
"""Tables that are the same for every member, and small."""

BY_KEY = ("handles", "roles", "names")
"""Tables that know a member by its key."""

SLICE = results.SLICE


def member_texts(engine: "Spark") -> Generator[str]:
    """Yield the members of the table ``shown`` in the order of every list, each as JSON."""
    from kibbutz_cli.engines.duckdb import DuckDB

    ((last,),) = engine.rows(
        "select max(p.place) from shown as s inner join places as p on p.member = s.member"
    )
    with DuckDB(threads=1) as db:
        for table in WHOLE:
            copy(db, engine, table)
        for table in (*results.BY_MEMBER, *BY_KEY):
            db.execute(f"create table {table} ({_columns(engine, table)})")
        sources = {table: _Cut(engine.stream(_query(table))) for table in (*results.BY_MEMBER, *BY_KEY)}
        for end in range(SLICE, int(last or 0) + SLICE, SLICE):
            for table, source in sources.items():
                db.execute(f"delete from {table}")
                db.append(table, source.up_to(end))
            db.execute("create or replace table shown as select member from places")
            yield from results.member_texts(db)


@contextmanager
def gathered(engine: "Spark") -> "Iterator[DuckDB]":
    """Give the embedded engine with a row of every shown member, for tables."""
    from kibbutz_cli.engines.duckdb import DuckDB

    engine.execute(f"create table {rows.TABLE} as\n{rows.query()}")
    lying = engine.files(rows.TABLE)
    with DuckDB(lying, threads=1) as db:
        copy(db, engine, rows.TABLE, lying)
        yield db


def copy(db: "DuckDB", engine: "Spark", table: str, lying: Sequence[str] = ()) -> None:
    """Make a table of Spark one of the embedded engine.

    Args:
        db: The embedded engine, which may read these files.
        engine: Spark.
        table: What it is called on both.
        lying: The files it lies in; without one its rows go through Python, sixty times as long.
    """
    tables.create(db, table, _columns(engine, table))
    if lying:
        db.execute(f"insert into {table}\nselect * from {db.saved(lying)}")
    else:
        db.append(table, engine.stream(f"select * from {table}"))


class _Cut:
    """A stream of rows, each with its place in front, that is read place by place."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def up_to(self, place: int) -> Iterator["Row"]:
        """Yield the rows up to a place, without it; the first row beyond is kept for the next call."""
        for row in self._rows:
            if int(row[0] or 0) > place:
                self._rows = chain([row], self._rows)
                return
            yield row[1:]


def _columns(engine: "Spark", table: str) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in engine.described(table).items())


def _query(table: str) -> str:
    """Return the query for a table's rows of the shown members, each with its place in front."""
    by = "m.person_key = t.member_key" if table in BY_KEY else "m.member = t.member"
    return (
        f"select p.place as __place, t.* from {table} as t inner join members as m on {by} "
        "inner join shown as s on s.member = m.member inner join places as p on p.member = m.member "
        "order by p.place"
    )
