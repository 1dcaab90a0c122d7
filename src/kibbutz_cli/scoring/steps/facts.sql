-- What this data can show, a row a fact; it decides which metrics are scored. What only accounts do whose company does
-- not count switches no metric on for the others.
-- What matters only by being there is looked for until one is found. Threads are counted where no opening is answered:
-- one that is has two voices.
with known as (
  select r.communal
  from responses as r
  inner join peers as p on p.member = r.member
  inner join peers as q on q.member = r.by_member
)
select 'deeds' as fact, count(*) as amount
from deeds
union all
select 'weeks' as fact, coalesce(max(m.last_week) - min(m.first_week) + 1, 0) as amount
from members as m
inner join peers as p on p.member = m.member
union all
select 'has_targets' as fact, count(*) as amount
from (
  select 1
  from deeds
  where target is not null and target <> member
  limit 1
) as found
union all
select 'has_moderation' as fact, count(*) as amount
from (
  select 1
  from deeds as d
  inner join peers as p on p.member = d.member
  where d.visibility = 'removed' or (d.kind = 'remove' and d.target <> d.member)
  limit 1
) as found
union all
select 'has_value' as fact, count(*) as amount
from (
  select 1
  from deeds as d
  inner join peers as p on p.member = d.member
  where (d.kind in ('accept', 'endorse') and d.target <> d.member and coalesce(d.value, 1) > 0)
    or (d.kind not in ('accept', 'endorse', 'review', 'like', 'dislike', 'remove', 'flag') and d.value <> 0)
  limit 1
) as found
union all
select 'has_content' as fact, count(*) as amount
from (
  select 1
  from deeds as d
  inner join peers as p on p.member = d.member
  where d.original = 1 or d.kind = 'merge'
  limit 1
) as found
union all
select 'words' as fact, count(*) as amount
from (
  select 1
  from deeds as d
  inner join peers as p on p.member = d.member
  inner join members as m on m.member = d.target
  where d.original = 1 and d.target <> d.member
  limit 1
) as found
union all
select 'between_members' as fact, coalesce(sum(t.deeds), 0) as amount
from ties as t
inner join members as m on m.member = t.receiver
union all
select 'recognised' as fact, count(*) as amount
from (
  select 1
  from ties as t
  inner join members as m on m.member = t.receiver
  where t.recognises = 1
  limit 1
) as found
union all
select 'endorsements' as fact, count(*) as amount
from (
  select 1
  from ties as t
  inner join members as m on m.member = t.receiver
  where t.endorsement > 0
  limit 1
) as found
union all
select 'trusted' as fact, count(*) as amount
from trusted
union all
select 'levels' as fact, case when max(d.value) > min(d.value) and max(s.top) > max(s.bottom) then 1 else 0 end as amount
from deeds as d
cross join scale as s
inner join peers as p on p.member = d.member
inner join members as m on m.member = d.target
where d.kind = 'endorse' and d.target <> d.member
union all
select 'reactions' as fact, count(*) as amount
from (
  select 1
  from deeds as d
  inner join members as m on m.member = d.target
  where d.kind in ('like', 'accept', 'endorse') and d.recognises = 1 and d.target <> d.member
  limit 1
) as found
union all
select 'mutual' as fact, count(*) as amount
from mutual
union all
select 'threads' as fact, count(*) as amount
from (
  select d.thread
  from deeds as d
  inner join peers as p on p.member = d.member
  cross join (select count(*) as amount from known) as a
  where a.amount = 0
  group by d.thread
  having min(d.member) <> max(d.member)
) as spoken
union all
select 'responses' as fact, count(*) as amount
from known
union all
select 'exchanges' as fact, coalesce(sum(communal), 0) as amount
from known
union all
select 'arrivals' as fact, count(*) as amount
from newcomers
union all
select 'newcomers' as fact, count(*) as amount
from newcomers as n
inner join peers as p on p.member = n.member
union all
select 'answers' as fact, count(*) as amount
from answers
