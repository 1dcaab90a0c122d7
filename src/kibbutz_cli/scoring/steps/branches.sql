-- Where an answer to an answer names no thread, its conversation is followed up to the opening.
-- That `answered_answer` is not null is said for the planner: else it gathers all threads' names where none is asked for.
with recursive nameless as materialized (
  select
    platform,
    thread_key,
    answered_answer
  from linked
  where answered_answer is not null
),
answering as (
  select
    s.platform,
    s.thread_key,
    min(o.thread_key) as above
  from nameless as s
  inner join linked as o on o.deed = s.answered_answer
  where o.thread_key <> s.thread_key
  group by s.platform, s.thread_key
),
inside as (
  select
    n.thread,
    u.thread as above
  from answering as a
  inner join threads as n on n.platform = a.platform and n.thread_key = a.thread_key
  inner join threads as u on u.platform = a.platform and u.thread_key = a.above
),
opened as (
  select
    i.above as branch,
    i.above as thread
  from inside as i
  left join inside as o on o.thread = i.above
  where o.thread is null
  group by i.above
  union all
  select
    i.thread as branch,
    p.thread
  from opened as p
  inner join inside as i on i.above = p.branch
)
select
  branch,
  thread
from opened
where branch <> thread
