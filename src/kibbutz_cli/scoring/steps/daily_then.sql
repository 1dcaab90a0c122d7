-- What members contributed day by day up to a moment of a replay; a moment is the end of a day.
select
  y.member,
  y.kind,
  y.day,
  y.deeds,
  y.outward
from daily_since as y
where y.day <= :as_of_day
