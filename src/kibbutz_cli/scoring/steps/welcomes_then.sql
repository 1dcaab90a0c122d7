-- Deeds towards newcomers on their first days up to a moment of a replay; a moment is the end of a day.
-- A rating is worth its part of the highest that its giver had given until then.
select
  w.giver,
  w.receiver,
  w.day,
  w.endorsing_weight + w.rated_weight * (h.lift - 1) as endorsing_weight
from welcomes_since as w
inner join highest_ratings as h on h.member = w.giver
where w.day <= :as_of_day
