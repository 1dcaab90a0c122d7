-- The active weeks of every member.
select
  member,
  week,
  count(*) as deeds
from deeds
group by member, week
