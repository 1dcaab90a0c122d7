-- The ranks an interval allows: better are all whose low is above my high, worse all whose high is below my low.
with counted as (
  select count(*) as n
  from standings
),
marks as (
  select member, high as mark, 1 as asks, 0 as counts from standings
  union all
  select member, low as mark, 0 as asks, 1 as counts from standings
),
better as (
  select
    member,
    asks,
    sum(counts) over (order by mark desc, counts, member rows unbounded preceding) as above
  from marks
),
marks_below as (
  select member, low as mark, 1 as asks, 0 as counts from standings
  union all
  select member, high as mark, 0 as asks, 1 as counts from standings
),
worse as (
  select
    member,
    asks,
    sum(counts) over (order by mark, counts, member rows unbounded preceding) as below
  from marks_below
)
select
  b.member,
  b.above + 1 as rank_low,
  c.n - w.below as rank_high
from better as b
inner join worse as w on w.member = b.member and w.asks = 1
cross join counted as c
where b.asks = 1
