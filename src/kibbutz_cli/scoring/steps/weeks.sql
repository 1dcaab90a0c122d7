-- The active weeks of every member, and whether all that the member did then comes from one-sided exports.
select
  member,
  week,
  count(*) as deeds,
  min(one_sided) as one_sided
from deeds
group by member, week -- few rows each
