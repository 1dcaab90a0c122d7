-- Which contribution was recognised by whom, and when first: a deed by another member within the ruler's days.
-- An anchor is recognised by anybody, others by those whose company counts.
select
  o.deed,
  o.member,
  d.member as by_member,
  min(d.day) as day
from deeds as d
inner join deeds as o on o.deed = d.object_deed
cross join ruler as r
left join peers as p on p.member = d.member
left join anchors as a on a.member = o.member
left join dependents as u on u.member = d.member and u.through = o.member
where (p.member is not null or a.member is not null)
  and u.member is null
  and d.recognises = 1
  and d.member <> o.member
  and o.original = 1
  and d.ts_us >= o.ts_us
  and d.day <= o.day + r.recognition_days
group by o.deed, o.member, d.member
