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
    count(*) as people
  from answers
  group by member, deed
),
levels as (
  select
    member,
    people,
    count(*) as deeds
  from audiences
  group by member, people
),
reached as (
  select
    member,
    least(people, sum(deeds) over (partition by member order by people desc)) as height
  from levels
),
heights as (
  select
    member,
    cast(max(height) as double) as height
  from reached
  group by member
)
select
  h.member,
  h.height as amount,
  h.height / ((1 + coalesce(sum(l.deeds), 0) / h.height) * (1 + coalesce(sum(l.deeds), 0) / h.height)) as squares
from heights as h
left join levels as l
  on l.member = h.member
  and 2 * l.people > h.height
  and 2 * l.people <= 3 * h.height
group by h.member, h.height
;
-- evidence
select
  a.deed,
  cast(count(*) as double) as amount
from answers as a
inner join asked as q on q.member = a.member
group by a.deed
