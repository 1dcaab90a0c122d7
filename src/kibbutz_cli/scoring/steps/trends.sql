-- Deeds of every member in each of the last twelve blocks of four weeks; block 11 is the newest.
select
  w.member,
  11 - cast(floor((r.as_of_week - w.week) / 4) as integer) as block,
  sum(w.deeds) as deeds
from weeks as w
cross join ruler as r
where w.week > r.as_of_week - 48
group by w.member, 11 - cast(floor((r.as_of_week - w.week) / 4) as integer)
