-- Deeds whose id came before on the same platform; one of them is kept, the same one in any order of input:
-- the newest that as_of allows, and of those as old one that shows most: of an export of everybody's deeds before one of
-- a single person's, and what answers something before what seems to answer nothing.
with repeated as materialized (
  select platform, activity_id
  from activity
  group by platform, activity_id -- few rows each
  having count(*) > 1
),
ordered as (
  select
    a.deed,
    row_number() over (
      partition by a.platform, a.activity_id
      order by
        case when a.ts_us > m.as_of_us then 1 else 0 end,
        a.ts_us desc nulls last,
        o.one_sided,
        o.communal desc,
        case when a.object_id is null then 1 else 0 end,
        case when a.target is null then 1 else 0 end,
        a.kind,
        a.actor,
        a.target nulls last,
        a.object_id nulls last,
        a.text_len desc,
        a.text_print nulls last,
        a.role nulls last,
        a.visibility,
        a.value nulls last,
        a.actor_name nulls last,
        a.thread_id nulls last,
        a.clock,
        a.derived
    ) as place
  from activity as a
  inner join repeated as r on r.platform = a.platform and r.activity_id = a.activity_id
  inner join origins as o on o.origin = a.origin
  cross join ruler as m
)
select deed
from ordered
where place > 1
