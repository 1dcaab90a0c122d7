-- Everybody who did something or had something done to them, as a number; numbers follow the ids.
with named as (
  select h.member_key as person_key
  from handles as h
  where h.reason is null
  union
  select coalesce(i.member, a.target) as person_key
  from activity as a
  left join identities as i on i.handle = a.target
  where a.target is not null
),
hidden as (
  select distinct member_key
  from handles
  where reason is not null
)
select
  cast(row_number() over (order by n.person_key) as integer) as person,
  n.person_key
from named as n
left join hidden as h on h.member_key = n.person_key
where h.member_key is null
