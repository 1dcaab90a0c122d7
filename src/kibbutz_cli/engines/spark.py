"""Spark as the engine: the same SQL texts, translated, over tables that lie in a scratch folder as Parquet.

Every table is written when it is made: that cuts the plan, as a checkpoint does, and a table that is read
often, by a few of its columns, is read as columns. Two statements run at the same time: while one is planned,
or waits for its last task, the other one has the threads.
"""

import copy
import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial, reduce
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Self
from uuid import uuid4

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import StructType
from sqlglot import exp

from kibbutz_cli.database import Bound, Row, Value, unordered
from kibbutz_cli.engines import dialect, order, spark_files, spark_places, spark_start
from kibbutz_cli.engines.base import LARGE
from kibbutz_cli.engines.spark_faults import reason, told
from kibbutz_cli.engines.spark_queries import Query, Scratch, Written
from kibbutz_cli.engines.spark_values import cast, plain
from kibbutz_cli.errors import EngineError, InputError, LimitError, UsageError

INLINE_CELLS = 2000
"""A table of so few cells is part of the plan itself: a ruler, a ladder, a list of names."""

BATCH = 8192
"""Rows from Python are written so many at a time."""

MOST_ROWS = 1_000_000
"""Rows that may come through Python: they all pass this one machine, in text."""

AT_ONCE = 2
"""Statements that run at the same time."""


class Table(NamedTuple):
    """A table as it stands: a frame to read it by, and the folders its rows lie in, if it has any."""

    frame: DataFrame
    view: str
    folders: tuple[str, ...] = ()
    empty: bool = False


