-- What happened in each situation: how long silent (table silences) and how active before it, week by week.
-- Weeks: dates one week apart at which a member was in it. Comebacks: of these, members back a week later.
-- Peer is 1 for what peers did, and 0 for what everybody did, they among them.
with spells as (
  select
    peer,
    activity,
    days_ago - 7 * ago as first_silent_days,
    days_ago - 7 * ago + 7 * (ago - coalesce(next_ago, 0) - 1) as last_silent_days,
    case when next_ago is null then 0 else 1 end as ended,
    count(*) as spells
  from visits
  where ago > coalesce(next_ago, 0)
  group by peer, activity, days_ago - 7 * ago, ago - coalesce(next_ago, 0), case when next_ago is null then 0 else 1 end
)
select
  k.peer,
  s.silence,
  p.activity,
  cast(sum(
    p.spells * (
      floor((least(p.last_silent_days, s.last_day) - p.first_silent_days) / 7)
      - ceil((greatest(p.first_silent_days, s.first_day) - p.first_silent_days) / 7)
      + 1
    )
  ) as bigint) as weeks,
  cast(sum(case when p.last_silent_days <= s.last_day then p.ended * p.spells else 0 end) as bigint) as comebacks
from spells as p
inner join histories as k on k.peer <= p.peer
inner join silences as s on s.first_day <= p.last_silent_days and s.last_day >= p.first_silent_days
group by k.peer, s.silence, p.activity
