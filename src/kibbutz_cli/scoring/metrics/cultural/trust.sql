-- element = "cultural"
-- kind = "trust"
-- unit = "% of direct trust"
-- needs = ["endorsements", "trusted"]
-- says = "How much recognition reaches you from the people this community trusts, directly or through others."
-- source = "Z. Gyongyi et al., Combating Web Spam with TrustRank, VLDB 2004; J. Hopcroft and D. Sheldon, WAW 2007"
-- fails = "Depends on who the anchors are; the report names them."
select
  member,
  amount,
  squares
from trusted
;
-- evidence
select
  d.deed,
  f.arrived * t.amount / t.arrived as amount
from trust_flow as f
inner join asked as q on q.member = f.member
inner join trusted as t on t.member = f.member
inner join deeds as d on d.member = f.giver and d.target = f.member and d.endorses = 1
where f.arrived > 0
