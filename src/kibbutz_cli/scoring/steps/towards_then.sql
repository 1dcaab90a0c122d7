-- Deeds of one member towards another up to a moment of a replay; a moment is the end of a day.
select
  t.giver,
  t.receiver,
  t.day,
  t.deeds,
  t.recognises,
  t.first_thread,
  t.last_thread,
  t.weight,
  t.endorsing_weight
from towards_since as t
cross join ruler as r
where t.day <= r.as_of_day
