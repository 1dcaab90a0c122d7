-- element = "commitment"
-- kind = "chance"
-- unit = "chance"
-- needs = ["weeks"]
-- says = "The chance that you are back within {horizon_weeks}: how often past members in the same situation came back."
-- source = "P. Fader, B. Hardie and K. L. Lee, Counting Your Customers the Easy Way, 2005; E. Kaplan and P. Meier, 1958"
-- fails = "Says nothing about why; a holiday looks like leaving."
with now as (
  select
    member,
    peer,
    days_ago as silent_days,
    activity
  from visits
  where next_ago is null
),
cases as (
  select distinct peer, silent_days, activity
  from now
),
ahead as (
  -- The weeks to come, each in the situation it would be if the silence went on; weeks without a comeback multiply.
  select
    c.peer,
    c.silent_days,
    c.activity,
    1 - exp(cast(sum(cast(
      ln(1 - b.rate) * (
        floor((least(c.silent_days + 7 * (r.horizon_weeks - 1), b.last_day) - c.silent_days) / 7)
        - ceil((greatest(c.silent_days, b.first_day) - c.silent_days) / 7)
        + 1
      ) as decimal(18, 9)
    )) as double)) as chance,
    max(case when b.first_day <= c.silent_days then b.comebacks end) as comebacks
  from cases as c
  cross join ruler as r
  inner join returns as b
    on b.peer = c.peer
    and b.activity = c.activity
    and b.first_day <= c.silent_days + 7 * (r.horizon_weeks - 1)
    and b.last_day >= c.silent_days
  group by c.peer, c.silent_days, c.activity
)
select
  n.member,
  case when h.weeks < r.presence_history_weeks then t.chance * r.presence_table_members else a.comebacks end as hits,
  case when h.weeks < r.presence_history_weeks then r.presence_table_members else a.comebacks / a.chance end as trials
from now as n
inner join ahead as a on a.peer = n.peer and a.silent_days = n.silent_days and a.activity = n.activity
inner join presence_table as t on n.silent_days >= t.silent_from and n.silent_days <= t.silent_to
inner join histories as h on h.peer = n.peer
cross join ruler as r
;
-- evidence
with placed as (
  select
    d.deed,
    d.week,
    row_number() over (partition by d.week order by d.ts_us desc, a.activity_id) as place
  from deeds as d
  inner join asked as q on q.member = d.member
  inner join activity as a on a.deed = d.deed
  where d.active = 1
)
select
  p.deed,
  exp((p.week - r.as_of_week) / r.presence_half_life_weeks * ln(2)) as amount
from placed as p
cross join ruler as r
where p.place = 1
