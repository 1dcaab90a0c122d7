-- Every activity with its member as a number, and why it does not count, if it does not.
select
  a.deed,
  h.person as member,
  t.person as target,
  a.kind,
  a.ts_us,
  a.day,
  a.week,
  a.value,
  a.visibility,
  a.derived,
  o.one_sided,
  o.communal,
  case
    when c.deed is not null then 'duplicate'
    when h.reason is not null then h.reason
    when a.ts_us is null then 'undated'
    when a.clock = 'implausible' then 'implausible time'
    when a.ts_us > r.as_of_us then 'after as_of'
    when a.ts_us < r.since_us or a.ts_us > r.until_us then 'outside the window'
  end as reason
from activity as a
inner join actors as h on h.id = a.actor
left join actors as t on t.id = a.target
inner join origins as o on o.origin = a.origin
left join copies as c on c.deed = a.deed
cross join ruler as r
