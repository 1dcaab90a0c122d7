-- The highest rating that each member ever gave: what else one gave is worth its part of it. Lift: how much more that
-- was at a moment of a replay, before a higher one.
select
  p.person as member,
  h.value,
  cast(1 as double) as lift
from people as p
left join (
  select
    member,
    max(value) as value
  from deeds
  where kind = 'endorse' and value > 0
  group by member
) as h on h.member = p.person
