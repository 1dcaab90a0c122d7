-- element = "economic"
-- kind = "rate"
-- unit = "of partners"
-- needs = ["replies", "two_sided", "threads"]
-- says = "Of the people you had an exchange with, how many met you again in another conversation on another day."
-- source = "G. Kossinets and D. Watts, Empirical Analysis of an Evolving Social Network, Science 311, 2006"
-- fails = "A newcomer's partners had little time to come back."
select
  member,
  sum(met_again) as hits,
  count(*) as trials
from mutual
group by member
;
-- evidence
select
  d.deed,
  cast(m.met_again as double) as amount
from mutual as m
inner join asked as q on q.member = m.member
inner join deeds as d on d.member = m.partner and d.target = m.member
