-- element = "commitment"
-- kind = "chance"
-- unit = "chance"
-- needs = ["weeks"]
-- says = "The chance that you are back within 13 weeks: the share of past members in the same situation who came back."
-- source = "P. Fader, B. Hardie and K. L. Lee, Counting Your Customers the Easy Way, 2005: recency and frequency suffice"
-- fails = "Says nothing about why; a holiday looks like leaving."
with recency as (
  select
    silence,
    (sum(returned) + 0.5) / (sum(members) + 1.0) as rate
  from situations
  group by silence
),
now as (
  select
    m.member,
    r.as_of_week - m.last_week as silent_weeks,
    cast(floor(ln(1 + r.as_of_week - m.last_week) / 0.6931471805599453 + 0.000000001) as integer) as silence,
    cast(floor(ln(1 + coalesce(sum(case when w.week > r.as_of_week - r.window_weeks then 1 else 0 end), 0))
      / 0.6931471805599453 + 0.000000001) as integer) as activity
  from members as m
  inner join weeks as w on w.member = m.member
  cross join ruler as r
  group by m.member, m.last_week, r.as_of_week, r.window_weeks
),
tabled as (
  select
    n.member,
    t.chance
  from now as n
  inner join presence_table as t on n.silent_weeks >= t.silent_from and n.silent_weeks <= t.silent_to
)
select
  n.member,
  case
    when f.weeks < r.history_weeks then t.chance * r.presence_shrink
    else coalesce(s.returned, 0) + r.presence_shrink * coalesce(c.rate, t.chance)
  end as hits,
  case
    when f.weeks < r.history_weeks then r.presence_shrink
    else coalesce(s.members, 0) + r.presence_shrink
  end as trials
from now as n
inner join tabled as t on t.member = n.member
left join situations as s on s.silence = n.silence and s.activity = n.activity
left join recency as c on c.silence = n.silence
cross join facts as f
cross join ruler as r
;
-- evidence
select
  max(d.deed) as deed,
  1.0 as amount
from deeds as d
inner join asked as q on q.member = d.member
cross join ruler as r
where d.week > r.as_of_week - r.window_weeks
group by d.week
