-- The openings: content that answers nothing and begins its conversation, where others can be seen to answer.
-- A conversation goes by the name of its opening; where none is here, the first of its deeds opens it.
with begun as (
  select
    thread,
    max(opens) as opens,
    min(ts_us) as ts_us
  from deeds
  where original = 1
  group by thread
),
ordered as (
  select
    d.deed,
    d.member,
    d.thread,
    d.ts_us,
    d.one_sided,
    g.communal,
    row_number() over (partition by d.thread order by a.activity_id) as place
  from deeds as d
  inner join begun as b on b.thread = d.thread and b.opens = d.opens
  inner join activity as a on a.deed = d.deed
  inner join origins as g on g.origin = a.origin
  where d.opens = 2 or (d.opens = 1 and d.ts_us = b.ts_us)
)
select
  deed,
  member,
  thread,
  ts_us,
  communal
from ordered
where place = 1 and one_sided = 0
