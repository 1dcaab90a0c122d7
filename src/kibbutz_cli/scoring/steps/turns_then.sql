-- To whose answer the member had come back at a moment of a replay.
select
  t.opening,
  t.by_member,
  t.ts_us
from turns_since as t
where t.ts_us <= :as_of_us
