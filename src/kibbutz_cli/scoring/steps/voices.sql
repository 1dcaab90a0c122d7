-- How much a member's word on another counts: an anchor's fully, anybody else's fully from a little trust on, and
-- in proportion below it, so that many accounts that share a little trust say no more than it; a stranger's not.
with voices as (
  select member, 1.0 as voice
  from anchors
  union all
  select
    t.member,
    least(1, t.amount / r.voice_percent) as voice
  from trusted as t
  cross join ruler as r
)
select member, max(voice) as voice
from voices
group by member
