-- element = "participation"
-- kind = "relative"
-- unit = "of contributions"
-- needs = ["answers"]
-- says = "How many of your contributions drew an answer or endorsement from somebody else within {recognition_days}."
-- source = "C. Lampe and E. Johnston, Follow the (Slash) Dot, GROUP 2005: feedback on contributions"
-- fails = "The newest contributions had less time to be answered."
with recognised as (
  select distinct deed
  from answers
),
counted as (
  select
    d.member,
    d.kind,
    d.platform,
    count(r.deed) as hits,
    count(*) as trials
  from deeds as d
  left join recognised as r on r.deed = d.deed
  where d.original = 1 and d.one_sided = 0
  group by d.member, d.kind, d.platform
),
-- What is usual is what those have whose company counts: accounts that nobody trusts make nothing usual.
judged as (
  select
    c.kind,
    c.platform,
    case when p.member is null then 0 else c.hits end as hits,
    case when p.member is null then 0 else c.trials end as trials
  from counted as c
  left join peers as p on p.member = c.member
),
pooled as (
  select (sum(hits) + 0.5) / (sum(trials) + 1.0) as rate
  from judged
),
strata as (
  select
    c.kind,
    c.platform,
    (sum(c.hits) + r.prior_fallback_strength * p.rate) / (sum(c.trials) + r.prior_fallback_strength) as rate
  from judged as c
  cross join pooled as p
  cross join ruler as r
  group by c.kind, c.platform, r.prior_fallback_strength, p.rate
)
select
  c.member,
  sum(c.hits) as hits,
  sum(c.trials) as trials,
  cast(sum(cast(c.trials * s.rate as decimal(18, 9))) as double) as expected
from counted as c
inner join strata as s on s.kind = c.kind and s.platform = c.platform
group by c.member
;
-- evidence
select
  a.deed,
  cast(count(*) as double) as amount
from answers as a
inner join asked as q on q.member = a.member
group by a.deed
