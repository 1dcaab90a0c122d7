-- Whom members named, on which day, and whether the deed that names them answers somebody.
select
  s.member,
  s.target,
  s.day,
  case when o.target is null then 0 else 1 end as answers
from screened as s
inner join linked as l on l.deed = s.deed
left join deeds as o on o.deed = l.object_deed
where s.kind = 'mention' and s.target is not null and s.target <> s.member
