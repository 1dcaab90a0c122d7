-- With whom: partners in either direction, mutual partners, and the different members who recognised one.
with either as (
  select t.giver as member, t.receiver as partner
  from ties as t
  inner join members as m on m.member = t.receiver
  union
  select t.receiver as member, t.giver as partner
  from ties as t
  inner join members as m on m.member = t.receiver
),
partners as (
  select member, count(*) as partners
  from either
  group by member
),
mutuals as (
  select member, count(*) as mutual_partners
  from mutual
  group by member
),
recognisers as (
  select target as member, count(distinct member) as recognised_by
  from deeds
  where recognises = 1 and target is not null and target <> member
  group by target
)
select
  m.member,
  coalesce(p.partners, 0) as partners,
  coalesce(u.mutual_partners, 0) as mutual_partners,
  coalesce(g.recognised_by, 0) as recognised_by
from members as m
left join partners as p on p.member = m.member
left join mutuals as u on u.member = m.member
left join recognisers as g on g.member = m.member
