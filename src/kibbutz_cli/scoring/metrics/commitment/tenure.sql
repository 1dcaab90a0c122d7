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
)
select
  member,
  cast(count(*) as double) as amount,
  cast(count(*) as double) as squares
from months
group by member
;
-- evidence
select
  min(d.deed) as deed,
  1.0 as amount
from deeds as d
inner join asked as q on q.member = d.member
group by cast(floor(d.week / 4.348125) as integer)
