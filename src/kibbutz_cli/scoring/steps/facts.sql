-- One row that says what this data can show; it decides which metrics are scored.
-- Facts are gathered as rows first: a join of so many single rows takes longer to plan than all else here.
-- What matters only by being there is looked for until one is found; an answered opening has two voices already.
with gathered as (
  select 'members' as fact, count(*) as amount
  from members
  union all
  select 'deeds' as fact, coalesce(sum(deeds), 0) as amount
  from members
  union all
  select 'weeks' as fact, coalesce(max(last_week) - min(first_week) + 1, 0) as amount
  from members
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
    from deeds
    where visibility = 'removed' or (kind = 'remove' and target <> member)
    limit 1
  ) as found
  union all
  select 'has_value' as fact, count(*) as amount
  from (
    select 1
    from deeds as d
    inner join peers as p on p.member = d.member
    where (d.kind in ('accept', 'endorse') and d.target <> d.member and coalesce(d.value, 1) <> 0)
      or (d.kind not in ('accept', 'endorse', 'remove', 'flag') and d.value <> 0)
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
  select 'endorsements' as fact, count(*) as amount
  from (
    select 1
    from ties as t
    inner join members as m on m.member = t.receiver
    where t.endorsement > 0
    limit 1
  ) as found
  union all
  select 'levels' as fact, case when max(d.value) > min(d.value) then 1 else 0 end as amount
  from deeds as d
  inner join members as m on m.member = d.target
  where d.kind = 'endorse' and d.target <> d.member
  union all
  select 'reactions' as fact, count(*) as amount
  from (
    select 1
    from deeds as d
    inner join members as m on m.member = d.target
    where d.kind in ('like', 'accept', 'endorse') and d.target <> d.member
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
    cross join (select count(*) as amount from responses) as a
    where a.amount = 0
    group by d.thread
    having min(d.member) <> max(d.member)
  ) as spoken
  union all
  select 'responses' as fact, count(*) as amount
  from responses
  union all
  select 'exchanges' as fact, coalesce(sum(communal), 0) as amount
  from responses
  union all
  select 'newcomers' as fact, count(*) as amount
  from newcomers
  union all
  select 'answers' as fact, count(*) as amount
  from answers
)
select
  max(case when fact = 'deeds' then amount end) as deeds,
  max(case when fact = 'members' then amount end) as members,
  max(case when fact = 'weeks' then amount end) as weeks,
  max(case when fact = 'has_targets' then amount end) as has_targets,
  max(case when fact = 'has_moderation' then amount end) as has_moderation,
  max(case when fact = 'has_value' then amount end) as has_value,
  max(case when fact = 'has_content' then amount end) as has_content,
  max(case when fact = 'words' then amount end) as words,
  max(case when fact = 'between_members' then amount end) as between_members,
  max(case when fact = 'endorsements' then amount end) as endorsements,
  max(case when fact = 'levels' then amount end) as levels,
  max(case when fact = 'reactions' then amount end) as reactions,
  max(case when fact = 'mutual' then amount end) as mutual,
  max(case when fact in ('threads', 'responses') then amount end) as threads,
  max(case when fact = 'answers' then amount end) as answers,
  max(case when fact = 'responses' then amount end) as responses,
  max(case when fact = 'exchanges' then amount end) as exchanges,
  max(case when fact = 'newcomers' then amount end) as newcomers
from gathered
