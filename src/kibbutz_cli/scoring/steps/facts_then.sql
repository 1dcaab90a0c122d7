-- One row that says what the data could show at a moment of a replay: the step facts, out of days counted once.
with told as (
  select
    coalesce(sum(d.deeds), 0) as deeds,
    max(d.has_targets) as has_targets,
    max(d.has_moderation) as has_moderation,
    max(d.has_value) as has_value,
    coalesce(sum(d.reactions), 0) as reactions,
    coalesce(sum(d.threads), 0) as threads,
    coalesce(sum(d.answers), 0) as answers
  from fact_days as d
  cross join ruler as r
  where d.day <= r.as_of_day
),
present as (
  select
    count(*) as members,
    max(last_week) - min(first_week) + 1 as weeks
  from members
),
between_members as (
  select
    coalesce(sum(t.deeds), 0) as deeds,
    coalesce(sum(case when t.endorsement > 0 then 1 else 0 end), 0) as endorsements
  from ties as t
  inner join members as m on m.member = t.receiver
),
pairs as (
  select count(*) as mutual
  from mutual
)
select
  t.deeds,
  c.members,
  c.weeks,
  t.has_targets,
  t.has_moderation,
  t.has_value,
  b.deeds as between_members,
  b.endorsements,
  t.reactions,
  p.mutual,
  t.threads,
  t.answers
from told as t
cross join present as c
cross join between_members as b
cross join pairs as p
