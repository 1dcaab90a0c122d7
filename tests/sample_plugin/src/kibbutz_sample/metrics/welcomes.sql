-- element = "social"
-- kind = "amount"
-- unit = "people"
-- needs = ["replies"]
-- says = "How many people heard their first word here from you."
-- source = "R. Kraut and P. Resnick, Building Successful Online Communities, 2012: a welcome keeps newcomers"
-- fails = "The first word can be a complaint."
-- weight = 1.0
-- target = 5.0
with heard as (
  select
    member,
    row_number() over (partition by target order by ts_us, deed) as place
  from deeds
  where target is not null and target <> member
)
select
  member,
  cast(count(*) as double) as amount,
  cast(count(*) as double) as squares
from heard
where place = 1
group by member
;
-- evidence
select
  h.deed,
  1.0 as amount
from (
  select
    deed,
    member,
    row_number() over (partition by target order by ts_us, deed) as place
  from deeds
  where target is not null and target <> member
) as h
inner join asked as q on q.member = h.member
where h.place = 1
