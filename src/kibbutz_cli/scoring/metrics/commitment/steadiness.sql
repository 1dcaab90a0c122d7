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
    sum(gap * gap) as squares
  from gaps
  where gap is not null
  group by member
),
moments as (
  select
    member,
    n,
    cast(total as double) / n as mean,
    sqrt(greatest(cast(squares as double) / n - (cast(total as double) / n) * (cast(total as double) / n), 0)) as sd
  from sums
  where n >= 7
)
select
  member,
  1 - greatest(0, (sd - mean) / (sd + mean)) as share,
  1.0 / (4 * n) as variance
from moments
;
-- evidence
select
  max(d.deed) as deed,
  1.0 as amount
from deeds as d
inner join asked as q on q.member = d.member
group by d.week
