"""The columnar route: whole columns checked and cast by the engine, by the rules of canonical rows."""

from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from kibbutz_cli.database import Value
from kibbutz_cli.engines.base import Engine
from kibbutz_cli.engines.duckdb_files import MALFORMED, POSITION, named, quoted
from kibbutz_cli.errors import EngineError, InputError
from kibbutz_cli.ledger.given import COVERAGES, Columns, Origins, Whence
from kibbutz_cli.model.activity import Origin, Rejection, RejectionCode
from kibbutz_cli.model.report import SourceCount
from kibbutz_cli.readers import tables
from kibbutz_cli.readers.base import Scan
from kibbutz_cli.readers.budget import UNKNOWN_KEPT
from kibbutz_cli.readers.canonical import TIMES, rejection
from kibbutz_cli.readers.files.places import is_file
from kibbutz_cli.readers.partitions import lacking

ACTIVITY = "activity"
"""The table that everything read is put into, unless it is left where it is."""

PLACES_KEPT = 20
"""Rejections of an input that are told with their place."""


def found(engine: Engine, scan: Scan, whence: Whence) -> tuple[Columns, Sequence[str]]:
    """Return the columns of a file that give a field, and the names of those that give none.

    Args:
        engine: The engine that may read the file.
        scan: The file and its columns.
        whence: Where the rows come from.

    Raises:
        UsageError: ``--map`` names a column the Parquet or NDJSON file does not have.
        InputError: The Parquet file has neither an actor nor a time.
    """
    fields, given = dict(scan.fields), dict(scan.given)
    types: dict[str, str] = {}
    if scan.shape == "parquet":
        types = engine.columns(scan.path, whence.path)
        given = lacking(given, types, fields)
        fields = _present(fields, (*types, *given), whence.path)
    columns = scan.columns if scan.shape == "csv" else tuple(dict.fromkeys(fields.values()))
    if scan.shape == "parquet":
        columns = tuple(column for column in columns if column not in given)
    relation = engine.relation(scan.shape, scan.path, columns, scan.delimiter)
    if given:
        relation = _with_given(relation, columns, given)
    if scan.shape == "ndjson":
        _check_late(engine, scan, relation, whence.path)
    every, taken = scan.columns or tuple(types), set(fields.values())
    return Columns(relation, fields, types, whence), [column for column in every if column not in taken]


def rows(engine: Engine, scan: Scan) -> int:
    """Return how many rows a Parquet file says it has; 0 if it is too damaged to say."""
    try:
        ((found,),) = engine.rows(f"select count(*) from ({engine.relation(scan.shape, scan.path, (), '')})")
    except (EngineError, InputError):
        return 0
    return int(found or 0)


class Read(NamedTuple):
    """The rows of a file.

    Attributes:
        table: Where they are.
        origins: By which origins.
        unread: The columns that give no field.
        noted: Fields for which ``FIELD_changed`` is 1 where its rule changes the cell.
    """

    table: str
    origins: Origins
    unread: Sequence[str]
    noted: Sequence[str] = ()


class Counted(NamedTuple):
    """What came of a file.

    Attributes:
        source: The counts.
        rows: How many rows it has.
        bad: Whether some of them are bad.
        as_is: Fields noted whose cells follow their rule in every row that is not bad.
    """

    source: SourceCount
    rows: int
    bad: bool
    as_is: Set[str]


def count(
    engine: Engine, origin: Origin, scan: Scan, read: Read, saying: Callable[[Rejection], str]
) -> Counted:
    """Count what came of a file.

    Args:
        engine: The engine that holds its rows.
        origin: Where the rows come from.
        scan: The file and its columns.
        read: The rows, bad ones among them.
        saying: Returns what is said of a record set aside.

    Raises:
        InputError: The file ends in the middle of its last record.
    """
    table, origins = read.table, read.origins
    noted = "".join(f", max(case when fault is null then {field}_changed end)" for field in read.noted)
    ((rows, sound, derived, last, widest, *ruled),) = engine.rows(_COUNTS.format(noted, table), origins)
    faults = engine.rows(_FAULTS.format(table), origins) if rows != sound else []
    first = engine.rows(_FIRST.format(table), (*origins, PLACES_KEPT)) if faults else []
    bad = [_outcome(str(fault), origin, int(position or 0)) for position, fault in first]
    if bad and scan.shape == "ndjson" and _cut_off(scan.path, engine, origins, last):
        raise InputError(f"{origin.place(int(last or 0))}: truncated: the last line is no whole record")
    counts = {str(code): int(times or 0) for code, times in faults}
    records = int(rows or 0) - int(derived or 0)
    ignored = {"private": counts.pop("private")} if "private" in counts else {}
    source = SourceCount(
        path=origin.path,
        reader=origin.reader,
        coverage=origin.coverage.value if widest is None else COVERAGES[origins.index(int(widest))].value,
        records=records,
        accepted=int(sound or 0) - int(derived or 0),
        derived=int(derived or 0),
        rejected=counts,
        ignored=ignored,
        repairs={},
        unknown=tables.unread(read.unread, records, _met(engine, scan, read.unread)),
        places=[saying(each) for each in bad],
    )
    as_is = {field for field, most in zip(read.noted, ruled, strict=True) if most == 0}
    return Counted(source, int(rows or 0), bool(faults), as_is)


