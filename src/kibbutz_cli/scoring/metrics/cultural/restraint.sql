-- element = "cultural"
-- kind = "rate"
-- unit = "of active days"
-- needs = ["replies"]
-- says = "On how many of your active days you did not flood, say the same in two places, or name a crowd you did not answer."
-- source = "E. Ostrom, Governing the Commons, 1990: rules of use; C. Grier et al., @spam, CCS 2010: repetition and mentions as signs"
-- fails = "Repetition is seen only where the export has texts, mentions only where it has them; an event day looks like a flood."
with days as (
  select
    member,
    day
  from daily
  where outward > 0
  union
  select
    member,
    day
  from excesses
)
select
  d.member,
  sum(case when e.member is null then 1 else 0 end) as hits,
  count(*) as trials
from days as d
left join excesses as e on e.member = d.member and e.day = d.day
group by d.member
;
-- evidence
select
  d.deed,
  1.0 as amount
from deeds as d
inner join asked as q on q.member = d.member
inner join excesses as e on e.member = d.member and e.day = d.day
