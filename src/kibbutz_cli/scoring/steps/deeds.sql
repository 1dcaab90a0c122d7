-- The deeds: who did what, towards whom, on which day, in numbers only, with what the ruler says it is worth.
-- A mention is told by what it stands in and is no deed of its own; whatever else a record tells beside its own deed is
-- one. Words told once more for another of their authors only contribute: they open nothing, answer nobody and
-- recognise nothing. A rating told beside a deed, as a revert is, is no contribution too.
with days as materialized (
  select
    s.day,
    exp(ln(2) * (s.day - r.as_of_day) / r.half_life_days) as decay
  from (select distinct day from screened where reason is null) as s
  cross join ruler as r
),
told as materialized (
  select
    kind,
    0 as derived,
    weight,
    daily_cap,
    active,
    contributes,
    original,
    endorses,
    recognises,
    1 as aimed
  from kinds
  union all
  select
    kind,
    1 as derived,
    weight,
    daily_cap,
    active,
    case when kind = 'endorse' then 0 else contributes end as contributes,
    0 as original,
    case when original = 1 then 0 else endorses end as endorses,
    case when original = 1 then 0 else recognises end as recognises,
    1 - original as aimed
  from kinds
  where kind <> 'mention'
)
select
  s.deed,
  s.member,
  s.kind,
  s.ts_us,
  s.day,
  s.week,
  s.value,
  s.visibility,
  c.object_deed,
  case when k.aimed = 1 then coalesce(s.target, c.object_author) end as target,
  c.thread,
  c.platform,
  s.one_sided,
  s.communal,
  k.weight,
  k.daily_cap,
  k.active,
  k.contributes,
  k.original,
  case when k.original = 1 and k.recognises = 0 then c.opens else 0 end as opens,
  case when s.kind = 'endorse' and s.value < 0 then 0 else k.endorses end as endorses,
  case when s.kind = 'endorse' and s.value <= 0 then 0 else k.recognises end as recognises,
  y.decay
from screened as s
inner join conversations as c on c.deed = s.deed
inner join told as k on k.kind = s.kind and k.derived = s.derived
inner join days as y on y.day = s.day
