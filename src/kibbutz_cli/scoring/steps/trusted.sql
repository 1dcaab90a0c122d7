-- A member's trust: what arrives, in per cent of what an anchor's own endorsements bring to those who get them.
-- Only anchors can change that measure: whom others endorse, and how many accounts they make, does not.
with received as (
  select
    member,
    greatest(cast(sum(cast(arrived as decimal(18, 9))) as double), max(arrived)) as arrived,
    greatest(cast(sum(cast(arrived * arrived as decimal(38, 12))) as double), max(arrived * arrived)) as squares
  from trust_flow
  group by member
),
-- In parts of the largest, so that what anchors endorsed long ago is not rounded to nothing.
direct as (
  select
    w.mass,
    w.mass / max(w.mass) over () as part
  from trust_waves as w
  where w.step = 2 and w.mass > 0
),
measure as (
  select
    (1 - max(r.damping))
      * max(d.mass)
      * cast(sum(cast(d.part * d.part as decimal(38, 18))) as double)
      / cast(sum(cast(d.part as decimal(38, 18))) as double) as arrived
  from direct as d
  cross join ruler as r
)
select
  d.member,
  d.arrived,
  100 * d.arrived / m.arrived as amount,
  10000 * d.squares / (m.arrived * m.arrived) as squares
from received as d
cross join measure as m
where d.arrived > 0 and m.arrived > 0
