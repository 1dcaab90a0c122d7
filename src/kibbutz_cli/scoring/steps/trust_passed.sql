-- What part of every wave's mass went through whom on its way, where that is the most of it.
-- Accounts that nobody but their maker endorses have all of their mass through the maker.
-- An engine keeps what a recursion is joined with in memory: of a large community that would be all waves and all
-- endorsements. So every step takes out of the waves, and out of what was passed, of which the engine expects more than
-- there is, what it asks about; and endorsements are joined from the left, which lets them pass by. Who had too little
-- through all others together is not asked about one by one.
-- A row without a member carries the count of steps on, so that what begins late is met too.
with recursive passed as (
  select
    1 as step,
    cast(null as integer) as member,
    cast(null as integer) as through,
    cast(null as double) as mass
  union all
  (
    with held as materialized (
      select
        member,
        through,
        mass
      from passed
      where member is not null
    ),
    now as materialized (
      select
        step,
        member,
        largest,
        most
      from trust_waves
      where step in (select step + 1 from passed)
    ),
    before as materialized (
      select
        member,
        mass
      from trust_waves
      where step in (select step from passed)
    ),
    moved as materialized (
      select
        e.receiver as member,
        p.through,
        p.mass * e.share as mass
      from endorsements as e
      inner join held as p on p.member = e.giver
      where p.through <> e.receiver
    ),
    likely as (
      select s.member
      from (
        select
          member,
          greatest(cast(sum(cast(mass as decimal(18, 9))) as double), max(mass)) as mass
        from moved
        group by member
      ) as s
      inner join now as n on n.member = s.member
      where s.mass + n.largest >= n.most
    ),
    around as materialized (
      select
        member,
        through,
        greatest(cast(sum(cast(mass as decimal(18, 9))) as double), max(mass)) as mass
      from moved
      where member in (select member from likely)
      group by member, through
    ),
    found as (
      select
        a.member,
        a.through,
        a.mass + coalesce(b.mass * e.share, 0) as mass
      from around as a
      left join (
        select
          giver,
          receiver,
          share
        from endorsements
        where (giver, receiver) in (select through, member from around)
      ) as e on e.giver = a.through and e.receiver = a.member
      left join before as b on b.member = e.giver
      union all
      select
        s.member,
        s.through,
        s.mass
      from passed as p
      inner join trust_straight as s on s.step = p.step + 1
      where p.member is null
    ),
    largest as (
      select
        member,
        through,
        max(mass) as mass
      from found
      group by member, through
    )
    select
      n.step,
      l.member,
      l.through,
      l.mass
    from largest as l
    inner join now as n on n.member = l.member
    where l.mass >= n.most
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
