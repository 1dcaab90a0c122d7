-- The rung every member holds and has earned at each moment of a replay, one moment after the other.
-- Up when a rung is reached in so many evaluations running. Down by one rung when the upper bound is under the ruler's
-- share of the held rung's bound in so many running, and so many weeks after the notice, which comes with the first.
-- Nothing moves while a status sleeps. Who is there at the first moment starts with the rung reached: what led to it
-- lies before the replay.
with recursive numbered as (
  select
    p.member,
    p.moment,
    p.as_of_us,
    p.standing,
    p.low,
    p.high,
    p.reached,
    p.dormant,
    row_number() over (partition by p.member order by p.moment) as turn
  from evaluations as p
),
running as (
  select
    a.member,
    a.turn,
    case when count(*) = max(r.promote_evaluations) then min(b.reached) else 0 end as cleared
  from numbered as a
  cross join ruler as r
  inner join numbered as b
    on b.member = a.member and b.turn <= a.turn and b.turn > a.turn - r.promote_evaluations
  group by a.member, a.turn
),
turns as (
  select
    n.member,
    n.moment,
    n.as_of_us,
    n.standing,
    n.low,
    n.high,
    n.dormant,
    n.turn,
    case when n.moment = 0 then 1 else 0 end as started,
    case when n.moment = 0 then n.reached else c.cleared end as cleared
  from numbered as n
  inner join running as c on c.member = n.member and c.turn = n.turn
),
fold as (
  select
    member,
    0 as turn,
    cast(0 as bigint) as rung,
    cast(0 as bigint) as earned,
    cast(0 as bigint) as under,
    cast(null as bigint) as notice_us,
    0 as dormant,
    0 as promoted,
    0 as noticed,
    0 as demoted,
    0 as dozed,
    0 as woke
  from turns
  where turn = 1
  union all
  (
    with met as (
      select
        t.member,
        t.turn,
        t.as_of_us,
        t.high,
        t.dormant,
        f.rung as before,
        f.earned,
        f.under,
        f.notice_us,
        case when t.dormant = 1 and f.dormant = 0 then 1 else 0 end as dozed,
        case when t.dormant = 0 and f.dormant = 1 then 1 else 0 end as woke,
        t.started,
        case when t.started = 1 or t.dormant = 0 then greatest(f.rung, t.cleared) else f.rung end as rung
      from fold as f
      inner join turns as t on t.member = f.member and t.turn = f.turn + 1
    ),
    counted as (
      select
        m.member,
        m.turn,
        m.as_of_us,
        m.dormant,
        m.dozed,
        m.woke,
        m.rung,
        greatest(m.earned, m.rung) as earned,
        case when m.rung > m.before and m.started = 0 then 1 else 0 end as promoted,
        case when m.dormant = 0 and m.high < r.demote_share * l.lower_bound then m.under + 1 else 0 end as under,
        m.notice_us
      from met as m
      inner join ladder as l on l.rung = m.rung
      cross join ruler as r
    ),
    noticed as (
      select
        member,
        turn,
        as_of_us,
        dormant,
        dozed,
        woke,
        rung,
        earned,
        promoted,
        under,
        case when under = 1 then as_of_us when under > 1 then notice_us end as notice_us
      from counted
    ),
    judged as (
      select
        n.member,
        n.turn,
        n.dormant,
        n.dozed,
        n.woke,
        n.rung,
        n.earned,
        n.promoted,
        n.under,
        n.notice_us,
        case
          when n.under >= r.demote_evaluations and n.as_of_us - n.notice_us >= r.demote_weeks * 604800000000 then 1
          else 0
        end as demoted
      from noticed as n
      cross join ruler as r
    )
    select
      member,
      turn,
      rung - demoted as rung,
      earned,
      case when demoted = 1 then 0 else under end as under,
      case when demoted = 0 then notice_us end as notice_us,
      dormant,
      promoted,
      case when under = 1 then 1 else 0 end as noticed,
      demoted,
      dozed,
      woke
    from judged
  )
)
select
  t.member,
  t.moment,
  t.as_of_us,
  t.standing,
  t.low,
  t.high,
  f.rung,
  f.earned,
  f.notice_us,
  f.promoted,
  f.noticed,
  f.demoted,
  f.dozed,
  f.woke
from fold as f
inner join turns as t on t.member = f.member and t.turn = f.turn
