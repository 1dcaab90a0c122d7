-- Which share of a giver's trust goes on to whom: capped, discounted for back-scratching, within the giver's budget,
-- and damped.
-- d P_ij, P_ij = f_ij / max(sum_j f_ij, giver_budget * ln 2), f_ij = min(c_ij, ln tie_cap) (1 - b min(f_ij, f_ji) / max(f_ij, f_ji)).
with capped as (
  select
    t.giver,
    t.receiver,
    least(t.endorsement, ln(r.tie_cap)) as flow
  from ties as t
  inner join members as m on m.member = t.receiver
  cross join ruler as r
  where t.endorsement > 0
),
discounted as (
  select
    a.giver,
    a.receiver,
    a.flow * (1 - r.back_scratching * least(a.flow, coalesce(b.flow, 0)) / greatest(a.flow, coalesce(b.flow, 0))) as flow
  from capped as a
  left join capped as b on b.giver = a.receiver and b.receiver = a.giver
  cross join ruler as r
),
budgets as (
  select
    giver,
    cast(sum(cast(flow as decimal(18, 12))) as double) as given
  from discounted
  group by giver
)
select
  d.giver,
  d.receiver,
  r.damping * d.flow / greatest(b.given, r.giver_budget * ln(2)) as share
from discounted as d
inner join budgets as b on b.giver = d.giver
cross join ruler as r
