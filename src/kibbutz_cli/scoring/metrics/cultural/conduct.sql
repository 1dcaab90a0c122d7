-- element = "cultural"
-- kind = "rate"
-- unit = "of contributions"
-- needs = ["moderation"]
-- says = "How many of your contributions stood, instead of being removed or flagged; removals are forgiven after half a year."
-- source = "J. Cheng et al., Antisocial Behavior in Online Discussion Communities, ICWSM 2015: deletion as the sign"
-- fails = "Moderators err, and some communities remove off-topic posts that others keep."
with struck as (
  select distinct d.object_deed as deed
  from deeds as d
  inner join deeds as o on o.deed = d.object_deed
  where d.kind in ('remove', 'flag') and d.member <> o.member
)
select
  d.member,
  sum(
    case
      when (s.deed is not null or d.visibility = 'removed') and d.day > r.as_of_day - r.forgiveness_days then 0
      else 1
    end
  ) as hits,
  count(*) as trials
from deeds as d
left join struck as s on s.deed = d.deed
cross join ruler as r
where d.original = 1
group by d.member
;
-- evidence
select
  d.object_deed as deed,
  1.0 as amount
from deeds as d
inner join deeds as o on o.deed = d.object_deed
inner join asked as q on q.member = o.member
where d.kind in ('remove', 'flag') and d.member <> o.member
union all
select
  d.deed,
  1.0 as amount
from deeds as d
inner join asked as q on q.member = d.member
where d.visibility = 'removed'
