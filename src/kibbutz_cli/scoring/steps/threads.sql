-- The conversation each deed belongs to: the one it names, else that of what it answers, down from the opening.
with recursive said as (
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
),
opened as (
  select
    deed,
    coalesce(thread, deed) as thread
  from said
  where thread is not null or object_deed is null
  union all
  select
    s.deed,
    p.thread
  from opened as p
  inner join said as s on s.object_deed = p.deed
  where s.thread is null
)
select
  s.deed,
  s.object_deed,
  coalesce(p.thread, s.deed) as thread
from said as s
left join opened as p on p.deed = s.deed
