"""From the tables of results to the words of the report, for the members that are shown.

Rows become plain records first, and all records become models in one call: a million parts
take a third of the time that a million constructors would.
"""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias

from pydantic import TypeAdapter

from kibbutz_cli.model.report import Element, ElementScore, MemberReport, Part, Standing
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.scoring.database import Database, Value
from kibbutz_cli.scoring.ladder import statuses

Record: TypeAlias = dict[str, Any]

DIGITS = 9
BLOCKS = 12
WIDE = 30
"""Points between the ends of an interval from which it counts as wide."""

EPOCH = date(1970, 1, 1)

PART = tuple(Part.model_fields)
ELEMENT = tuple(name for name in ElementScore.model_fields if name not in ("element", "parts"))
STANDING = tuple(Standing.model_fields)

_MEMBERS = """
select
  m.member, m.person_key, coalesce(n.name, m.person_key), a.member is not null, m.deeds, m.active_weeks,
  m.first_day, m.last_day, c.recognised_by
from shown as s
inner join members as m on m.member = s.member
inner join places as o on o.member = s.member
inner join company as c on c.member = s.member
left join names as n on n.member_key = m.person_key
left join (select distinct member from anchors) as a on a.member = s.member
order by o.place
"""

_PARTS = """
select
  p.member, p.element, p.metric, round(p.value, 9), m.unit, round(p.hits, 9), round(p.trials, 9),
  round(p.score, 9), round(sqrt(p.variance), 9), round(p.share, 9), round(p.adds, 9)
from parts as p
inner join metrics as m on m.metric = p.metric
inner join shown as s on s.member = p.member
order by p.member, p.share desc, p.metric
"""

_ELEMENTS = """
with totals as (
  select e.member, cast(sum(cast(w.weight as decimal(18, 9))) as double) as weight
  from element_scores as e
  inner join shown as s on s.member = e.member
  inner join elements as w on w.element = e.element
  group by e.member
)
select
  e.member,
  e.element,
  round(e.score, 9),
  round(greatest(0, e.score - r.z * sqrt(e.variance)), 9),
  round(least(1, e.score + r.z * sqrt(e.variance)), 9),
  round(w.weight / nullif(t.weight, 0) * ln(greatest(e.score, r.floor)), 9)
from element_scores as e
inner join totals as t on t.member = e.member
inner join elements as w on w.element = e.element
cross join ruler as r
"""

_STANDINGS = """
select
  t.member, t.elements, round(t.standing, 9), round(t.low, 9), round(t.high, 9), r.rank_low, r.rank_high
from standings as t
inner join ranks as r on r.member = t.member
inner join shown as s on s.member = t.member
"""

_HANDLES = """
select m.member, h.actor
from shown as s
inner join members as m on m.member = s.member
inner join handles as h on h.member_key = m.person_key
order by m.member, h.actor
"""

_ROLES = """
select m.member, h.role
from shown as s
inner join members as m on m.member = s.member
inner join roles as h on h.member_key = m.person_key
order by m.member, h.role
"""

_TRENDS = """
select t.member, t.block, t.deeds
from trends as t
inner join shown as s on s.member = t.member
"""


def members(db: Database, ruler: Ruler) -> list[MemberReport]:
    """Return the members of the table ``shown``, in the order of every list."""
    elements = _elements(db)
    rungs = statuses(db, ruler)
    standings = _standings(db)
    handles = _lists(db, _HANDLES)
    roles = _lists(db, _ROLES)
    trends = _trends(db)
    records = []
    for member, key, name, anchor, deeds, weeks, first, last, recognised_by in db.rows(_MEMBERS):
        scored, standing = standings.get(member, (0, None))
        records.append(
            {
                "member": key,
                "name": name,
                "handles": handles[member],
                "roles": roles.get(member, []),
                "anchor": anchor,
                "deeds": deeds,
                "active_weeks": weeks,
                "first_day": day(first),
                "last_day": day(last),
                "trend": trends.get(member, [0] * BLOCKS),
                "grade": grade(scored, standing["high"] - standing["low"]) if standing else None,
                "standing": standing,
                "status": rungs[member],
                "elements": [
                    elements[member, element.value]
                    if (member, element.value) in elements
                    else _unscored(element)
                    for element in Element
                ],
                "recognised_by": recognised_by,
                "unscored": "" if standing else too_thin(ruler, integer(deeds), integer(weeks)),
            }
        )
    return TypeAdapter(list[MemberReport]).validate_python(records)


def grade(elements: int, width: float) -> Literal["A", "B", "C", "D"]:
    """Return how complete the evidence is: a letter off for each element missing, one for a wide interval."""
    letters: tuple[Literal["A", "B", "C", "D"], ...] = ("A", "B", "C", "D")
    return letters[min(3, max(0, len(Element) - elements) + int(width > WIDE))]


def too_thin(ruler: Ruler, deeds: int, weeks: int) -> str:
    """Say what is missing for a standing."""
    need = ruler.evidence
    return (
        f"not enough evidence: {deeds} of {need.min_deeds} deeds, "
        f"{weeks} of {need.min_active_weeks} active weeks"
    )


def day(number: Value) -> str:
    """Return a day since 1970 as an ISO date."""
    return (EPOCH + timedelta(days=integer(number))).isoformat()


def integer(value: Value) -> int:
    """Return a count that the engine may have given as a decimal."""
    return int(value or 0)


def number(value: Value) -> float:
    """Return a figure rounded the way it is saved."""
    return round(float(value or 0), DIGITS)


def _elements(db: Database) -> dict[tuple[Value, Value], Record]:
    parts: dict[tuple[Value, Value], list[Record]] = defaultdict(list)
    for row in db.rows(_PARTS):
        parts[row[0], row[1]].append(dict(zip(PART, row[2:], strict=True)))
    return {
        (row[0], row[1]): {
            "element": row[1],
            **dict(zip(ELEMENT, row[2:], strict=True)),
            "parts": parts[row[0], row[1]],
        }
        for row in db.rows(_ELEMENTS)
    }


def _standings(db: Database) -> dict[Value, tuple[int, Record]]:
    return {
        row[0]: (integer(row[1]), dict(zip(STANDING, row[2:], strict=True))) for row in db.rows(_STANDINGS)
    }


def _unscored(element: Element) -> Record:
    return {"element": element, **dict.fromkeys(ELEMENT), "parts": []}


def _trends(db: Database) -> dict[Value, list[int]]:
    trends: dict[Value, list[int]] = defaultdict(lambda: [0] * BLOCKS)
    for member, block, deeds in db.rows(_TRENDS):
        trends[member][integer(block)] = integer(deeds)
    return trends


def _lists(db: Database, query: str) -> dict[Value, list[Value]]:
    lists: dict[Value, list[Value]] = defaultdict(list)
    for member, word in db.rows(query):
        lists[member].append(word)
    return lists
