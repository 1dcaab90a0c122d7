"""What can be added to a member's deeds in a counterfactual: silent weeks, people to meet, acceptances."""

from typing import NamedTuple

from kibbutz_cli.database import Database, Row
from kibbutz_cli.model.activity import DAY_US, Kind, week_of
from kibbutz_cli.scoring import needs, pipeline, tables
from kibbutz_cli.scoring.results import integer


class Change(NamedTuple):
    """What is added to a member's deeds, as of the same moment.

    Attributes:
        weeks: Silent weeks, the newest first, that get one contribution.
        people: Members new to this one, or met one way only, who answer a contribution and are answered back.
        accepted: Contributions that somebody accepts.
    """

    weeks: int
    people: int
    accepted: int


class Question(NamedTuple):
    """Whose next rung is asked for, and in which community."""

    db: Database
    plan: pipeline.Plan
    span: tables.Span
    member: int
    rung: int


class Room(NamedTuple):
    """What there is to add, of what this data can show.

    Attributes:
        weeks: Silent weeks since the first deed, the newest first.
        people: Members not met yet both ways, if there are words of one member to another at all.
        accepted: Acceptances.
        silent: Why no meeting can be added; empty if one can.
    """

    weeks: list[int]
    people: list[int]
    accepted: int
    silent: str = ""

    @property
    def most(self) -> Change:
        """Return the largest change there is room for."""
        return Change(len(self.weeks), len(self.people), self.accepted)


MOST_ACCEPTED = 32


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
    silent = needs.unmet(["replies"], needs.facts(db), False, asked.plan.ruler)
    people = [] if silent else db.rows(_PEOPLE, member * 5)
    ((accepts,),) = db.rows("select count(*) from metrics where metric = 'value_delivered' and scored = 1")
    return Room(
        [integer(week) for (week,) in weeks],
        [integer(person) for (person,) in people],
        MOST_ACCEPTED if accepts and people else 0,
        silent,
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
-- Where trust reaches nobody, everybody counts until an anchor's answer lets it flow: they come last there.
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
those in the middle, first. Whom an anchor answers back is trusted by it."""


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
