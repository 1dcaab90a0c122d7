-- The days on which a member was too much, up to a moment of a replay; a moment is the end of a day.
select
  e.member,
  e.day
from excesses_since as e
where e.day <= :as_of_day
