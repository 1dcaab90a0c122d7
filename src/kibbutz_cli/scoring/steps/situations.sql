-- What happened to past members in each situation: silent weeks and active weeks at past dates, and who came back.
-- Both are put on a log scale: 0, 1-2, 3-6, 7-14 ... weeks.
with landmarks as (
  select n.n, r.as_of_week - n.n * r.horizon_weeks as week
  from numbers as n
  cross join ruler as r
  where n.n >= 1 and n.n <= r.landmarks
),
seen as (
  select
    l.week as landmark,
    w.member,
    max(case when w.week <= l.week then w.week end) as last_week,
    sum(case when w.week > l.week - r.window_weeks and w.week <= l.week then 1 else 0 end) as active_weeks,
    max(case when w.week > l.week then 1 else 0 end) as came_back
  from landmarks as l
  cross join ruler as r
  inner join weeks as w on w.week <= l.week + r.horizon_weeks
  group by l.week, w.member
)
select
  cast(floor(ln(1 + landmark - last_week) / 0.6931471805599453 + 0.000000001) as integer) as silence,
  cast(floor(ln(1 + active_weeks) / 0.6931471805599453 + 0.000000001) as integer) as activity,
  count(*) as members,
  sum(came_back) as returned
from seen
where last_week is not null
group by
  cast(floor(ln(1 + landmark - last_week) / 0.6931471805599453 + 0.000000001) as integer),
  cast(floor(ln(1 + active_weeks) / 0.6931471805599453 + 0.000000001) as integer)
