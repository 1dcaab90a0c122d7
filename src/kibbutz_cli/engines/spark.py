"""Spark as the engine: the same SQL texts, translated, over tables that lie in a scratch folder as Parquet.

Every table is written when it is made: that cuts the plan, as a checkpoint does, and a table that is read
often, by a few of its columns, is read as columns. A recursion is run here, round by round, each round
written as well: Spark's own allows no aggregate inside.
"""

import copy
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import reduce
from itertools import count, islice
from typing import NamedTuple, Self
from uuid import uuid4

from py4j.protocol import Py4JError
from pyspark import StorageLevel
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, Observation, SparkSession
from pyspark.sql import functions as f
from pyspark.sql.types import StructType
from sqlglot import exp

from kibbutz_cli.database import Bound, Row, Value, unordered
from kibbutz_cli.engines import dialect, spark_files
from kibbutz_cli.engines.base import LARGE
from kibbutz_cli.engines.spark_faults import reason, told
from kibbutz_cli.engines.spark_values import cast, plain
from kibbutz_cli.errors import EngineError, InputError, LimitError, UsageError

INLINE_CELLS = 2000
"""A table of so few cells is part of the plan itself: a ruler, a ladder, a list of names."""

BATCH = 8192
"""Rows from Python are written so many at a time."""

MOST_ROWS = 1_000_000
"""Rows that may come through Python: they all pass this one machine, in text."""


class Table(NamedTuple):
    """A table as it stands: a frame to read it by, and a folder that takes more rows, if it has one."""

    frame: DataFrame
    view: str
    folder: str = ""
    empty: bool = False


