-- element = "cultural"
-- kind = "chance"
-- unit = "of the scale"
-- needs = ["levels"]
-- says = "How high people whose word counts rate you, between the lowest and the highest level given here."
-- source = "A. Josang and R. Ismail, The Beta Reputation System, Bled 2002; Laplace's rule of succession"
-- fails = "Kind raters and strict raters are not told apart."
with rated as (
  select
    d.target as member,
    d.member as by_member,
    cast(sum(cast(least(1, greatest(0, (d.value - s.bottom) / (s.top - s.bottom))) as decimal(18, 9))) as double)
      / count(*) as level
  from deeds as d
  inner join scale as s on s.top > s.bottom
  where d.kind = 'endorse' and d.value is not null and d.target <> d.member
  group by d.target, d.member
),
heard as (
  select
    q.member,
    q.level,
    v.voice
  from rated as q
  inner join members as m on m.member = q.member
  inner join voices as v on v.member = q.by_member
  left join dependents as u on u.member = q.by_member and u.through = q.member
  where v.voice > 0 and u.member is null
)
select
  member,
  1 + cast(sum(cast(voice * level as decimal(18, 9))) as double) as hits,
  2 + cast(sum(cast(voice as decimal(18, 9))) as double) as trials
from heard
group by member
;
-- evidence
select
  d.deed,
  v.voice as amount
from deeds as d
inner join asked as q on q.member = d.target
inner join voices as v on v.member = d.member
left join dependents as u on u.member = d.member and u.through = d.target
where d.kind = 'endorse' and d.value is not null and d.target <> d.member and v.voice > 0 and u.member is null
