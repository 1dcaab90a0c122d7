-- The deeds: who did what, towards whom, on which day, in numbers only, with what the ruler says it is worth.
select
  s.deed,
  s.member,
  s.kind,
  s.ts_us,
  s.day,
  s.week,
  s.value,
  s.visibility,
  l.object_deed,
  coalesce(s.target, l.object_author) as target,
  t.thread,
  s.one_sided,
  k.weight,
  k.daily_cap,
  k.contributes,
  k.original,
  case when k.original = 1 and k.recognises = 0 then l.opens else 0 end as opens,
  case when s.value < 0 then 0 else k.endorses end as endorses,
  case when s.value < 0 then 0 else k.recognises end as recognises,
  exp(-0.6931471805599453 * (r.as_of_day - s.day) / r.half_life_days) as decay
from screened as s
inner join linked as l on l.deed = s.deed
inner join kinds as k on k.kind = s.kind
inner join threads as t on t.thread_key = l.thread_key and t.platform = l.platform
cross join ruler as r
where s.derived = 0
