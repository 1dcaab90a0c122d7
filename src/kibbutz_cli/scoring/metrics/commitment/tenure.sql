-- element = "commitment"
-- kind = "amount"
-- unit = "months"
-- needs = ["weeks"]
-- says = "In how many months you did something."
-- source = "B. Butler, Membership Size, Communication Activity, and Sustainability, ISR 12, 2001"
-- fails = "Never falls; presence and sustained say what is true now."
with spans as (
  -- The months of each week: one, or two where a month begins amid it.
  select
    w.week,
    c.month,
    c.first_day,
    c.last_day
  from (select distinct week from weeks) as w
  inner join calendar as c on c.first_day <= 7 * w.week + 3 and c.last_day >= 7 * w.week - 3
),
months as (
  -- Of two, those in which the first or the last active day of the week lies.
  select
    w.member,
    s.month
  from weeks as w
  inner join spans as s on s.week = w.week and s.last_day >= w.first_day and s.first_day <= w.last_day
  group by w.member, s.month -- few rows each
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
