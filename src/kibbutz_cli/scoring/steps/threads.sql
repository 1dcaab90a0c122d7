-- Every conversation as a number, with how many people spoke in it.
select
  platform,
  thread_key,
  min(deed) as thread,
  count(distinct member) as voices
from linked
where derived = 0
group by platform, thread_key
