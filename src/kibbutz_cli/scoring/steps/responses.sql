-- Who answered whose opening, and when first: content by another member in its conversation.
select
  o.deed as opening,
  o.member,
  o.thread,
  o.ts_us as opened_us,
  o.communal,
  d.member as by_member,
  min(d.ts_us) as ts_us,
  min(d.day) as day
from openings as o
inner join deeds as d on d.thread = o.thread
where d.original = 1
  and d.one_sided = 0
  and d.member <> o.member
  and (d.target is null or d.target <> d.member)
  and d.ts_us >= o.ts_us
group by o.deed, o.member, o.thread, o.ts_us, o.communal, d.member -- few rows each
