"""From the tables of results to the words of the report, for the members that are shown."""

from functools import cache
from importlib.resources import files

from kibbutz_cli.model.report import MemberReport
from kibbutz_cli.scoring.database import Database, Value

DIGITS = 9


def member_texts(db: Database) -> list[str]:
    """Return the members of the table ``shown`` in the order of every list, each as JSON."""
    return [str(row[0]) for row in db.rows(_query())]


def members(db: Database) -> list[MemberReport]:
    """Return the members of the table ``shown``, in the order of every list."""
    return [MemberReport.model_validate_json(text) for text in member_texts(db)]


def integer(value: Value) -> int:
    """Return a count that the engine may have given as a decimal."""
    return int(value or 0)


def number(value: Value) -> float:
    """Return a figure rounded the way it is saved."""
    return round(float(value or 0), DIGITS)


@cache
def _query() -> str:
    return (files("kibbutz_cli.scoring") / "members.sql").read_text(encoding="utf-8")