class Spark:
    """Tables of one run in a Spark session; nothing is kept in memory but what the driver must see."""

    numbering, most, left_from = "bigint", 2**63 - 1, LARGE
    keeps_plans = False

    def __init__(self, session: SparkSession, scratch: str) -> None:
        self._session = session
        self._scratch = Scratch(session, scratch)
        self._tables: dict[str, Table] = {}
        self._pending: dict[str, list[Sequence[Value]]] = {}
        self._appended = 0
        self._origin = self

    def execute(self, sql: str, values: Sequence[Value] = ()) -> None:
        """Run one statement; values are bound, never pasted."""
        with told(sql):
            self._flush()
            self._run(dialect.parsed(sql), self._query(sql, values))

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Run one query and return its rows."""
        with told(sql):
            self._flush()
            with self._query(sql, values) as query:
                frame = query.frame(dialect.parsed(sql), self._views())
                return [tuple(plain(value) for value in row) for row in frame.collect()]

    def make(
        self, queries: Mapping[str, str], heard: Callable[[str], None], spare: Collection[str] = ()
    ) -> None:
        """Leave the result of each query as a table of its name; spare tables go with their last reader."""
        work = {
            name: partial(self.execute, f"create table {name} as\n{unordered(text)}")
            for name, text in queries.items()
        }
        self._together(work, order.longest_first(order.waits(queries)), heard)
        self._forget(spare)

    def fill(
        self,
        table: str,
        queries: Mapping[str, Bound],
        heard: Callable[[str], None],
        spare: Collection[str] = (),
    ) -> None:
        """Put the results of all these queries into a table; spare tables go as in `make`."""
        schema = self._tables[table].frame.schema
        found: dict[str, Written] = {}

        def put(name: str, text: str, values: Sequence[Value]) -> None:
            with told(text), self._query(text, values) as query:
                rows = query.frame(dialect.parsed(text), self._views())
                found[name] = self._scratch.written(cast(rows, schema))

        work = {name: partial(put, name, text, values) for name, (text, values) in queries.items()}
        self._together(work, dict.fromkeys(queries, ()), heard)
        self._grow(table, [found[name] for name in queries])
        self._forget(spare)

    def stream(self, sql: str) -> Iterator[Row]:
        """Yield the rows of a query, of which no more than a part is here at any time."""
        with told(sql):
            self._flush()
            with self._query(sql) as query:
                for row in query.frame(dialect.parsed(sql), self._views()).toLocalIterator():
                    yield tuple(plain(value) for value in row)

    def keep(self, table: str, columns: str) -> None:
        """Create a table for what is read."""
        self.execute(f"create table {table} ({columns})")

    def leave(self, table: str, parts: Sequence[str]) -> None:
        """Let a table be what was read into it, and these views, which are read anew each time."""
        self._flush()
        self._set(table, reduce(DataFrame.unionAll, (self._tables[each].frame for each in (table, *parts))))

    def expect(self, rows: int, *, appended: bool) -> None:
        """Do nothing: whoever takes Spark has many, and what is written is compressed."""

    @contextmanager
    def ordered(self) -> Iterator[None]:
        """Do nothing: rows of a file are told their place by the file."""
        yield

    @contextmanager
    def spare(self) -> Iterator[str]:
        """Give none: a worker would not find it."""
        yield ""

    @contextmanager
    def fork(self, name: str) -> Iterator[Self]:
        """Give a second engine that sees every table and whose own tables hide what is called the same."""
        del name
        self._flush()
        fork = copy.copy(self)
        fork._origin, fork._tables = self, dict(self._tables)
        fork._pending = {}
        yield fork

    again = fork

    def carry(self, table: str, sql: str, values: Sequence[Value] = ()) -> None:
        """Put the rows of a query into a table that was there before the fork: there they stay."""
        with told(sql), self._query(sql, values) as query:
            self._origin._add(table, query.frame(dialect.parsed(sql), self._views()))

    @contextmanager
    def shared(self, forks: int) -> Iterator[None]:
        """Do nothing: Spark divides what it has itself."""
        del forks
        yield

    def append(self, table: str, rows: Iterable[Sequence[Value]]) -> None:
        """Append rows to a table, in the order of its columns.

        Raises:
            LimitError: There are more than may come through Python.
        """
        pending = self._pending.setdefault(table, [])
        remaining = iter(rows)
        while batch := list(islice(remaining, BATCH)):
            pending += batch
            self._appended += len(batch)
            if self._appended > MOST_ROWS:
                raise LimitError(
                    f"--engine spark: more than {MOST_ROWS:,} records that Spark cannot read itself",
                    "score them with --engine duckdb, or as canonical Parquet",
                )
            if len(pending) >= BATCH:
                self._flush()
                pending = self._pending.setdefault(table, [])

    def columns(self, path: str, name: str) -> dict[str, str]:
        """Return the columns of a Parquet file, which the caller knows by a name, with their types.

        Raises:
            InputError: It is damaged or no Parquet, Spark leaves it out, or its files have unlike columns.
        """
        if spark_places.is_left_out(path):
            raise InputError(f"{name}: {spark_places.LEFT_OUT}", "rename it, or read it with --engine duckdb")
        try:
            rows = spark_places.parquet(self._session, path)
            spark_places.check_alike(self._session, rows)
            return spark_files.types(rows.schema)
        except (PySparkException, Py4JError) as exc:
            said = reason(exc)
            is_damaged = spark_files.DAMAGED in said
            what = "not a whole Parquet file" if is_damaged else "cannot be read by Spark"
            raise InputError(f"{name}: {what}: {said}") from exc

    def described(self, table: str) -> dict[str, str]:
        """Return the columns of a table of ours with their types, in the words of the embedded engine."""
        self._flush()
        kinds = spark_files.types(self._tables[table].frame.schema)
        return {name: "DOUBLE" if kind.startswith("DECIMAL") else kind for name, kind in kinds.items()}

    def files(self, table: str) -> list[str]:
        """Return the files that a table lies in, as this machine sees them; none where they lie elsewhere."""
        self._flush()
        folders = map(Path, self._tables[table].folders)
        return [str(file) for folder in folders for file in sorted(folder.glob("*.parquet"))]

    def relation(self, shape: str, path: str, columns: Sequence[str], delimiter: str) -> str:
        """Return a query over a file: ``POSITION`` from 1, ``MALFORMED`` (a reason or null), its columns."""
        with told(path):
            frame = spark_files.relation(self._session, shape, path, columns, delimiter)
            return spark_files.selected(self._scratch.view(frame), columns)

    def head(self, path: str) -> tuple[str, bytes]:
        """Return the name of the first file that a path of Spark's stands for, and its first bytes.

        Raises:
            InputError: There is none, or it cannot be reached.
        """
        try:
            return spark_places.head(self._session, path)
        except (PySparkException, Py4JError, ValueError) as exc:
            raise InputError(f"{path}: cannot be read: {reason(exc)}", "is it where Spark looks?") from exc

    def put(self, url: str, pieces: Iterable[bytes]) -> None:
        """Write a file at a URL, whole or not at all.

        Raises:
            UsageError: It cannot be written there.
        """
        try:
            spark_places.put(self._session, url, pieces)
        except (PySparkException, Py4JError, OSError) as exc:
            raise UsageError(
                f"{url}: cannot be written: {reason(exc)}", "choose another place with -o"
            ) from exc

    def close(self) -> None:
        """Forget the tables; what they are made of goes with the session."""
        self._tables.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _forget(self, tables: Iterable[str]) -> None:
        """Forget tables; they take no memory, only room in the scratch folder."""
        for table in tables:
            self._tables.pop(table, None)

    def _together(
        self,
        work: Mapping[str, Callable[[], None]],
        waits: Mapping[str, Collection[str]],
        heard: Callable[[str], None],
    ) -> None:
        """Do each work after those it waits for, some at the same time."""
        context, group = self._session.sparkContext, uuid4().hex
        chain = order.on_longest_chain(waits)

        def run(name: str) -> None:
            context.setJobGroup(group, name)
            context.setLocalProperty("spark.scheduler.pool", spark_start.FIRST if name in chain else name)
            work[name]()

        def start(name: str) -> Future[None]:
            heard(name)
            return pool.submit(run, name)

        def stop() -> None:
            # What is planned has no job yet that could be ended: after ^C all of Java is, where it is ours.
            with suppress(Exception):
                if isinstance(sys.exception(), Exception) or not spark_start.killed():
                    context._jsc.sc().cancelJobGroupAndFutureJobs(group)

        self._flush()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            order.run(waits, AT_ONCE, start, stop, lambda _: None)

    def _query(self, sql: str, values: Sequence[Value] = ()) -> Query:
        bound = {f"p{number}": value for number, value in enumerate(values, start=1)}
        return Query(self._scratch, self._scratch.planner(sql), bound)

    def _run(self, tree: exp.Expr, query: Query) -> None:
        match tree:
            case exp.Create(expression=exp.Query() as text, kind="VIEW"):
                # It is read anew each time: what it says to materialize stays.
                self._set(tree.this.name.lower(), query.frame(text, self._views()))
            case exp.Create(expression=exp.Query() as text):
                with query:
                    made, folder = self._scratch.written(query.frame(text, self._views()))
                    self._set(tree.this.name.lower(), made, (folder,))
            case exp.Create(this=exp.Schema() as schema):
                kinds = ", ".join(
                    f"{each.name} {dialect.type_text(each.kind)}" for each in schema.expressions
                )
                typed = StructType.fromDDL(kinds)
                assert isinstance(typed, StructType)
                self._set(schema.this.name.lower(), self._inline(typed, []), empty=True)
            case exp.Insert():
                with query:
                    self._add(tree.this.name.lower(), query.frame(tree.expression, self._views()))
            case exp.Delete():
                with query:
                    self._delete(tree, query)
            case exp.Drop():
                for table in tree.args["tables"]:
                    self._tables.pop(table.name.lower())
            case _:
                raise EngineError(f"engine: {tree.key}: expected a query, create, insert, delete or drop")

    def _add(self, name: str, rows: DataFrame) -> None:
        table = self._tables[name]
        schema = table.frame.schema
        frame = cast(rows, schema)
        if table.folders:
            # Many small batches come from Python: a folder for each would be listed one by one.
            self._scratch.append(frame, table.folders[-1])
            self._set(name, self._scratch.read(table.folders, schema), table.folders)
        else:
            self._grow(name, [self._scratch.written(frame)])

    def _grow(self, name: str, parts: Sequence[Written]) -> None:
        """Let a table also be what was written apart, in its columns."""
        table = self._tables[name]
        if parts and (table.folders or table.empty):
            folders = (*table.folders, *(part.folder for part in parts))
            self._set(name, self._scratch.read(folders, table.frame.schema), folders)
        else:
            self._set(name, reduce(DataFrame.unionAll, (part.frame for part in parts), table.frame))

    def _delete(self, tree: exp.Delete, query: Query) -> None:
        """Leave out rows whenever the table is read; a table from which nothing goes stays as it is."""
        name = tree.this.name.lower()
        condition = tree.args["where"].this
        rows = exp.select("*").from_(name)
        gone = rows.where(condition.copy()).limit(1)
        stays = exp.Not(this=exp.paren(exp.func("coalesce", condition.copy(), exp.false())))
        if not query.frame(gone, self._views()).isEmpty():
            self._set(name, query.frame(rows.where(stays), self._views()))

    def _flush(self) -> None:
        pending, self._pending = self._pending, {}
        for name, rows in pending.items():
            table = self._tables[name]
            schema = table.frame.schema
            if table.empty and len(rows) * len(schema) <= INLINE_CELLS:
                self._set(name, self._inline(schema, rows))
            elif rows:
                self._add(name, self._sent(schema, rows))

    def _sent(self, schema: StructType, rows: Sequence[Sequence[Value]]) -> DataFrame:
        """Return a frame of rows that come from Python: as one text, so that no worker needs a Python."""
        names = schema.fieldNames()
        text = json.dumps([dict(zip(names, row, strict=True)) for row in rows])
        kinds = ", ".join(f"`{field.name}`: {field.dataType.simpleString()}" for field in schema)
        return self._session.sql(
            f"select inline(from_json(:rows, 'array<struct<{kinds}>>'))", args={"rows": text}
        )

    def _inline(self, schema: StructType, rows: Sequence[Sequence[Value]]) -> DataFrame:
        """Return a frame whose rows are part of the plan."""
        names = [field.name for field in schema]
        cells = {f"c{at}_{of}": value for at, row in enumerate(rows) for of, value in enumerate(row)}
        casts = ", ".join(
            f"cast(`{field.name}` as {field.dataType.simpleString()})" + f" as `{field.name}`"
            for field in schema
        )
        lines = [", ".join(f":c{at}_{of}" for of in range(len(names))) for at in range(len(rows))]
        given = ", ".join(f"({line})" for line in lines) or f"({', '.join('null' for _ in names)})"
        listed = ", ".join(f"`{name}`" for name in names)
        nothing = "" if rows else " where false"
        return self._session.sql(f"select {casts} from values {given} as t ({listed}){nothing}", args=cells)

    def _set(
        self, name: str, frame: DataFrame, folders: tuple[str, ...] = (), *, empty: bool = False
    ) -> None:
        self._tables[name] = Table(frame, self._scratch.view(frame), folders, empty)

    def _views(self) -> dict[str, str]:
        return {name: table.view for name, table in self._tables.copy().items()}
