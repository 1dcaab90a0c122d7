-- The standing: 100 x the weighted geometric mean of the scored elements, with its interval on the log scale.
-- Nobody can have more active weeks than the data has weeks.
with floored as (
  select
    e.member,
    greatest(e.score, r.floor) as score,
    e.variance,
    w.weight
  from element_scores as e
  inner join elements as w on w.element = e.element
  cross join ruler as r
  where w.weight > 0
),
weights as (
  select
    member,
    count(*) as elements,
    cast(sum(cast(weight as decimal(18, 9))) as double) as weight
  from floored
  group by member
),
logs as (
  select
    f.member,
    w.elements,
    cast(sum(cast(f.weight / w.weight * ln(f.score) as decimal(18, 15))) as double) as level,
    sqrt(cast(sum(cast(
      f.weight / w.weight * f.weight / w.weight * f.variance / (f.score * f.score) as decimal(18, 12)
    )) as double)) as sd
  from floored as f
  inner join weights as w on w.member = f.member
  group by f.member, w.elements
)
select
  l.member,
  l.elements,
  l.level,
  l.sd,
  100 * exp(l.level) as standing,
  100 * exp(l.level - r.z * l.sd) as low,
  least(100, 100 * exp(l.level + r.z * l.sd)) as high
from logs as l
inner join members as m on m.member = l.member
cross join ruler as r
cross join facts as f
where m.deeds >= r.min_deeds and m.active_weeks >= least(r.min_active_weeks, f.weeks)
