-- The days on which members turned to others, up to a moment of a replay; a moment is the end of a day.
select
  j.member,
  j.day,
  j.excess
from judged_days_since as j
where j.day <= :as_of_day
