-- Which share of a giver's trust goes on to whom: capped, discounted for back-scratching, within the giver's budget,
-- and damped. They lie by receiver, so that a sum of what one gets finds its place once.
-- d P_ij, P_ij = f_ij / max(sum_j f_ij, giver_budget * ln 2), f_ij = min(c_ij, ln tie_cap) (1 - b min(f_ij, f_ji) / max(f_ij, f_ji)).
with capped as (
  select
    t.giver,
    t.receiver,
    least(t.endorsement, ln(r.tie_cap)) as flow,
    least(t.back_endorsement, ln(r.tie_cap)) as back
  from ties as t
  inner join members as m on m.member = t.receiver
  cross join ruler as r
  where t.endorsement > 0
),
discounted as materialized (
  select
    c.giver,
    c.receiver,
    c.flow * (1 - r.back_scratching * least(c.flow, c.back) / greatest(c.flow, c.back)) as flow,
    c.back * (1 - r.back_scratching * least(c.flow, c.back) / greatest(c.flow, c.back)) as back
  from capped as c
  cross join ruler as r
),
budgets as (
  select
    m.member,
    g.given
  from members as m
  left join (
    select
      giver,
      cast(sum(cast(flow as decimal(18, 12))) as double) as given
    from discounted
    group by giver
  ) as g on g.giver = m.member
)
select
  d.giver,
  d.receiver,
  r.damping * d.flow / greatest(b.given, r.giver_budget * ln(2)) as share,
  case when d.back > 0 then r.damping * d.back / greatest(o.given, r.giver_budget * ln(2)) else 0 end as back
from discounted as d
inner join budgets as b on b.member = d.giver
inner join budgets as o on o.member = d.receiver
cross join ruler as r
order by d.receiver
