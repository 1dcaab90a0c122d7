-- element = "economic"
-- kind = "amount"
-- unit = "value"
-- needs = ["value"]
-- says = "What others accepted, rewarded or paid for; older value counts for less."
-- source = "A. Anderson et al., Discovering Value from Community Activity on Focused Question Answering Sites, KDD 2012"
-- fails = "Only what the export records as accepted or rated is seen; thanks in words are not."
with judged as (
  -- Of what one member judges of another on a day three deeds count, as of ties: more of them share the worth of three.
  select
    d.target as member,
    coalesce(d.value, 1) * d.weight * d.decay * case when d.value < 0 then coalesce(v.voice, 0) else 1 end as worth,
    least(1, cast(r.deeds_per_day as double) / count(*) over (partition by d.member, d.target, d.day)) as part
  from deeds as d
  left join voices as v on v.member = d.member
  inner join peers as p on p.member = d.member
  left join dependents as u on u.member = d.member and u.through = d.target
  cross join ruler as r
  where d.kind in ('accept', 'endorse') and d.target is not null and d.target <> d.member
    and u.member is null
),
delivered as (
  select
    member,
    worth,
    part
  from judged
  union all
  select
    member,
    value * decay as worth,
    1 as part
  from deeds
  where kind not in ('accept', 'endorse', 'review', 'like', 'dislike', 'remove', 'flag') and value is not null
)
select
  member,
  cast(sum(cast(part * worth as decimal(18, 6))) as double) as amount,
  cast(sum(cast(part * worth * worth as decimal(38, 6))) as double) as squares
from delivered
group by member
;
-- evidence
select
  d.deed,
  coalesce(d.value, 1) * d.weight * d.decay
    * case when d.value < 0 then coalesce(v.voice, 0) else 1 end
    * least(1, cast(r.deeds_per_day as double) / count(*) over (partition by d.member, d.target, d.day)) as amount
from deeds as d
inner join asked as q on q.member = d.target
left join voices as v on v.member = d.member
inner join peers as p on p.member = d.member
left join dependents as u on u.member = d.member and u.through = d.target
cross join ruler as r
where u.member is null
  and d.kind in ('accept', 'endorse') and d.target <> d.member
union all
select
  d.deed,
  d.value * d.decay as amount
from deeds as d
inner join asked as q on q.member = d.member
where d.kind not in ('accept', 'endorse', 'review', 'like', 'dislike', 'remove', 'flag') and d.value is not null
