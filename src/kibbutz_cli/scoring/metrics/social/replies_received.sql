-- element = "social"
-- kind = "rate"
-- unit = "of openings"
-- needs = ["responses"]
-- says = "Of the conversations you opened, how many somebody else answered within {answer_days}; one person alone counts for no more than all others, but for {one_person_openings} in any case."
-- source = "M. Burke, C. Marlow and T. Lento, Feed Me, CHI 2009: replies to first posts and staying; E. Joyce and R. Kraut, JCMC 11, 2006"
-- fails = "News that needs no answer counts as unanswered; with one friend only who answers, most answers go uncounted."
with answered as (
  select
    s.opening,
    case when min(s.by_member) = max(s.by_member) then min(s.by_member) end as only_by
  from counted_responses as s
  cross join ruler as r
  where s.ts_us <= s.opened_us + r.answer_days * 86400000000
  group by s.opening
),
judged as (
  select
    o.member,
    a.opening,
    a.only_by
  from openings as o
  cross join ruler as r
  left join answered as a on a.opening = o.deed
  where a.opening is not null or o.ts_us + r.answer_days * 86400000000 <= r.as_of_us
),
totals as (
  select
    member,
    count(opening) as hits,
    count(*) as trials
  from judged
  group by member
),
-- What one person alone answered counts for no more than what all others did, or the ruler's few: a second
-- account must not make an answered member.
alone as (
  select
    member,
    only_by,
    count(*) as hits
  from judged
  where only_by is not null
  group by member, only_by
),
spared as (
  select
    a.member,
    sum(greatest(0, a.hits - greatest(r.one_person_openings, t.hits - a.hits))) as hits
  from alone as a
  inner join totals as t on t.member = a.member
  cross join ruler as r
  group by a.member
)
select
  t.member,
  t.hits - coalesce(s.hits, 0) as hits,
  t.trials
from totals as t
left join spared as s on s.member = t.member
;
-- evidence
select
  s.opening as deed,
  cast(count(*) as double) as amount
from counted_responses as s
inner join asked as q on q.member = s.member
cross join ruler as r
where s.ts_us <= s.opened_us + r.answer_days * 86400000000
group by s.opening
