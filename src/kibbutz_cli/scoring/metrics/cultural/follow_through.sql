-- element = "cultural"
-- kind = "rate"
-- unit = "of answered openings"
-- needs = ["responses"]
-- says = "When others answered what you opened, how often you came back to them within {return_days}: a reply, a like, an accepted answer."
-- source = "S. Rafaeli and F. Sudweeks, Networked Interactivity, JCMC 2, 1997: the third turn, which answers the answer"
-- fails = "Thanks given elsewhere are not seen, and some answers need none."
with answered as (
  select
    h.opening,
    min(h.member) as member,
    min(h.ts_us) as answered_us,
    min(t.ts_us) as came_back_us
  from counted_responses as h
  left join turns as t on t.opening = h.opening and t.by_member = h.by_member
  group by h.opening -- few rows each
)
select
  j.member,
  count(j.came_back_us) as hits,
  count(*) as trials
from answered as j
cross join ruler as r
where j.came_back_us is not null or j.answered_us + r.return_days * 86400000000 <= r.as_of_us
group by j.member
;
-- evidence
select
  d.deed,
  1.0 as amount
from counted_responses as s
inner join asked as q on q.member = s.member
cross join ruler as r
inner join deeds as d on d.member = s.member and (d.thread = s.thread or d.target = s.by_member)
where d.contributes = 1
  and (d.target is null or d.target <> d.member)
  and d.ts_us >= s.ts_us
  and d.ts_us <= s.ts_us + r.return_days * 86400000000
group by d.deed
