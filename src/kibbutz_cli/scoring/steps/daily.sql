-- What a member contributed on a day, by kind, and how much of it was not aimed at the member itself.
select
  member,
  kind,
  day,
  cast(count(*) as integer) as deeds,
  cast(sum(case when target is null or target <> member then 1 else 0 end) as integer) as outward
from deeds
where contributes = 1
group by member, kind, day -- few rows each
