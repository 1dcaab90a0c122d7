-- element = "social"
-- kind = "amount"
-- unit = "partners"
-- needs = ["replies", "two_sided"]
-- says = "With how many people you have a two-way relationship, counting evenly shared ties fully."
-- source = "M. O. Hill, Diversity and Evenness, Ecology 54, 1973: the exponential of Shannon entropy"
-- fails = "Many faint ties count as much as few strong ones of the same evenness."
with parts_of_most as (
  select
    member,
    fleeting,
    variance / (strength * strength) as spread,
    -- In parts of the strongest, so that ties of long ago are not rounded to nothing.
    strength / max(strength) over (partition by member) as part
  from mutual
  where strength > 0
),
shares as (
  select
    p.member,
    p.fleeting,
    p.spread,
    p.part / t.total as share
  from parts_of_most as p
  inner join (
    select member, cast(sum(cast(part as decimal(18, 9))) as double) as total
    from parts_of_most
    group by member
  ) as t on t.member = p.member
),
entropies as (
  select
    member,
    cast(sum(cast(0 - share * ln(share) as decimal(18, 12))) as double) as entropy
  from shares
  group by member
),
-- What one tie more or less does to the entropy, and what its strength does: the infinitesimal jackknife
-- (B. Efron, The Jackknife, the Bootstrap and Other Resampling Plans, 1982).
moved as (
  select
    s.member,
    e.entropy,
    s.share * s.share * (
      s.fleeting * (1 - ln(s.share) - e.entropy) * (1 - ln(s.share) - e.entropy)
      + s.spread * (ln(s.share) + e.entropy) * (ln(s.share) + e.entropy)
    ) as variance
  from shares as s
  inner join entropies as e on e.member = s.member
)
select
  member,
  exp(entropy) as amount,
  exp(2 * entropy) * cast(sum(cast(variance as decimal(18, 12))) as double) as squares
from moved
group by member, entropy
;
-- evidence
select
  d.deed,
  m.strength as amount
from mutual as m
inner join asked as q on q.member = m.member
inner join deeds as d on d.member = m.partner and d.target = m.member
