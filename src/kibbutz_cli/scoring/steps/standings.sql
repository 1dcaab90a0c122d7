-- The standing: 100 x the weighted geometric mean of the scored elements, with its interval on the log scale by the
-- same rule as that of the elements. Nobody can have more active weeks than the data has weeks.
with floored as (
  select
    e.member,
    greatest(e.score, r.floor) as score,
    greatest(e.low, r.floor) as low,
    greatest(e.high, r.floor) as high,
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
    cast(sum(cast(f.weight / w.weight * ln(f.score / f.low) as decimal(18, 15))) as double) as down,
    cast(sum(cast(f.weight / w.weight * ln(f.high / f.score) as decimal(18, 15))) as double) as up,
    cast(sum(cast(
      f.weight / w.weight * f.weight / w.weight * ln(f.score / f.low) * ln(f.score / f.low) as decimal(18, 15)
    )) as double) as down2,
    cast(sum(cast(
      f.weight / w.weight * f.weight / w.weight * ln(f.high / f.score) * ln(f.high / f.score) as decimal(18, 15)
    )) as double) as up2
  from floored as f
  inner join weights as w on w.member = f.member
  group by f.member, w.elements
)
select
  l.member,
  l.elements,
  l.level,
  100 * exp(l.level) as standing,
  100 * exp(l.level - sqrt((1 - r.shared_elements) * l.down2 + r.shared_elements * l.down * l.down)) as low,
  least(100, 100 * exp(l.level + sqrt((1 - r.shared_elements) * l.up2 + r.shared_elements * l.up * l.up))) as high
from logs as l
inner join members as m on m.member = l.member
cross join ruler as r
inner join facts as f on f.fact = 'weeks'
where m.deeds >= r.min_deeds and m.active_weeks >= least(r.min_active_weeks, f.amount)
