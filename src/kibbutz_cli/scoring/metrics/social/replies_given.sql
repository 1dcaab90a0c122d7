-- element = "social"
-- kind = "pace"
-- unit = "answers a week"
-- needs = ["responses"]
-- says = "How many conversations that others opened you answered, for each week in which you were active."
-- source = "R. Kraut and P. Resnick, Building Successful Online Communities, 2012, ch. 5: a newcomer's first post must be answered"
-- fails = "A chat in which everything is one conversation has few openings to answer."
with active as (
  select
    member,
    count(*) as weeks
  from weeks
  where one_sided = 0
  group by member
),
daily as (
  select
    s.by_member as member,
    least(count(*), max(r.deeds_per_day)) as counted
  from responses as s
  cross join ruler as r
  group by s.by_member, s.member, s.day
),
given as (
  select
    member,
    sum(counted) as answers
  from daily
  group by member
)
select
  a.member,
  coalesce(g.answers, 0) as hits,
  a.weeks as trials
from active as a
left join given as g on g.member = a.member
;
-- evidence
select
  d.deed,
  1.0 as amount
from responses as s
inner join asked as q on q.member = s.by_member
inner join deeds as d on d.member = s.by_member and d.thread = s.thread and d.ts_us = s.ts_us and d.original = 1
