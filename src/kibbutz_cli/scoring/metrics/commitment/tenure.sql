-- element = "commitment"
-- kind = "amount"
-- unit = "months"
-- needs = ["weeks"]
-- says = "In how many months you did something."
-- source = "B. Butler, Membership Size, Communication Activity, and Sustainability, ISR 12, 2001"
-- fails = "Never falls; presence and sustained say what is true now."
with months as (
  select distinct
    member,
    cast(floor(week / 4.348125) as integer) as month
  from weeks
),
counted as (
  select
    m.member,
    count(*) as active,
    cast(floor(max(r.as_of_week) / 4.348125) as integer) - min(m.month) + 1 as possible
  from months as m
  cross join ruler as r
  group by m.member
)
-- The first month is sure; the others are a binomial of the months since.
select
  member,
  cast(active as double) as amount,
  (possible - 1) * (active - 0.5) / possible * (possible - active + 0.5) / possible as squares
from counted
;
-- evidence
with placed as (
  select
    d.deed,
    row_number() over (
      partition by cast(floor(d.week / 4.348125) as integer) order by d.ts_us, a.activity_id
    ) as place
  from deeds as d
  inner join asked as q on q.member = d.member
  inner join activity as a on a.deed = d.deed
)
select
  deed,
  1.0 as amount
from placed
where place = 1
