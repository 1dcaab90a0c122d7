-- The conversation of every counted activity, in numbers only, so that no text goes through the largest join; a platform
-- goes by its place in the alphabet.
with platforms as (
  select
    platform,
    cast(row_number() over (order by platform) as integer) as number
  from threads
  group by platform
)
select
  l.deed,
  l.object_deed,
  l.object_author,
  l.opens,
  coalesce(b.thread, t.thread) as thread,
  f.number as platform
from linked as l
inner join threads as t on t.thread_key = l.thread_key and t.platform = l.platform
inner join platforms as f on f.platform = l.platform
left join branches as b on b.branch = t.thread
