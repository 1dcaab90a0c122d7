"""What every metric finds of each member, put into the table ``measures``."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from kibbutz_cli.database import Bound, Database
from kibbutz_cli.scoring.metric import Metric, blamed, faulty

COLUMNS = ("amount", "squares", "hits", "trials")


class _Bounds(NamedTuple):
    """What numbers must keep to, in words and as a condition, if a score is to be made of them."""

    told: str
    condition: str


_RATED = _Bounds("no more hits than trials, and none below 0", "hits >= 0 and hits <= trials + 1e-9")

_BOUNDS = {
    "rate": _RATED,
    "relative": _RATED,
    "chance": _RATED,
    "pace": _Bounds("hits and trials of 0 or more", "hits >= 0 and trials >= 0"),
    "share": _Bounds("no variance below 0", "squares >= 0"),
}

_FINITE = _Bounds("finite numbers", " and ".join(f"abs(coalesce({each}, 0)) <= 1e300" for each in COLUMNS))


def measure(
    db: Database, metrics: Sequence[Metric], heard: Callable[[str], None], spare: Collection[str]
) -> None:
    """Run the queries of metrics; the tables that are spare go with the last of ours that reads them.

    Those of others run one by one before ours, so that a fault is known to be theirs.

    Raises:
        PluginError: A metric that is not ours fails, or returns what cannot be scored.
    """
    for metric in metrics:
        if not metric.ours:
            with blamed(metric):
                db.fill("measures", {metric.name: _measured(metric)}, heard)
            _check(db, metric)
    db.fill("measures", {metric.name: _measured(metric) for metric in metrics if metric.ours}, heard, spare)


def _check(db: Database, metric: Metric) -> None:
    kind = metric.header.kind
    columns = ", ".join(COLUMNS)
    for bounds in (_FINITE, _BOUNDS.get(kind, _FINITE)):
        found = db.rows(
            f"select {columns} from measures where metric = ? and not ({bounds.condition}) limit 1",
            (metric.name,),
        )
        for row in found:
            got = ", ".join(
                f"{name} = {value}" for name, value in zip(COLUMNS, row, strict=True) if value is not None
            )
            raise faulty(metric, f"expected rows of the kind {kind}, with {bounds.told}, got {got}")


def _measured(metric: Metric) -> Bound:
    """Return the query for the rows of table ``measures`` that are a metric's."""
    columns = {
        "rate": "null, null, q.hits, q.trials",
        "relative": "q.expected, null, q.hits, q.trials",
        "chance": "null, null, q.hits, q.trials",
        "pace": "null, null, q.hits, q.trials",
        "share": "q.share, q.variance, null, null",
    }.get(metric.header.kind, "q.amount, q.squares, null, null")
    return (
        f"select cast(? as varchar), cast(? as varchar), q.member, {columns} from (\n{metric.query}\n) as q",
        (metric.name, metric.header.kind),
    )
