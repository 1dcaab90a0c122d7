-- The parts: every estimate with the share of its element that it carries for this member.
with weighed as (
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
    c.weight
  from estimates as e
  inner join metrics as c on c.metric = e.metric
  where c.scored = 1
),
totals as (
  select
    member,
    element,
    cast(sum(cast(weight as decimal(18, 9))) as double) as weight
  from weighed
  group by member, element
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
