-- element = "commitment"
-- kind = "share"
-- unit = "steadiness"
-- needs = ["weeks"]
-- says = "How even the gaps between your active weeks are; needs eight active weeks."
-- source = "K.-I. Goh and A.-L. Barabasi, Burstiness and memory in complex systems, EPL 81, 2008: B = (s - m) / (s + m)"
-- fails = "Seasonal work looks uneven."
with gaps as (
  select
    member,
    week - lag(week) over (partition by member order by week) as gap
  from weeks
),
sums as (
  select
    member,
    count(*) as n,
    sum(gap) as total,
    sum(cast(floor(gap) as bigint) * gap) as squares
  from gaps
  where gap is not null
  group by member
),
moments as (
  select
    member,
    n,
    sqrt(greatest(
      cast(squares as double) / n - (cast(total as double) / n) * (cast(total as double) / n), 0
    )) / (cast(total as double) / n) as unevenness
  from sums
  where n >= 7
)
-- B = (u - 1) / (u + 1) with u = s / m, whose variance is about u^2 (1/2 + u^2) / n.
select
  member,
  1 - (unevenness - 1) / (unevenness + 1) as share,
  4 * unevenness * unevenness * (0.5 + unevenness * unevenness)
    / (n * (1 + unevenness) * (1 + unevenness) * (1 + unevenness) * (1 + unevenness)) as variance
from moments
;
-- evidence
with placed as (
  select
    d.deed,
    row_number() over (partition by d.week order by d.ts_us desc, a.activity_id) as place
  from deeds as d
  inner join asked as q on q.member = d.member
  inner join activity as a on a.deed = d.deed
  where d.active = 1
)
select
  deed,
  1.0 as amount
from placed
where place = 1
