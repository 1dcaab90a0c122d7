-- The conversation of every counted activity, in numbers only, so that no text goes through the largest join.
select
  l.deed,
  l.object_deed,
  l.object_author,
  l.opens,
  t.thread,
  t.number as platform
from linked as l
inner join threads as t on t.thread_key = l.thread_key and t.platform = l.platform
