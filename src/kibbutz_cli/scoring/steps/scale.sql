-- The scale on which people rate each other here: from the lowest to the highest level, each reached by one rating
-- in twenty of those whose word counts. Everybody has one voice in it, however much they rate.
with heard as (
  select
    d.member,
    d.value,
    v.voice / count(*) over (partition by d.member) as voice
  from deeds as d
  inner join voices as v on v.member = d.member
  where d.kind = 'endorse' and d.value is not null and d.target <> d.member
),
levels as (
  select
    value,
    sum(cast(voice as decimal(18, 9))) as voice
  from heard
  group by value
),
heaped as (
  select
    value,
    cast(sum(voice) over (order by value rows unbounded preceding) as double) as below,
    cast(sum(voice) over () as double) as total
  from levels
)
select
  min(case when below >= r.scale_tail * total then value end) as bottom,
  min(case when below >= (1 - r.scale_tail) * total then value end) as top
from heaped
cross join ruler as r
