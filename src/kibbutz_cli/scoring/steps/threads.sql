-- The conversations as numbers: a thread goes by the first of its deeds, a platform by its place in the alphabet. Where
-- an answer to an answer names no thread, its conversation is followed up to the opening.
with recursive named as (
  select
    platform,
    thread_key,
    min(deed) as first_deed
  from linked
  group by platform, thread_key
),
platforms as (
  select
    platform,
    cast(row_number() over (order by platform) as integer) as number
  from named
  group by platform
),
inside as (
  select
    s.platform,
    s.thread_key,
    min(o.thread_key) as above
  from linked as s
  inner join linked as o on o.deed = s.answered_answer
  where o.thread_key <> s.thread_key
  group by s.platform, s.thread_key
),
opened as (
  select
    n.platform,
    n.thread_key,
    n.first_deed as thread
  from named as n
  left join inside as i on i.platform = n.platform and i.thread_key = n.thread_key
  where i.thread_key is null
  union all
  select
    i.platform,
    i.thread_key,
    p.thread
  from opened as p
  inner join inside as i on i.platform = p.platform and i.above = p.thread_key
)
select
  n.platform,
  n.thread_key,
  coalesce(p.thread, n.first_deed) as thread,
  f.number
from named as n
inner join platforms as f on f.platform = n.platform
left join opened as p on p.platform = n.platform and p.thread_key = n.thread_key
