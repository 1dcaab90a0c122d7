-- element = "cultural"
-- kind = "rate"
-- unit = "of contributions"
-- needs = ["moderation"]
-- says = "How many of your contributions stood, instead of being removed or flagged; removals are forgiven after {forgiveness_days}."
-- source = "J. Cheng et al., Antisocial Behavior in Online Discussion Communities, ICWSM 2015: deletion as the sign"
-- fails = "Moderators err, and some communities remove off-topic posts that others keep; flags count only where the data holds a removal too."
with against as materialized (
  select
    member,
    kind,
    object_deed
  from deeds
  cross join ruler as r
  where kind in ('remove', 'flag') and day > r.as_of_day - r.forgiveness_days
),
struck as materialized (
  select
    d.object_deed as deed,
    max(case when d.kind = 'remove' then 1 else coalesce(v.voice, 0) end) as strike
  from against as d
  inner join deeds as o on o.deed = d.object_deed
  left join voices as v on v.member = d.member
  where d.member <> o.member
  group by d.object_deed
),
judged as (
  select
    d.member,
    case
      -- Nobody says when it was removed: not before it was made.
      when d.visibility = 'removed' and d.day > r.as_of_day - r.forgiveness_days then 1
      else coalesce(s.strike, 0)
    end as strike,
    case when d.target = d.member then 1 else 0 end as to_oneself
  from deeds as d
  left join struck as s on s.deed = d.deed
  cross join ruler as r
  where d.original = 1
)
select
  member,
  cast(sum(cast(1 - strike as decimal(18, 9))) as double) as hits,
  count(*) as trials
from judged
where to_oneself = 0 or strike > 0
group by member
;
-- evidence
select
  deed,
  max(strike) as amount
from (
  select
    d.object_deed as deed,
    case when d.kind = 'remove' then 1 else v.voice end as strike
  from deeds as d
  cross join ruler as r
  inner join deeds as o on o.deed = d.object_deed
  inner join asked as q on q.member = o.member
  left join voices as v on v.member = d.member
  where d.kind in ('remove', 'flag')
    and d.member <> o.member
    and o.original = 1
    and d.day > r.as_of_day - r.forgiveness_days
    and (d.kind = 'remove' or v.voice > 0)
  union all
  select
    d.deed,
    1.0 as strike
  from deeds as d
  cross join ruler as r
  inner join asked as q on q.member = d.member
  where d.visibility = 'removed' and d.original = 1 and d.day > r.as_of_day - r.forgiveness_days
) as struck
group by deed
