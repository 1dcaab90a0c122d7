-- Every deed that counts, with its object found among the activities, and its thread by name.
select
  s.deed,
  p.person as member,
  s.platform,
  s.kind,
  s.ts_us,
  s.day,
  s.week,
  s.text_len,
  s.value,
  s.visibility,
  s.derived,
  o.deed as object_deed,
  o.member_key as object_author_key,
  s.target_key,
  coalesce(s.thread_id, o.thread_id, s.object_id, s.activity_id) as thread_key
from screened as s
inner join people as p on p.person_key = s.member_key
left join screened as o
  on o.platform = s.platform
  and o.activity_id = s.object_id
  and o.reason is null
where s.reason is null
