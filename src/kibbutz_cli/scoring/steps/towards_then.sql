-- Deeds of one member towards another up to a moment of a replay; a moment is the end of a day.
-- A rating is worth its part of the highest that its giver had given until then.
select
  t.giver,
  t.receiver,
  t.day,
  t.deeds,
  t.recognises,
  t.first_thread,
  t.last_thread,
  t.weight,
  t.endorsing_weight + t.rated_weight * (h.lift - 1) as endorsing_weight,
  t.rated_weight * h.lift as rated_weight,
  t.alone
from towards_since as t
inner join highest_ratings as h on h.member = t.giver
where t.day <= :as_of_day
