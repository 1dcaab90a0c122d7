"""DuckDB beside Spark: every step and every metric leaves the same table, to 1e-9, on both."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kibbutz_cli.app import handover
from kibbutz_cli.database import Row, Value
from kibbutz_cli.engines.base import Engine
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.ledger import Ledger, columns
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Anchors, Config, Exclude
from kibbutz_cli.readers.choose import Input, inputs
from kibbutz_cli.scoring import metric, pipeline, replay, rows, sensitivity, steps, tables
from kibbutz_cli.scoring.metric import Metric
from kibbutz_cli.scoring.waiting import waiting

if TYPE_CHECKING:
    from kibbutz_cli.engines.spark import Spark
    from kibbutz_cli.engines.spark_start import Started

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "community"
REAL = "exports/stackexchange/quantumcomputing-2018-12"
STEPS_OF_TRUST = 4
"""Rounds of a recursion: each is a job, and four go all the ways there are."""

METRICS = {one.name: one for one in metric.registered()}
STEPS = sorted(
    path.stem
    for path in (Path(pipeline.__file__).parent / "steps").glob("*.sql")
    # Reads a file of labels by names without case, on the embedded engine alone.
    if path.stem != "labelled"
)
CONFIG = Config(
    identities={"mira": ["wordpress:mira@hillside.example.org", "forum:101", "x:1503481122847719424"]},
    anchors=Anchors(members=["mira", "forum:102", "stackexchange:26@quantumcomputing"]),
    exclude=Exclude(bots=["forum:900"]),
)
ANCHORS = {"anchors_by_role": "anchor_names", "anchors_by_founding": "anchor_roles"}
"""Where trust starts when nobody is named, and when nobody has a role either: what is taken away for it."""
LATER = replay.CUT
"""Steps that a replay cuts at a moment, out of a table called by the step with ``_since``."""

Apart = list[tuple[Row, Row]]
EVALUATIONS = """
insert into evaluations
select n.n, r.as_of_us - (3 - n.n) * 2419200000000, s.member, t.standing, t.low, t.high,
  case when n.n = 2 then 0 else s.reached end, case when n.n = 1 then s.dormant else 0 end
