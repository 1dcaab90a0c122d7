-- Every id that acted, with every name it acted under, and how often up to as_of; an id without a name is told, too.
select
  a.actor,
  a.actor_name as name,
  cast(sum(case when coalesce(a.ts_us, r.as_of_us) <= r.as_of_us then 1 else 0 end) as bigint) as times
from activity as a
cross join ruler as r
group by a.actor, a.actor_name
