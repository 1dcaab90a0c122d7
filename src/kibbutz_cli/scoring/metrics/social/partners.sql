-- element = "social"
-- kind = "amount"
-- unit = "partners"
-- needs = ["replies", "two_sided"]
-- says = "With how many people you have a two-way relationship, counting evenly shared ties fully."
-- source = "M. O. Hill, Diversity and Evenness, Ecology 54, 1973: the exponential of Shannon entropy"
-- fails = "Many faint ties count as much as few strong ones of the same evenness."
with shares as (
  select
    m.member,
    m.strength / t.total as share
  from mutual as m
  inner join (
    select member, cast(sum(cast(strength as decimal(18, 9))) as double) as total
    from mutual
    group by member
  ) as t on t.member = m.member
  where m.strength > 0
)
select
  member,
  exp(cast(sum(cast(0 - share * ln(share) as decimal(18, 12))) as double)) as amount,
  exp(cast(sum(cast(0 - share * ln(share) as decimal(18, 12))) as double)) as squares
from shares
group by member
;
-- evidence
select
  d.deed,
  m.strength as amount
from mutual as m
inner join asked as q on q.member = m.member
inner join deeds as d on d.member = m.partner and d.target = m.member
