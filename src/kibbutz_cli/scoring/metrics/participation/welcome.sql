-- element = "participation"
-- kind = "amount"
-- unit = "tie strength"
-- needs = ["newcomers", "ties"]
-- says = "How much you answered and endorsed people in their first {newcomer_days} here; a second newcomer counts more than a second reply."
-- source = "R. Kraut and P. Resnick, Building Successful Online Communities, 2012, ch. 5; M. Burke et al., Membership Claims and Requests, 2010"
-- fails = "Who came before the data began is not known to be new, and a second account looks like a newcomer."
with given as (
  select
    w.giver,
    w.receiver,
    w.endorsing_weight * exp(ln(2) * (w.day - r.as_of_day) / r.half_life_days) as worth
  from welcomes as w
  cross join ruler as r
),
received as (
  select
    giver,
    receiver,
    cast(sum(cast(worth as decimal(18, 9))) as double) as worth,
    cast(sum(cast(worth * worth as decimal(18, 9))) as double) as squares
  from given
  group by giver, receiver
)
select
  giver as member,
  cast(sum(cast(ln(1 + worth) as decimal(18, 9))) as double) as amount,
  cast(sum(cast(squares / ((1 + worth) * (1 + worth)) as decimal(18, 9))) as double) as squares
from received
group by giver
;
-- evidence
select
  d.deed,
  d.weight * d.decay as amount
from deeds as d
inner join asked as q on q.member = d.member
inner join newcomers as n on n.member = d.target
where d.endorses = 1 and d.target <> d.member and d.day >= n.first_day and d.day <= n.last_day
