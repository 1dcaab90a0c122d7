-- What every rung asks and what every member has.
with strength as (
  select
    member,
    count(*) as elements,
    min(score) as weakest
  from element_scores
  group by member
),
strong as (
  select
    e.member,
    l.rung,
    count(*) as elements
  from element_scores as e
  cross join ladder as l
  where l.strong_score > 0 and e.score >= l.strong_score
  group by e.member, l.rung
),
presence as (
  select
    w.member,
    l.rung,
    count(*) as active_weeks
  from weeks as w
  cross join ladder as l
  cross join ruler as r
  where l.within_weeks > 0 and w.week > r.as_of_week - l.within_weeks
  group by w.member, l.rung
),
had as (
  select
    m.member,
    l.rung,
    case when l.within_weeks > 0 then coalesce(p.active_weeks, 0) else m.active_weeks end as active_weeks,
    coalesce(t.weakest, 0) as weakest_element,
    case when l.strong_score > 0 then coalesce(g.elements, 0) else coalesce(t.elements, 0) end as strong_elements,
    floor((m.last_day - m.first_day) / 30.436875) as tenure_months,
    coalesce(t.elements, 0) as elements
  from members as m
  cross join ladder as l
  left join strength as t on t.member = m.member
  left join strong as g on g.member = m.member and g.rung = l.rung
  left join presence as p on p.member = m.member and p.rung = l.rung
)
select
  h.member,
  h.rung,
  coalesce(s.low, 0) as lower_bound,
  h.active_weeks,
  c.mutual_partners,
  c.partners,
  c.recognised_by,
  h.weakest_element,
  h.strong_elements,
  h.tenure_months,
  h.elements,
  case
    when coalesce(s.low, 0) >= l.lower_bound
      and h.active_weeks >= l.active_weeks
      and c.mutual_partners >= l.mutual_partners
      and c.partners >= l.partners
      and c.recognised_by >= l.recognised_by
      and (l.no_element_below = 0 or h.weakest_element >= l.no_element_below)
      and h.strong_elements >= l.strong_elements
      and h.tenure_months >= l.tenure_months
      and h.elements >= l.min_elements then 1
    else 0
  end as met
from had as h
inner join ladder as l on l.rung = h.rung
inner join company as c on c.member = h.member
left join standings as s on s.member = h.member
