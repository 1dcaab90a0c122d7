-- The roles that the exports declare, by member, and since when; one told without a time is known at every time.
select
  h.member_key,
  a.role,
  min(coalesce(a.ts_us, r.since_us)) as since_us
from activity as a
inner join handles as h on h.actor = a.actor
cross join ruler as r
where a.role is not null
group by h.member_key, a.role
