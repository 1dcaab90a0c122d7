-- element = "commitment"
-- kind = "rate"
-- unit = "of weeks"
-- needs = ["weeks"]
-- says = "In how many of the weeks since you joined, or of the last 52, you did something."
-- source = "M. Burke, C. Marlow and T. Lento, Feed Me, CHI 2009: active weeks instead of posts"
-- fails = "Reading is not seen."
select
  m.member,
  sum(case when w.week > r.as_of_week - 52 then 1 else 0 end) as hits,
  least(52, r.as_of_week - m.first_week + 1) as trials
from members as m
inner join weeks as w on w.member = m.member
cross join ruler as r
group by m.member, m.first_week, r.as_of_week
;
-- evidence
with placed as (
  select
    d.deed,
    row_number() over (partition by d.week order by d.ts_us desc, a.activity_id) as place
  from deeds as d
  inner join asked as q on q.member = d.member
  inner join activity as a on a.deed = d.deed
  cross join ruler as r
  where d.active = 1 and d.week > r.as_of_week - 52
)
select
  deed,
  1.0 as amount
from placed
where place = 1
