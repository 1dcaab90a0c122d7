-- The highest rating that each member had given at a moment of a replay, and how much more a rating was worth then.
select
  s.member,
  t.value,
  coalesce(s.value / t.value, 1) as lift
from highest_ratings_since as s
left join (
  select
    member,
    max(value) as value
  from deeds
  where kind = 'endorse' and value > 0
  group by member
) as t on t.member = s.member
