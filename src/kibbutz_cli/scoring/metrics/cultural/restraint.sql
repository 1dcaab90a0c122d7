-- element = "cultural"
-- kind = "rate"
-- unit = "of active days"
-- needs = ["replies"]
-- says = "On how many of your active days you did not flood, say the same in two places, or name a crowd you did not answer."
-- source = "E. Ostrom, Governing the Commons, 1990: rules of use; C. Grier et al., @spam, CCS 2010: repetition and mentions as signs"
-- fails = "Repetition is seen only where the export has texts, mentions only where it has them; an event day looks like a flood."
select
  member,
  count(*) - sum(excess) as hits,
  count(*) as trials
from judged_days
group by member
;
-- evidence
select
  d.deed,
  1.0 as amount
from deeds as d
inner join asked as q on q.member = d.member
inner join judged_days as j on j.member = d.member and j.day = d.day
where j.excess = 1
