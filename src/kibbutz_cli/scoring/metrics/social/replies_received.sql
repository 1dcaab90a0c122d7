-- element = "social"
-- kind = "rate"
-- unit = "of openings"
-- needs = ["responses"]
-- says = "Of the conversations you opened, how many somebody else answered within a week."
-- source = "M. Burke, C. Marlow and T. Lento, Feed Me, CHI 2009: replies to first posts and staying; E. Joyce and R. Kraut, JCMC 11, 2006"
-- fails = "News that needs no answer counts as unanswered; one friend who answers everything counts like many."
with awaited as (
  select
    o.member,
    o.deed,
    o.ts_us + r.answer_days * 86400000000 as until_us,
    min(s.ts_us) as answered_us
  from openings as o
  cross join ruler as r
  left join responses as s on s.opening = o.deed
  group by o.member, o.deed, o.ts_us, r.answer_days
)
select
  a.member,
  sum(case when a.answered_us <= a.until_us then 1 else 0 end) as hits,
  count(*) as trials
from awaited as a
cross join ruler as r
where a.until_us <= r.as_of_us or a.answered_us <= a.until_us
group by a.member
;
-- evidence
select
  s.opening as deed,
  cast(count(*) as double) as amount
from responses as s
inner join asked as q on q.member = s.member
cross join ruler as r
where s.ts_us <= s.opened_us + r.answer_days * 86400000000
group by s.opening
