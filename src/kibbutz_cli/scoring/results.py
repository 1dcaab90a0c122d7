"""From the tables of results to the words of the report, for the members that are shown."""

from collections.abc import Generator
from functools import cache
from importlib.resources import files
from itertools import chain, groupby

from kibbutz_cli.database import Database, Value
from kibbutz_cli.model.report import MemberReport

DIGITS = 9
SLICE = 20_000
"""Members asked for at once: their texts lie in the engine before they lie here."""

BY_MEMBER = (
    "members",
    "places",
    "parts",
    "element_scores",
    "standings",
    "ranks",
    "gates",
    "statuses",
    "company",
    "trends",
    "anchors",
    "history",
    "sensitivities",
)
"""Tables of results that know a member by its number."""


def member_texts(db: Database, size: int = SLICE) -> Generator[str]:
    """Yield the members of the table ``shown`` in the order of every list, each as JSON.

    Args:
        db: The engine, as the pipeline leaves it.
        size: Members asked for at once.
    """
    query = _query(db)
    count = shown(db)
    if count <= size:
        yield from (str(row[0]) for row in db.rows(query))
        return
    with db.fork("listed") as listed:
        _arrange(listed)
        for start in range(0, count, size):
            listed.execute(
                "create or replace table shown as select member from listed where member > ? and member <= ?",
                (start, start + size),
            )
            yield from (str(row[0]) for row in listed.rows(query))


def shown(db: Database) -> int:
    """Return how many members are shown."""
    ((count,),) = db.rows("select count(*) from shown")
    return integer(count)


def members(db: Database) -> list[MemberReport]:
    """Return the members of the table ``shown``, in the order of every list."""
    return [MemberReport.model_validate_json(text) for text in member_texts(db)]


def integer(value: Value) -> int:
    """Return a count that the engine may have given as a decimal."""
    return int(value or 0)


def number(value: Value) -> float:
    """Return a figure rounded the way it is saved."""
    return round(float(value or 0), DIGITS)


def _arrange(db: Database) -> None:
    """Number the shown members by place and put the tables in that order: a slice reads only its part."""
    db.execute(
        "create table listed as select s.member as known, "
        "cast(row_number() over (order by p.place) as integer) as member "
        "from shown as s inner join places as p on p.member = s.member order by p.place"
    )
    for table in BY_MEMBER:
        db.execute(
            f"create table {table} as select t.* replace (l.member as member) from {table} as t "
            "inner join listed as l on l.known = t.member order by l.member"
        )


def _query(db: Database) -> str:
    """Number the slots of the parts, element by element, and return the query that reads them by number."""
    db.execute(f"create or replace table slots as {_SLOTS}")
    slots = db.rows(
        "select e.place, s.slot from elements as e left join slots as s on s.element = e.element "
        "order by e.place, s.slot"
    )
    elements = {
        integer(place): [integer(slot) for _, slot in group if slot]
        for place, group in groupby(slots, lambda row: row[0])
    }
    filled = {
        "{elements}": ", ',', ".join(_element(place, parts) for place, parts in elements.items()),
        "{element_columns}": "".join(_column("place", place) for place in elements),
        "{part_columns}": "".join(_column("slot", slot) for slot in chain(*elements.values())),
    }
    text = _text()
    for hole, filling in filled.items():
        text = text.replace(hole, filling)
    return text


_SLOTS = """
select
  m.metric,
  m.element,
  m.unit,
  row_number() over (order by e.place, m.weight desc, m.metric) as slot
from metrics as m
inner join elements as e on e.element = m.element
where m.scored = 1
"""


def _element(place: int, slots: list[int]) -> str:
    parts = ", ".join(f"p.slot{slot:d}" for slot in slots) or "''"
    return f"e.place{place:d}, ',\"parts\":[', concat_ws(',', {parts}), ']}}'"


def _column(key: str, number: int) -> str:
    return f",\n    max(case when {key} = {number:d} then text end) as {key}{number:d}"


@cache
def _text() -> str:
    return (files("kibbutz_cli.scoring") / "members.sql").read_text(encoding="utf-8")
