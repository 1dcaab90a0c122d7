-- Every measure as a score from 0 to 1 with its variance.
-- Rates: posterior mean and variance. Paces: the same of a gamma, then like amounts. Amounts: s = min(1, ln(1+x) / ln(1+target)), variance by the delta method.
with rated as (
  select
    m.metric,
    m.member,
    (m.hits + p.strength * p.mean) / (m.trials + p.strength) as score,
    m.trials + p.strength + 1 as weight,
    m.hits,
    m.trials
  from measures as m
  inner join rates as p on p.metric = m.metric
  where m.kind = 'rate' and m.trials > 0
  union all
  select
    metric,
    member,
    hits / trials as score,
    trials + 1 as weight,
    hits,
    trials
  from measures
  where kind = 'chance' and trials > 0
),
paced as (
  select
    m.metric,
    m.member,
    (m.hits + p.strength * p.mean) / (m.trials + p.strength) as pace,
    m.trials + p.strength as weeks,
    ln(1 + c.target) as full_marks,
    m.hits,
    m.trials
  from measures as m
  inner join paces as p on p.metric = m.metric
  inner join metrics as c on c.metric = m.metric
  where m.kind = 'pace' and m.trials > 0
),
summed as (
  select
    c.metric,
    m.member,
    coalesce(x.amount, 0) as amount,
    coalesce(x.squares, 0) as squares,
    ln(1 + c.target) as full_marks
  from metrics as c
  cross join members as m
  left join measures as x on x.metric = c.metric and x.member = m.member
  where c.kind in ('amount', 'trust') and c.scored = 1
)
select
  metric,
  member,
  score as value,
  score,
  score * (1 - score) / weight as variance,
  hits,
  trials
from rated
union all
select
  metric,
  member,
  pace as value,
  least(1, ln(1 + pace) / full_marks) as score,
  pace / weeks / ((1 + pace) * (1 + pace) * full_marks * full_marks) as variance,
  hits,
  trials
from paced
union all
select
  metric,
  member,
  amount as value,
  least(1, ln(1 + amount) / full_marks) as score,
  squares / ((1 + amount) * (1 + amount) * full_marks * full_marks) as variance,
  cast(null as double) as hits,
  cast(null as double) as trials
from summed
union all
select
  metric,
  member,
  amount as value,
  least(1, greatest(0, amount)) as score,
  squares as variance,
  cast(null as double) as hits,
  cast(null as double) as trials
from measures
where kind = 'share'
