-- The rung every member holds: the highest one with no unmet rung below it. Without a history it is the one earned.
with failed as (
  select member, min(rung) as rung
  from gates
  where met = 0
  group by member
),
top as (
  select max(rung) as rung
  from ladder
),
reached as (
  select
    m.member,
    greatest(0, coalesce(f.rung - 1, t.rung)) as rung,
    case when r.as_of_week - m.last_week >= r.dormant_weeks then 1 else 0 end as dormant
  from members as m
  left join failed as f on f.member = m.member
  cross join top as t
  cross join ruler as r
)
select
  member,
  rung,
  rung as earned,
  rung as reached,
  dormant,
  cast(null as bigint) as notice_us
from reached
