-- element = "cultural"
-- kind = "rate"
-- unit = "of answered openings"
-- needs = ["responses"]
-- says = "When others answered what you opened, how often you came back to them within a week: a reply, a like, an accepted answer."
-- source = "S. Rafaeli and F. Sudweeks, Networked Interactivity, JCMC 2, 1997: the third turn, which answers the answer"
-- fails = "Thanks given elsewhere are not seen, and some answers need none."
with answered as (
  select
    opening,
    min(member) as member,
    min(ts_us) as answered_us
  from responses
  group by opening
)
select
  j.member,
  count(t.opening) as hits,
  count(*) as trials
from answered as j
cross join ruler as r
left join turns as t on t.opening = j.opening
where t.opening is not null or j.answered_us + r.return_days * 86400000000 <= r.as_of_us
group by j.member
;
-- evidence
select
  d.deed,
  1.0 as amount
from responses as s
inner join asked as q on q.member = s.member
cross join ruler as r
inner join deeds as d on d.member = s.member and (d.thread = s.thread or d.target = s.by_member)
where d.contributes = 1
  and (d.target is null or d.target <> d.member)
  and d.ts_us >= s.ts_us
  and d.ts_us <= s.ts_us + r.return_days * 86400000000
group by d.deed
