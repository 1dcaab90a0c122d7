-- element = "commitment"
-- kind = "amount"
-- unit = "months"
-- needs = ["weeks"]
-- says = "In how many months you did something."
-- source = "B. Butler, Membership Size, Communication Activity, and Sustainability, ISR 12, 2001"
-- fails = "Never falls; presence and sustained say what is true now."
with touched as materialized (
  -- A week touches two months at most: those of its first and of its last active day.
  select member, first_day as day
  from weeks
  union all
  select member, last_day as day
  from weeks
),
days as (
  select
    d.day,
    c.month
  from (select distinct day from touched) as d
  inner join calendar as c on c.first_day <= d.day and c.last_day >= d.day
),
months as (
  select
    t.member,
    d.month
  from touched as t
  inner join days as d on d.day = t.day
  group by t.member, d.month -- few rows each
),
counted as (
  select
    m.member,
    count(*) as active,
    max(c.month) - min(m.month) + 1 as possible
  from months as m
  cross join ruler as r
  inner join calendar as c on c.first_day <= r.as_of_day and c.last_day >= r.as_of_day
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
    row_number() over (partition by c.month order by d.ts_us, a.activity_id) as place
  from deeds as d
  inner join asked as q on q.member = d.member
  inner join activity as a on a.deed = d.deed
  inner join calendar as c on c.first_day <= d.day and c.last_day >= d.day
  where d.active = 1
)
select
  deed,
  1.0 as amount
from placed
where place = 1
