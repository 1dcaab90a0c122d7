-- What goes from one member to another: n_ij, what of it endorses as c_ij = ln(1 + n_ij), and what comes back.
-- Of most pairs it is one deed: there is nothing to sum, and nothing came back.
-- What was done long ago would be rounded to nothing in the logarithm of 1 and almost nothing, too, which is the latter.
with faded as not materialized (
  select
    t.giver,
    t.receiver,
    t.alone,
    t.day,
    t.deeds,
    t.recognises,
    t.first_thread,
    t.last_thread,
    t.weight * exp(ln(2) * (t.day - r.as_of_day) / r.half_life_days) as worth,
    t.endorsing_weight * exp(ln(2) * (t.day - r.as_of_day) / r.half_life_days) as endorsing_worth
  from towards as t
  cross join ruler as r
),
rounded as (
  select
    giver,
    receiver,
    deeds,
    recognises,
    greatest(cast(cast(worth as decimal(18, 9)) as double), worth) as worth,
    greatest(cast(cast(endorsing_worth as decimal(18, 9)) as double), endorsing_worth) as endorsing_worth,
    greatest(cast(cast(worth * worth as decimal(38, 18)) as double), worth * worth) as squares
  from faded
  where alone = 1
),
summed as materialized (
  select
    giver,
    receiver,
    cast(sum(deeds) as bigint) as deeds,
    max(recognises) as recognises,
    min(first_thread) as first_thread,
    max(last_thread) as last_thread,
    min(day) as first_day,
    max(day) as last_day,
    greatest(cast(sum(cast(worth as decimal(18, 9))) as double), max(worth)) as worth,
    greatest(cast(sum(cast(endorsing_worth as decimal(18, 9))) as double), max(endorsing_worth)) as endorsing_worth,
    greatest(cast(sum(cast(worth * worth as decimal(38, 18))) as double), max(worth * worth)) as squares
  from faded
  where alone = 0
  group by giver, receiver -- few rows each
)
select
  giver,
  receiver,
  deeds,
  recognises,
  worth,
  squares,
  case when endorsing_worth < 0.00000001 then endorsing_worth else ln(1 + endorsing_worth) end as endorsement,
  cast(0 as double) as back_worth,
  cast(0 as double) as back_squares,
  cast(0 as double) as back_endorsement,
  0 as met_again
from rounded
union all
select
  s.giver,
  s.receiver,
  s.deeds,
  s.recognises,
  s.worth,
  s.squares,
  case when s.endorsing_worth < 0.00000001 then s.endorsing_worth else ln(1 + s.endorsing_worth) end as endorsement,
  coalesce(b.worth, 0) as back_worth,
  coalesce(b.squares, 0) as back_squares,
  coalesce(
    case when b.endorsing_worth < 0.00000001 then b.endorsing_worth else ln(1 + b.endorsing_worth) end, 0
  ) as back_endorsement,
  case
    when least(s.first_thread, b.first_thread) <> greatest(s.last_thread, b.last_thread)
      and least(s.first_day, b.first_day) <> greatest(s.last_day, b.last_day) then 1
    else 0
  end as met_again
from summed as s
left join summed as b on b.giver = s.receiver and b.receiver = s.giver
