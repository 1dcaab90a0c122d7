-- The trust that starts at the anchors: the same sum in every community, so that no newcomer changes the rounding.
with counted as (
  select count(*) as anchors
  from anchors
)
select
  a.member,
  1000000.0 / c.anchors as mass
from anchors as a
cross join counted as c
