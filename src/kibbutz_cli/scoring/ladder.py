"""The rungs the shown members hold, and what the next one asks of each."""

from itertools import pairwise

from kibbutz_cli.model.report import Element
from kibbutz_cli.model.ruler import Ruler, Rung
from kibbutz_cli.scoring.database import Database, Value

GATES = (
    "lower_bound",
    "active_weeks",
    "mutual_partners",
    "partners",
    "recognised_by",
    "no_element_below",
    "strong_elements",
    "tenure_months",
    "min_elements",
)
"""What a rung may ask, in the order it is shown; ``_HELD`` selects what a member has in the same order."""

_HELD = """
select
  t.member, t.rung, t.dormant, g.elements, n.lower_bound, n.active_weeks, n.mutual_partners, n.partners,
  n.recognised_by, n.weakest_element, n.strong_elements, n.tenure_months, n.elements
from statuses as t
inner join shown as s on s.member = t.member
inner join gates as g on g.member = t.member and g.rung = t.rung
left join gates as n on n.member = t.member and n.rung = t.rung + 1
"""


def statuses(db: Database, ruler: Ruler) -> dict[Value, dict[str, object]]:
    """Return the status of every shown member, as a record of the model ``Status``."""
    ladder = ruler.ladder
    asked = [
        [(place, name, needed) for place, name in enumerate(GATES) if (needed := float(getattr(rung, name)))]
        for rung in ladder
    ]
    caps = [_capped(ladder, elements) for elements in range(len(Element) + 1)]
    found: dict[Value, dict[str, object]] = {}
    for member, held, dormant, elements, *has in db.rows(_HELD):
        rung = int(held or 0)
        above = rung + 1 < len(ladder)
        found[member] = {
            "current": ladder[rung].name,
            "dormant": bool(dormant),
            "capped": caps[int(elements or 0)],
            "next": ladder[rung + 1].name if above else None,
            "gates": [_gate(name, needed, has[place]) for place, name, needed in asked[rung + 1]]
            if above
            else [],
        }
    return found


def _gate(name: str, needed: float, value: Value) -> dict[str, object]:
    has = round(float(value or 0), 9)
    return {"name": name, "needed": needed, "has": has, "met": has >= needed}


def _capped(ladder: list[Rung], elements: int) -> str:
    """Say which rung is the highest this data allows, if that is not the top."""
    for below, rung in pairwise(ladder):
        if rung.min_elements > elements:
            return (
                f"{elements} of 5 elements can be scored: {below.name} is the highest status; "
                f"{rung.name} needs {rung.min_elements}"
            )
    return ""