class Spark:
    """Tables of one run in a Spark session; nothing is kept in memory but what the driver must see."""

    numbering, most, left_from = "bigint", 2**63 - 1, LARGE
    keeps_plans = False

    def __init__(self, session: SparkSession, scratch: str) -> None:
        self._session = session
        self._scratch = scratch
        self._name = f"kibbutz_{uuid4().hex}"
        self._numbers = count(1)
        self._tables: dict[str, Table] = {}
        self._pending: dict[str, list[Sequence[Value]]] = {}
        self._persisted: list[DataFrame] = []
        self._appended = 0
        self._origin = self

    def execute(self, sql: str, values: Sequence[Value] = ()) -> None:
        """Run one statement; values are bound, never pasted."""
        with told(sql):
            self._flush()
            self._run(dialect.parsed(sql), _bound(values))
            self._unpersist()

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Run one query and return its rows."""
        with told(sql):
            self._flush()
            frame = self._query(dialect.parsed(sql), _bound(values), self._views())
            found = [tuple(plain(value) for value in row) for row in frame.collect()]
            self._unpersist()
            return found

    def make(
        self, queries: Mapping[str, str], heard: Callable[[str], None], spare: Collection[str] = ()
    ) -> None:
        """Leave the result of each query as a table of its name; spare tables go with their last reader."""
        for name, text in queries.items():
            heard(name)
            self.execute(f"create table {name} as\n{unordered(text)}")
        self._forget(spare)

    def fill(
        self,
        table: str,
        queries: Mapping[str, Bound],
        heard: Callable[[str], None],
        spare: Collection[str] = (),
    ) -> None:
        """Put the results of all these queries into a table; spare tables go as in `make`."""
        for name, (text, values) in queries.items():
            heard(name)
            self.execute(f"insert into {table}\n{text}", values)
        self._forget(spare)

    def stream(self, sql: str) -> Iterator[Row]:
        """Yield the rows of a query, of which no more than a part is here at any time."""
        with told(sql):
            self._flush()
            for row in self._query(dialect.parsed(sql), {}, self._views()).toLocalIterator():
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
        with told(sql):
            self._origin._add(table, self._query(dialect.parsed(sql), _bound(values), self._views()))
            self._unpersist()

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
            InputError: The file is damaged or no Parquet.
        """
        try:
            return spark_files.types(self._session.read.parquet(path).schema)
        except (PySparkException, Py4JError) as exc:
            raise InputError(f"{name}: not a whole Parquet file: {reason(exc)}") from exc

    def described(self, table: str) -> dict[str, str]:
        """Return the columns of a table of ours with their types, in the words of the embedded engine."""
        self._flush()
        kinds = spark_files.types(self._tables[table].frame.schema)
        return {name: "DOUBLE" if kind.startswith("DECIMAL") else kind for name, kind in kinds.items()}

    def relation(self, shape: str, path: str, columns: Sequence[str], delimiter: str) -> str:
        """Return a query over a file: ``position`` from 1, ``malformed`` (a reason or null), its columns."""
        with told(path):
            frame = spark_files.relation(self._session, shape, path, columns, delimiter)
            return spark_files.selected(self._view(frame), columns)

    def head(self, path: str) -> tuple[str, bytes]:
        """Return the name of the first file that a path of Spark's stands for, and its first bytes.

        Raises:
            InputError: There is none, or it cannot be reached.
        """
        try:
            return spark_files.head(self._session, path)
        except (PySparkException, Py4JError, ValueError) as exc:
            raise InputError(f"{path}: cannot be read: {reason(exc)}", "is it where Spark looks?") from exc

    def put(self, url: str, pieces: Iterable[bytes]) -> None:
        """Write a file at a URL, whole or not at all.

        Raises:
            UsageError: It cannot be written there.
        """
        try:
            spark_files.put(self._session, url, pieces)
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

    def _run(self, tree: exp.Expr, values: Mapping[str, Value]) -> None:
        match tree:
            case exp.Create(expression=exp.Query() as query):
                frame = self._query(query, values, self._views())
                name = tree.this.name.lower()
                self._set(name, *((frame, "") if tree.kind == "VIEW" else self._written(frame)))
            case exp.Create(this=exp.Schema() as schema):
                kinds = ", ".join(
                    f"{each.name} {dialect.type_text(each.kind)}" for each in schema.expressions
                )
                typed = StructType.fromDDL(kinds)
                assert isinstance(typed, StructType)
                self._set(schema.this.name.lower(), self._inline(typed, []), empty=True)
            case exp.Insert():
                name = tree.this.name.lower()
                self._add(name, self._query(tree.expression, values, self._views()))
            case exp.Delete():
                self._delete(tree, values)
            case exp.Drop():
                for table in tree.args["tables"]:
                    self._tables.pop(table.name.lower())
            case _:
                raise EngineError(f"engine: {tree.key}: expected a query, create, insert, delete or drop")

    def _query(self, query: exp.Expr, values: Mapping[str, Value], names: Mapping[str, str]) -> DataFrame:
        clause = query.args.get("with_")
        if clause is not None and clause.args.get("recursive"):
            return self._recursive(query, values, dict(names))
        if clause is not None and any(each.args.get("materialized") for each in clause.expressions):
            return self._materialized(query, values, dict(names))
        text = dialect.text(dialect.renamed(query, names))
        used = {name: value for name, value in values.items() if f":{name}" in text}
        return self._session.sql(text, args=used)

    def _materialized(self, query: exp.Expr, values: Mapping[str, Value], names: dict[str, str]) -> DataFrame:
        """Keep on disk what a query says to materialize: Spark computes it wherever it is read."""
        rest = query.copy()
        # Views, all of them: what is kept is not found again where a ``with`` stands before it.
        for each in rest.args["with_"].expressions:
            frame = self._query(each.this, values, names)
            if each.args.get("materialized"):
                self._persisted.append(frame.persist(StorageLevel.DISK_ONLY))
            names[each.alias.lower()] = self._view(frame)
        rest.set("with_", None)
        return self._query(rest, values, names)

    def _unpersist(self) -> None:
        while self._persisted:
            self._persisted.pop().unpersist()

    def _recursive(self, query: exp.Expr, values: Mapping[str, Value], names: dict[str, str]) -> DataFrame:
        """Run the common table expressions one by one, the recursive one round by round, then the rest."""
        rest = query.copy()
        clause = rest.args["with_"]
        rest.set("with_", None)
        for each in clause.expressions:
            name = each.alias.lower()
            recursive = any(table.name.lower() == name for table in each.this.find_all(exp.Table))
            if recursive:
                frame = self._rounds(name, each.this, values, names)
            else:
                frame, _ = self._written(self._query(each.this, values, names))
            names[name] = self._view(frame)
        return self._query(rest, values, names)

    def _rounds(
        self, name: str, union: exp.Expr, values: Mapping[str, Value], names: Mapping[str, str]
    ) -> DataFrame:
        """Return all rows of a recursion: each round sees those of the one before, until there are none."""
        anchor, step = union.this, union.expression.unnest()
        found = self._query(anchor, values, names)
        schema, folders = found.schema, []
        while True:
            counted = Observation()
            frame, folder = self._written(found.observe(counted, f.count(f.lit(1)).alias("rows")))
            folders.append(folder)
            self._unpersist()
            if not counted.get["rows"]:
                return self._read(folders, schema)
            found = cast(self._query(step, values, {**names, name: self._view(frame)}), schema)

    def _add(self, name: str, rows: DataFrame) -> None:
        table = self._tables[name]
        schema = table.frame.schema
        frame = cast(rows, schema)
        if table.folder:
            frame.write.mode("append").parquet(table.folder)
            self._set(name, self._read([table.folder], schema), table.folder)
        elif table.empty:
            self._set(name, *self._written(frame))
        else:
            more, _ = self._written(frame)
            self._set(name, table.frame.unionAll(more))

    def _delete(self, tree: exp.Delete, values: Mapping[str, Value]) -> None:
        """Leave out rows whenever the table is read; a table from which nothing goes stays as it is."""
        name = tree.this.name.lower()
        condition = tree.args["where"].this
        query = exp.select("*").from_(name)
        gone = self._query(query.where(condition.copy()).limit(1), values, self._views())
        if not gone.isEmpty():
            stays = exp.Not(this=exp.paren(exp.func("coalesce", condition.copy(), exp.false())))
            self._set(name, self._query(query.where(stays), values, self._views()))

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

    def _written(self, frame: DataFrame) -> tuple[DataFrame, str]:
        folder = f"{self._scratch}/{self._name}_{next(self._numbers)}"
        frame.write.parquet(folder)
        return self._read([folder], frame.schema), folder

    def _read(self, folders: Sequence[str], schema: StructType) -> DataFrame:
        return self._session.read.schema(schema).parquet(*folders)

    def _set(self, name: str, frame: DataFrame, folder: str = "", *, empty: bool = False) -> None:
        self._tables[name] = Table(frame, self._view(frame), folder, empty)

    def _view(self, frame: DataFrame) -> str:
        view = f"{self._name}_{next(self._numbers)}"
        frame.createTempView(view)
        return view

    def _views(self) -> dict[str, str]:
        return {name: table.view for name, table in self._tables.items()}


def _bound(values: Sequence[Value]) -> dict[str, Value]:
    return {f"p{number}": value for number, value in enumerate(values, start=1)}
