-- The trust that arrives at each member from each other one, for the first time: what the giver holds without what
-- had been the receiver's before. That is known exactly for what came straight back, and for accounts that
-- have most of their trust through the receiver (J. Hopcroft and D. Sheldon, Manipulation-Resistant Reputations Using
-- Hitting Time, WAW 2007). An anchor's own mass is not its merit either.
with reached as (
  select
    m.member,
    coalesce(h.mass, 0) as mass
  from members as m
  left join trust_held as h on h.member = m.member
),
returned as (
  select
    e.receiver,
    e.giver,
    e.share,
    h.mass,
    greatest(coalesce(t.mass, 0), o.mass * e.back) as returned
  from endorsements as e
  inner join trust_held as h on h.member = e.giver
  inner join reached as o on o.member = e.receiver
  left join trust_through as t on t.member = e.giver and t.through = e.receiver
)
select
  f.receiver as member,
  f.giver,
  greatest(f.mass - f.returned, 0) * (1 - r.damping) * f.share as arrived
from returned as f
cross join ruler as r
