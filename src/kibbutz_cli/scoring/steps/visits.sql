-- The weeks in which members were active, counted back from as_of: week 0 is the last seven days, whole as all others.
-- Every visit knows how active its member had been up to then: active weeks that fade, on a log scale.
-- Peer is 1 for members whose company counts: they are compared with one another, all others with everybody.
with weekly as (
  select
    d.member,
    cast(floor((r.as_of_us - d.ts_us) / 604800000000) as integer) as ago,
    cast(floor(min(r.as_of_us - d.ts_us) / 86400000000) as integer) as days_ago
  from deeds as d
  cross join ruler as r
  where d.active = 1
  group by d.member, cast(floor((r.as_of_us - d.ts_us) / 604800000000) as integer) -- few rows each
),
fading as (
  select
    w.member,
    w.ago,
    w.days_ago,
    -- After a thousand half-lives nothing is left that a number could hold.
    least(700, w.ago / r.presence_half_life_weeks * ln(2)) as faded
  from weekly as w
  cross join ruler as r
),
followed as (
  select
    member,
    ago,
    days_ago,
    lead(ago) over (partition by member order by ago desc) as next_ago,
    exp(faded) * sum(exp(-faded)) over (
      partition by member
      order by ago desc
      rows between unbounded preceding and current row
    ) as active_weeks
  from fading
)
select
  f.member,
  case when p.member is null then 0 else 1 end as peer,
  f.ago,
  f.days_ago,
  f.next_ago,
  cast(floor(r.presence_steps * ln(f.active_weeks) / ln(2) + 0.000000001) as integer) as activity
from followed as f
left join peers as p on p.member = f.member
cross join ruler as r
