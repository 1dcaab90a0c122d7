-- A member's trust: what arrives, in per cent of what arrives at those whom anchors endorse themselves.
-- The measure is taken near the anchors because nobody can lower it by adding accounts far from them.
with received as (
  select
    member,
    cast(sum(cast(arrived as decimal(18, 9))) as double) as arrived,
    cast(sum(cast(arrived * arrived as decimal(38, 12))) as double) as squares
  from trust_flow
  group by member
),
measure as (
  select
    cast(sum(cast(f.mass * d.arrived as decimal(38, 9))) as double)
      / cast(sum(cast(f.mass as decimal(18, 9))) as double) as arrived
  from trust_waves as f
  inner join received as d on d.member = f.member
  where f.step = 1
)
select
  d.member,
  d.arrived,
  100 * d.arrived / m.arrived as amount,
  10000 * d.squares / (m.arrived * m.arrived) as squares
from received as d
cross join measure as m
where d.arrived > 0 and m.arrived > 0
