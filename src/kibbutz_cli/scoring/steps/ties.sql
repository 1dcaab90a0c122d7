-- What goes from one member to another, as a strength: n_ij and c_ij = ln(1 + n_ij).
with faded as (
  select
    t.giver,
    t.receiver,
    t.day,
    t.deeds,
    t.recognises,
    t.first_thread,
    t.last_thread,
    t.weight * exp(ln(2) * (t.day - r.as_of_day) / r.half_life_days) as worth,
    t.endorsing_weight * exp(ln(2) * (t.day - r.as_of_day) / r.half_life_days) as endorsing_worth
  from towards as t
  cross join ruler as r
),
summed as (
  select
    giver,
    receiver,
    cast(sum(deeds) as bigint) as deeds,
    max(recognises) as recognises,
    min(first_thread) as first_thread,
    max(last_thread) as last_thread,
    min(day) as first_day,
    max(day) as last_day,
    cast(sum(cast(worth as decimal(18, 9))) as double) as worth,
    cast(sum(cast(endorsing_worth as decimal(18, 9))) as double) as endorsing_worth,
    cast(sum(cast(worth * worth as decimal(18, 9))) as double) as squares
  from faded
  group by giver, receiver
)
select
  giver,
  receiver,
  deeds,
  recognises,
  first_thread,
  last_thread,
  first_day,
  last_day,
  worth,
  squares,
  ln(1 + worth) as strength,
  ln(1 + endorsing_worth) as endorsement
from summed
