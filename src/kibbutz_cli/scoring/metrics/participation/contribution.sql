-- element = "participation"
-- kind = "amount"
-- unit = "weighted deeds"
-- needs = ["dates", "content"]
-- says = "What you contributed: posts and answers count most, likes least, recent work more, a flood no more than a full day."
-- source = "J. Preece and B. Shneiderman, The Reader-to-Leader Framework, 2009; capped and decayed by the ruler"
-- fails = "Counts effort, not quality; recognition stands beside it for that reason."
with daily as (
  select
    member,
    kind,
    day,
    max(weight) as weight,
    max(decay) as decay,
    least(count(*), max(daily_cap)) as counted
  from deeds
  where contributes = 1
  group by member, kind, day
)
select
  member,
  cast(sum(cast(counted * weight * decay as decimal(18, 9))) as double) as amount,
  cast(sum(cast(counted * weight * weight * decay * decay as decimal(18, 9))) as double) as squares
from daily
group by member
;
-- evidence
select
  d.deed,
  d.weight * d.decay as amount
from deeds as d
inner join asked as q on q.member = d.member
where d.contributes = 1
