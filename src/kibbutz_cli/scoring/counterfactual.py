"""The smallest change that reaches the next rung, found by really adding it and scoring again.

An explanation by counterfactual: S. Wachter, B. Mittelstadt and C. Russell, Counterfactual Explanations
without Opening the Black Box, Harvard Journal of Law & Technology 31, 2018. Smallest means that no item of
the change can be less while the others stay.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from kibbutz_cli.database import Database, Row
from kibbutz_cli.model.activity import DAY_US, Kind, week_of
from kibbutz_cli.scoring import pipeline, steps, tables
from kibbutz_cli.scoring.results import integer
from kibbutz_cli.scoring.support import Level, level


class Change(NamedTuple):
    """What is added to a member's deeds, as of the same moment.

    Attributes:
        weeks: Silent weeks, the newest first, that get one contribution.
        people: Members new to this one, or met one way only, who answer a contribution, and are answered back.
        accepted: Contributions that somebody accepts.
    """

    weeks: int
    people: int
    accepted: int


class Found(NamedTuple):
    """What a change leads to; or why none does.

    Attributes:
        change: The smallest change, or none.
        level: The standing after it.
        why_not: Why no change reaches the rung; empty if one does.
    """

    change: Change | None
    level: Level | None
    why_not: str = ""


class Outcome(NamedTuple):
    """Whether a change reached the rung, and the standing after it, if there was evidence for one."""

    reached: bool
    level: Level | None


class Question(NamedTuple):
    """Whose next rung is asked for, and in which community."""

    db: Database
    plan: pipeline.Plan
    span: tables.Span
    member: int
    rung: int


class Room(NamedTuple):
    """What there is to add: silent weeks since the first deed, members not met yet or one way, acceptances."""

    weeks: list[int]
    people: list[int]
    accepted: int

    @property
    def most(self) -> Change:
        """Return the largest change there is room for."""
        return Change(len(self.weeks), len(self.people), self.accepted)


MOST_ACCEPTED = 32


def smallest(asked: Question) -> Found:
    """Return the smallest change that lifts the member to the rung."""
    lacking = _lacking(asked)
    if reason := _out_of_reach(lacking):
        return Found(None, None, reason)
    room = room_for(asked)
    least = Change(integer(lacking["active_weeks"]), _people(lacking), 0)
    if any(need > have for need, have in zip(least, room.most, strict=True)):
        return Found(None, None, _too_little(lacking, least, room))

    asked.db.execute(_BEFORE)

    @cache
    def tried(change: Change) -> Outcome:
        return _tried(asked, room, change)

    enough = _grown(least, room.most, lambda change: tried(change).reached)
    if enough is None:
        return Found(None, None, "more active weeks, people and answers alone do not reach it from here")
    change = _shrunk(least, enough, lambda each: tried(each).reached)
    return Found(change, tried(change).level)


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


def _out_of_reach(lacking: dict[str, float]) -> str:
    if lacking["min_elements"]:
        return "this data shows too few elements"
    if months := integer(lacking["tenure_months"]):
        more = f"{months} more month{'s' if months > 1 else ''} since the first deed"
        return f"{_time(lacking, 'tenure_months')}: {more}"
    return ""


def _time(lacking: dict[str, float], gate: str) -> str:
    """Return that time must pass, and whether it is all that is missing."""
    alone = not any(value for name, value in lacking.items() if name != gate)
    return "only time brings it" if alone else "it takes time, and not time alone"


def _too_little(lacking: dict[str, float], least: Change, room: Room) -> str:
    if least.weeks > len(room.weeks):
        more = least.weeks - len(room.weeks)
        return f"{_time(lacking, 'active_weeks')}: {more} more week{'s' if more > 1 else ''} to be active in"
    asks = f"it asks for {least.people} more {'person' if least.people == 1 else 'people'}"
    have = len(room.people)
    if not have:
        return f"{asks}, and everybody here is met already"
    return f"{asks}, and {have} here {'is' if have == 1 else 'are'} not met yet, or one way only"


def room_for(asked: Question) -> Room:
    """Return what there is to add for a member, in the order in which it is added."""
    db, member = asked.db, (asked.member,)
    weeks = db.rows(
        """
        with span as (
          select m.first_week + n.week as week
          from members as m
          cross join ruler as r
          cross join (select unnest(range(cast(0 as bigint), 5300)) as week) as n
          where m.member = ? and m.first_week + n.week <= r.as_of_week
        )
        select s.week
        from span as s
        left join weeks as w on w.week = s.week and w.member = ?
        where w.week is null
        order by s.week desc
        """,
        member * 2,
    )
    people = db.rows(_PEOPLE, member * 5)
    ((accepts,),) = db.rows("select count(*) from metrics where metric = 'value_delivered' and scored = 1")
    return Room(
        [integer(week) for (week,) in weeks],
        [integer(person) for (person,) in people],
        MOST_ACCEPTED if accepts and people else 0,
    )


_PEOPLE = """
with met as (
  select receiver as member from ties where giver = ?
  union
  select giver as member from ties where receiver = ?
),
-- With whom it went both ways, and who recognised the member: one more answer from them adds nothing.
close as (
  select m.partner as member
  from mutual as m
  inner join ties as t on t.giver = m.partner and t.receiver = m.member
  where m.member = ? and t.recognises = 1
),
-- Where trust reaches nobody, everybody counts until an anchor's answer lets it flow: so anchors come last there.
flowing as (
  select count(*) as members
  from trusted
),
others as (
  select
    m.member,
    case when t.member is null then 0 else 1 end as met,
    case when (v.member is not null) = (f.members > 0) then 0 else 1 end as unheard,
    s.standing
  from members as m
  left join met as t on t.member = m.member
  left join close as c on c.member = m.member
  left join (select member from voices where voice > 0) as v on v.member = m.member
  left join standings as s on s.member = m.member
  cross join flowing as f
  where c.member is null and m.member <> ?
),
ordered as (
  select
    member,
    met,
    unheard,
    case when standing is null then 1 else 0 end as unscored,
    row_number() over (partition by met order by coalesce(standing, -1) desc, member) as place,
    count(standing) over (partition by met) as scored
  from others
)
select o.member
from ordered as o
left join anchors as a on a.member = ?
order by
  case when a.member is null then o.unheard else 0 end,
  o.met,
  o.unheard,
  o.unscored,
  abs(2 * o.place - o.scored),
  o.member
