-- The prior of every rate, a beta by moments over the community. rho says how much members really differ: from the
-- weighted squares of their deviations (J. Kleinman, Proportions with Extraneous Variance, JASA 68, 1973), with the
-- weights of the fallback, so that many trials of one member are not many members. Chance makes rho too small where
-- evidence is thin; so it is the mean of a posterior, a normal cut off at 0 by an exponential prior around the fallback.
-- The community are those whose company counts, where any of them has evidence: accounts that nobody trusts shift
-- nobody's prior.
with judged as (
  select
    m.metric,
    m.amount,
    m.hits,
    m.trials,
    case when p.member is not null then 1 else 0 end as peer,
    max(case when p.member is not null then 1 else 0 end) over (partition by m.metric) as peers
  from measures as m
  left join peers as p on p.member = m.member
  where m.kind in ('rate', 'relative') and m.trials > 0
),
counted as materialized (
  select
    m.metric,
    m.hits / m.trials as rate,
    m.amount / m.trials as expected,
    m.hits,
    m.trials,
    m.trials * (1 + r.prior_fallback_strength) / (m.trials + r.prior_fallback_strength) as weight
  from judged as m
  cross join ruler as r
  where m.peer = m.peers
),
sums as materialized (
  select
    metric,
    count(*) as k,
    (cast(sum(cast(hits as decimal(18, 6))) as double) + 0.5)
      / (cast(sum(cast(trials as decimal(18, 6))) as double) + 1) as pooled,
    (cast(sum(cast(weight * rate as decimal(18, 9))) as double) + 0.5)
      / (cast(sum(cast(weight as decimal(18, 9))) as double) + 1) as mean,
    cast(sum(cast(expected * trials as decimal(18, 9))) as double)
      / cast(sum(cast(trials as decimal(18, 6))) as double) as expected,
    cast(sum(cast(weight as decimal(18, 9))) as double) as weight,
    cast(sum(cast(weight * weight as decimal(18, 9))) as double) as weight2,
    cast(sum(cast(weight / trials as decimal(18, 9))) as double) as each,
    cast(sum(cast(weight * weight / trials as decimal(18, 9))) as double) as each2
  from counted
  group by metric
),
deviations as (
  select
    c.metric,
    c.weight * (c.rate - coalesce(c.expected, s.mean)) * (c.rate - coalesce(c.expected, s.mean))
      / (coalesce(c.expected, s.mean) * (1 - coalesce(c.expected, s.mean))) as square
  from counted as c
  inner join sums as s on s.metric = c.metric
),
spread as (
  select
    metric,
    cast(sum(cast(square as decimal(38, 9))) as double) as squares,
    cast(sum(cast(square * square as decimal(38, 9))) as double) as fourths
  from deviations
  group by metric
),
correlation as (
  select
    s.metric,
    case
      when s.k > 1 and s.weight - s.weight2 / s.weight - s.each + s.each2 / s.weight > 0.000001
        then (d.squares - s.each + s.each2 / s.weight)
          / (s.weight - s.weight2 / s.weight - s.each + s.each2 / s.weight)
      else 0
    end as rho,
    case
      when s.k > 1 and s.weight - s.weight2 / s.weight - s.each + s.each2 / s.weight > 0.000001
        then 0.000001 + sqrt(greatest(d.fourths - d.squares * d.squares / s.k, 0) * s.k / (s.k - 1))
          / (s.weight - s.weight2 / s.weight - s.each + s.each2 / s.weight)
      else 1000
    end as error
  from sums as s
  inner join spread as d on d.metric = s.metric
),
doubted as (
  select
    c.metric,
    c.error,
    c.error * (1 + r.prior_fallback_strength) - c.rho / c.error as doubt
  from correlation as c
  cross join ruler as r
),
-- The share of a normal beyond so many errors over its density there: M. Abramowitz and I. Stegun, Handbook of
-- Mathematical Functions, 26.2.17.
tails as (
  select
    metric,
    error,
    doubt,
    0.3989422804014327 * exp(0 - doubt * doubt / 2) as density,
    1 / (1 + 0.2316419 * abs(doubt)) as near
  from doubted
),
beyond as (
  select
    metric,
    error,
    doubt,
    density,
    near * (0.319381530 + near * (-0.356563782
      + near * (1.781477937 + near * (-1.821255978 + near * 1.330274429)))) as ratio
  from tails
),
-- The mean above 0 of a normal that lies so many errors below it; far out by Laplace's continued fraction.
settled as (
  select
    metric,
    error * case
      when doubt > 3
        then 1 / (doubt + 2 / (doubt + 3 / (doubt + 4 / (doubt + 5 / (doubt + 6 / (doubt + 7 / (doubt + 8 / doubt)))))))
      when doubt > 0 then 1 / ratio - doubt
      else density / (1 - density * ratio) - doubt
    end as rho
  from beyond
),
strengths as materialized (
  select
    s.metric,
    s.pooled,
    s.expected,
    case
      when s.k < r.prior_min_members then r.prior_fallback_strength
      else least(r.prior_strength_high, greatest(r.prior_strength_low, (1 - c.rho) / c.rho))
    end as strength,
    case when s.k < r.prior_min_members then 0 else 1 end as measured
  from sums as s
  inner join settled as c on c.metric = s.metric
  cross join ruler as r
),
weighted as (
  select
    c.metric,
    cast(sum(cast(c.hits * (s.strength + 1) / (s.strength + c.trials) as decimal(18, 9))) as double) as hits,
    cast(sum(cast(c.trials * (s.strength + 1) / (s.strength + c.trials) as decimal(18, 9))) as double) as trials
  from counted as c
  inner join strengths as s on s.metric = c.metric
  group by c.metric
)
select
  s.metric,
  case
    when s.expected is not null then s.expected
    when s.measured = 1 then (w.hits + 0.5) / (w.trials + 1)
    else s.pooled
  end as mean,
  s.strength
from strengths as s
inner join weighted as w on w.metric = s.metric
