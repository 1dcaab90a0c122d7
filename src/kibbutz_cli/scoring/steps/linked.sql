-- Every activity that counts, with the deed it answers, likes or accepts where that is here, and its conversation.
select
  s.deed,
  s.member,
  coalesce(s.target, o.member) as target,
  s.platform,
  s.kind,
  s.ts_us,
  s.day,
  s.week,
  s.value,
  s.visibility,
  s.derived,
  s.one_sided,
  o.deed as object_deed,
  coalesce(s.thread_id, o.thread_id, s.object_id, s.activity_id) as thread_key,
  case when s.thread_id is null and o.thread_id is null and o.object_id is not null then o.deed end as answered_answer
from screened as s
left join screened as o
  on o.activity_id = s.object_id
  and o.platform = s.platform
  and o.reason is null
where s.reason is null
