-- Every shown member as one row, for tables: what the table formats say of a member, unrounded, with its place.
with scores as (
  select
    member,
    max(case when element = 'social' then score end) as social,
    max(case when element = 'social' then low end) as social_low,
    max(case when element = 'social' then high end) as social_high,
    max(case when element = 'economic' then score end) as economic,
    max(case when element = 'economic' then low end) as economic_low,
    max(case when element = 'economic' then high end) as economic_high,
    max(case when element = 'cultural' then score end) as cultural,
    max(case when element = 'cultural' then low end) as cultural_low,
    max(case when element = 'cultural' then high end) as cultural_high,
    max(case when element = 'participation' then score end) as participation,
    max(case when element = 'participation' then low end) as participation_low,
    max(case when element = 'participation' then high end) as participation_high,
    max(case when element = 'commitment' then score end) as commitment,
    max(case when element = 'commitment' then low end) as commitment_low,
    max(case when element = 'commitment' then high end) as commitment_high
  from element_scores
  group by member
)
select
  p.place,
  m.person_key as member,
  coalesce(n.name, m.person_key) as name,
  l.name as status,
  t.dormant,
  case when d.standing is not null then
    least(4, 1 + k.elements - d.elements + case when d.high - d.low > 30 then 1 else 0 end)
  end as grade,
  d.standing,
  d.low,
  d.high,
  r.rank_low,
  r.rank_high,
  m.deeds,
  m.active_weeks,
  case when q.amount > 0 then c.recognised_by end as recognised_by,
  case when a.member is null then 0 else 1 end as anchor,
  m.first_day,
  m.last_day,
  e.social,
  e.social_low,
  e.social_high,
  e.economic,
  e.economic_low,
  e.economic_high,
  e.cultural,
  e.cultural_low,
  e.cultural_high,
  e.participation,
  e.participation_low,
  e.participation_high,
  e.commitment,
  e.commitment_low,
  e.commitment_high,
  u.min_deeds,
  least(u.min_active_weeks, f.amount) as min_active_weeks,
  h.name as earned,
  t.notice_us,
  v.rank_low as weights_rank_low,
  v.rank_high as weights_rank_high,
  v.status_chance as weights_status_chance
from shown as s
inner join members as m on m.member = s.member
inner join places as p on p.member = s.member
inner join company as c on c.member = s.member
inner join statuses as t on t.member = s.member
inner join ladder as l on l.rung = t.rung
inner join ladder as h on h.rung = t.earned
left join scores as e on e.member = s.member
left join standings as d on d.member = s.member
left join ranks as r on r.member = s.member
left join sensitivities as v on v.member = s.member
left join names as n on n.member_key = m.person_key
left join (select distinct member from anchors) as a on a.member = s.member
cross join ruler as u
cross join (select count(*) as elements from elements where weight > 0) as k
inner join facts as f on f.fact = 'weeks'
inner join facts as q on q.fact = 'recognised'
