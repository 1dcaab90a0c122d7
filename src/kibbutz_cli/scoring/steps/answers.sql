-- Which contribution was recognised by whom, and when first: a deed by another member within the ruler's days.
select
  o.deed,
  o.member,
  d.member as by_member,
  min(d.day) as day
from deeds as d
inner join deeds as o on o.deed = d.object_deed
cross join ruler as r
where d.recognises = 1
  and d.member <> o.member
  and o.original = 1
  and d.ts_us >= o.ts_us
  and d.day <= o.day + r.recognition_days
group by o.deed, o.member, d.member
