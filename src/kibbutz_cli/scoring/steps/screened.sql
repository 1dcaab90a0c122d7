-- Every activity with its member, and why it does not count, if it does not.
select
  a.deed,
  h.member_key,
  coalesce(i.member, a.target) as target_key,
  a.platform,
  a.activity_id,
  a.object_id,
  a.thread_id,
  a.kind,
  a.ts_us,
  a.day,
  a.week,
  a.text_len,
  a.value,
  a.visibility,
  a.derived,
  case
    when c.deed is not null then 'duplicate'
    when h.reason is not null then h.reason
    when a.ts_us is null then 'undated'
    when a.clock = 'implausible' then 'implausible time'
    when a.ts_us > r.as_of_us then 'after as_of'
    when a.ts_us < r.since_us or a.ts_us > r.until_us then 'outside the window'
  end as reason
from activity as a
inner join handles as h on h.actor = a.actor
left join copies as c on c.deed = a.deed
left join identities as i on i.handle = a.target
cross join ruler as r
