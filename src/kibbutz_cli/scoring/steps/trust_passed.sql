-- What part of every wave's mass went through whom on its way, where that is the most of it.
-- Accounts that nobody but their maker endorses have all of their mass through the maker.
-- In every step, endorsements are looked through for those that are asked about: an engine keeps what a recursion is
-- joined with in memory, and of a large community that would be all of them, twice.
-- A row without a member carries the count of steps on, so that what begins late is met too.
with recursive passed as (
  select
    1 as step,
    cast(null as integer) as member,
    cast(null as integer) as through,
    cast(null as double) as mass
  union all
  (
    with onward as materialized (
      select
        giver,
        receiver,
        share
      from endorsements
      where giver in (select member from passed)
    ),
    around as (
      select
        p.step + 1 as step,
        e.receiver as member,
        p.through,
        sum(cast(p.mass * r.damping * e.share as decimal(18, 9))) as mass
      from passed as p
      inner join onward as e on e.giver = p.member
      cross join ruler as r
      where e.receiver <> p.through
      group by p.step, e.receiver, p.through
    ),
    found as (
      select
        a.step,
        a.member,
        a.through,
        a.mass + cast(coalesce(b.mass * r.damping * e.share, 0) as decimal(18, 9)) as mass
      from around as a
      cross join ruler as r
      left join (
        select
          giver,
          receiver,
          share
        from endorsements
        where (giver, receiver) in (select through, member from around)
      ) as e on e.giver = a.through and e.receiver = a.member
      left join trust_waves as b on b.member = e.giver and b.step = a.step - 1
      union all
      select
        s.step,
        s.member,
        s.through,
        s.mass
      from passed as p
      inner join trust_straight as s on s.step = p.step + 1
      where p.member is null
    ),
    largest as (
      select
        step,
        member,
        through,
        cast(max(mass) as double) as mass
      from found
      group by step, member, through
    )
    select
      l.step,
      l.member,
      l.through,
      l.mass
    from largest as l
    inner join trust_waves as n on n.member = l.member and n.step = l.step
    cross join ruler as r
    where l.mass >= r.through_share * n.mass
    union all
    select
      p.step + 1 as step,
      p.member,
      p.through,
      p.mass
    from passed as p
    cross join ruler as r
    where p.member is null and p.step < r.trust_steps
  )
)
select
  member,
  through,
  mass
from passed
where member is not null
