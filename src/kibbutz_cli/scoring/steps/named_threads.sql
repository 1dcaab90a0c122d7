-- The conversations that have a name, as a number: by thread, or by what is answered where that is not here.
-- It is the number of the deed that opened the conversation, where that is here, else of the first one in it.
with keys as (
  select
    a.platform,
    coalesce(a.thread_id, a.object_id) as thread_key,
    min(a.deed) as first_deed
  from screened as a
  left join objects as o on o.deed = a.deed
  where a.reason is null and (a.thread_id is not null or (a.object_id is not null and o.deed is null))
  group by a.platform, coalesce(a.thread_id, a.object_id)
)
select
  k.platform,
  k.thread_key,
  coalesce(min(s.deed), min(k.first_deed)) as thread
from keys as k
left join activity as a on a.platform = k.platform and a.activity_id = k.thread_key
left join screened as s on s.deed = a.deed and s.reason is null
group by k.platform, k.thread_key
