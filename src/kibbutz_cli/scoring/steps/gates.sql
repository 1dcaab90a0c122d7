-- What every rung asks and what every member has.
with levels as (
  select distinct strong_score
  from ladder
),
strength as (
  select
    e.member,
    l.strong_score,
    count(*) as elements,
    min(e.score) as weakest,
    sum(case when e.score >= l.strong_score then 1 else 0 end) as strong
  from element_scores as e
  inner join elements as w on w.element = e.element
  cross join levels as l
  where w.weight > 0
  group by e.member, l.strong_score
),
-- Most rungs ask for weeks at any time, which every member knows already. The others' are counted back from the last
-- one: silence takes no status, and gives none.
presence as (
  select
    w.member,
    l.rung,
    count(*) as active_weeks
  from weeks as w
  inner join members as m on m.member = w.member
  cross join ladder as l
  where l.within_weeks > 0 and w.week > m.last_week - l.within_weeks
  group by w.member, l.rung
)
select
  m.member,
  l.rung,
  coalesce(s.low, 0) as lower_bound,
  case when l.within_weeks > 0 then coalesce(p.active_weeks, 0) else m.active_weeks end as active_weeks,
  c.mutual_partners,
  c.partners,
  c.recognised_by,
  coalesce(t.weakest, 0) as weakest_element,
  coalesce(t.strong, 0) as strong_elements,
  floor((m.last_day - m.first_day + 1) / 30.436875) as tenure_months,
  coalesce(t.elements, 0) as elements,
  case
    when coalesce(s.low, 0) >= l.lower_bound
      and case when l.within_weeks > 0 then coalesce(p.active_weeks, 0) else m.active_weeks end >= l.active_weeks
      and c.mutual_partners >= l.mutual_partners
      and c.partners >= l.partners
      and c.recognised_by >= l.recognised_by
      and (l.no_element_below = 0 or coalesce(t.weakest, 0) >= l.no_element_below)
      and coalesce(t.strong, 0) >= l.strong_elements
      and floor((m.last_day - m.first_day + 1) / 30.436875) >= l.tenure_months
      and coalesce(t.elements, 0) >= l.min_elements then 1
    else 0
  end as met
from members as m
cross join ladder as l
inner join company as c on c.member = m.member
left join presence as p on p.member = m.member and p.rung = l.rung
left join strength as t on t.member = m.member and t.strong_score = l.strong_score
left join standings as s on s.member = m.member
