-- The elements: the weighted mean of their parts, with the interval that follows from those of the parts (MOVER,
-- G. Zou and A. Donner, Statistics in Medicine 27, 2008): the distances to the ends, weighted, add up as variances do where
-- errors are apart, and plainly in so far as they are shared.
with summed as (
  select
    p.member,
    p.element,
    least(1, cast(sum(cast(p.adds as decimal(18, 15))) as double)) as score,
    cast(sum(cast(p.share * (p.score - p.low) as decimal(18, 15))) as double) as down,
    cast(sum(cast(p.share * (p.high - p.score) as decimal(18, 15))) as double) as up,
    cast(sum(cast(p.share * p.share * (p.score - p.low) * (p.score - p.low) as decimal(18, 15))) as double) as down2,
    cast(sum(cast(p.share * p.share * (p.high - p.score) * (p.high - p.score) as decimal(18, 15))) as double) as up2,
    count(*) as parts
  from parts as p
  group by p.member, p.element
)
select
  s.member,
  s.element,
  s.score,
  greatest(0, s.score - sqrt((1 - r.shared_parts) * s.down2 + r.shared_parts * s.down * s.down)) as low,
  least(1, s.score + sqrt((1 - r.shared_parts) * s.up2 + r.shared_parts * s.up * s.up)) as high,
  s.parts
from summed as s
cross join ruler as r