def sift(engine: Engine, read: Read) -> str:
    """Take bad rows out, and return where the rest is; of what is left in its file, they are noted once."""
    table = read.table
    if table == ACTIVITY:
        engine.execute(f"delete from {table} where {_OWN} and fault is not null", read.origins)
        return table
    engine.execute(f"create table {table}_bad as\nselect position\nfrom {table}\nwhere fault is not null")
    engine.execute(
        f"create view {table}_sound as\nselect *\nfrom {table} as t\n"
        f"where not exists (select 1 from {table}_bad as b where b.position = t.position)"
    )
    return f"{table}_sound"


_OWN = "origin in (?, ?, ?)"

# The wider a source sees, the lower is the number of its origin.
_COUNTS = f"""
select
  count(*),
  count(*) - count(fault),
  count(case when derived = 1 and fault is null then 1 end),
  max(position),
  min(case when fault is null then origin end){{}}
from {{}}
where {_OWN}
"""

_FAULTS = f"""
select split_part(fault, '|', 1), count(*)
from {{}}
where {_OWN} and fault is not null
group by split_part(fault, '|', 1)
order by 1
"""

_FIRST = f"""
select position, fault
from {{}}
where {_OWN} and fault is not null and not starts_with(fault, 'private|')
order by position
limit ?
"""


def _outcome(fault: str, origin: Origin, position: int) -> Rejection:
    code, field, text = fault.split("|", 2)
    if not field:
        return Rejection(origin=origin, position=position, code=RejectionCode(code), reason=text)
    return rejection(RejectionCode(code), field, text, origin, position)


def _cut_off(path: str, engine: Engine, origins: Origins, last: Value) -> bool:
    ((fault,),) = engine.rows(
        f"select max(fault) from {ACTIVITY} where {_OWN} and position = ?", (*origins, last)
    )
    if not is_file(path):  # behind a URL: the line is set aside, and told
        return False
    with Path(path).open("rb") as file:
        file.seek(-1, 2)
        return file.read(1) != b"\n" and str(fault).startswith("malformed||not JSON")


def _check_late(engine: Engine, scan: Scan, relation: str, path: str) -> None:
    """Look through a whole file for what ``--map`` names and its first records lack."""
    for field, column in tables.named_late(dict(scan.fields), scan.columns).items():
        met = f"select 1 from ({relation}) as r where {named(column)} is not null limit 1"
        if not engine.rows(met):
            raise tables.no_column(field, column, path, scan.columns)


def _met(engine: Engine, scan: Scan, unread: Sequence[str]) -> dict[str, int]:
    """Return in how many records the rare ones among the columns that give no field stand."""
    rare = [column for column in sorted(unread)[:UNKNOWN_KEPT] if column in scan.rare]
    if not rare:
        return {}
    relation = engine.relation(scan.shape, scan.path, rare, scan.delimiter)
    counts = ", ".join(f"count({named(column)})" for column in rare)
    (times,) = engine.rows(f"select {counts} from ({relation}) as r where {named(MALFORMED)} is null")
    return {column: int(each or 0) for column, each in zip(rare, times, strict=True)}


def _with_given(relation: str, columns: Sequence[str], given: Mapping[str, str]) -> str:
    """Return a query over a file with what its folders say where it has no such column, or an empty cell."""
    own = [column for column in (POSITION, MALFORMED, *columns) if column not in given]
    more = [
        f"coalesce(nullif({named(column)}, ''), {quoted(value)}) as {named(column)}"
        if column in columns
        else f"{quoted(value)} as {named(column)}"
        for column, value in given.items()
    ]
    return f"select {', '.join([*map(named, own), *more])} from ({relation}) as r"


def _present(fields: Mapping[str, str], types: Sequence[str], path: str) -> dict[str, str]:
    """Return which column of a Parquet file gives each field; capitals count only where the engine hides two.

    Of columns ``Text`` and ``text`` it calls the second ``text_1``: which of them is meant cannot be told.
    """
    lower, meant = {column.lower() for column in types}, set(fields.values())
    told = [column for column in types if column in meant or f"{column.lower()}_1" not in lower]
    given = {field: column for field, column in fields.items() if column != field}
    named = tables.mapped(given, told, path)
    present = {field: column for field, column in named.items() if field in fields}
    if "actor" not in present or not TIMES.keys() & present.keys():
        raise InputError(
            f"{path}: no columns actor and published: it has {tables.listed(list(types))}",
            "name them with --map actor=COLUMN --map published=COLUMN",
        )
    return present
