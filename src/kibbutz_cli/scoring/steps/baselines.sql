-- What can be had by counting, for every member: the bar a score has to clear. Larger is more.
with counted as (
  select
    d.member,
    count(*) as deeds,
    sum(d.original) as posts,
    count(distinct d.day) as active_days,
    max(d.ts_us) as last_us
  from deeds as d
  where d.active = 1
  group by d.member
),
fading as (
  select
    w.member,
    cast(sum(cast(
      exp(ln(2) * (w.week - r.as_of_week) / r.horizon_weeks) as decimal(18, 9)
    )) as double) as active_weeks
  from weeks as w
  cross join ruler as r
  group by w.member
),
pairs as (
  select d.member, d.target as partner
  from deeds as d
  where d.target is not null and d.target <> d.member
  union
  select d.target as member, d.member as partner
  from deeds as d
  where d.target is not null and d.target <> d.member
),
company_kept as (
  select member, count(*) as partners
  from pairs
  group by member
)
select
  c.member,
  cast(c.deeds as double) as deeds,
  cast(c.posts as double) as posts,
  cast(c.active_days as double) as active_days,
  (c.last_us - r.as_of_us) / 86400000000.0 as recency,
  f.active_weeks,
  cast(coalesce(p.partners, 0) as double) as partners
from counted as c
inner join fading as f on f.member = c.member
left join company_kept as p on p.member = c.member
cross join ruler as r
