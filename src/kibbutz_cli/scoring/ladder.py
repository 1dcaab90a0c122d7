"""The rungs the shown members hold, and what the next one asks of each."""

from collections import defaultdict

from kibbutz_cli.model.report import Gate, Status
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
"""What a rung may ask, in the order it is shown; ``_HAS`` selects what a member has in the same order."""

_HAS = """
select
  g.member, g.rung, g.lower_bound, g.active_weeks, g.mutual_partners, g.partners, g.recognised_by,
  g.weakest_element, g.strong_elements, g.tenure_months, g.elements
from gates as g
inner join shown as s on s.member = g.member
"""


def statuses(db: Database, ruler: Ruler) -> dict[int, Status]:
    """Return the status of every shown member."""
    has: dict[int, dict[int, list[float]]] = defaultdict(dict)
    for member, rung, *values in db.rows(_HAS):
        has[int(member or 0)][int(rung or 0)] = [float(value or 0) for value in values]
    held = db.rows(
        "select t.member, t.rung, t.dormant from statuses as t inner join shown as s on s.member = t.member"
    )
    return {
        int(member or 0): _status(ruler.ladder, int(rung or 0), dormant, has[int(member or 0)])
        for member, rung, dormant in held
    }


def _status(ladder: list[Rung], held: int, dormant: Value, has: dict[int, list[float]]) -> Status:
    above = ladder[held + 1] if held + 1 < len(ladder) else None
    gates = _gates(above, has[held + 1]) if above else []
    return Status(
        current=ladder[held].name,
        dormant=bool(dormant),
        capped=_capped(ladder, int(has[held][-1])),
        next=above.name if above else None,
        gates=gates,
    )


def _gates(rung: Rung, has: list[float]) -> list[Gate]:
    return [
        Gate(name=name, needed=needed, has=round(value, 9), met=value >= needed)
        for name, value in zip(GATES, has, strict=True)
        if (needed := float(getattr(rung, name)))
    ]


def _capped(ladder: list[Rung], elements: int) -> str:
    """Say which rung is the highest this data allows, if that is not the top."""
    for below, rung in zip(ladder, ladder[1:], strict=False):
        if rung.min_elements > elements:
            return (
                f"{elements} of 5 elements can be scored: {below.name} is the highest status; "
                f"{rung.name} needs {rung.min_elements}"
            )
    return ""