from statuses as s
left join standings as t on t.member = s.member
cross join ruler as r
cross join numbers as n
where n.n <= 3
"""


class Both(NamedTuple):
    """One community, scored twice."""

    duckdb: Engine
    spark: "Spark"


def test_every_step_every_metric_and_every_row_is_the_same_on_both_engines(started: "Started") -> None:
    """One test for all of them: to score a community on Spark takes minutes, to look at a table none."""
    from kibbutz_cli.engines.spark import Spark

    real = ROOT.parent / "shared" / REAL
    paths = [EXAMPLE, real] if real.is_dir() else [EXAMPLE]
    with DuckDB(threads=2) as duckdb, Spark(*started) as spark:
        _fill(duckdb, spark, paths)
        for engine in (duckdb, spark):
            _score(engine, CONFIG)
        both = Both(duckdb, spark)

        assert _steps_apart(both) == {}
        assert _metrics_apart(both) == {}
        assert _rows_apart(both) == {}
        assert [*waiting(both.duckdb).items()] == [*waiting(both.spark).items()] != []


def _fill(duckdb: DuckDB, spark: "Spark", paths: Sequence[Path]) -> None:
    """Read exports into one community, the same on both engines."""
    ledger = Ledger(duckdb)
    for path in paths:
        for found in inputs(str(path), Limits(), None):
            if isinstance(found, Input):
                ledger.take(found, {}, lambda *_: None)
    spark.keep("activity", columns(spark))
    spark.execute("create table origins (origin integer, one_sided tinyint, communal tinyint)")
    for table in ("activity", "origins"):
        spark.append(table, duckdb.rows(f"select * from {table}"))


def _steps_apart(both: Both) -> dict[str, Apart]:
    """Return the first rows that differ, by step."""
    return _apart_in(both, {step: (f"select * from {step}", ()) for step in (*STEPS, *ANCHORS)})


def _metrics_apart(both: Both) -> dict[str, Apart]:
    """Return the first rows that differ, by metric; each has some, for the example is made so."""
    measured = {row[0] for row in both.spark.rows("select distinct metric from measures")}

    assert measured == METRICS.keys()
    return _apart_in(both, {name: ("select * from measures where metric = ?", (name,)) for name in METRICS})


def _rows_apart(both: Both) -> dict[str, Apart]:
    """Return what a row of every member says differently, rounded and as it is computed."""
    for engine in both:
        engine.execute("create or replace table shown as select member from members")
    exact = _apart_in(both, {"exact": (rows.query(), ())})
    both.duckdb.execute(f"create or replace view {rows.TABLE} as\n{rows.query()}")
    told = both.duckdb.rows(rows.select(typed=False, weighed=True))
    with handover.gathered(both.spark) as engine:
        apart = _apart(engine.rows(rows.select(typed=False, weighed=True)), told)
    return exact | ({"listed": apart} if apart else {})


def _apart_in(both: Both, queries: Mapping[str, tuple[str, Row]]) -> dict[str, Apart]:
    found = {
        name: _apart(both.duckdb.rows(query, values), both.spark.rows(query, values))
        for name, (query, values) in queries.items()
    }
    return {name: apart for name, apart in found.items() if apart}


def _score(engine: Engine, config: Config) -> None:
    """Run every step there is, also those that only a replay, a backtest or a calibration asks for."""
    keeping = _Keeping(engine)
    trust = Ruler().trust.model_copy(update={"steps": STEPS_OF_TRUST})
    ruler = Ruler().model_copy(update={"trust": trust})
    everything: list[Metric] = list(METRICS.values())
    pipeline.run(keeping, pipeline.Plan(ruler, config, everything))
    for table, taken in ANCHORS.items():
        engine.execute(f"delete from {taken} where true")
        engine.execute(f"create table {table} as\n{steps.text('anchors')}")
    replay.since(engine)
    ((now,),) = engine.rows("select as_of_us from ruler")
    for step in LATER:
        engine.execute(f"create table {step}_then as\n{replay.then(step, ruler, int(now or 0))}")
    for step in ("baselines", "predictions", "targets"):
        engine.execute(f"create table {step} as\n{steps.text(step)}")
    ((middle,),) = engine.rows("select as_of_us - 15552000000000 from ruler")
    ((last,),) = engine.rows("select as_of_us from ruler")
    engine.execute(f"create table afterwards as\n{steps.text('afterwards')}", (middle, last, middle, last))
    sensitivity.run(engine, ruler)
    tables.create(
        engine,
        "evaluations",
        "moment integer, as_of_us bigint, member integer, standing double, low double, high double, "
        "reached integer, dormant integer",
    )
    engine.execute(EVALUATIONS)
    engine.execute(f"create table held as\n{steps.text('held')}")


class _Keeping:
    """An engine that lets no table go, so that every step can be looked at."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __getattr__(self, name: str) -> object:
        return getattr(self._engine, name)

    def make(self, queries: Mapping[str, str], heard: Callable[[str], None], spare: object = ()) -> None:
        self._engine.make(queries, heard)


def _apart(ours: Sequence[Row], theirs: Sequence[Row]) -> Apart:
    """Return the first rows that differ by more than 1e-9, of what they are or of 1."""
    if len(ours) != len(theirs):
        return [((len(ours),), (len(theirs),))]
    # Rows that are the same to the last digit need no pairing, and most are.
    left, right = Counter(map(tuple, ours)), Counter(map(tuple, theirs))
    pairs = zip(_sorted(left - right), _sorted(right - left), strict=True)
    return [pair for pair in pairs if not all(map(_equal, *pair))][:3]


def _sorted(rows: Counter[Row]) -> list[Row]:
    return sorted(rows.elements(), key=_key)


def _key(row: Row) -> tuple[tuple[bool, str, float], ...]:
    """Return a key in which words and whole numbers come before what may differ in its last digits."""
    exact = [value for value in row if not isinstance(value, float | Decimal)]
    rough = [round(float(value), 5) + 0.0 for value in row if isinstance(value, float | Decimal)]
    return tuple(
        (
            value is None,
            value if isinstance(value, str) else "",
            0.0 if value is None or isinstance(value, str) else value,
        )
        for value in [*exact, *rough]
    )


def _equal(ours: Value, theirs: Value) -> bool:
    if ours is None or theirs is None or isinstance(ours, str):
        return ours == theirs
    return math.isclose(float(ours), float(theirs), rel_tol=1e-9, abs_tol=1e-9)
