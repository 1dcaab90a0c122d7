-- Every id, acting or acted on, with the member it belongs to, a name it had up to as_of, and why it is not scored, if not:
-- by its id, its member, or any name it had, without blanks around it. An opt-out is a wish of today, not of as_of: any name
-- ever shown counts, also one by which only others call. It is the reason, whatever else somebody is: who asked to be left out
-- is named nowhere.
with ids as (
  select
    actor,
    max(case when times > 0 then name end) as actor_name
  from bylines
  group by actor
),
named as (
  select
    i.actor,
    coalesce(j.member, i.actor) as member_key,
    i.actor_name
  from ids as i
  left join identities as j on j.handle = i.actor
),
judged as (
  select
    n.member_key,
    m.reason
  from named as n
  inner join matches as m on m.said = n.actor
  union all
  select
    n.member_key,
    m.reason
  from named as n
  inner join matches as m on m.said = n.member_key
  union all
  select
    n.member_key,
    m.reason
  from bylines as b
  inner join matches as m on m.said = trim(b.name)
  inner join named as n on n.actor = b.actor
  where b.times > 0 or m.reason = 'opt-out'
),
members as (
  select
    member_key,
    coalesce(max(case when reason = 'opt-out' then reason end), min(reason)) as reason
  from judged
  group by member_key
)
select
  n.actor,
  n.member_key,
  n.actor_name,
  m.reason
from named as n
left join members as m on m.member_key = n.member_key
