-- What nine of ten active members reach in every metric with a target: the amount at the 90th percentile by nearest rank
-- (R. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50, 1996: type 1).
-- Active are those with enough evidence for a standing who did something lately; of them those whose company counts:
-- accounts that nobody trusts lower no bar.
with active as (
  select s.member
  from standings as s
  inner join members as m on m.member = s.member
  inner join peers as p on p.member = s.member
  cross join ruler as r
  where r.as_of_week - m.last_week < r.dormant_weeks
),
ordered as (
  select
    e.metric,
    e.value,
    row_number() over (partition by e.metric order by e.value, e.member) as place,
    count(*) over (partition by e.metric) as members
  from estimates as e
  inner join active as a on a.member = e.member
  inner join metrics as c on c.metric = e.metric
  where c.scored = 1 and c.kind in ('amount', 'pace', 'trust')
)
select
  metric,
  value as target,
  members
from ordered
where place = (9 * members + 9 - mod(9 * members + 9, 10)) / 10
