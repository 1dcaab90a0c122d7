-- The number of the person behind every id, acting or acted on; none for those who are not scored.
with ids as (
  select actor as id, member_key as person_key, reason from handles
  union
  select t.target as id, coalesce(i.member, t.target) as person_key, cast(null as varchar) as reason
  from (select distinct target from activity where target is not null) as t
  left join identities as i on i.handle = t.target
  left join handles as h on h.actor = t.target
  where h.actor is null
)
select
  i.id,
  p.person,
  i.reason
from ids as i
left join people as p on p.person_key = i.person_key
