-- The trust that starts at the anchors, in units of the community's mean: it sums to the number of members.
with counted as (
  select count(*) as anchors
  from anchors
)
select
  a.member,
  cast(f.members as double) / c.anchors as mass
from anchors as a
cross join counted as c
cross join facts as f
