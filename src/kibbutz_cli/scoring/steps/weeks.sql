-- The active weeks of every member, their first and last active days, and whether all that the member did then comes
-- from one-sided exports.
select
  member,
  week,
  count(*) as deeds,
  min(day) as first_day,
  max(day) as last_day,
  min(one_sided) as one_sided
from deeds
where active = 1
group by member, week -- few rows each
