-- element = "participation"
-- kind = "amount"
-- unit = "weighted deeds"
-- needs = ["dates", "content"]
-- says = "What you contributed: posts and answers count most, likes least, recent work more, a flood no more than a full day."
-- source = "J. Preece and B. Shneiderman, The Reader-to-Leader Framework, 2009; capped and decayed by the ruler"
-- fails = "Counts effort, not quality; recognition stands beside it for that reason."
with capped as (
  select
    y.member,
    least(y.deeds, k.daily_cap) as counted,
    k.weight,
    exp(ln(2) * (y.day - r.as_of_day) / r.half_life_days) as decay
  from daily as y
  inner join kinds as k on k.kind = y.kind
  cross join ruler as r
)
select
  member,
  cast(sum(cast(counted * weight * decay as decimal(18, 9))) as double) as amount,
  cast(sum(cast(counted * weight * weight * decay * decay as decimal(18, 9))) as double) as squares
from capped
group by member
;
-- evidence
select
  d.deed,
  d.weight * d.decay as amount
from deeds as d
inner join asked as q on q.member = d.member
where d.contributes = 1
