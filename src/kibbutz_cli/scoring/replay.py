"""The same data month by month: what every member stood at, and the status that follows from it."""

import re
from calendar import monthrange
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from kibbutz_cli.database import Database
from kibbutz_cli.model.activity import DAY_US, EPOCH, iso
from kibbutz_cli.model.replay import Change, Replay, StatusChange
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.scoring import pipeline, steps, tables

CUT = (
    "deeds",
    "screened",
    "mentions",
    "recognitions",
    "openings",
    "responses",
    "turns",
    "welcomes",
    "judged_days",
    "daily",
    "highest_ratings",
    "towards",
)
"""Steps that are not run again at each moment, but cut from what they gave for the whole time."""

SUMMED = ("highest_ratings",)
"""Those of them that are tables: of the others a moment sees a part, which is never written."""

EVALUATIONS = """
  moment integer, as_of_us bigint, member integer, standing double, low double, high double, reached integer,
  dormant integer
"""
"""What is kept of every moment."""

_KEPT = """
select cast(? as bigint), r.as_of_us, p.person, s.standing, s.low, s.high, t.reached, t.dormant
from statuses as t
inner join people as n on n.person = t.member
inner join people_since as p on p.person_key = n.person_key
left join standings as s on s.member = t.member
cross join ruler as r
"""

_UNSETTLED = """
select distinct m.moment
from moments as m
inner join (
  select
    min(ts_us) as first_us,
    max(ts_us) as last_us
  from activity
  where ts_us is not null
  group by platform, activity_id
  having min(ts_us) < max(ts_us)
  union all
  select
    d.ts_us as first_us,
    o.ts_us as last_us
  from deeds as d
  inner join deeds as o on o.deed = d.object_deed
  where d.ts_us < o.ts_us
  union all
  select
    min(ts_us) as first_us,
    max(case when opens = 2 then ts_us end) as last_us
  from deeds
  where original = 1
  group by thread
  having max(opens) = 2 and min(ts_us) < max(case when opens = 2 then ts_us end)
  union all
  select
    min(a.ts_us) as first_us,
    max(a.ts_us) as last_us
  from activity as a
  inner join handles as h on h.actor = a.actor
  where h.reason is not null
  group by h.member_key
  having count(distinct coalesce(a.actor_name, '')) > 1
) as e on e.first_us <= m.as_of_us and e.last_us > m.as_of_us
"""
"""Moments at which the deeds are not just the earlier part of all deeds: a record had an older version
then, what a deed is about was not there yet, because clocks differ, or the opening of its conversation was
not, or who is set aside had another name."""

_STATUSES = """
create or replace table statuses as
select
  s.member,
  h.rung,
  h.earned,
  s.reached,
  s.dormant,
  h.notice_us
from statuses as s
inner join history as h on h.member = s.member
where h.as_of_us = ?
"""

_CHANGES = """
with last as (
  select max(moment) as moment
  from moments
),
changed as (
  select 1 as place, 'promoted' as change, member, rung, moment from history where promoted = 1
  union all
  select 2 as place, 'woke' as change, member, rung, moment from history where woke = 1
  union all
  select 3 as place, 'dormant' as change, member, rung, moment from history where dozed = 1
  union all
  select 4 as place, 'notice' as change, member, rung, moment from history where noticed = 1
  union all
  select 5 as place, 'demoted' as change, member, rung, moment from history where demoted = 1
)
select c.change, m.person_key, coalesce(n.name, m.person_key), l.name
from changed as c
inner join last as t on t.moment = c.moment
inner join members as m on m.member = c.member
inner join ladder as l on l.rung = c.rung
left join names as n on n.member_key = m.person_key
order by c.place, m.person_key
"""

Told: TypeAlias = Callable[[int, int], None]


def run(
    db: Database, plan: pipeline.Plan, span: tables.Span, at_once: int, told: Told = lambda *_: None
) -> None:
    """Evaluate every month of a scored community; leave table ``history``, and what is held in ``statuses``.

    Args:
        db: The engine, as ``pipeline.run`` leaves it.
        plan: What it was scored with.
        span: The stretch of time that was scored.
        at_once: How many months are evaluated at the same time.
        told: Called with how many months are done, and of how many.
    """
    ((first,),) = db.rows("select min(ts_us) from deeds")
    dates = moments(span.as_of_us, int(first or 0), plan.ruler.history.evaluations)
    tables.create(db, "moments", "moment integer, as_of_us bigint", list(enumerate(dates)))
    tables.create(db, "evaluations", EVALUATIONS)
    since(db)
    unsettled = {int(row[0] or 0) for row in db.rows(_UNSETTLED)}
    db.carry("evaluations", _KEPT, (len(dates) - 1,))
    # The latest have most to do: begun first, none of them is left over at the end.
    latest = sorted(range(len(dates) - 1), reverse=True)
    done = 1
    with db.shared(at_once), ThreadPoolExecutor(at_once) as pool:
        # What makes tables from the ground up goes first: kept plans would not outlast it.
        for evaluate, chosen in (
            (_anew, [moment for moment in latest if moment in unsettled]),
            (_cut_short, [moment for moment in latest if moment not in unsettled]),
        ):
            for each in [pool.submit(evaluate, db, plan, dates[moment], moment) for moment in chosen]:
                done += 1
                told(done, len(dates))
                each.result()
    settle(db)
    db.execute(_STATUSES, (span.as_of_us,))


