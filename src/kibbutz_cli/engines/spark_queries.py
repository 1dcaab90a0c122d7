"""Queries of Spark: what one names twice, or says to materialize, is written first; recursions run in rounds.

Whatever is made is written into the scratch folder and read again: that cuts the plan, as a checkpoint does,
and of a file Spark knows the size: what is small is sent to what it is joined with. Of the rows of a query it
knows none before it runs, takes a join for the product of its sides, and shuffles both sides of the next one.
Spark's own recursion allows no aggregate inside, and trust is a sum in every round.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import count
from typing import NamedTuple, Self
from uuid import uuid4

from pyspark.sql import DataFrame, Observation, SparkSession
from pyspark.sql import functions as f
from pyspark.sql.types import StringType, StructType
from sqlglot import exp

from kibbutz_cli.database import Value
from kibbutz_cli.engines import dialect, spark_places
from kibbutz_cli.engines.spark_values import cast

FEW_EACH = re.compile(r"^ *group by .* -- few rows each$", re.MULTILINE)
"""What a query says of groups that are nearly as many as the rows."""

SHARED = "global_temp"
"""Where Spark keeps views that all its sessions see."""

LIGHT = {
    # Numbers are packed by what lies between them: writing so takes less time than writing them as they are.
    "parquet.writer.version": "v2",
    "compression": "lz4_raw",
    # What a run reads once or twice, and deletes, is not searched by the least and the most of its pieces.
    "parquet.column.statistics.enabled": "false",
    "parquet.size.statistics.enabled": "false",
    "parquet.page.write-checksum.enabled": "false",
}
"""How a scratch table is written: to write tables is a fifth of all that Spark does here."""

SUMS_ONCE = "spark.sql.execution.bypassPartialAggregation"
"""Spark's setting: rows are summed where their group is together, not on the way there, too."""


class Written(NamedTuple):
    """Rows that lie in a folder, and the frame that reads them."""

    frame: DataFrame
    folder: str


class Scratch:
    """Names for what is made in a session, and the folders of it."""

    def __init__(self, session: SparkSession, folder: str) -> None:
        self.session = session
        self._summing_once = session.newSession()
        if not session.sparkContext.getConf().contains(SUMS_ONCE):
            self._summing_once.conf.set(SUMS_ONCE, "true")
        self._folder = folder
        self._name = f"kibbutz_{uuid4().hex}"
        self._numbers = count(1)

    def written(self, frame: DataFrame) -> Written:
        """Write the rows of a frame into a folder of their own."""
        folder = f"{self._folder}/{self._name}_{next(self._numbers)}"
        self.append(frame, folder)
        return Written(self.read([folder], frame.schema), folder)

    def append(self, frame: DataFrame, folder: str) -> None:
        """Write the rows of a frame beside what is in a folder."""
        frame.write.mode("append").options(**LIGHT, **_plain(frame.schema)).parquet(folder)

    def read(self, folders: Sequence[str], schema: StructType) -> DataFrame:
        """Return the frame of all that lies in these folders."""
        return self.session.read.schema(schema).parquet(*folders)

    def delete(self, folder: str) -> None:
        """Delete what was written into a folder; no frame may read it any more."""
        spark_places.delete(self.session, folder)

    def planner(self, sql: str) -> SparkSession:
        """Return the session that plans a query: where few rows share a group, they are summed once."""
        return self._summing_once if FEW_EACH.search(sql) else self.session

    def view(self, frame: DataFrame) -> str:
        """Return a name by which a query of either session can read a frame."""
        view = f"{self._name}_{next(self._numbers)}"
        frame.createGlobalTempView(view)
        return f"{SHARED}.{view}"


