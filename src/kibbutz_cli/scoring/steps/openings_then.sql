-- The openings up to a moment of a replay.
select
  o.deed,
  o.member,
  o.thread,
  o.ts_us,
  o.communal
from openings_since as o
cross join ruler as r
where o.ts_us <= r.as_of_us