"""
"""Whom the member has not met, or one way only: those whose word counts, of them those not met, and of them
those in the middle, first. For an anchor everybody's word counts."""


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


def added(asked: Question, room: Room, change: Change) -> list[Row]:
    """Return the deeds of a change as rows of the table ``added``; all lie before the moment spoken of."""
    ((highest,),) = asked.db.rows("select max(deed) from activity")
    deeds = _Deeds(asked.member, integer(highest) + 1, asked.span.as_of_us)
    for week in room.weeks[: change.weeks]:
        deeds.post(7 * week - 3)
    yesterday = asked.span.as_of_us // DAY_US - 1
    for place, person in enumerate(room.people[: change.people]):
        post = deeds.post(yesterday - place % 5)
        deeds.back(deeds.answer(Kind.REPLY, person, post), person)
    for place in range(change.accepted):
        post = deeds.post(yesterday - place % 5)
        deeds.answer(Kind.ACCEPT, room.people[place % len(room.people)], post)
    return deeds.rows


class _Deeds:
    """Deeds of a member and of others towards them, numbered from ``first``; none is after ``last_us``."""

    def __init__(self, member: int, first: int, last_us: int) -> None:
        self.rows: list[Row] = []
        self._member = member
        self._first = first
        self._last_us = last_us

    def post(self, day: int) -> int:
        """Add a contribution and return its number."""
        return self._add(self._member, Kind.POST, day, None, None)

    def answer(self, kind: Kind, person: int, deed: int) -> int:
        """Add what somebody does on a deed of the member, and return its number."""
        return self._add(person, kind, self._day(deed), deed, self._member)

    def back(self, deed: int, person: int) -> int:
        """Add the member's reply to somebody's deed, and return its number."""
        return self._add(self._member, Kind.REPLY, self._day(deed), deed, person)

    def _day(self, deed: int) -> int:
        return integer(self.rows[deed - self._first][4])

    def _add(self, member: int, kind: Kind, day: int, on: int | None, target: int | None) -> int:
        number = self._first + len(self.rows)
        thread = number if on is None else self.rows[on - self._first][8]
        moment = min(day * DAY_US + len(self.rows) + 1, self._last_us)
        self.rows.append((number, member, str(kind), moment, day, week_of(day), on, target, thread))
        return number
