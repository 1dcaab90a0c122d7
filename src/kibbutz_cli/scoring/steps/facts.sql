-- One row that says what this data can show; it decides which metrics are scored.
with told as (
  select
    count(*) as deeds,
    count(distinct d.member) as members,
    max(d.week) - min(d.week) + 1 as weeks,
    max(case when d.target is not null and d.target <> d.member then 1 else 0 end) as has_targets,
    max(
      case when d.visibility = 'removed' or (d.kind = 'remove' and d.target <> d.member) then 1 else 0 end
    ) as has_moderation,
    max(case when p.member is not null and (d.original = 1 or d.kind = 'merge') then 1 else 0 end) as has_content,
    max(
      case
        when p.member is null then 0
        when d.kind in ('accept', 'endorse') and d.target <> d.member and coalesce(d.value, 1) <> 0 then 1
        when d.kind not in ('accept', 'endorse', 'remove', 'flag') and d.value <> 0 then 1
        else 0
      end
    ) as has_value
  from deeds as d
  left join peers as p on p.member = d.member
),
between_members as (
  select
    coalesce(sum(t.deeds), 0) as deeds,
    coalesce(sum(case when t.endorsement > 0 then 1 else 0 end), 0) as endorsements
  from ties as t
  inner join members as m on m.member = t.receiver
),
spoken as (
  select count(*) as words
  from deeds as d
  inner join peers as p on p.member = d.member
  inner join members as m on m.member = d.target
  where d.original = 1 and d.target <> d.member
),
rated as (
  select
    case when max(d.value) > min(d.value) then 1 else 0 end as levels
  from deeds as d
  inner join members as m on m.member = d.target
  where d.kind = 'endorse' and d.target <> d.member
),
named as (
  select count(*) as reactions
  from deeds as d
  inner join members as m on m.member = d.target
  where d.kind in ('like', 'accept', 'endorse') and d.target <> d.member
),
pairs as (
  select count(*) as mutual
  from mutual
),
conversations as (
  select count(*) as threads
  from (select thread from deeds group by thread having min(member) <> max(member)) as shared
),
responded as (
  select
    count(*) as responses,
    coalesce(sum(communal), 0) as exchanges
  from responses
),
arrived as (
  select count(*) as newcomers
  from newcomers
),
answered as (
  select count(*) as answers
  from answers
)
select
  t.deeds,
  t.members,
  t.weeks,
  t.has_targets,
  t.has_moderation,
  t.has_value,
  t.has_content,
  o.words,
  b.deeds as between_members,
  b.endorsements,
  l.levels,
  n.reactions,
  p.mutual,
  c.threads,
  a.answers,
  s.responses,
  s.exchanges,
  w.newcomers
from told as t
cross join between_members as b
cross join spoken as o
cross join rated as l
cross join named as n
cross join pairs as p
cross join conversations as c
cross join answered as a
cross join responded as s
cross join arrived as w