class Query:
    """One query while it runs: what it writes on its way is deleted at the end.

    Args:
        scratch: Where it writes.
        planner: The session that plans it.
        values: What its parameters stand for.
    """

    def __init__(self, scratch: Scratch, planner: SparkSession, values: Mapping[str, Value]) -> None:
        self._scratch = scratch
        self._planner = planner
        self._values = values
        self._kept: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._give_back()

    def frame(self, query: exp.Expr, names: Mapping[str, str]) -> DataFrame:
        """Return the rows of a query, or of a part of it, to be computed before the end.

        Args:
            query: As `dialect.parsed` gives it.
            names: The view of each table it may read.
        """
        clause = query.args.get("with_")
        if clause is not None and clause.args.get("recursive"):
            return self._recursive(query, dict(names))
        if clause is not None and any(_written_first(each, query) for each in clause.expressions):
            return self._materialized(query, dict(names))
        if clause is None:
            query = self._without_inner(query, names)
        text = dialect.text(dialect.renamed(query, names))
        used = {name: value for name, value in self._values.items() if f":{name}" in text}
        return self._planner.sql(text, args=used)

    def _materialized(self, query: exp.Expr, names: dict[str, str]) -> DataFrame:
        """Write what a query names twice, or says to materialize: Spark would compute it again."""
        rest = query.copy()
        # Views, all of them: what is kept is not found again where a ``with`` stands before it.
        for each in rest.args["with_"].expressions:
            frame = self.frame(each.this, names)
            if _written_first(each, query):
                frame, folder = self._scratch.written(frame)
                self._kept.append(folder)
            names[each.alias.lower()] = self._scratch.view(frame)
        rest.set("with_", None)
        return self.frame(rest, names)

    def _without_inner(self, query: exp.Expr, names: Mapping[str, str]) -> exp.Expr:
        """Take what has a ``with`` of its own out of a query, such as a metric out of what is read of it."""
        rest = query.copy()
        for inner in list(rest.find_all(exp.Subquery)):
            reads_it = isinstance(inner.parent, exp.From | exp.Join) and inner.root() is rest
            if reads_it and inner.this.args.get("with_") is not None:
                view = self._scratch.view(self.frame(inner.this, names))
                inner.replace(dialect.named(view, inner.args.get("alias")))
        return rest

    def _recursive(self, query: exp.Expr, names: dict[str, str]) -> DataFrame:
        """Run the common table expressions one by one, the recursive one round by round, then the rest."""
        rest = query.copy()
        clause = rest.args["with_"]
        rest.set("with_", None)
        for each in clause.expressions:
            name = each.alias.lower()
            recursive = any(table.name.lower() == name for table in each.this.find_all(exp.Table))
            if recursive:
                frame = self._rounds(name, each.this, names)
            else:
                frame = self._scratch.written(self.frame(each.this, names)).frame
            names[name] = self._scratch.view(frame)
        return self.frame(rest, names)

    def _rounds(self, name: str, union: exp.Expr, names: Mapping[str, str]) -> DataFrame:
        """Return all rows of a recursion: each round sees those of the one before, until there are none."""
        anchor, step = union.this, union.expression.unnest()
        around = len(self._kept)
        found = self.frame(anchor, names)
        schema, folders = found.schema, []
        while True:
            counted = Observation()
            frame, folder = self._scratch.written(found.observe(counted, f.count(f.lit(1)).alias("rows")))
            folders.append(folder)
            self._give_back(around)
            if not counted.get["rows"]:
                return self._scratch.read(folders, schema)
            found = cast(self.frame(step, {**names, name: self._scratch.view(frame)}), schema)

    def _give_back(self, all_but: int = 0) -> None:
        """Delete what was written, but for so many of the first."""
        while len(self._kept) > all_but:
            self._scratch.delete(self._kept.pop())


def _written_first(common: exp.CTE, query: exp.Expr) -> bool:
    """Return whether a table of a ``with`` is to be written, as the embedded engine keeps it."""
    said = common.args.get("materialized")
    if said is not None:
        return bool(said)
    name = common.alias.lower()
    return sum(table.name.lower() == name for table in query.find_all(exp.Table)) > 1


def _plain(schema: StructType) -> dict[str, str]:
    """Return how numbers are written: as they are, for a dictionary of them costs more than it saves."""
    return {
        f"parquet.enable.dictionary#{field.name}": "false"
        for field in schema
        if not isinstance(field.dataType, StringType)
    }
