-- What part of a wave's mass went through whom on its way, where that is the most of it: the wave and the one
-- before it are bound. Accounts that nobody but their maker endorses have all of their mass through the maker.
with now as (
  select member, mass
  from trust_waves
  where step = ?
),
before as (
  select member, mass
  from trust_waves
  where step = ?
),
straight as (
  select
    e.receiver as member,
    e.giver as through,
    cast(b.mass * r.damping * e.share as decimal(18, 9)) as mass
  from before as b
  inner join endorsements as e on e.giver = b.member
  inner join now as n on n.member = e.receiver
  cross join ruler as r
  where b.mass * r.damping * e.share >= r.through_share * n.mass
),
around as (
  select
    e.receiver as member,
    p.through,
    sum(cast(p.mass * r.damping * e.share as decimal(18, 9))) as mass
  from trust_passed as p
  inner join endorsements as e on e.giver = p.member
  cross join ruler as r
  where p.step = ? and e.receiver <> p.through
  group by e.receiver, p.through
),
both_ways as (
  select
    a.member,
    a.through,
    a.mass + cast(coalesce(b.mass * r.damping * e.share, 0) as decimal(18, 9)) as mass
  from around as a
  cross join ruler as r
  left join endorsements as e on e.giver = a.through and e.receiver = a.member
  left join before as b on b.member = e.giver
),
found as (
  select member, through, mass from straight
  union all
  select member, through, mass from both_ways
),
largest as (
  select
    member,
    through,
    cast(max(mass) as double) as mass
  from found
  group by member, through
)
select
  l.member,
  l.through,
  l.mass
from largest as l
inner join now as n on n.member = l.member
cross join ruler as r
where l.mass >= r.through_share * n.mass
