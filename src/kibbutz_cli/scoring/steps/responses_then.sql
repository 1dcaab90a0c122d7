-- Who had answered whose opening at a moment of a replay.
select
  a.opening,
  a.member,
  a.thread,
  a.opened_us,
  a.communal,
  a.by_member,
  a.ts_us,
  a.day
from responses_since as a
where a.ts_us <= :as_of_us
