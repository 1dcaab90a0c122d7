-- Who has trust mostly through one member: such company does not count for that member, for it may be of its own
-- making. An anchor is believed to make none.
select
  t.member,
  t.through
from trust_through as t
cross join ruler as r
left join anchors as a on a.member = t.member
left join anchors as o on o.member = t.through
where t.share >= r.through_share
  and a.member is null
  and o.member is null
