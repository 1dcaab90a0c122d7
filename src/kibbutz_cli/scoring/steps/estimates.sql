-- Every measure as a score from 0 to 1 with its variance and its interval.
-- Rates: the posterior beta, for a chance as it comes; its ends by E. Paulson, Annals of Mathematical Statistics 13,
-- 1942. A relative rate is told as it would be at the community's odds: indirect standardisation (N. Breslow and N. Day,
-- Statistical Methods in Cancer Research 2, 1987). Amounts: s = min(1, ln(1+x) / ln(1+target)), with x a scaled Poisson
-- of x / unit events of unit = squares / x each (G. Bohm and G. Zech, NIM A 748, 2014); its ends are those of half an
-- event more (Jeffreys), by the cube root of E. Wilson and M. Hilferty, PNAS 17, 1931. Who has no event has units of the
-- size they have among those whose company counts. A sum below 0 (refunds, bad ratings) scores 0; its upper end lies as far above it as that of a sum of
-- 0 would. Paces: the posterior gamma, saturated and bounded as an amount is.
with rated as (
  select
    m.metric,
    m.member,
    m.hits,
    m.trials,
    m.hits + coalesce(p.strength * coalesce(m.amount / m.trials, p.mean), 0) as a,
    m.trials - m.hits + coalesce(p.strength * (1 - coalesce(m.amount / m.trials, p.mean)), 0) as b,
    coalesce(p.mean / (1 - p.mean) * (m.trials - m.amount) / m.amount, 1) as odds
  from measures as m
  left join rates as p on p.metric = m.metric
  where m.kind in ('rate', 'relative', 'chance') and m.trials > 0
),
rooted as (
  select
    e.metric,
    e.member,
    e.hits,
    e.trials,
    e.a,
    e.b,
    e.odds,
    greatest(1 - 1 / (9 * greatest(e.a, 0.000001)), 0) as root_a,
    greatest(1 - 1 / (9 * greatest(e.b, 0.000001)), 0) as root_b,
    r.z * r.z / (9 * greatest(e.a, 0.000001)) as spread_a,
    r.z * r.z / (9 * greatest(e.b, 0.000001)) as spread_b
  from rated as e
  cross join ruler as r
),
solved as (
  select
    metric,
    member,
    hits,
    trials,
    a,
    b,
    odds,
    greatest(root_a * root_a - spread_a, 0) as below,
    greatest(root_b * root_b - spread_b, 0) as above,
    0.000000001 + root_a * root_b + sqrt(greatest(
      root_a * root_a * spread_b + root_b * root_b * spread_a - spread_a * spread_b, 0
    )) as root
  from rooted
),
bounded as (
  select
    metric,
    member,
    hits,
    trials,
    odds,
    a / (a + b) as rate,
    sqrt(a * b / (a + b + 1)) / (a + b) as spread,
    least(a / (a + b), a * below * below * below / (a * below * below * below + b * root * root * root)) as low,
    greatest(a / (a + b), a * root * root * root / (a * root * root * root + b * above * above * above)) as high
  from solved
),
told as (
  select
    metric,
    member,
    hits,
    trials,
    odds * rate / (odds * rate + 1 - rate) as score,
    spread * odds / ((odds * rate + 1 - rate) * (odds * rate + 1 - rate)) as sd,
    odds * low / (odds * low + 1 - low) as low,
    odds * high / (odds * high + 1 - high) as high
  from bounded
),
units as (
  select
    m.metric,
    case
      when count(p.member) > 0
        then cast(sum(case when p.member is not null then cast(m.squares as decimal(38, 9)) end) as double)
          / cast(sum(case when p.member is not null then cast(m.amount as decimal(38, 9)) end) as double)
      else cast(sum(cast(m.squares as decimal(38, 9))) as double) / cast(sum(cast(m.amount as decimal(38, 9))) as double)
    end as unit
  from measures as m
  left join peers as p on p.member = m.member
  where m.kind in ('amount', 'trust') and m.amount > 0
  group by m.metric
),
summed as (
  select
    c.metric,
    m.member,
    greatest(coalesce(x.amount, 0), 0) as amount,
    least(coalesce(x.amount, 0), 0) as short,
    case
      when x.amount > 0 and x.squares > 0 then least(x.squares / x.amount, sqrt(x.squares))
      when x.squares > 0 then sqrt(x.squares)
      when x.amount > 0 then 0
      else coalesce(u.unit, 0)
    end as unit,
    ln(1 + c.target) as full_marks
  from metrics as c
  cross join members as m
  left join measures as x on x.metric = c.metric and x.member = m.member
  left join units as u on u.metric = c.metric
  where c.kind in ('amount', 'trust') and c.scored = 1
),
paced as (
  select
    m.metric,
    m.member,
    m.hits,
    m.trials,
    m.hits + p.strength * p.mean as events,
    m.trials + p.strength as weeks,
    ln(1 + c.target) as full_marks
  from measures as m
  inner join paces as p on p.metric = m.metric
  inner join metrics as c on c.metric = m.metric
  where m.kind = 'pace' and m.trials > 0
),
spanned as (
  select
    metric,
    member,
    cast(null as double) as hits,
    cast(null as double) as trials,
    amount,
    short,
    full_marks,
    amount + unit / 2 as middle,
    case when unit > 0 then unit / (9 * (amount + unit / 2)) else 0 end as part
  from summed
  union all
  select
    metric,
    member,
    hits,
    trials,
    events / weeks as amount,
    0 as short,
    full_marks,
    events / weeks as middle,
    1 / (9 * greatest(events, 0.000001)) as part
  from paced
),
reached as (
  select
    s.metric,
    s.member,
    s.hits,
    s.trials,
    s.amount,
    s.short,
    s.full_marks,
    s.middle,
    greatest(1 - s.part - r.z * sqrt(s.part), 0) as below,
    1 - s.part + r.z * sqrt(s.part) as above
  from spanned as s
  cross join ruler as r
),
saturated as (
  select
    metric,
    member,
    hits,
    trials,
    amount,
    least(1, ln(1 + amount) / full_marks) as score,
    least(1, ln(1 + least(amount, middle * below * below * below)) / full_marks) as low,
    least(1, ln(1 + greatest(amount, middle * above * above * above + short)) / full_marks) as high
  from reached
)
select
  metric,
  member,
  score as value,
  score,
  sd * sd as variance,
  low,
  high,
  hits,
  trials
from told
union all
select
  e.metric,
  e.member,
  e.amount as value,
  e.score,
  (e.high - e.low) * (e.high - e.low) / (4 * r.z * r.z) as variance,
  e.low,
  e.high,
  e.hits,
  e.trials
from saturated as e
cross join ruler as r
union all
select
  m.metric,
  m.member,
  least(1, greatest(0, m.amount)) as value,
  least(1, greatest(0, m.amount)) as score,
  m.squares as variance,
  least(1, greatest(0, m.amount - r.z * sqrt(m.squares))) as low,
  least(1, greatest(0, m.amount + r.z * sqrt(m.squares))) as high,
  cast(null as double) as hits,
  cast(null as double) as trials
from measures as m
cross join ruler as r
where m.kind = 'share'
