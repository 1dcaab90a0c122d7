"""The smallest change that reaches the next rung, found by really adding it and scoring again.

An explanation by counterfactual: S. Wachter, B. Mittelstadt and C. Russell, Counterfactual Explanations
without Opening the Black Box, Harvard Journal of Law & Technology 31, 2018. Smallest means that no item of
the change can be less while the others stay.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from kibbutz_cli.model.activity import DAY_US, week_of
from kibbutz_cli.scoring import pipeline, steps, tables
from kibbutz_cli.scoring.additions import Change, Question, Room, added, room_for
from kibbutz_cli.scoring.results import integer
from kibbutz_cli.scoring.sentences import counted
from kibbutz_cli.scoring.support import Level, level


class Found(NamedTuple):
    """What a change leads to; or why none does.

    Attributes:
        change: The smallest change, or none.
        level: The standing after it.
        why_not: Why no change reaches the rung; empty if one does.
        within_weeks: The window out of which weeks of before go while those of the change come; else 0.
    """

    change: Change | None
    level: Level | None
    why_not: str = ""
    within_weeks: int = 0


class Outcome(NamedTuple):
    """Whether a change reached the rung, and the standing after it, if there was evidence for one."""

    reached: bool
    level: Level | None


def smallest(asked: Question) -> Found:
    """Return the smallest change that lifts the member to the rung."""
    lacking = _lacking(asked)
    if reason := _out_of_reach(lacking, _others(asked), _asleep(asked)):
        return Found(None, None, reason)
    room = room_for(asked)
    least = Change(integer(lacking["active_weeks"]), _people(lacking), 0)
    if any(need > have for need, have in zip(least, room.most, strict=True)):
        return Found(None, None, _too_little(asked, lacking, least, room))

    asked.db.execute(_BEFORE)

    @cache
    def tried(change: Change) -> Outcome:
        return _tried(asked, room, change)

    enough = _grown(least, room.most, lambda change: tried(change).reached)
    if enough is None:
        return Found(None, None, _in_vain(room))
    change = _shrunk(least, enough, lambda each: tried(each).reached)
    weeks, window = _lasting(asked, change.weeks)
    kept = change._replace(weeks=min(weeks, room.most.weeks))
    if not tried(kept).reached:
        return Found(change, tried(change).level)
    return Found(kept, tried(kept).level, within_weeks=window)


def _lasting(asked: Question, weeks: int) -> tuple[int, int]:
    """Return how many weeks to come it takes where so many silent ones would do now, and in which window.

    Nobody can act in the past: while the weeks come, those of before leave the window of a rung. The window
    is told where fewer weeks would do if none of them left it.
    """
    windows = [
        (integer(needed), integer(within))
        for needed, within in asked.db.rows(
            "select active_weeks, within_weeks from ladder where rung <= ? and within_weeks > 0 order by 2",
            (asked.rung,),
        )
    ]
    active = [
        integer(week) for (week,) in asked.db.rows("select week from weeks where member = ?", (asked.member,))
    ]
    now, window = week_of(asked.span.as_of_us // DAY_US), 0
    last = max(active, default=now)

    def counting(end: int, within: int) -> int:
        return sum(week > end - within for week in active)

    for needed, within in windows if weeks else []:
        while weeks < needed and weeks + counting(now + weeks, within) < needed:
            weeks += 1
        fewer = weeks - 1
        if fewer + counting(now + fewer, within) < needed <= fewer + counting(last, within):
            window = within
    return weeks, window


def _lacking(asked: Question) -> dict[str, float]:
    """Return how much of each gate of the rung is missing."""
    ((*values,),) = asked.db.rows(
        """
        select
          greatest(0, l.active_weeks - g.active_weeks),
          greatest(0, l.mutual_partners - g.mutual_partners),
          greatest(0, l.partners - g.partners),
          greatest(0, l.recognised_by - g.recognised_by),
          greatest(0, l.tenure_months - g.tenure_months),
          greatest(0, l.min_elements - g.elements),
          case
            when g.lower_bound >= l.lower_bound
              and (l.no_element_below = 0 or g.weakest_element >= l.no_element_below)
              and g.strong_elements >= l.strong_elements then 0
            else 1
          end
        from gates as g
        inner join ladder as l on l.rung = g.rung
        where g.member = ? and g.rung = ?
        """,
        (asked.member, asked.rung),
    )
    return {gate: float(value or 0) for gate, value in zip(_GATES, values, strict=True)}


_GATES = (
    "active_weeks",
    "mutual_partners",
    "partners",
    "recognised_by",
    "tenure_months",
    "min_elements",
    "scores",
)
"""What a rung asks; of the scores it is told only whether they suffice."""


def _people(lacking: dict[str, float]) -> int:
    return integer(max(lacking["mutual_partners"], lacking["partners"], lacking["recognised_by"]))


def _asleep(asked: Question) -> bool:
    """Return whether the member is silent for so long that nothing comes of waiting."""
    return bool(asked.db.rows("select 1 from statuses where member = ? and dormant = 1", (asked.member,)))


def _others(asked: Question) -> tuple[int, int]:
    """Return with how many members the rung asks for deeds, and how many others there are."""
    ((needed, others),) = asked.db.rows(
        "select l.partners, m.others from ladder as l "
        "cross join (select count(*) - 1 as others from members) as m where l.rung = ?",
        (asked.rung,),
    )
    return integer(needed), integer(others)


def _out_of_reach(lacking: dict[str, float], company: tuple[int, int], asleep: bool) -> str:
    if lacking["min_elements"]:
        return "too few elements count towards the standing"
    needed, others = company
    if needed > others:
        there = "is 1 other" if others == 1 else f"are {others} others"
        return f"it asks for deeds with {counted(needed, 'different member')}, and there {there} here"
    if months := integer(lacking["tenure_months"]):
        more = f"{counted(months, 'more month')} from the first to the last deed"
        return f"{_time(lacking, 'tenure_months', asleep)}: {more}"
    return ""


def _time(lacking: dict[str, float], gate: str, asleep: bool = False) -> str:
    """Return that time must pass, and whether it is all that is missing; who sleeps has to be back for it."""
    alone = not any(value for name, value in lacking.items() if name != gate)
    if asleep:
        return (
            "only time and being back bring it"
            if alone
            else "it takes time and being back, and not these alone"
        )
    return "only time brings it" if alone else "it takes time, and not time alone"


def _too_little(asked: Question, lacking: dict[str, float], least: Change, room: Room) -> str:
    if least.weeks > len(room.weeks):
        more, _ = _lasting(asked, least.weeks)
        return f"{_time(lacking, 'active_weeks')}: {counted(more, 'more week')} to be active in"
    asks = f"it asks for {least.people} more {'person' if least.people == 1 else 'people'}"
    if room.silent:
        return f"{asks}, and this cannot be tried here: {room.silent}"
    have = len(room.people)
    if not have:
        return f"{asks}, and everybody here is met already"
    return f"{asks}, and {have} here {'is' if have == 1 else 'are'} not met yet, or one way only"


def _in_vain(room: Room) -> str:
    if room.silent:
        return f"more active weeks alone do not reach it, and more people cannot be tried here: {room.silent}"
    return "more active weeks, people and answers alone do not reach it"


def _grown(least: Change, most: Change, enough: Callable[[Change], bool]) -> Change | None:
    """Return a change that is enough: the least, with more and more of everything."""
    more, change = 0, least
    while not enough(change):
        if change == most:
            return None
        more = 2 * more or 1
        change = Change(*(min(have, need + more) for need, have in zip(least, most, strict=True)))
    return change


def _shrunk(least: Change, change: Change, enough: Callable[[Change], bool]) -> Change:
    """Return the change with as little of each item as is still enough, people first."""
    for item in ("people", "accepted", "weeks"):
        low, high = getattr(least, item), getattr(change, item)
        while low < high:
            middle = (low + high) // 2
            if enough(change._replace(**{item: middle})):
                high = middle
            else:
                low = middle + 1
        change = change._replace(**{item: high})
    return change


def _tried(asked: Question, room: Room, change: Change) -> Outcome:
    """Return whether a change reaches the rung, and the standing after it."""
    with asked.db.fork("tried") as fork:
        tables.create(fork, "added", _ADDED, added(asked, room, change))
        fork.execute("create table deeds as select * from deeds")
        fork.execute(_INSERT)
        fork.execute(_TOLD)
        pipeline.judge(fork, asked.plan, steps.standings())
        ((rung,),) = fork.rows("select rung from statuses where member = ?", (asked.member,))
        return Outcome(integer(rung) >= asked.rung, level(fork, asked.member))


_ADDED = """
  deed bigint, member integer, kind varchar, ts_us bigint, day integer, week integer,
  object_deed bigint, target integer, thread bigint
"""

_INSERT = """
insert into deeds by name
select
  a.*,
  p.platform,
  'public' as visibility,
  0 as one_sided,
  o.communal,
  case when a.object_deed is null then 2 else 0 end as opens,
  k.weight,
  k.daily_cap,
  k.active,
  k.contributes,
  k.original,
  k.endorses,
  k.recognises,
  exp(ln(2) * (a.day - r.as_of_day) / r.half_life_days) as decay
from added as a
inner join kinds as k on k.kind = a.kind
cross join (select min(platform) as platform from deeds) as p
cross join (select min(origin) as origin from activity_before) as f
inner join origins as o on o.origin = f.origin
cross join ruler as r
"""


_BEFORE = """
create or replace table activity_before as
select deed, activity_id, text_print, origin
from activity
"""
"""What the steps after the deeds ask of an activity itself."""

_TOLD = """
create view activity as
select deed, activity_id, text_print
from activity_before
union all
select
  d.deed,
  format('added {}', d.deed) as activity_id,
  cast(null as bigint) as text_print
from added as d
"""
"""The same of those that are there and those that are added."""
