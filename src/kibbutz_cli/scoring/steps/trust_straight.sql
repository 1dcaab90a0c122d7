-- What part of a wave's mass came straight from whom, where that is the most of it.
-- Only who has that much from one giver is looked at.
with leaning as (
  select
    step,
    member,
    most
  from trust_waves
  where step > 1 and largest >= most
),
leaning_on as (
  select
    e.giver,
    e.receiver,
    e.share
  from endorsements as e
  inner join (select distinct member from leaning) as n on n.member = e.receiver
)
select
  n.step,
  e.receiver as member,
  e.giver as through,
  b.mass * e.share as mass
from leaning as n
inner join leaning_on as e on e.receiver = n.member
inner join trust_waves as b on b.member = e.giver and b.step = n.step - 1
where b.mass * e.share >= n.most
