-- Which recognition counts: an anchor is recognised by anybody, others by those whose company counts.
select
  c.deed,
  c.member,
  c.by_member,
  c.day
from recognitions as c
left join peers as p on p.member = c.by_member
left join anchors as a on a.member = c.member
left join dependents as u on u.member = c.by_member and u.through = c.member
where (p.member is not null or a.member is not null)
  and u.member is null
