-- element = "participation"
-- kind = "amount"
-- unit = "contributions"
-- needs = ["answers"]
-- says = "The largest number h such that h of your contributions were each recognised by at least h different people."
-- source = "J. E. Hirsch, An index to quantify an individual's scientific research output, PNAS 102, 2005"
-- fails = "Cannot exceed the number of people around; small groups have small numbers."
with audiences as (
  select
    member,
    deed,
    count(*) as people
  from answers
  group by member, deed
),
ranked as (
  select
    member,
    people,
    row_number() over (partition by member order by people desc, deed) as place
  from audiences
),
heights as (
  select
    member,
    cast(count(*) as double) as height
  from ranked
  where people >= place
  group by member
)
-- The variance is that of where the ranking crosses the line people = place: h / (1 + f)^2, with f contributions to
-- each number of people around h (J. Beirlant and J. Einmahl, Scandinavian Journal of Statistics 37, 2010).
select
  h.member,
  h.height as amount,
  h.height / ((1 + count(a.deed) / h.height) * (1 + count(a.deed) / h.height)) as squares
from heights as h
left join audiences as a
  on a.member = h.member
  and 2 * a.people > h.height
  and 2 * a.people <= 3 * h.height
group by h.member, h.height
;
-- evidence
select
  a.deed,
  cast(count(*) as double) as amount
from answers as a
inner join asked as q on q.member = a.member
group by a.deed
