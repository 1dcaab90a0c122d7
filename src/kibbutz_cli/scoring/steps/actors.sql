-- The number of the person behind every id, acting or acted on; none for those who are not scored.
select
  h.actor as id,
  p.person,
  h.reason
from handles as h
left join people as p on p.person_key = h.member_key
