"""What a metric's queries must return, on any community and on none."""

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from kibbutz_cli.app.run import loaded
from kibbutz_cli.database import Database
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.errors import EngineError, InputError
from kibbutz_cli.ledger import Ledger
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config, Settings
from kibbutz_cli.scoring import evidence, metric, pipeline
from kibbutz_cli.scoring.metric import Metric
from kibbutz_cli.testing.reading import require

MetricLaw: TypeAlias = Callable[[Path, Sequence[str]], None]
"""Takes a metric's ``.sql`` file and exports that make a community; raises where the law is broken."""

RATES = ("rate", "relative", "chance")

ASKED = 20
"""Members whose evidence is looked at."""


def finds_nothing_in_nothing(file: Path, exports: Sequence[str]) -> None:
    """On a community without deeds both queries run and return no row."""
    del exports
    (one,) = metric.from_files([file])
    with DuckDB() as db:
        Ledger(db)
        plan = pipeline.Plan(Ruler(), Config(), [one], pipeline.Window(as_of=0))
        try:
            pipeline.prepare(db, plan)
        except InputError:
            pipeline.judge(db, plan, {})
        evidence.ask(db, 1)

        for query in (one.query, one.evidence):
            found = db.rows(query)
            require(not found, f"{file.name}: rows of a community without deeds", found[:1])


def measures_each_member_once(file: Path, exports: Sequence[str]) -> None:
    """The query returns rows, each for a member, and no member twice."""
    with _measured(file, exports) as (db, one):
        members = [row[0] for row in db.rows(f"select member from ({one.query}) as q")]
        known = {row[0] for row in db.rows("select person from people")}

    require(members, f"{file.name}: measures nobody: expected exports that show something of it")
    require(len(set(members)) == len(members), f"{file.name}: a member is measured twice")
    require(set(members) <= known, f"{file.name}: somebody who is not there is measured")


def stays_in_bounds(file: Path, exports: Sequence[str]) -> None:
    """The scoring can work with the numbers: none is negative, and of a rate no more hits than trials."""
    with _measured(file, exports) as (db, one):
        rows = db.rows(
            "select member, amount, squares, hits, trials from measures where metric = ?", (one.name,)
        )
    for row in rows:
        amount, squares, hits, trials = (float(value or 0) for value in row[1:])
        require(min(amount, squares, hits, trials) >= 0, f"{file.name}: negative", str(row))
        if one.header.kind in RATES:
            require(hits <= trials + 1e-9, f"{file.name}: more hits than trials", str(row))


def has_evidence(file: Path, exports: Sequence[str]) -> None:
    """Whoever has something has deeds to show for it, and every deed shown is one of the community.

    A rate may show only what lowers it, so for a rate nothing need be shown.
    """
    with _measured(file, exports) as (db, one):
        for member in _somebody(db, one):
            evidence.ask(db, member)
            found = db.rows(f"select e.deed, e.amount from ({one.evidence}) as e")
            shown = found or one.header.kind in RATES
            require(shown, f"{file.name}: a member has something, and no evidence", member)
            for deed, amount in found:
                require(math.isfinite(float(amount or 0)), f"{file.name}: evidence is not finite", deed)
                require(
                    db.rows("select 1 from deeds where deed = ?", (deed,)),
                    f"{file.name}: evidence that is no deed",
                    deed,
                )


def _somebody(db: Database, one: Metric) -> list[int]:
    rows = db.rows(
        "select member from measures where metric = ? and (coalesce(amount, 0) > 0 or coalesce(hits, 0) > 0) "
        "order by member limit ?",
        (one.name, ASKED),
    )
    return [int(row[0] or 0) for row in rows]


@contextmanager
def _measured(file: Path, exports: Sequence[str]) -> Iterator[tuple[Database, Metric]]:
    """Give the community scored by this metric alone.

    Raises:
        AssertionError: The exports do not hold what the metric needs, or its numbers stop the scoring.
    """
    (one,) = metric.from_files([file])
    with loaded(exports, Settings(ruler=Ruler(), config=Config()), _in_silence) as ledger:
        ledger.settle()
        try:
            result = pipeline.run(ledger.engine, pipeline.Plan(Ruler(), Config(), [one]))
        except EngineError as exc:
            raise AssertionError(f"{file.name}: stops the scoring: {exc.message}") from exc
        reason = result.why_not[one.name]
        require(not reason, f"{file.name}: is not scored here", reason)
        yield ledger.engine, one


def _in_silence(*_: object) -> None:
    """Tell nobody how far a run is."""


METRIC_LAWS: tuple[MetricLaw, ...] = (
    finds_nothing_in_nothing,
    measures_each_member_once,
    stays_in_bounds,
    has_evidence,
)
"""Every law of a metric; each takes its ``.sql`` file and exports that show something of it."""
