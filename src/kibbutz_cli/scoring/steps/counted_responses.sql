-- Which responses count for whom they answer: an anchor hears everybody, others those whose company counts.
select
  s.opening,
  s.member,
  s.thread,
  s.by_member,
  s.opened_us,
  s.ts_us
from responses as s
left join peers as p on p.member = s.by_member
left join anchors as a on a.member = s.member
left join dependents as u on u.member = s.by_member and u.through = s.member
where (p.member is not null or a.member is not null)
  and u.member is null
