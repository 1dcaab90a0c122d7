-- The deeds: who did what, towards whom, on which day, in numbers only, with what the ruler says it is worth.
select
  l.deed,
  l.member,
  l.kind,
  l.ts_us,
  l.day,
  l.week,
  l.text_len,
  l.value,
  l.visibility,
  l.object_deed,
  coalesce(t.person, a.person) as target,
  coalesce(h.thread, l.deed) as thread,
  k.weight,
  k.daily_cap,
  k.contributes,
  k.original,
  k.endorses,
  k.recognises,
  exp(-0.6931471805599453 * (r.as_of_day - l.day) / r.half_life_days) as decay
from linked as l
inner join kinds as k on k.kind = l.kind
left join people as t on t.person_key = l.target_key
left join people as a on a.person_key = l.object_author_key
left join threads as h on h.platform = l.platform and h.thread_key = l.thread_key
cross join ruler as r
where l.derived = 0
