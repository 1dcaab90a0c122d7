-- Where trust starts: named members, else those with a role, else the founders: the earliest of those who stayed
-- and were answered by others who stayed. Those who left come after those who are still here: what they endorsed
-- has faded, and trust would reach nobody. Their number is a share of those who stayed, not of all, so that
-- accounts made in a day cannot raise it.
with named as (
  select m.member
  from members as m
  inner join anchor_names as n on n.member_key = m.person_key
),
with_role as (
  select distinct m.member
  from members as m
  inner join roles as h on h.member_key = m.person_key
  inner join anchor_roles as a
    on a.role = translate(h.role, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')
  cross join ruler as r
  where h.since_us <= r.as_of_us
),
loyal as (
  select
    m.member,
    m.person_key,
    m.first_us,
    case when m.last_week > r.as_of_week - r.founder_present_weeks then 1 else 0 end as present
  from members as m
  cross join ruler as r
  where m.active_weeks >= r.founder_active_weeks
),
answered as (
  select distinct t.receiver as member
  from ties as t
  inner join loyal as g on g.member = t.giver
  where t.endorsement > 0
),
ordered as (
  select
    l.member,
    row_number() over (order by l.present desc, l.first_us, l.person_key) as place,
    greatest(r.founder_min, ceil(r.founder_share * sum(l.present) over ())) as wanted
  from loyal as l
  inner join answered as a on a.member = l.member
  cross join ruler as r
),
founders as (
  select member
  from ordered
  where place <= wanted
),
counted as (
  select
    (select count(*) from named) as names,
    (select count(*) from with_role) as roles
)
select n.member, 'named' as source
from named as n
union all
select w.member, 'roles' as source
from with_role as w
cross join counted as c
where c.names = 0
union all
select f.member, 'founders' as source
from founders as f
cross join counted as c
where c.names = 0 and c.roles = 0
