-- The weekly rate of coming back in every situation. What is thin is shrunk, each step by so many comebacks:
-- all silences -> silences around -> this silence -> how active -> the situation with its neighbours.
with community as (
  select
    k.peer,
    (coalesce(sum(o.comebacks), 0) + 0.5) / (coalesce(sum(o.weeks), 0) + 1) as rate
  from histories as k
  left join situations as o on o.peer = k.peer
  group by k.peer
),
silent as (
  select
    peer,
    silence,
    sum(weeks) as weeks,
    sum(comebacks) as comebacks
  from situations
  group by peer, silence
),
around as (
  select
    c.peer,
    s.silence,
    max(c.rate) as rate,
    cast(coalesce(sum(cast(n.far * o.weeks as decimal(18, 6))), 0) as double) as far_weeks,
    cast(coalesce(sum(cast(n.far * o.comebacks as decimal(18, 6))), 0) as double) as far_comebacks,
    cast(coalesce(sum(cast(n.near * o.weeks as decimal(18, 6))), 0) as double) as weeks,
    cast(coalesce(sum(cast(n.near * o.comebacks as decimal(18, 6))), 0) as double) as comebacks
  from silences as s
  cross join community as c
  left join silent as o on o.peer = c.peer
  left join nearness as n on n.apart = abs(s.silence - o.silence)
  group by c.peer, s.silence
),
by_silence as (
  select
    a.peer,
    a.silence,
    (a.comebacks + r.presence_shrink)
      / (a.weeks + r.presence_shrink * (a.far_weeks + 1) / (a.far_comebacks + a.rate)) as rate
  from around as a
  cross join ruler as r
),
active as (
  select
    o.peer,
    o.activity,
    sum(o.comebacks) as comebacks,
    cast(sum(cast(o.weeks * b.rate as decimal(18, 6))) as double) as expected
  from situations as o
  inner join by_silence as b on b.peer = o.peer and b.silence = o.silence
  group by o.peer, o.activity
),
activities as (
  select
    peer,
    activity
  from situations
  union
  select
    peer,
    activity
  from visits
),
by_activity as (
  select
    a.peer,
    a.activity,
    (cast(coalesce(sum(cast(n.near * o.comebacks as decimal(18, 6))), 0) as double) + max(r.presence_shrink))
      / (cast(coalesce(sum(cast(n.near * o.expected as decimal(18, 6))), 0) as double) + max(r.presence_shrink)) as ratio
  from activities as a
  left join active as o on o.peer = a.peer
  left join nearness as n on n.apart = abs(a.activity - o.activity)
  cross join ruler as r
  group by a.peer, a.activity
),
judged as (
  select
    o.peer,
    o.silence,
    o.activity,
    o.comebacks,
    o.weeks * s.rate * a.ratio as expected
  from situations as o
  inner join by_silence as s on s.peer = o.peer and s.silence = o.silence
  inner join by_activity as a on a.peer = o.peer and a.activity = o.activity
),
alike as (
  select
    a.peer,
    a.activity,
    j.silence,
    cast(sum(cast(n.near * j.comebacks as decimal(18, 9))) as double) as comebacks,
    cast(sum(cast(n.near * j.expected as decimal(18, 9))) as double) as expected
  from activities as a
  inner join judged as j on j.peer = a.peer
  inner join nearness as n on n.apart = abs(a.activity - j.activity)
  group by a.peer, a.activity, j.silence
),
neighbours as (
  select
    a.peer,
    s.silence,
    a.activity,
    cast(sum(cast(n.near * a.comebacks as decimal(18, 6))) as double) as comebacks,
    cast(sum(cast(n.near * a.expected as decimal(18, 6))) as double) as expected
  from silences as s
  cross join alike as a
  inner join nearness as n on n.apart = abs(s.silence - a.silence)
  group by a.peer, s.silence, a.activity
)
select
  b.peer,
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
inner join by_activity as a on a.peer = b.peer
left join neighbours as n on n.peer = b.peer and n.silence = s.silence and n.activity = a.activity
cross join ruler as r
