-- The prior of every rate: beta-binomial by moments over the community (ANOVA estimator of the
-- intraclass correlation, A. Donner, International Statistical Review 54, 1986). The community are those whose
-- company counts, where any of them has evidence: accounts that nobody trusts shift nobody's prior.
with judged as (
  select
    m.metric,
    m.hits,
    m.trials,
    case when p.member is not null then 1 else 0 end as peer,
    max(case when p.member is not null then 1 else 0 end) over (partition by m.metric) as peers
  from measures as m
  left join peers as p on p.member = m.member
  where m.kind = 'rate' and m.trials > 0
),
sums as (
  select
    metric,
    count(*) as k,
    cast(sum(cast(trials as decimal(18, 6))) as double) as n,
    cast(sum(cast(hits as decimal(18, 6))) as double) as h,
    cast(sum(cast(trials * trials as decimal(38, 6))) as double) as n2,
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
    case when k > 1 then (s2 - h * h / n) / (k - 1) else 0 end as between_members,
    case when n > k then (h - s2) / (n - k) else 0 end as within_members,
    case when k > 1 then (n - n2 / n) / (k - 1) else 1 end as typical
  from sums
),
correlation as (
  select
    metric,
    k,
    mean,
    case
      when between_members + (typical - 1) * within_members > 0
        then (between_members - within_members) / (between_members + (typical - 1) * within_members)
      else 0
    end as rho
  from spread
)
select
  c.metric,
  c.mean,
  case
    when c.k < r.prior_min_members then r.prior_fallback_strength
    when c.rho <= 0 then r.prior_strength_high
    else least(r.prior_strength_high, greatest(r.prior_strength_low, (1 - c.rho) / c.rho))
  end as strength
from correlation as c
cross join ruler as r
