-- Which deed every counted activity answers, likes or accepts, where that is here, and the name of its conversation;
-- opens: 2 if the conversation goes by its name, 1 if it answers nothing, so that it may be the first of it.
with aside as (
  select deed
  from screened
  where reason is not null
)
select
  a.deed,
  a.platform,
  o.deed as object_deed,
  o.member as object_author,
  coalesce(a.thread_id, o.thread_id, a.object_id, a.activity_id) as thread_key,
  case when a.thread_id is null and o.thread_id is null and o.answers = 1 then o.deed end as answered_answer,
  case
    when a.object_id is not null then 0
    when coalesce(a.thread_id, a.activity_id) = a.activity_id then 2
    else 1
  end as opens
from activity as a
left join aside as s on s.deed = a.deed
left join (
  select
    b.deed,
    b.platform,
    b.activity_id,
    case when b.object_id is null then 0 else 1 end as answers,
    b.thread_id,
    h.person as member
  from activity as b
  inner join actors as h on h.id = b.actor
  left join aside as k on k.deed = b.deed
  where k.deed is null
) as o
  on o.activity_id = a.object_id
  and o.platform = a.platform
where s.deed is null
