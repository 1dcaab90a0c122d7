-- What the data can show, by the day from which on it shows it: one row a day that adds something.
with told as (
  select
    day,
    count(*) as deeds,
    max(case when target is not null and target <> member then 1 else 0 end) as has_targets,
    max(case when visibility = 'removed' or (kind = 'remove' and target <> member) then 1 else 0 end) as has_moderation,
    max(
      case
        when kind in ('accept', 'endorse') and target <> member and coalesce(value, 1) <> 0 then 1
        when kind not in ('accept', 'endorse', 'remove', 'flag') and value <> 0 then 1
        else 0
      end
    ) as has_value
  from deeds
  group by day
),
named as (
  select
    greatest(d.day, m.first_day) as day,
    count(*) as reactions
  from deeds as d
  inner join members as m on m.member = d.target
  where d.kind in ('like', 'accept', 'endorse') and d.target <> d.member
  group by greatest(d.day, m.first_day)
),
entered as (
  select
    thread,
    member,
    min(day) as day
  from deeds
  group by thread, member
),
joined as (
  select
    day,
    row_number() over (partition by thread order by day, member) as place
  from entered
),
conversations as (
  select
    day,
    count(*) as threads
  from joined
  where place = 2
  group by day
),
answered as (
  select
    day,
    count(*) as answers
  from answers
  group by day
)
select
  day,
  deeds,
  has_targets,
  has_moderation,
  has_value,
  0 as reactions,
  0 as threads,
  0 as answers
from told
union all
select
  day,
  0 as deeds,
  0 as has_targets,
  0 as has_moderation,
  0 as has_value,
  reactions,
  0 as threads,
  0 as answers
from named
union all
select
  day,
  0 as deeds,
  0 as has_targets,
  0 as has_moderation,
  0 as has_value,
  0 as reactions,
  threads,
  0 as answers
from conversations
union all
select
  day,
  0 as deeds,
  0 as has_targets,
  0 as has_moderation,
  0 as has_value,
  0 as reactions,
  0 as threads,
  answers
from answered
