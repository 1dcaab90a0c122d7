"""What a metric's queries must return, on any community and on none."""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

from kibbutz_cli.app.run import loaded
from kibbutz_cli.database import Database, Row, Value
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.errors import EngineError, InputError, LimitError, PluginError
from kibbutz_cli.ledger import Ledger
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config, Settings
from kibbutz_cli.scoring import evidence, metric, pipeline
from kibbutz_cli.scoring.metric import Metric
from kibbutz_cli.testing.reading import law, require

MetricLaw: TypeAlias = Callable[[Path, Sequence[str]], None]
"""Takes a metric's ``.sql`` file and exports that make a community; raises where the law is broken."""

RATES = ("rate", "relative", "chance")

ASKED = 20
"""Members whose evidence is looked at."""


@law
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
            with metric.blamed(one):
                found = db.rows(query)
            require(not found, f"{file.name}: rows of a community without deeds", found[:1])


@law
def measures_each_member_once(file: Path, exports: Sequence[str]) -> None:
    """The query returns rows, each for a member, and no member twice."""
    # The scoring itself refuses two rows of one member.
    found = _measured(file, exports)
    members = found.members

    require(members, f"{file.name}: measures nobody: expected exports that show something of it")
    require(set(members) <= found.known, f"{file.name}: somebody who is not there is measured")


@law
def stays_in_bounds(file: Path, exports: Sequence[str]) -> None:
    """The scoring can work with the numbers: none is negative, and of a rate no more hits than trials."""
    # The scoring itself refuses what it cannot work with; an amount below 0 it takes for refunds.
    for row in _measured(file, exports).measures:
        require(float(row[1] or 0) >= 0, f"{file.name}: negative", str(row))


@law
def has_evidence(file: Path, exports: Sequence[str]) -> None:
    """Whoever has something has deeds to show for it, and every deed shown is one of the community.

    A rate may show only what lowers it, so for a rate nothing need be shown.
    """
    found = _measured(file, exports)
    for member, rows in found.evidence.items():
        shown = rows or found.kind in RATES
        require(shown, f"{file.name}: a member has something, and no evidence", member)
        for deed, amount, is_known in rows:
            require(math.isfinite(float(amount or 0)), f"{file.name}: evidence is not finite", deed)
            require(is_known, f"{file.name}: evidence that is no deed", deed)


class _Measured(NamedTuple):
    """What a metric alone says of a community.

    Attributes:
        kind: What it measures: an amount, a rate ...
        members: Whom its query returns, in its order.
        known: Everybody of the community.
        measures: Member, amount, squares, hits and trials, as the scoring took them.
        evidence: What members who have something are shown: deed, amount, and whether there is such a deed.
    """

    kind: str
    members: list[Value]
    known: set[Value]
    measures: list[Row]
    evidence: dict[int, list[Row]]


def _measured(file: Path, exports: Sequence[str]) -> _Measured:
    """Return what a metric says of the community of these exports.

    Raises:
        AssertionError: The exports do not hold what the metric needs, or its numbers stop the scoring.
    """
    return _measured_once(file, file.read_text(encoding="utf-8"), tuple(exports))


@lru_cache(maxsize=1)
def _measured_once(file: Path, text: str, exports: tuple[str, ...]) -> _Measured:
    """Score the community by this metric alone: all laws of a metric look at the same numbers."""
    del text  # the file may be edited between two laws: then it is measured again
    (one,) = metric.from_files([file])
    with loaded(exports, Settings(ruler=Ruler(), config=Config()), _in_silence) as ledger:
        ledger.settle()
        db = ledger.engine
        try:
            result = pipeline.run(db, pipeline.Plan(Ruler(), Config(), [one]))
        except (EngineError, LimitError, PluginError) as exc:
            raise AssertionError(f"{file.name}: stops the scoring: {exc.message}") from exc
        reason = result.why_not[one.name]
        require(not reason, f"{file.name}: is not scored here", reason)
        return _Measured(
            kind=one.header.kind,
            members=[row[0] for row in db.rows(f"select member from ({one.query}) as q")],
            known={row[0] for row in db.rows("select person from people")},
            measures=db.rows(
                "select member, amount, squares, hits, trials from measures where metric = ?", (one.name,)
            ),
            evidence={member: _shown(db, one, member) for member in _somebody(db, one)},
        )


def _somebody(db: Database, one: Metric) -> list[int]:
    rows = db.rows(
        "select member from measures where metric = ? and (coalesce(amount, 0) > 0 or coalesce(hits, 0) > 0) "
        "order by member limit ?",
        (one.name, ASKED),
    )
    return [int(row[0] or 0) for row in rows]


def _shown(db: Database, one: Metric, member: int) -> list[Row]:
    evidence.ask(db, member)
    return db.rows(
        f"select e.deed, e.amount, d.deed is not null from ({one.evidence}) as e "
        "left join deeds as d on d.deed = e.deed"
    )


def _in_silence(*_: object) -> None:
    """Tell nobody how far a run is."""


METRIC_LAWS: tuple[MetricLaw, ...] = (
    finds_nothing_in_nothing,
    measures_each_member_once,
    stays_in_bounds,
    has_evidence,
)
"""Every law of a metric; each takes its ``.sql`` file and exports that show something of it."""
