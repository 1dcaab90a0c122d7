-- element = "cultural"
-- kind = "trust"
-- unit = "x mean flow"
-- needs = ["endorsements"]
-- says = "How much recognition reaches you from the people this community trusts, directly or through others."
-- source = "Z. Gyongyi et al., Combating Web Spam with TrustRank, VLDB 2004; R. Levien, Attack-Resistant Trust Metrics, 2004"
-- fails = "Depends on who the anchors are; the report names them."
with received as (
  select
    member,
    cast(sum(cast(arrived as decimal(18, 9))) as double) as arrived,
    cast(sum(cast(arrived * arrived as decimal(38, 12))) as double) as squares
  from trust_flow
  group by member
),
typical as (
  select cast(sum(cast(arrived as decimal(18, 9))) as double) / count(*) as arrived
  from received
  where arrived > 0
)
select
  r.member,
  r.arrived / t.arrived as amount,
  r.squares / (t.arrived * t.arrived) as squares
from received as r
cross join typical as t
where t.arrived > 0
;
-- evidence
select
  d.deed,
  f.arrived / (
    select cast(sum(cast(arrived as decimal(18, 9))) as double) / count(distinct member)
    from trust_flow
    where arrived > 0
  ) as amount
from trust_flow as f
inner join asked as q on q.member = f.member
inner join deeds as d on d.member = f.giver and d.target = f.member and d.endorses = 1
