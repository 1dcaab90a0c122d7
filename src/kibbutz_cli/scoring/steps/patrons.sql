-- Through whom a member has most of its trust, where that is one member and no anchor: of several, as where one has
-- theirs through the other, the one with the most trust.
with ordered as (
  select
    d.member,
    d.through,
    row_number() over (partition by d.member order by t.amount desc, d.through) as place
  from dependents as d
  inner join trusted as t on t.member = d.through
)
select
  member,
  through
from ordered
where place = 1
