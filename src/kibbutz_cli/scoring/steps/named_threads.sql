-- The conversations that have a name, as a number: by thread, or by what is answered where that is not here.
select
  a.platform,
  coalesce(a.thread_id, a.object_id) as thread_key,
  min(a.deed) as thread
from screened as a
left join objects as o on o.deed = a.deed
where a.reason is null and (a.thread_id is not null or (a.object_id is not null and o.deed is null))
group by a.platform, coalesce(a.thread_id, a.object_id)
