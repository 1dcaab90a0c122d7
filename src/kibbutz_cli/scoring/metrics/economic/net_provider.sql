-- element = "economic"
-- kind = "share"
-- unit = "balance"
-- needs = ["exchanges"]
-- says = "Whether you answer what others opened more often than you open something yourself; one half is even."
-- source = "J. Zhang, M. Ackerman and L. Adamic, Expertise Networks in Online Communities, WWW 2007: z = (a - q) / sqrt(a + q)"
-- fails = "Every opening counts as a question, also news and offers; blogs, where only authors open, are left out for that reason."
with acts as (
  select
    by_member as member,
    1 as given,
    0 as asked
  from responses
  where communal = 1
  union all
  select
    member,
    0 as given,
    1 as asked
  from openings
  where communal = 1
),
balances as (
  select
    member,
    count(*) as n,
    (sum(given) - sum(asked)) / sqrt(count(*)) as z,
    (sum(given) + 0.5) / (count(*) + 1.0) as chance
  from acts
  group by member
),
-- Chance spreads z by 4 p (1 - p) around (2 p - 1) sqrt(n), p one half act from either end: with that mean m and
-- variance v, the CDF of z has the variance phi(h)^2 r (1 + r h^2 / 2), h = m / sqrt(1 + v), r = v / (1 + v),
-- the first two terms of its Hermite series. At the mean alone, as the delta method has it, it would be twice
-- too wide for an even balance.
spreads as (
  select
    member,
    z,
    4 * chance * (1 - chance) as variance,
    (2 * chance - 1) * (2 * chance - 1) * n as squared_mean
  from balances
),
-- The CDF: M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, 1964, 26.2.17, |error| < 7.5e-8.
tails as (
  select
    member,
    z,
    variance / (1 + variance) as r,
    squared_mean / (1 + variance) as h2,
    exp(0 - z * z / 2) * 0.3989422804014327 as density,
    1 / (1 + 0.2316419 * abs(z)) as t
  from spreads
),
folded as (
  select
    member,
    z,
    r,
    h2,
    density * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))) as tail
  from tails
)
select
  member,
  case when z >= 0 then 1 - tail else tail end as share,
  exp(0 - h2) * 0.15915494309189535 * r * (1 + r * h2 / 2) as variance
from folded
;
-- evidence
select
  d.deed,
  1.0 as amount
from responses as s
inner join asked as q on q.member = s.by_member
inner join deeds as d on d.member = s.by_member and d.thread = s.thread and d.ts_us = s.ts_us and d.original = 1
where s.communal = 1
union all
select
  o.deed,
  -1.0 as amount
from openings as o
inner join asked as q on q.member = o.member
where o.communal = 1
