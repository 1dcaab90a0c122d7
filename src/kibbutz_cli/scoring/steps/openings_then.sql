-- The openings up to a moment of a replay.
select
  o.deed,
  o.member,
  o.thread,
  o.ts_us,
  o.communal
from openings_since as o
where o.ts_us <= :as_of_us
