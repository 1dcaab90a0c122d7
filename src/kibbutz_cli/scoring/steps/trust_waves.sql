-- The flow of trust step by step: what starts at the anchors, and what every member passes on, damped; the most that
-- came from one giver; and from what on one giver's would be most of it.
-- t = (1 - d) sum_k d^k v P^k with v uniform on the anchors, the iteration of Z. Gyongyi, H. Garcia-Molina and J. Pedersen,
-- Combating Web Spam with TrustRank, VLDB 2004, a fixed number of steps.
-- A wave is all of one step, so that nobody needs to be told apart by it; it is looked up for each endorsement, of which
-- there are many more, not they for it; and among the members, whose numbers an engine knows: it finds one by its place.
-- The same mass starts in every community, so that no newcomer changes the rounding. Rounding leaves nobody less than
-- came from one giver: of endorsements of long ago nothing would be left.
with recursive counted as (
  select count(*) as anchors
  from anchors
),
waves as (
  select
    1 as step,
    a.member,
    1000000.0 / c.anchors as mass,
    cast(0 as double) as largest
  from anchors as a
  cross join counted as c
  union all
  (
    with now as materialized (
      select
        w.step,
        w.member,
        w.mass
      from waves as w
      cross join ruler as r
      where w.step < r.trust_steps
    ),
    held as materialized (
      select
        m.member,
        n.mass
      from members as m
      inner join now as n on n.member = m.member
    )
    select
      n.step + 1 as step,
      p.member,
      greatest(p.mass, p.largest) as mass,
      p.largest
    from (
      select
        e.receiver as member,
        cast(sum(cast(w.mass * e.share as decimal(18, 9))) as double) as mass,
        max(w.mass * e.share) as largest
      from endorsements as e
      inner join held as w on w.member = e.giver
      group by e.receiver
    ) as p
    cross join (select max(step) as step from now) as n
  )
)
select
  w.step,
  w.member,
  w.mass,
  w.largest,
  r.through_share * w.mass as most
from waves as w
cross join ruler as r
