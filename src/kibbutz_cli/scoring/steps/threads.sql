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
answering as (
  select
    s.platform,
    s.thread_key,
    min(o.thread_key) as above
  from linked as s
  inner join linked as o on o.deed = s.answered_answer
  where o.thread_key <> s.thread_key
  group by s.platform, s.thread_key
),
inside as (
  select
    n.first_deed,
    u.first_deed as above
  from answering as a
  inner join named as n on n.platform = a.platform and n.thread_key = a.thread_key
  inner join named as u on u.platform = a.platform and u.thread_key = a.above
),
opened as (
  select
    i.above as first_deed,
    i.above as thread
  from inside as i
  left join inside as o on o.first_deed = i.above
  where o.first_deed is null
  group by i.above
  union all
  select
    i.first_deed,
    p.thread
  from opened as p
  inner join inside as i on i.above = p.first_deed
)
select
  n.platform,
  n.thread_key,
  coalesce(p.thread, n.first_deed) as thread,
  f.number
from named as n
inner join platforms as f on f.platform = n.platform
left join opened as p on p.first_deed = n.first_deed
