-- The trust that arrives at each member from each other one over all steps; an anchor's own mass is not in it.
with held as (
  select
    member,
    cast(sum(cast(mass as decimal(18, 9))) as double) as mass
  from trust_waves
  group by member
)
select
  e.receiver as member,
  e.giver,
  h.mass * r.damping * (1 - r.damping) * e.share as arrived
from held as h
inner join endorsements as e on e.giver = h.member
cross join ruler as r
