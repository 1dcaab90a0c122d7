"""From the tables of results to the words of the report, for the members that are shown."""

from functools import cache
from importlib.resources import files

from kibbutz_cli.model.report import MemberReport
from kibbutz_cli.scoring.database import Database, Value

DIGITS = 9
SLICE = 2000
"""Members asked for at once: their texts lie in the engine before they lie here."""


def member_texts(db: Database) -> list[str]:
    """Return the members of the table ``shown`` in the order of every list, each as JSON."""
    ((count,),) = db.rows("select count(*) from shown")
    if integer(count) <= SLICE:
        return _texts(db)
    db.execute(
        "create or replace table listed as select s.member, row_number() over (order by p.place) as place "
        "from shown as s inner join places as p on p.member = s.member"
    )
    texts = []
    for start in range(0, integer(count), SLICE):
        _show(db, start, start + SLICE)
        texts += _texts(db)
    _show(db, 0, integer(count))
    return texts


def members(db: Database) -> list[MemberReport]:
    """Return the members of the table ``shown``, in the order of every list."""
    return [MemberReport.model_validate_json(text) for text in member_texts(db)]


def integer(value: Value) -> int:
    """Return a count that the engine may have given as a decimal."""
    return int(value or 0)


def number(value: Value) -> float:
    """Return a figure rounded the way it is saved."""
    return round(float(value or 0), DIGITS)


def _texts(db: Database) -> list[str]:
    return [str(row[0]) for row in db.rows(_query())]


def _show(db: Database, start: int, end: int) -> None:
    db.execute(
        "create or replace table shown as select member from listed where place > ? and place <= ?",
        (start, end),
    )


@cache
def _query() -> str:
    return (files("kibbutz_cli.scoring") / "members.sql").read_text(encoding="utf-8")
