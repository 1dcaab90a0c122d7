-- The highest rating that each member ever gave: what else one gave is worth its part of it. Lift: how much more that
-- was at a moment of a replay, before a higher one.
select
  member,
  max(value) as value,
  cast(1 as double) as lift
from deeds
where kind = 'endorse' and value > 0
group by member
