-- The highest rating that each member ever gave: what else one gave is worth its part of it.
select
  member,
  max(value) as value
from deeds
where kind = 'endorse' and value > 0
group by member
