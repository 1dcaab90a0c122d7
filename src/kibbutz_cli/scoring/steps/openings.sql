-- The openings: content that answers nothing and begins its conversation, where others can be seen to answer.
-- A conversation goes by the name of its opening; where none is here, the first of its deeds opens it; of several, the
-- one whose id comes first. That needs texts, and hardly ever is there more than one: so ids are asked for only then.
with begun as (
  select
    thread,
    max(opens) as opens,
    min(ts_us) as ts_us
  from deeds
  where original = 1
  group by thread -- few rows each
),
candidates as materialized (
  select
    d.deed,
    d.member,
    d.thread,
    d.ts_us,
    d.one_sided,
    d.communal
  from deeds as d
  inner join begun as b on b.thread = d.thread and b.opens = d.opens
  where d.opens = 2 or (d.opens = 1 and d.ts_us = b.ts_us)
),
contested as (
  select thread
  from candidates
  group by thread -- few rows each
  having count(*) > 1
),
rivals as materialized (
  select
    c.deed,
    c.thread
  from candidates as c
  inner join contested as t on t.thread = c.thread
),
ordered as (
  select
    r.deed,
    row_number() over (partition by r.thread order by a.activity_id) as place
  from rivals as r
  inner join activity as a on a.deed = r.deed
),
later as (
  select deed
  from ordered
  where place > 1
)
select
  c.deed,
  c.member,
  c.thread,
  c.ts_us,
  c.communal
from candidates as c
left join later as l on l.deed = c.deed
where l.deed is null and c.one_sided = 0
