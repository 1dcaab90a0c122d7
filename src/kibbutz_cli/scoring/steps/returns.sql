-- The weekly rate of coming back in every situation. What is thin is shrunk, each step by so many comebacks:
-- all silences -> silences around -> this silence -> how active -> the situation with its neighbours.
with community as (
  select (coalesce(sum(comebacks), 0) + 0.5) / (coalesce(sum(weeks), 0) + 1) as rate
  from situations
),
silent as (
  select
    silence,
    sum(weeks) as weeks,
    sum(comebacks) as comebacks
  from situations
  group by silence
),
around as (
  select
    s.silence,
    cast(coalesce(sum(cast(n.far * o.weeks as decimal(18, 6))), 0) as double) as far_weeks,
    cast(coalesce(sum(cast(n.far * o.comebacks as decimal(18, 6))), 0) as double) as far_comebacks,
    cast(coalesce(sum(cast(n.near * o.weeks as decimal(18, 6))), 0) as double) as weeks,
    cast(coalesce(sum(cast(n.near * o.comebacks as decimal(18, 6))), 0) as double) as comebacks
  from silences as s
  left join silent as o on 1 = 1
  left join nearness as n on n.apart = abs(s.silence - o.silence)
  group by s.silence
),
by_silence as (
  select
    a.silence,
    (a.comebacks + r.presence_shrink)
      / (a.weeks + r.presence_shrink * (a.far_weeks + 1) / (a.far_comebacks + c.rate)) as rate
  from around as a
  cross join community as c
  cross join ruler as r
),
active as (
  select
    o.activity,
    sum(o.comebacks) as comebacks,
    cast(sum(cast(o.weeks * b.rate as decimal(18, 6))) as double) as expected
  from situations as o
  inner join by_silence as b on b.silence = o.silence
  group by o.activity
),
activities as (
  select distinct activity
  from visits
),
by_activity as (
  select
    a.activity,
    (cast(coalesce(sum(cast(n.near * o.comebacks as decimal(18, 6))), 0) as double) + max(r.presence_shrink))
      / (cast(coalesce(sum(cast(n.near * o.expected as decimal(18, 6))), 0) as double) + max(r.presence_shrink)) as ratio
  from activities as a
  left join active as o on 1 = 1
  left join nearness as n on n.apart = abs(a.activity - o.activity)
  cross join ruler as r
  group by a.activity
),
judged as (
  select
    o.silence,
    o.activity,
    o.comebacks,
    o.weeks * s.rate * a.ratio as expected
  from situations as o
  inner join by_silence as s on s.silence = o.silence
  inner join by_activity as a on a.activity = o.activity
),
alike as (
  select
    a.activity,
    j.silence,
    cast(sum(cast(n.near * j.comebacks as decimal(18, 9))) as double) as comebacks,
    cast(sum(cast(n.near * j.expected as decimal(18, 9))) as double) as expected
  from activities as a
  cross join judged as j
  inner join nearness as n on n.apart = abs(a.activity - j.activity)
  group by a.activity, j.silence
),
neighbours as (
  select
    s.silence,
    a.activity,
    cast(sum(cast(n.near * a.comebacks as decimal(18, 6))) as double) as comebacks,
    cast(sum(cast(n.near * a.expected as decimal(18, 6))) as double) as expected
  from silences as s
  cross join alike as a
  inner join nearness as n on n.apart = abs(s.silence - a.silence)
  group by s.silence, a.activity
)
select
  s.silence,
  s.first_day,
  s.last_day,
  a.activity,
  coalesce(n.comebacks, 0) + r.presence_shrink as comebacks,
  -- One comeback a week would be certainty: nobody is taken to be that sure.
  least(
    0.99,
    b.rate * a.ratio * (coalesce(n.comebacks, 0) + r.presence_shrink)
      / (coalesce(n.expected, 0) + r.presence_shrink)
  ) as rate
from silences as s
inner join by_silence as b on b.silence = s.silence
cross join by_activity as a
left join neighbours as n on n.silence = s.silence and n.activity = a.activity
cross join ruler as r
