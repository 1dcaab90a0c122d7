-- With whom: partners in either direction, mutual partners, and the different members who recognised one; those whose
-- company counts, however little trust reaches them by now. Who also got something back is counted as given to.
with given as (
  select
    t.giver as member,
    sum(case when t.worth > 0 then 1 else 0 end) as partners,
    sum(case when t.worth > 0 and t.back_worth > 0 then 1 else 0 end) as mutual_partners
  from ties as t
  inner join peers as p on p.member = t.receiver
  left join dependents as u on u.member = t.receiver and u.through = t.giver
  where u.member is null
  group by t.giver
),
received as (
  select
    t.receiver as member,
    sum(case when t.worth > 0 and t.back_worth <= 0 then 1 else 0 end) as partners,
    sum(t.recognises) as recognised_by
  from ties as t
  inner join peers as p on p.member = t.giver
  left join dependents as u on u.member = t.giver and u.through = t.receiver
  where u.member is null
  group by t.receiver
)
select
  m.member,
  coalesce(g.partners, 0) + coalesce(r.partners, 0) as partners,
  coalesce(g.mutual_partners, 0) as mutual_partners,
  coalesce(r.recognised_by, 0) as recognised_by
from members as m
left join given as g on g.member = m.member
left join received as r on r.member = m.member
