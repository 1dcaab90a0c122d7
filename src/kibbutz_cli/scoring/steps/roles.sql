-- The roles that the exports declare, by member.
select distinct
  h.member_key,
  a.role
from activity as a
inner join handles as h on h.actor = a.actor
where a.role is not null
