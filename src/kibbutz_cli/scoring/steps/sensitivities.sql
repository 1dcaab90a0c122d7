-- Every member under other weights: the ranks that most weightings give, and how often the status is reached.
-- A rung reached is met in all but its lower bound whatever the weights are, so only the bounds are asked again. The
-- elements stand side by side, not below each other: a row for every member and weighting, not five of them.
with asked as (
  select
    s.member,
    max(case when l.rung <= s.reached then l.lower_bound else 0 end) as lower_bound
  from statuses as s
  cross join ladder as l
  where l.rung > 0
  group by s.member
),
logs as (
  select
    e.member,
    e.element,
    ln(greatest(e.score, r.floor)) as level,
    ln(greatest(e.score, r.floor) / greatest(e.low, r.floor)) as down
  from element_scores as e
  inner join elements as w on w.element = e.element
  inner join standings as s on s.member = e.member
  cross join ruler as r
  where w.weight > 0
),
profiles as (
  select
    member,
    max(case when element = 'social' then 1 else 0 end) as has_social,
    max(case when element = 'economic' then 1 else 0 end) as has_economic,
    max(case when element = 'cultural' then 1 else 0 end) as has_cultural,
    max(case when element = 'participation' then 1 else 0 end) as has_participation,
    max(case when element = 'commitment' then 1 else 0 end) as has_commitment,
    min(case when element = 'social' then level else 0 end) as social,
    min(case when element = 'economic' then level else 0 end) as economic,
    min(case when element = 'cultural' then level else 0 end) as cultural,
    min(case when element = 'participation' then level else 0 end) as participation,
    min(case when element = 'commitment' then level else 0 end) as commitment,
    max(case when element = 'social' then down else 0 end) as down_social,
    max(case when element = 'economic' then down else 0 end) as down_economic,
    max(case when element = 'cultural' then down else 0 end) as down_cultural,
    max(case when element = 'participation' then down else 0 end) as down_participation,
    max(case when element = 'commitment' then down else 0 end) as down_commitment
  from logs
  group by member
),
weighted as (
  select
    p.member,
    w.draw,
    w.social * p.has_social + w.economic * p.has_economic + w.cultural * p.has_cultural
    + w.participation * p.has_participation + w.commitment * p.has_commitment as weight,
    w.social * p.social + w.economic * p.economic + w.cultural * p.cultural
    + w.participation * p.participation + w.commitment * p.commitment as level,
    w.social * p.down_social + w.economic * p.down_economic + w.cultural * p.down_cultural
    + w.participation * p.down_participation + w.commitment * p.down_commitment as down,
    w.social * p.down_social * w.social * p.down_social
    + w.economic * p.down_economic * w.economic * p.down_economic
    + w.cultural * p.down_cultural * w.cultural * p.down_cultural
    + w.participation * p.down_participation * w.participation * p.down_participation
    + w.commitment * p.down_commitment * w.commitment * p.down_commitment as down2
  from profiles as p
  cross join weightings as w
),
ranked as (
  select
    w.member,
    rank() over (partition by w.draw order by w.level / w.weight desc) as place,
    case
      when 100 * exp(
        (w.level - sqrt((1 - r.shared_elements) * w.down2 + r.shared_elements * w.down * w.down)) / w.weight
      ) >= a.lower_bound then 1
      else 0
    end as reached
  from weighted as w
  inner join asked as a on a.member = w.member
  cross join ruler as r
),
ordered as (
  select
    member,
    place,
    reached,
    row_number() over (partition by member order by place) as number
  from ranked
)
select
  o.member,
  min(case when o.number > r.sensitivity_outside then o.place end) as rank_low,
  max(case when o.number <= r.sensitivity_draws - r.sensitivity_outside then o.place end) as rank_high,
  1.0 * sum(o.reached) / r.sensitivity_draws as status_chance
from ordered as o
cross join ruler as r
group by o.member, r.sensitivity_draws, r.sensitivity_outside
