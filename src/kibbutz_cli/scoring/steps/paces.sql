-- The prior of every pace: gamma-Poisson by moments over the community (R. J. Marshall, Mapping Disease and
-- Mortality Rates Using Empirical Bayes Estimators, Applied Statistics 40, 1991): how far the paces lie apart
-- beyond what chance does. The strength is in weeks: a gamma's rate, mean over variance.
-- The community are those whose company counts, as for rates.
with judged as (
  select
    m.metric,
    m.hits,
    m.trials,
    case when p.member is not null then 1 else 0 end as peer,
    max(case when p.member is not null then 1 else 0 end) over (partition by m.metric) as peers
  from measures as m
  left join peers as p on p.member = m.member
  where m.kind = 'pace' and m.trials > 0
),
sums as (
  select
    metric,
    count(*) as k,
    cast(sum(cast(trials as decimal(18, 6))) as double) as n,
    cast(sum(cast(hits as decimal(18, 6))) as double) as h,
    cast(sum(cast(hits * hits / trials as decimal(18, 9))) as double) as s2
  from judged
  where peer = peers
  group by metric
),
spread as (
  select
    metric,
    k,
    (h + 0.5) / (n + 1) as mean,
    (s2 - h * h / n) / n - h / n * k / n as variance
  from sums
)
select
  s.metric,
  s.mean,
  case
    when s.k < r.prior_min_members then r.prior_fallback_strength
    when s.variance <= 0 then r.prior_strength_high
    else least(r.prior_strength_high, greatest(r.prior_strength_low, s.mean / s.variance))
  end as strength
from spread as s
cross join ruler as r
