-- The members: everybody who did something, with when and how much.
with days as (
  select
    member,
    count(*) as deeds,
    min(day) as first_day,
    max(day) as last_day
  from deeds
  group by member
),
active as (
  select
    member,
    count(*) as active_weeks,
    min(week) as first_week,
    max(week) as last_week
  from weeks
  group by member
)
select
  d.member,
  p.person_key,
  d.deeds,
  d.first_day,
  d.last_day,
  a.active_weeks,
  a.first_week,
  a.last_week
from days as d
inner join active as a on a.member = d.member
inner join people as p on p.person = d.member
