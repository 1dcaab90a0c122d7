-- Every actor with the member it belongs to, the name to show, and why it is not scored, if it is not.
with named as (
  select
    a.actor,
    coalesce(i.member, a.actor) as member_key,
    max(a.actor_name) as actor_name
  from activity as a
  left join identities as i on i.handle = a.actor
  group by a.actor, coalesce(i.member, a.actor)
),
judged as (
  select
    n.actor,
    n.member_key,
    n.actor_name,
    min(e.reason) as reason
  from named as n
  left join exclusions as e
    on n.actor ilike e.pattern escape '\'
    or n.member_key ilike e.pattern escape '\'
    or n.actor_name ilike e.pattern escape '\'
  group by n.actor, n.member_key, n.actor_name
),
members as (
  select member_key, min(reason) as reason
  from judged
  group by member_key
)
select
  j.actor,
  j.member_key,
  j.actor_name,
  m.reason
from judged as j
inner join members as m on m.member_key = j.member_key
