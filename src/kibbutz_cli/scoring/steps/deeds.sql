-- The deeds: who did what, towards whom, on which day, in numbers only, with what the ruler says it is worth.
with days as materialized (
  select
    s.day,
    exp(ln(2) * (s.day - r.as_of_day) / r.half_life_days) as decay
  from (select distinct day from screened where reason is null) as s
  cross join ruler as r
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
  case when s.derived = 1 and k.original = 1 then null else coalesce(s.target, c.object_author) end as target,
  c.thread,
  c.platform,
  s.one_sided,
  s.communal,
  k.weight,
  k.daily_cap,
  case when s.derived = 1 and s.value < 0 then 0 else k.contributes end as contributes,
  case when s.derived = 1 then 0 else k.original end as original,
  case when k.original = 1 and k.recognises = 0 and s.derived = 0 then c.opens else 0 end as opens,
  case when s.value < 0 or (s.derived = 1 and k.original = 1) then 0 else k.endorses end as endorses,
  case
    when s.value < 0 or (s.kind = 'endorse' and s.value = 0) or (s.derived = 1 and k.original = 1) then 0
    else k.recognises
  end as recognises,
  y.decay
from screened as s
inner join conversations as c on c.deed = s.deed
inner join kinds as k on k.kind = s.kind
inner join days as y on y.day = s.day
-- A mention is told by what it stands in and is no deed of its own; whatever else a record tells is one. Words told
-- once more for another of their authors only contribute: they open nothing, answer nobody and recognise nothing.
-- Who takes something back has made one deed, not two.
where s.derived = 0 or s.kind <> 'mention'
