-- What was recognised up to a moment of a replay; a moment is the end of a day.
select
  c.deed,
  c.member,
  c.by_member,
  c.day
from recognitions_since as c
cross join ruler as r
where c.day <= r.as_of_day
