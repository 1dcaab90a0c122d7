-- Every activity, and why it did not count at a moment of a replay.
select
  s.deed,
  s.member,
  s.target,
  s.kind,
  s.ts_us,
  s.day,
  s.week,
  s.value,
  s.visibility,
  s.derived,
  s.one_sided,
  s.communal,
  case when s.reason is null and s.ts_us > :as_of_us then 'after as_of' else s.reason end as reason
from screened_since as s
