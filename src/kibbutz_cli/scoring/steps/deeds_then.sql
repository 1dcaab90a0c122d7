-- The deeds up to a moment of a replay, with what each was worth then.
select
  d.deed,
  d.member,
  d.kind,
  d.ts_us,
  d.day,
  d.week,
  d.value,
  d.visibility,
  d.object_deed,
  d.target,
  d.thread,
  d.platform,
  d.one_sided,
  d.communal,
  d.weight,
  d.daily_cap,
  d.active,
  d.contributes,
  d.original,
  d.opens,
  d.endorses,
  d.recognises,
  exp(ln(2) * (d.day - :as_of_day) / :half_life_days) as decay
from deeds_since as d
where d.ts_us <= :as_of_us
