-- The newcomers and until when they are new; those of the data's first days were here before it began. It begins with
-- those whose company counts.
with began as (
  select min(m.first_day) as day
  from members as m
  inner join peers as p on p.member = m.member
)
select
  m.member,
  m.first_day,
  m.first_day + r.newcomer_days - 1 as last_day
from members as m
cross join began as b
cross join ruler as r
where m.first_day >= b.day + r.newcomer_days
