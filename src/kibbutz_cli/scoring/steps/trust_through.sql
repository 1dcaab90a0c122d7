-- How much of the mass that passed a member had passed another one before, over all waves; less is known than was.
with passed as (
  select
    member,
    through,
    greatest(cast(sum(cast(mass as decimal(18, 9))) as double), max(mass)) as mass
  from trust_passed
  group by member, through
)
select
  p.member,
  p.through,
  p.mass,
  p.mass / h.mass as share
from passed as p
inner join trust_held as h on h.member = p.member
where h.mass > 0
