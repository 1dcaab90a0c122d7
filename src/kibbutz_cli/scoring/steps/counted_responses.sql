-- Which responses count for whom they answer: those of members whose company counts.
select
  s.opening,
  s.member,
  s.thread,
  s.by_member,
  s.opened_us,
  s.ts_us
from responses as s
inner join peers as p on p.member = s.by_member
left join dependents as u on u.member = s.by_member and u.through = s.member
where u.member is null
