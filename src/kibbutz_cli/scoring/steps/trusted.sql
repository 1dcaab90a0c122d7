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
measure as (
  select
    (1 - max(r.damping))
      * cast(sum(cast(w.mass * w.mass as decimal(38, 18))) as double)
      / cast(sum(cast(w.mass as decimal(38, 18))) as double) as arrived
  from trust_waves as w
  cross join ruler as r
  where w.step = 2 and w.mass > 0
)
select
  d.member,
  d.arrived,
  100 * d.arrived / m.arrived as amount,
  10000 * d.squares / (m.arrived * m.arrived) as squares
from received as d
cross join measure as m
where d.arrived > 0 and m.arrived > 0
