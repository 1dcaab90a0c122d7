"""The members of a report as rows of a table, one each, whatever their number: for CSV and Parquet."""

from functools import cache
from importlib.resources import files

from kibbutz_cli.model.report import Element
from kibbutz_cli.scoring.results import DIGITS

TABLE = "listing"
"""What `select` reads: the result of `query` as a table or a view of this name."""

_GRADE = "substr('ABCD', cast(grade as integer), 1)"
_UNSCORED = (
    "case when standing is not null then '' else 'not enough evidence: ' || deeds || ' of ' || min_deeds || "
    "' deeds, ' || active_weeks || ' of ' || min_active_weeks || ' active weeks' end"
)
_NUMBERS = ("standing", "low", "high")
_WHOLE = ("rank_low", "rank_high", "deeds", "active_weeks", "recognised_by")
_WEIGHED = ("weights_rank_low", "weights_rank_high")


@cache
def query() -> str:
    """Return the query for a row of every shown member, in words of any engine."""
    return (files("kibbutz_cli.scoring") / "rows.sql").read_text(encoding="utf-8")


def select(*, typed: bool, weighed: bool) -> str:
    """Return the query of the embedded engine for what is listed, in the order of every list.

    Args:
        typed: Whether days, moments and what is yes or no are of their own types, as in Parquet, or texts.
        weighed: Whether other weights of the elements were tried.
    """
    listed = ", ".join(f"{cell} as {name}" for name, cell in _cells(typed, weighed).items())
    return f"select {listed} from {TABLE} order by place"


def columns(*, weighed: bool) -> list[str]:
    """Return the names of what is listed, in order."""
    return [*_cells(typed=False, weighed=weighed)]


def _cells(typed: bool, weighed: bool) -> dict[str, str]:
    otherwise = {name: f"cast({name} as bigint)" for name in _WEIGHED}
    otherwise["weights_status_chance"] = _rounded("weights_status_chance")
    scores = [f"{element}{end}" for element in Element for end in ("", "_low", "_high")]
    return {
        **{name: name for name in ("member", "name", "status")},
        "dormant": _yes("dormant", typed),
        "grade": _GRADE,
        **{name: _rounded(name) for name in _NUMBERS},
        **{name: f"cast({name} as bigint)" for name in _WHOLE},
        "anchor": _yes("anchor", typed),
        "first_day": _day("first_day", typed),
        "last_day": _day("last_day", typed),
        **{name: _rounded(name) for name in scores},
        "unscored": _UNSCORED,
        "earned": "earned",
        "notice": _moment("notice_us", typed),
        **(otherwise if weighed else {}),
    }


def _rounded(name: str) -> str:
    return f"round({name}, {DIGITS})"


def _yes(name: str, typed: bool) -> str:
    return f"{name} = 1" if typed else f"case when {name} = 1 then 'true' else 'false' end"


def _day(name: str, typed: bool) -> str:
    day = f"date '1970-01-01' + cast({name} as integer)"
    return f"cast({day} as {'date' if typed else 'varchar'})"


def _moment(name: str, typed: bool) -> str:
    moment = f"make_timestamp({name})"
    return moment if typed else f"strftime({moment}, '%Y-%m-%dT%H:%M:%SZ')"
