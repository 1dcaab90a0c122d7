-- The order of every list: standing down, then member id; members without a standing last.
select
  m.member,
  m.person_key,
  row_number() over (order by case when s.standing is null then 1 else 0 end, s.standing desc, m.person_key) as place
from members as m
left join standings as s on s.member = m.member
