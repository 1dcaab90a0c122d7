-- The members whose company counts: anchors, and those whom any trust reaches; everybody where it reaches nobody.
-- Close are those whom enough of it reaches: so many accounts cannot share it that they would be ties.
with known as (
  select count(*) as members
  from trusted
),
reached as (
  select
    t.member,
    case when t.amount >= r.company_percent then 1 else 0 end as close
  from trusted as t
  cross join ruler as r
  union all
  select
    a.member,
    1 as close
  from anchors as a
  cross join known as k
  where k.members > 0
  union all
  select
    m.member,
    1 as close
  from members as m
  cross join known as k
  where k.members = 0
)
select
  member,
  max(close) as close
from reached
group by member
