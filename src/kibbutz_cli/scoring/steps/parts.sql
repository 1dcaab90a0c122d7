-- The parts: every estimate with the share of its element that it carries for this member. A rate or pace carries its
-- weight times its reliability, trials / (trials + strength of the prior): what is mostly the community's says little of
-- the member (T. Kelley, Fundamentals of Statistics, 1947), and one that is nearly missing counts nearly nothing.
-- Trust begins at the anchors: where there is only one, none can arrive there, and it has no such part.
with source as (
  select min(member) as member
  from anchors
  having count(*) = 1
),
weighed as materialized (
  select
    e.metric,
    e.member,
    c.element,
    e.value,
    e.score,
    e.variance,
    e.low,
    e.high,
    e.hits,
    e.trials,
    c.weight * case
      when c.kind in ('rate', 'relative', 'pace') then e.trials / (e.trials + coalesce(p.strength, a.strength))
      else 1
    end as weight
  from estimates as e
  inner join metrics as c on c.metric = e.metric
  left join rates as p on p.metric = e.metric
  left join paces as a on a.metric = e.metric
  left join source as o on o.member = e.member and c.kind = 'trust'
  where c.scored = 1 and o.member is null
),
totals as (
  select
    member,
    element,
    cast(sum(cast(weight as decimal(38, 15))) as double) as weight
  from weighed
  group by member, element -- few rows each
)
select
  w.member,
  w.element,
  w.metric,
  w.value,
  w.hits,
  w.trials,
  w.score,
  w.variance,
  w.low,
  w.high,
  w.weight / t.weight as share,
  w.score * w.weight / t.weight as adds
from weighed as w
inner join totals as t on t.member = w.member and t.element = w.element
