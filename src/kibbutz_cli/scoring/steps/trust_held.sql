-- How much of the mass passed each member, over all waves.
select
  member,
  greatest(cast(sum(cast(mass as decimal(18, 9))) as double), max(mass)) as mass
from trust_waves
group by member
