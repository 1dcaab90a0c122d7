-- Which contribution was recognised by whom up to a moment of a replay; a moment is the end of a day.
select
  a.deed,
  a.member,
  a.by_member,
  a.day
from answers_since as a
cross join ruler as r
where a.day <= r.as_of_day
