-- One step of the flow: what every member passes on, damped; the step before it is bound.
select
  e.receiver as member,
  cast(sum(cast(w.mass * r.damping * e.share as decimal(18, 9))) as double) as mass
from trust_waves as w
inner join endorsements as e on e.giver = w.member
cross join ruler as r
where w.step = ?
group by e.receiver
