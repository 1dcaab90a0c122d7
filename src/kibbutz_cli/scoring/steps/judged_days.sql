-- The days on which a member turned to others, and on which of them it was too much: a flood, the same words in two
-- conversations, or a crowd named.
with repeated as materialized (
  select text_print
  from activity
  where text_print is not null
  group by text_print -- few rows each
  having count(*) > 1
),
said as materialized (
  select
    a.deed,
    a.text_print
  from repeated as r
  inner join activity as a on a.text_print = r.text_print
),
printed as (
  select
    d.member,
    a.text_print,
    d.thread,
    d.day
  from said as a
  inner join deeds as d on d.deed = a.deed
  where d.original = 1
),
spread as (
  select
    member,
    text_print
  from printed
  group by member, text_print -- few rows each
  having min(thread) <> max(thread)
),
repeats as (
  select
    p.member,
    p.text_print,
    p.day,
    min(p.thread) as first_thread,
    max(p.thread) as last_thread
  from printed as p
  inner join spread as s on s.member = p.member and s.text_print = p.text_print
  group by p.member, p.text_print, p.day
),
judged as (
  select
    member,
    day,
    0 as excess
  from daily
  where outward > 0
  union all
  select
    y.member,
    y.day,
    1 as excess
  from daily as y
  inner join kinds as k on k.kind = y.kind
  where y.deeds > k.daily_cap
  union all
  select
    n.member,
    n.day,
    1 as excess
  from repeats as n
  cross join ruler as r
  inner join repeats as b on b.member = n.member and b.text_print = n.text_print
  where b.day <= n.day
    and b.day + r.repeat_days >= n.day
    and least(b.first_thread, n.first_thread) <> greatest(b.last_thread, n.last_thread)
  union all
  select
    m.member,
    m.day,
    1 as excess
  from mentions as m
  cross join ruler as r
  where m.answers = 0
  group by m.member, m.day
  having count(distinct m.target) > max(r.mentioned_people)
)
select
  member,
  day,
  max(excess) as excess
from judged
group by member, day
