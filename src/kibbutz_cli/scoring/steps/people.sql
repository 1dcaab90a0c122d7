-- Everybody who did something or had something done to them, as a number; numbers follow the ids.
with named as (
  select member_key as person_key, 1 as acts
  from screened
  where reason is null
  group by member_key
  union all
  select target_key as person_key, 0 as acts
  from screened
  where reason is null and target_key is not null
  group by target_key
),
hidden as (
  select distinct member_key
  from handles
  where reason is not null
)
select
  cast(row_number() over (order by n.person_key) as integer) as person,
  n.person_key,
  max(n.acts) as acts
from named as n
left join hidden as h on h.member_key = n.person_key
where h.member_key is null
group by n.person_key
