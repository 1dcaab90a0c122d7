-- Who has a good part of their trust through one member: those of whom another has most through the same member are
-- no company for that other. All of it may be of that member's making.
select
  t.member,
  t.through
from trust_through as t
cross join ruler as r
left join anchors as a on a.member = t.member
left join anchors as o on o.member = t.through
where t.share >= r.through_share / 2
  and a.member is null
  and o.member is null
