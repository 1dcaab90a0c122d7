-- Whom members named, on which day, and whether the deed that names them answers somebody.
with named as materialized (
  select
    deed,
    member,
    target,
    day
  from screened
  where kind = 'mention' and target is not null and target <> member
),
answering as materialized (
  select
    n.member,
    n.target,
    n.day,
    l.object_deed
  from named as n
  inner join linked as l on l.deed = n.deed
)
select
  a.member,
  a.target,
  a.day,
  case when o.target is null then 0 else 1 end as answers
from answering as a
left join deeds as o on o.deed = a.object_deed
