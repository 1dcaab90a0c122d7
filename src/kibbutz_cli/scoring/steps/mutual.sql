-- Ties that go both ways: m_ij = min(c_ij, c_ji), once from each side, where the partner is close enough to count.
-- The variance is that of the weaker side, and fleeting the chance that by luck one of the sides had not been there
-- at all: exp(-events), events = worth^2 / squares.
select
  a.giver as member,
  a.receiver as partner,
  least(a.strength, b.strength) as strength,
  case when a.strength <= b.strength then a.squares / ((1 + a.worth) * (1 + a.worth))
    else b.squares / ((1 + b.worth) * (1 + b.worth)) end as variance,
  1 - (1 - exp(0 - a.worth * a.worth / a.squares)) * (1 - exp(0 - b.worth * b.worth / b.squares)) as fleeting,
  case
    when least(a.first_thread, b.first_thread) <> greatest(a.last_thread, b.last_thread)
      and least(a.first_day, b.first_day) <> greatest(a.last_day, b.last_day) then 1
    else 0
  end as met_again
from ties as a
inner join ties as b on b.giver = a.receiver and b.receiver = a.giver
left join peers as p on p.member = a.receiver
left join anchors as o on o.member = a.giver
left join dependents as u on u.member = a.receiver and u.through = a.giver
where a.worth > 0 and b.worth > 0
  and (p.close = 1 or o.member is not null)
  and u.member is null
