-- Deeds of one member towards another up to a moment of a replay; a moment is the end of a day.
-- A rating is worth its part of the highest that its giver had given until then.
with highest as (
  select
    s.member,
    s.value / t.value as lift
  from (
    select member, max(value) as value from deeds_since where kind = 'endorse' and value > 0 group by member
  ) as s
  inner join (
    select member, max(value) as value from deeds where kind = 'endorse' and value > 0 group by member
  ) as t on t.member = s.member
)
select
  t.giver,
  t.receiver,
  t.day,
  t.deeds,
  t.recognises,
  t.first_thread,
  t.last_thread,
  t.weight,
  t.endorsing_weight + t.rated_weight * (coalesce(h.lift, 1) - 1) as endorsing_weight
from towards_since as t
left join highest as h on h.member = t.giver
cross join ruler as r
where t.day <= r.as_of_day
