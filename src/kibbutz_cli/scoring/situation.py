"""The sentence behind ``presence``: what became of the past members in the same situation."""

from kibbutz_cli.database import Database
from kibbutz_cli.scoring.results import integer, number
from kibbutz_cli.scoring.sentences import counted
from kibbutz_cli.scoring.tables import LAST_DAY

METRIC = "presence"

FEW = 3
"""Fewer members than so many in the same situation say little of it."""

_HERE = """
select
  h.weeks < r.presence_history_weeks as tabled,
  r.presence_history_weeks,
  r.horizon_weeks,
  v.days_ago,
  t.chance,
  min(n.first_day),
  max(n.last_day)
from visits as v
inner join asked as q on q.member = v.member
inner join silences as s on v.days_ago >= s.first_day and v.days_ago <= s.last_day
inner join presence_table as t on v.days_ago >= t.silent_from and v.days_ago <= t.silent_to
cross join ruler as r
inner join silences as n on abs(n.silence - s.silence) <= r.presence_told_steps
inner join histories as h on h.peer = v.peer
where v.next_ago is null
group by all
"""

# Dates lie a week apart and count where the whole horizon after them is known; ``since`` and ``until`` are
# weeks of silence. A member who was there at several dates is one member, and each date counts in the share.
_ALIKE = """
with here as (
  select activity, peer
  from visits
  inner join asked using (member)
  where next_ago is null
),
spells as (
  select
    v.member,
    v.next_ago is not null as ended,
    v.ago - coalesce(v.next_ago, 0) as weeks,
    greatest(0, ceil((? - (v.days_ago - 7 * v.ago)) / 7)) as since,
    least(
      floor((? - (v.days_ago - 7 * v.ago)) / 7),
      v.ago - coalesce(v.next_ago, 0) - 1,
      v.ago - r.horizon_weeks
    ) as until,
    r.horizon_weeks
  from visits as v
  cross join ruler as r
  inner join here as h on abs(v.activity - h.activity) <= r.presence_told_steps and h.peer <= v.peer
)
select
  count(distinct member),
  sum(until - since + 1),
  sum(case when ended then greatest(0, until - greatest(since, weeks - horizon_weeks) + 1) else 0 end)
from spells
where until >= since
"""


def sentence(db: Database) -> str:
    """Return how many past members were in the situation of the member asked for, and how many came back.

    The counts are as they are, nothing shrunk; the situation is the one on the log scales and those so many
    steps around it as the ruler tells.
    """
    ((tabled, history, horizon, days, chance, first, last),) = db.rows(_HERE)
    weeks = counted(integer(horizon), "week")
    silent = f"after {integer(days):,} silent {'day' if days == 1 else 'days'}"
    if tabled:
        told = f"the ruler's table says {_percent(number(chance))} within {weeks} {silent}"
        return f"Less than {counted(integer(history), 'week')} of history: {told}."
    ((members, dates, returned),) = db.rows(_ALIKE, (first, last))
    if not members:
        return f"No past member was in the same situation, {silent}; those next to it give the chance."
    share = _percent(number(returned) / number(dates))
    alike = f"silent for {_span(integer(first), integer(last))}, about as active before"
    who = f"{integer(members):,} member{'' if members == 1 else 's'}"
    few = "; so few say little, and those next to it weigh more" if integer(members) < FEW else ""
    return f"Of {who} in the same situation, {share} came back within {weeks} ({alike}){few}."


def _span(first: int, last: int) -> str:
    if last == LAST_DAY:
        return f"{first:,} days or more"
    return f"{first:,} to {last:,} days" if last > first else f"{first:,} days"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
