-- Whom members named up to a moment of a replay; a moment is the end of a day.
select
  m.member,
  m.target,
  m.day,
  m.answers
from mentions_since as m
where m.day <= :as_of_day
