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


_RATED = _Bounds(
    "hits of 0 or more and no more than trials", "hits >= 0 and hits <= trials + 1e-9 and trials <= 1e9"
)
_SUMMED = _Bounds(
    "a finite amount and squares of 0 or more", "abs(amount) <= 1e9 and squares >= 0 and squares <= 1e18"
)

_BOUNDS = {
    "rate": _RATED,
    "relative": _Bounds(
        "hits and expected of 0 or more and no more than trials",
        f"{_RATED.condition} and amount >= 0 and amount <= trials + 1e-9",
    ),
    "chance": _RATED,
    "pace": _Bounds(
        "hits and trials of 0 or more", "hits >= 0 and trials >= 0 and hits <= 1e9 and trials <= 1e9"
    ),
    "share": _Bounds(
        "a finite share and a variance of 0 or more",
        "abs(amount) <= 1e9 and squares >= 0 and squares <= 1e9",
    ),
    "amount": _SUMMED,
    "trust": _SUMMED,
}
"""What holds for every row of each kind; sums are taken of them, in decimals that have an end."""


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
    bounds = _BOUNDS[kind]
    # What is null keeps to nothing.
    columns = ", ".join(COLUMNS)
    found = db.rows(
        f"select {columns} from measures where metric = ? and ({bounds.condition}) is not true limit 1",
        (metric.name,),
    )
    for row in found:
        got = ", ".join(
            f"{name} = {value}" for name, value in zip(COLUMNS, row, strict=True) if value is not None
        )
        raise faulty(metric, f"expected rows of the kind {kind}, with {bounds.told}, got {got or 'nothing'}")
    # Each would carry the whole weight of the metric, and all that the member has would lose by it.
    for (rows,) in db.rows(_REPEATED, (metric.name,)):
        raise faulty(metric, f"expected one row a member, got {rows} of the same")


_REPEATED = """
select count(*)
from measures
where metric = ?
group by member
having count(*) > 1
order by count(*) desc
limit 1
"""


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
