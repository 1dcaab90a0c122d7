"""The activities behind a number: what each metric's evidence query returns for one member."""

from typing import NamedTuple

from kibbutz_cli.database import Database, Row, Value
from kibbutz_cli.scoring.metric import Metric, blamed
from kibbutz_cli.scoring.results import integer, number

MOST = 10_000
"""Activities told of each metric: what is told of one member lies in memory."""


class Trace(NamedTuple):
    """One activity behind a number, with its place still in numbers."""

    activity_id: str
    ts_us: int
    kind: str
    actor: str
    actor_name: str | None
    target: str | None
    target_name: str | None
    amount: float
    origin: int
    position: int


class Evidence(NamedTuple):
    """How many activities are behind a number in all, and the first of them."""

    deeds: int
    traces: list[Trace]


def ask(db: Database, member: int) -> None:
    """Say whose evidence is asked for: the one row of the table ``asked``."""
    db.execute("create or replace table asked (member integer)")
    db.append("asked", [(member,)])


def of(db: Database, metric: Metric, limit: int = MOST) -> Evidence:
    """Return the activities behind a metric of the member asked for, the strongest, then newest first.

    Raises:
        PluginError: The metric is not ours, and its query fails.
    """
    with blamed(metric, "evidence: "):
        rows = _rows(db, metric, limit)
    return Evidence(integer(rows[0][-1]) if rows else 0, [_trace(row) for row in rows])


def _trace(row: Row) -> Trace:
    activity_id, ts_us, kind, actor, actor_name, target, target_name, amount, origin, position, _ = row
    return Trace(
        activity_id=str(activity_id),
        ts_us=integer(ts_us),
        kind=str(kind),
        actor=str(actor),
        actor_name=_text(actor_name),
        target=_text(target),
        target_name=_text(target_name),
        amount=number(amount),
        origin=integer(origin),
        position=integer(position),
    )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _rows(db: Database, metric: Metric, limit: int) -> list[Row]:
    return db.rows(
        f"""
        with evidence as (
        {metric.evidence}
        )
        select
          a.activity_id, a.ts_us, a.kind, p.person_key, n.name, t.person_key, u.name,
          e.amount, a.origin, a.position, count(*) over () as deeds
        from evidence as e
        inner join deeds as d on d.deed = e.deed
        inner join activity as a on a.deed = e.deed
        inner join people as p on p.person = d.member
        left join people as t on t.person = d.target
        left join names as n on n.member_key = p.person_key
        left join names as u on u.member_key = t.person_key
        order by round(e.amount, 9) desc, a.ts_us desc, a.activity_id
        limit ?
        """,
        (limit,),
    )
