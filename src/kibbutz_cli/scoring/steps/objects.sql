-- Which deed answers, likes or accepts which other deed, where both are here and count.
select
  a.deed,
  o.deed as object_deed,
  s.member as object_author
from screened as a
inner join activity as o on o.platform = a.platform and o.activity_id = a.object_id
inner join screened as s on s.deed = o.deed
where a.object_id is not null and a.reason is null and s.reason is null
