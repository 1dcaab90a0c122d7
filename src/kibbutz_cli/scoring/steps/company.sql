-- With whom: partners in either direction, mutual partners, and the different members who recognised one; counted
-- are those whose company counts, and for an anchor everybody. Who also got something back is counted as given to.
with known as (
  select
    m.member,
    case when p.member is null then 0 else 1 end as counts
  from members as m
  left join peers as p on p.member = m.member
),
given as (
  select
    t.giver as member,
    sum(case when t.worth > 0 then 1 else 0 end) as partners,
    sum(case when t.worth > 0 then k.counts else 0 end) as counted_partners
  from ties as t
  inner join known as k on k.member = t.receiver
  left join dependents as u on u.member = t.receiver and u.through = t.giver
  where u.member is null
  group by t.giver
),
received as (
  select
    t.receiver as member,
    sum(case when t.worth > 0 and t.back_worth <= 0 then 1 else 0 end) as partners,
    sum(case when t.worth > 0 and t.back_worth <= 0 then k.counts else 0 end) as counted_partners,
    sum(t.recognises) as recognised_by,
    sum(t.recognises * k.counts) as counted_recognised_by
  from ties as t
  inner join known as k on k.member = t.giver
  left join dependents as u on u.member = t.giver and u.through = t.receiver
  where u.member is null
  group by t.receiver
),
mutuals as (
  select
    member,
    count(*) as partners
  from mutual
  group by member
)
select
  m.member,
  case when a.member is null then coalesce(g.counted_partners, 0) + coalesce(r.counted_partners, 0)
    else coalesce(g.partners, 0) + coalesce(r.partners, 0) end as partners,
  coalesce(u.partners, 0) as mutual_partners,
  coalesce(case when a.member is null then r.counted_recognised_by else r.recognised_by end, 0) as recognised_by
from members as m
left join anchors as a on a.member = m.member
left join given as g on g.member = m.member
left join received as r on r.member = m.member
left join mutuals as u on u.member = m.member
