-- The conversation each deed belongs to: the one it names, else the one it answers into, else its own.
with said as (
  select
    s.deed,
    o.object_deed,
    t.thread
  from screened as s
  left join objects as o on o.deed = s.deed
  left join named_threads as t
    on t.platform = s.platform
    and t.thread_key = coalesce(s.thread_id, case when o.deed is null then s.object_id end)
  where s.reason is null
)
select
  d.deed,
  d.object_deed,
  coalesce(d.thread, p.thread, d.object_deed, d.deed) as thread
from said as d
left join said as p on p.deed = d.object_deed and d.thread is null
