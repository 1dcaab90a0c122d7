-- What everybody did after a moment and up to another; both are bound, each twice.
-- Active: weeks with a deed. Recognised: deeds of those days that another member recognised in those days.
with active as (
  select
    d.member,
    count(distinct d.week) as weeks
  from deeds as d
  where d.active = 1 and d.ts_us > ? and d.ts_us <= ?
  group by d.member
),
recognised as (
  select
    o.member,
    count(distinct o.deed) as deeds
  from deeds as d
  inner join deeds as o on o.deed = d.object_deed
  cross join ruler as r
  where d.recognises = 1
    and d.member <> o.member
    and o.original = 1
    and d.ts_us >= o.ts_us
    and d.day <= o.day + r.recognition_days
    and o.ts_us > ? and d.ts_us <= ?
  group by o.member
)
select
  p.person_key,
  coalesce(a.weeks, 0) as active,
  coalesce(r.deeds, 0) as recognised
from people as p
left join active as a on a.member = p.person
left join recognised as r on r.member = p.person
order by p.person_key
