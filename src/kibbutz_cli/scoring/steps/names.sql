-- The name to show for every member: the one most often used up to as_of, the later in the alphabet where two are used as often.
with used as (
  select
    h.member_key,
    b.name,
    sum(b.times) as times
  from bylines as b
  inner join handles as h on h.actor = b.actor
  where b.name is not null and b.times > 0
  group by h.member_key, b.name
),
ranked as (
  select
    member_key,
    name,
    row_number() over (partition by member_key order by times desc, name desc) as place
  from used
)
select member_key, name
from ranked
where place = 1
