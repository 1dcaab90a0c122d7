-- One step of the flow: what every member passes on, damped.
select
  e.receiver as member,
  cast(sum(cast(w.mass * r.damping * e.share as decimal(18, 9))) as double) as mass
from trust_wave as w
inner join endorsements as e on e.giver = w.member
cross join ruler as r
group by e.receiver
