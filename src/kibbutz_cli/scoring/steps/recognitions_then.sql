-- What was recognised up to a moment of a replay; a moment is the end of a day.
select
  c.deed,
  c.member,
  c.by_member,
  c.day
from recognitions_since as c
where c.day <= :as_of_day
