-- The elements: the weighted mean of their parts, with variance.
select
  member,
  element,
  least(1, cast(sum(cast(adds as decimal(18, 15))) as double)) as score,
  cast(sum(cast(share * share * variance as decimal(18, 15))) as double) as variance,
  count(*) as parts
from parts
group by member, element
