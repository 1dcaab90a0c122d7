"""How many members wait for a standing, by what there is too little of."""

from kibbutz_cli.database import Database
from kibbutz_cli.model.remarks import NO_ELEMENT
from kibbutz_cli.scoring.results import integer

_WAITING = """
with needed as (
  select
    r.min_deeds as deeds,
    least(r.min_active_weeks, f.amount) as weeks
  from ruler as r
  inner join facts as f on f.fact = 'weeks'
),
waiting as (
  select
    least(m.deeds, n.deeds) as deeds,
    n.deeds as needed_deeds,
    least(m.active_weeks, n.weeks) as weeks,
    n.weeks as needed_weeks
  from members as m
  left join standings as s on s.member = m.member
  cross join needed as n
  where s.member is null
)
select
  deeds,
  needed_deeds,
  weeks,
  needed_weeks,
  count(*)
from waiting
group by deeds, needed_deeds, weeks, needed_weeks
order by greatest(needed_deeds - deeds, needed_weeks - weeks), needed_weeks - weeks, deeds desc
"""
"""The query for the members without a standing in groups: the fewer deeds are missing, the nearer."""


def waiting(db: Database) -> dict[str, int]:
    """Return how many members have no standing, by what they lack, those nearest to one first."""
    return {_lacks(*map(integer, row)): integer(members) for *row, members in db.rows(_WAITING)}


def _lacks(deeds: int, needed_deeds: int, weeks: int, needed_weeks: int) -> str:
    clauses = [
        f"{has} of {needed} {what}"
        for has, needed, what in ((deeds, needed_deeds, "deeds"), (weeks, needed_weeks, "active weeks"))
        if has < needed
    ]
    return ", ".join(clauses) or NO_ELEMENT
