-- Ties that go both ways: m_ij = min(c_ij, c_ji), once from each side, where the partner is close enough to count.
-- The variance is that of the weaker side, and fleeting the chance that by luck one of the sides had not been there
-- at all: exp(-events), events = worth^2 / squares.
select
  t.giver as member,
  t.receiver as partner,
  case
    when least(t.worth, t.back_worth) < 0.00000001 then least(t.worth, t.back_worth)
    else ln(1 + least(t.worth, t.back_worth))
  end as strength,
  case when t.worth <= t.back_worth then t.squares / ((1 + t.worth) * (1 + t.worth))
    else t.back_squares / ((1 + t.back_worth) * (1 + t.back_worth)) end as variance,
  1
    - (1 - exp(0 - t.worth * t.worth / t.squares))
      * (1 - exp(0 - t.back_worth * t.back_worth / t.back_squares)) as fleeting,
  t.met_again
from ties as t
inner join peers as p on p.member = t.receiver
left join dependents as u on u.member = t.receiver and u.through = t.giver
where t.worth > 0 and t.back_worth > 0
  and p.close = 1
  and u.member is null
