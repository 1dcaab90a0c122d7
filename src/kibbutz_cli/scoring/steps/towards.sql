-- Deeds of one member towards another on one day, capped, so that a flood is worth no more than three, before decay.
-- A rating endorses by its level: in parts of the highest its giver ever gave, so that nobody else's scale counts.
with daily as (
  select
    d.member as giver,
    d.target as receiver,
    d.day,
    count(*) as deeds,
    min(d.thread) as first_thread,
    max(d.thread) as last_thread,
    max(d.recognises) as recognises,
    sum(cast(d.weight as decimal(18, 6))) as weight,
    sum(cast(
      case when d.kind = 'endorse' and d.value >= 0 then 0 else d.weight * d.endorses end as decimal(18, 6)
    )) as endorsing_weight,
    sum(cast(
      case when d.kind = 'endorse' and d.value >= 0 then d.weight * d.endorses * coalesce(d.value / h.value, 0) else 0 end
      as decimal(18, 11)
    )) as rated_weight
  from deeds as d
  inner join highest_ratings as h on h.member = d.member
  where d.target is not null and d.target <> d.member and (d.weight > 0 or d.recognises = 1)
  group by d.member, d.target, d.day
)
select
  y.giver,
  y.receiver,
  y.day,
  y.deeds,
  y.recognises,
  y.first_thread,
  y.last_thread,
  cast(y.weight as double) * least(y.deeds, r.deeds_per_day) / y.deeds as weight,
  (cast(y.endorsing_weight as double) + cast(y.rated_weight as double))
    * least(y.deeds, r.deeds_per_day) / y.deeds as endorsing_weight,
  cast(y.rated_weight as double) * least(y.deeds, r.deeds_per_day) / y.deeds as rated_weight
from daily as y
cross join ruler as r
