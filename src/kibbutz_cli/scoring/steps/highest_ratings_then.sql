-- The highest rating that each member had given at a moment of a replay, and how much more a rating was worth then.
select
  t.member,
  t.value,
  s.value / t.value as lift
from (select member, max(value) as value from deeds where kind = 'endorse' and value > 0 group by member) as t
inner join highest_ratings_since as s on s.member = t.member
