-- The name to show for every member: the one most often used up to as_of, the later in the alphabet where two are used as often.
with used as (
  select
    coalesce(i.member, a.actor) as member_key,
    a.actor_name as name,
    count(*) as times
  from activity as a
  left join identities as i on i.handle = a.actor
  cross join ruler as r
  where a.actor_name is not null and coalesce(a.ts_us, r.as_of_us) <= r.as_of_us
  group by coalesce(i.member, a.actor), a.actor_name
),
ranked as (
  select
    member_key,
    name,
    row_number() over (partition by member_key order by times desc, name desc) as place
  from used
)
select member_key, name
from ranked
where place = 1
