-- How many weeks the visits of peers (1) reach back, and those of everybody (0), peers among them.
-- What peers did is compared with peers alone, which no stranger changes.
select
  k.peer,
  coalesce(max(v.ago) + 1, 0) as weeks
from (select 0 as peer union all select 1 as peer) as k
left join visits as v on v.peer >= k.peer
group by k.peer
