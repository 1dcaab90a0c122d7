-- Deeds of one member towards another on one day, capped, so that a flood is worth no more than three, before decay.
-- A rating endorses by its level: in parts of the highest its giver ever gave, so that nobody else's scale counts. One
-- of 0 or less is no tie: a bad rating returned is no friendship.
-- Most pairs of members meet once, and of those there is nothing to sum: counting pairs takes a third of the time of
-- summing them. Alone: it is the only deed between its two members. Pairs are counted of the deeds themselves, not of
-- what is aimed: that would be kept as a table for both.
with again as materialized (
  select
    least(member, target) as one,
    greatest(member, target) as other
  from deeds
  where target <> member and (weight > 0 or recognises = 1)
  group by least(member, target), greatest(member, target) -- few rows each
  having count(*) > 1
),
aimed as materialized (
  select
    d.member as giver,
    d.target as receiver,
    d.day,
    d.thread,
    d.recognises,
    case when d.kind = 'endorse' and d.value <= 0 then 0 else d.weight end as weight,
    case when d.kind = 'endorse' and d.value >= 0 then 0 else d.weight * d.endorses end as endorsing_weight,
    case
      when d.kind = 'endorse' and d.value >= 0 then d.weight * d.endorses * coalesce(d.value / h.value, 0)
      else 0
    end as rated_weight,
    case
      when (least(d.member, d.target), greatest(d.member, d.target)) in (select one, other from again) then 0
      else 1
    end as alone
  from deeds as d
  inner join highest_ratings as h on h.member = d.member
  where d.target is not null and d.target <> d.member and (d.weight > 0 or d.recognises = 1)
),
daily as (
  select
    giver,
    receiver,
    day,
    count(*) as deeds,
    max(recognises) as recognises,
    min(thread) as first_thread,
    max(thread) as last_thread,
    cast(sum(cast(weight as decimal(18, 6))) as double) as weight,
    cast(sum(cast(endorsing_weight as decimal(18, 6))) as double) as endorsing_weight,
    cast(sum(cast(rated_weight as decimal(18, 11))) as double) as rated_weight,
    0 as alone
  from aimed
  where alone = 0
  group by giver, receiver, day -- few rows each
  union all
  select
    giver,
    receiver,
    day,
    1 as deeds,
    recognises,
    thread as first_thread,
    thread as last_thread,
    cast(cast(weight as decimal(18, 6)) as double) as weight,
    cast(cast(endorsing_weight as decimal(18, 6)) as double) as endorsing_weight,
    cast(cast(rated_weight as decimal(18, 11)) as double) as rated_weight,
    1 as alone
  from aimed
  where alone = 1
)
select
  y.giver,
  y.receiver,
  y.day,
  y.deeds,
  y.recognises,
  y.first_thread,
  y.last_thread,
  y.weight * least(y.deeds, r.deeds_per_day) / y.deeds as weight,
  (y.endorsing_weight + y.rated_weight) * least(y.deeds, r.deeds_per_day) / y.deeds as endorsing_weight,
  y.rated_weight * least(y.deeds, r.deeds_per_day) / y.deeds as rated_weight,
  y.alone
from daily as y
cross join ruler as r
