-- Deeds of one member towards another on one of the first days of that other, a newcomer.
select
  t.giver,
  t.receiver,
  t.day,
  t.endorsing_weight,
  t.rated_weight
from towards as t
inner join newcomers as n on n.member = t.receiver
where t.day >= n.first_day and t.day <= n.last_day
