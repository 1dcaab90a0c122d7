"""Who holds a member up: those from whom most comes, and the standing without them."""

from collections.abc import Sequence
from typing import NamedTuple

from kibbutz_cli.database import Database
from kibbutz_cli.scoring import pipeline, steps, tables
from kibbutz_cli.scoring.results import integer, number

STRONGEST = 3


class Supporter(NamedTuple):
    """A member, and the share of all that comes towards another that comes from here."""

    member: int
    key: str
    name: str
    share: float


class Level(NamedTuple):
    """A standing with its interval; all 0 to 100."""

    value: float
    low: float
    high: float


def strongest(db: Database, member: int) -> list[Supporter]:
    """Return the members whose deeds towards this one weigh most, the strongest first."""
    rows = db.rows(
        """
        with received as (
          select giver, worth, sum(cast(worth as decimal(18, 9))) over () as total
          from ties
          where receiver = ? and worth > 0
        )
        select r.giver, m.person_key, coalesce(n.name, m.person_key), r.worth / cast(r.total as double)
        from received as r
        inner join members as m on m.member = r.giver
        left join names as n on n.member_key = m.person_key
        order by r.worth desc, m.person_key
        limit ?
        """,
        (member, STRONGEST),
    )
    return [Supporter(integer(giver), str(key), str(name), number(share)) for giver, key, name, share in rows]


def uncounted(db: Database, member: int) -> tuple[int, int]:
    """Return how many answers and endorsements of a member's words do not count, and of how many members."""
    ((answers, members),) = db.rows(_UNCOUNTED, (member, member))
    return integer(answers), integer(members)


def without(db: Database, plan: pipeline.Plan, member: int, supporters: Sequence[int]) -> Level | None:
    """Return the standing of a member had nothing come from these; none where too little is left for one.

    What they did towards the member, or towards nobody in conversations the member opened, is taken out; what
    the member did towards them stays, towards nobody.
    """
    with db.fork("without") as fork:
        tables.create(fork, "estranged", "member integer", [(each,) for each in supporters])
        fork.execute(_WITHOUT, (member,) * 4)
        pipeline.judge(fork, plan, steps.standings())
        return level(fork, member)


def level(db: Database, member: int) -> Level | None:
    """Return the standing of a member with its interval, if there is one."""
    rows = db.rows("select standing, low, high from standings where member = ?", (member,))
    return Level(*map(number, rows[0])) if rows else None


_UNCOUNTED = """
with left_out as (
  select
    c.deed,
    c.by_member
  from recognitions as c
  left join answers as a on a.deed = c.deed and a.by_member = c.by_member
  where c.member = ? and a.deed is null
  union
  select
    s.opening as deed,
    s.by_member
  from responses as s
  left join counted_responses as k on k.opening = s.opening and k.by_member = s.by_member
  where s.member = ? and k.opening is null
)
select
  count(*),
  count(distinct by_member)
from left_out
"""

_WITHOUT = """
create table deeds as
select d.* replace (
  case when d.member = ? and t.member is not null then null else d.target end as target,
  case when d.member = ? and t.member is not null then null else d.object_deed end as object_deed
)
from deeds as d
left join estranged as g on g.member = d.member
left join estranged as t on t.member = d.target
left join (select distinct thread from openings where member = ?) as o on o.thread = d.thread
where g.member is null or d.target <> ? or (d.target is null and o.thread is null)
"""
