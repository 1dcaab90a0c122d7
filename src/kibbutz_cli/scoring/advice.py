"""Whom to look at next: who rises, who may leave, who goes unrecognised."""

from kibbutz_cli.database import Database
from kibbutz_cli.model.remarks import Advice, Named

_RISES = """
with begun as (
  -- What was before the data is not known: who was there when they begin did not rise from nothing.
  select min(first_week) as first_week
  from members
),
halves as (
  select
    member,
    sum(case when block >= 9 then deeds else 0 end) as late,
    sum(case when block >= 6 and block < 9 then deeds else 0 end) as early
  from trends
  group by member
),
rises as (
  select
    h.member,
    h.late - h.early as more
  from halves as h
  inner join members as m on m.member = h.member
  inner join standings as s on s.member = h.member
  inner join peers as p on p.member = h.member
  -- Whom trust starts from is at home here: nobody needs to welcome them.
  left join anchors as a on a.member = h.member
  cross join begun as b
  cross join ruler as r
  where a.member is null
    and h.late >= 6 and h.late >= 2 * h.early
    and (b.first_week <= r.as_of_week - 23 or m.first_week > b.first_week + 3)
)
"""

_RISING = f"""
{_RISES}
select m.person_key, coalesce(n.name, m.person_key)
from rises as i
inner join members as m on m.member = i.member
left join names as n on n.member_key = m.person_key
order by i.more desc, m.person_key
limit 5
"""

# A chance alone is no silence: who was here this month is not asked why they go, nor is who does ever more.
_LEAVING = f"""
{_RISES}
select m.person_key, coalesce(n.name, m.person_key)
from parts as p
inner join members as m on m.member = p.member
inner join standings as s on s.member = p.member
left join names as n on n.member_key = m.person_key
left join rises as i on i.member = p.member
cross join ruler as r
where p.metric = 'presence' and p.score < 0.5 and m.active_weeks >= 6
  and r.as_of_week - m.last_week >= 4 and r.as_of_week - m.last_week < 26
  and i.member is null
order by s.standing desc, m.person_key
limit 5
"""

# Whom nobody ever thanked is no company yet, and is named all the same: after the others, whom a flood of
# strangers neither outnumbers nor makes look recognised.
_UNRECOGNISED = """
with parted as (
  select
    g.member,
    g.score as recognition,
    c.score as contribution,
    case when p.member is null then 1 else 0 end as stranger
  from parts as g
  inner join parts as c on c.member = g.member and c.metric = 'contribution'
  inner join standings as s on s.member = g.member
  left join peers as p on p.member = g.member
  where g.metric = 'recognition'
),
shares as (
  select
    member,
    recognition,
    contribution,
    stranger,
    row_number() over (partition by stranger order by contribution desc, member) as place,
    count(*) over (partition by stranger) as people
  from parted
),
typical as (
  select cast(sum(cast(s.recognition as decimal(18, 12))) as double) / count(*) as recognition
  from shares as s
  inner join (select min(stranger) as stranger from shares) as k on k.stranger = s.stranger
)
select m.person_key, coalesce(n.name, m.person_key)
from shares as s
cross join typical as t
inner join members as m on m.member = s.member
left join names as n on n.member_key = m.person_key
left join anchors as a on a.member = s.member
cross join ruler as r
where r.as_of_week - m.last_week < 26 and a.member is null
  and s.place <= greatest(3, s.people / 3) and s.recognition < 0.7 * t.recognition
order by s.stranger, s.contribution desc, m.person_key
limit 5
"""


def advice(db: Database) -> Advice:
    """Return whom to look at next, five of each at most; nobody is ranked at the bottom."""
    return Advice(
        rising=_named(db, _RISING),
        leaving=_named(db, _LEAVING),
        unrecognised=_named(db, _UNRECOGNISED),
    )


def _named(db: Database, query: str) -> list[Named]:
    return [Named(member=str(member), name=str(name)) for member, name in db.rows(query)]
