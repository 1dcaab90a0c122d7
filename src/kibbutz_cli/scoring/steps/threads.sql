-- The conversations as numbers: a thread goes by the first of its deeds.
select
  platform,
  thread_key,
  min(deed) as thread
from linked
group by platform, thread_key
