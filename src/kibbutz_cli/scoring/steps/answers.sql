-- Which recognition counts: that by members whose company counts.
select
  c.deed,
  c.member,
  c.by_member,
  c.day
from recognitions as c
inner join peers as p on p.member = c.by_member
left join dependents as u on u.member = c.by_member and u.through = c.member
where u.member is null
