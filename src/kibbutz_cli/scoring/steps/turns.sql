-- To whose answer the member of an opening came back, and when first: with words, or a deed for who had answered.
select
  c.opening,
  c.by_member,
  min(c.ts_us) as ts_us
from (
  select
    s.opening,
    s.by_member,
    d.ts_us
  from responses as s
  cross join ruler as r
  inner join deeds as d on d.member = s.member and d.thread = s.thread
  where d.contributes = 1
    and (d.target is null or d.target <> d.member)
    and d.ts_us >= s.ts_us
    and d.ts_us <= s.ts_us + r.return_days * 86400000000
  union all
  select
    s.opening,
    s.by_member,
    d.ts_us
  from responses as s
  cross join ruler as r
  inner join deeds as d on d.member = s.member and d.target = s.by_member
  where d.contributes = 1
    and d.ts_us >= s.ts_us
    and d.ts_us <= s.ts_us + r.return_days * 86400000000
) as c
group by c.opening, c.by_member -- few rows each
