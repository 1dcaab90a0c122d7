-- element = "participation"
-- kind = "rate"
-- unit = "of contributions"
-- needs = ["answers"]
-- says = "How many of your contributions drew an answer or endorsement from somebody else within 30 days."
-- source = "C. Lampe and E. Johnston, Follow the (Slash) Dot, GROUP 2005: feedback on contributions"
-- fails = "The newest contributions had less time to be answered."
with recognised as (
  select distinct deed
  from answers
)
select
  d.member,
  count(r.deed) as hits,
  count(*) as trials
from deeds as d
left join recognised as r on r.deed = d.deed
where d.original = 1 and d.one_sided = 0
group by d.member
;
-- evidence
select
  a.deed,
  cast(count(*) as double) as amount
from answers as a
inner join asked as q on q.member = a.member
group by a.deed
