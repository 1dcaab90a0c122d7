-- Whose contribution a deed by another member recognised within the ruler's days, and on which day first.
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
group by o.deed, o.member, d.member -- few rows each
