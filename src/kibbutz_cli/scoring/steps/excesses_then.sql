-- The days on which a member was too much, up to a moment of a replay; a moment is the end of a day.
select
  e.member,
  e.day
from excesses_since as e
cross join ruler as r
where e.day <= r.as_of_day
