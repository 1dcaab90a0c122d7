-- The members: everybody who did something, with when and how much they were active; of who never was, when they did it.
with days as (
  select
    member,
    cast(sum(active) as bigint) as deeds,
    coalesce(min(case when active = 1 then ts_us end), min(ts_us)) as first_us,
    coalesce(min(case when active = 1 then day end), min(day)) as first_day,
    coalesce(max(case when active = 1 then day end), max(day)) as last_day
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
  d.first_us,
  d.first_day,
  d.last_day,
  coalesce(a.active_weeks, 0) as active_weeks,
  coalesce(a.first_week, cast(floor((d.first_day + 3) / 7) as integer)) as first_week,
  coalesce(a.last_week, cast(floor((d.last_day + 3) / 7) as integer)) as last_week
from days as d
inner join people as p on p.person = d.member
left join active as a on a.member = d.member
