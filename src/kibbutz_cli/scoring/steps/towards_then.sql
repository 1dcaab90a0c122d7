-- What went from one member to another on each day up to a moment of a replay, with what it was worth then.
select
  t.giver,
  t.receiver,
  t.day,
  t.deeds,
  t.recognises,
  t.first_thread,
  t.last_thread,
  t.fresh,
  t.endorsing_fresh,
  t.fresh * exp(-0.6931471805599453 * (r.as_of_day - t.day) / r.half_life_days) as worth,
  t.endorsing_fresh * exp(-0.6931471805599453 * (r.as_of_day - t.day) / r.half_life_days) as endorsing_worth
from towards_since as t
cross join ruler as r
where t.day <= r.as_of_day
