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
)
select
  member,
  cast(count(*) as double) as amount,
  cast(count(*) as double) as squares
from ranked
where people >= place
group by member
;
-- evidence
select
  a.deed,
  cast(count(*) as double) as amount
from answers as a
inner join asked as q on q.member = a.member
group by a.deed