def since(db: Database) -> None:
    """Keep what is known of the whole time beside what a moment will know, under names that end so."""
    for table in (*CUT, "people", "ruler"):
        db.execute(f"create view {table}_since as select * from {table}")


def cut(db: Database, ruler: Ruler, as_of_us: int) -> None:
    """Leave every step of `CUT` as it was at a moment, which is the end of a day.

    All of them, also what no step reads then: a metric that does would find that of the whole time.
    """
    tables.move(db, "ruler_since", as_of_us)
    for step in CUT:
        kind = "table" if step in SUMMED else "view"
        db.execute(f"create {kind} {step} as\n{then(step, ruler, None if db.keeps_plans else as_of_us)}")


def then(step: str, ruler: Ruler, as_of_us: int | None) -> str:
    """Return the query that cuts a step at a moment: at one, or at that of the table ``ruler``.

    A view binds no values; and what is compared with a number, not with a column, is passed over unread.
    """
    numbers = {
        "as_of_us": "(select as_of_us from ruler)",
        "as_of_day": "(select as_of_day from ruler)",
        "half_life_days": f"cast({ruler.half_life_days!r} as double)",
    }
    if as_of_us is not None:
        numbers |= {"as_of_us": f"{as_of_us:d}", "as_of_day": f"{as_of_us // DAY_US:d}"}
    return re.sub(r":(\w+)", lambda found: numbers[found[1]], steps.text(f"{step}_then"))


def told(db: Database) -> Replay:
    """Return which moments were evaluated, and whose status changed at the last of them."""
    ((running,),) = db.rows("select promote_evaluations from ruler")
    return Replay(
        evaluations=[
            iso(int(row[0] or 0)) for row in db.rows("select as_of_us from moments order by moment")
        ],
        changes=[
            StatusChange(member=str(member), name=str(name), change=Change(str(change)), status=str(status))
            for change, member, name, status in db.rows(_CHANGES)
        ],
        promote_evaluations=int(running or 0),
    )


def settle(db: Database) -> None:
    """Make table ``history`` out of table ``evaluations``: which rung was held when, and what changed."""
    db.execute(f"create or replace table history as\n{steps.text('held')}")


def moments(as_of_us: int, first_us: int, most: int) -> list[int]:
    """Return when to look, oldest first: at ``as_of``, and at the end of the same day of every month before.

    A day the month does not have is its last. A month that ended before the first deed is left out.
    """
    day = (EPOCH + timedelta(microseconds=as_of_us)).date()
    found = [as_of_us]
    for back in range(1, most):
        year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
        if year < 1:
            break
        there = day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
        end = (datetime(there.year, there.month, there.day, tzinfo=UTC) - EPOCH).days * DAY_US + DAY_US - 1
        if end < first_us:
            break
        found.append(end)
    return found[::-1]


def _cut_short(db: Database, plan: pipeline.Plan, as_of_us: int, moment: int) -> None:
    """Score what was there at a moment beside everything else, from what the whole time left."""
    # A plan that is kept joins in the order that is written: who wrote a metric elsewhere cannot know that.
    beside = db.again if all(metric.ours for metric in plan.metrics) else db.fork
    with beside(f"moment_{moment}") as then:
        cut(then, plan.ruler, as_of_us)
        _keep(then, plan, moment, CUT)


def _anew(db: Database, plan: pipeline.Plan, as_of_us: int, moment: int) -> None:
    """Score what was there at a moment beside everything else, from the ground up."""
    with db.fork(f"moment_{moment}") as then:
        pipeline.prepare(then, plan._replace(window=plan.window._replace(as_of=as_of_us)))
        _keep(then, plan, moment, ())


def _keep(then: Database, plan: pipeline.Plan, moment: int, there: Collection[str]) -> None:
    """Keep what a history needs of a moment."""
    pipeline.judge(then, plan, steps.standings(), there=there)
    then.carry("evaluations", _KEPT, (moment,))
