-- Everybody who did something or had something done to them, as a number; numbers follow the ids.
select
  cast(row_number() over (order by h.member_key) as integer) as person,
  h.member_key as person_key
from handles as h
where h.reason is null
group by h.member_key
