-- Every id, acting or acted on, with every name it was ever shown under, and how often it acted under it up to as_of;
-- an id without a name is told, too.
with shown as (
  select
    a.actor,
    a.actor_name as name,
    case when coalesce(a.ts_us, r.as_of_us) <= r.as_of_us then 1 else 0 end as times
  from activity as a
  cross join ruler as r
  union all
  select
    target as actor,
    target_name as name,
    0 as times
  from activity
  where target is not null
)
select
  actor,
  name,
  cast(sum(times) as bigint) as times
from shown
group by actor, name
