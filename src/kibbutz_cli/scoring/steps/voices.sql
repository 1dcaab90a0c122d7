-- How much a member's word against another counts: an anchor's fully, else as the trust that arrives there, at
-- most like the mean of those it arrives at; a stranger's not at all.
with received as (
  select
    member,
    cast(sum(cast(arrived as decimal(18, 9))) as double) as arrived
  from trust_flow
  group by member
),
typical as (
  select cast(sum(cast(arrived as decimal(18, 9))) as double) / count(*) as arrived
  from received
  where arrived > 0
),
voices as (
  select member, 1.0 as voice
  from anchors
  union all
  select
    r.member,
    least(1, r.arrived / t.arrived) as voice
  from received as r
  cross join typical as t
  where t.arrived > 0
)
select member, max(voice) as voice
from voices
group by member
