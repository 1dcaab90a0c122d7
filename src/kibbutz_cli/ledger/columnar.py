"""The columnar route: whole columns checked and cast by the engine, by the rules of canonical rows."""

from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import TypeAlias

from kibbutz_cli.database import Value
from kibbutz_cli.engines.base import Engine
from kibbutz_cli.engines.duckdb_files import named, quoted
from kibbutz_cli.errors import EngineError, InputError, UsageError
from kibbutz_cli.model.activity import (
    DAY_US,
    FIRST_US,
    LAST_US,
    MAIL,
    Coverage,
    Origin,
    Rejection,
    RejectionCode,
)
from kibbutz_cli.model.report import SourceCount
from kibbutz_cli.readers import tables
from kibbutz_cli.readers.base import Scan
from kibbutz_cli.readers.canonical import (
    COUNTS,
    FIELDS,
    GUARD,
    GUARDED,
    IDS,
    ISO,
    KINDS,
    LARGEST_VALUE,
    LONGEST_ID,
    NAMES,
    NUMBER,
    OWNED,
    PLATFORM,
    TIMES,
    WHOLE,
    WORDS,
    ZONE,
    rejection,
)
from kibbutz_cli.readers.parsing.prints import ADDRESS, BYTES, SHORTEST
from kibbutz_cli.readers.parsing.times import EARLIEST_US

VISIBILITIES = ("public", "unlisted", "removed")
"""What a deed that is read may be; anything else is private."""

_SHOWN = ", ".join(quoted(word) for word in VISIBILITIES)
_COMMON = ("post", "create", "reply", "like", "reshare")

_LARGEST_WHOLE = 10**18 - 1
_WHOLES = ("BIGINT", "INTEGER", "SMALLINT", "TINYINT")
_NATIVE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("ts_us", "ts_ms", "ts_s", "text_len", "text_print", *COUNTS), _WHOLES),
    "value": ("DOUBLE",),
}
"""Types of Parquet columns that are checked as they are; any other is checked as the text it prints as."""

PLACES_KEPT = 20
"""Rejections of an input that are told with their place."""

COVERAGES = tuple(reversed(Coverage))
"""What a source can show, the most first."""

Origins: TypeAlias = tuple[int, int, int]
"""The numbers of a file's origin, one for each of ``COVERAGES``, ascending."""


def insert(engine: Engine, scan: Scan, origins: Origins, first: int, path: str) -> Sequence[str]:
    """Insert every row of a file into the activity table; a bad one has its ``fault`` set.

    Returns:
        All columns of the file, whether they give a field or not.

    Args:
        engine: The engine that holds the activity table and may read the file.
        scan: The file and its columns.
        origins: The numbers of its origin, by what a row may say that its source can show.
        first: The deeds are numbered from the one after this.
        path: The path as the caller gave it.

    Raises:
        UsageError: ``--map`` names a column the Parquet file does not have.
        InputError: The Parquet file has neither an actor nor a time.
    """
    fields = dict(scan.fields)
    columns: Sequence[str] = scan.columns or tuple(dict.fromkeys(fields.values()))
    types: dict[str, str] = {}
    if scan.shape == "parquet":
        types = engine.columns(scan.path, path)
        fields = _present(fields, types, path)
        columns = tuple(dict.fromkeys(fields.values()))
    native = {field for field, column in fields.items() if types.get(column) in _NATIVE.get(field, ())}
    relation = engine.relation(scan.shape, scan.path, columns, scan.delimiter)
    with engine.ordered():
        engine.execute(
            f"""
            insert into activity
            with source as ({relation}),
            cells as (select position, malformed, {_cells(fields, native)} from source),
            dated as (select *, {_published()} as moment from cells),
            timed as (
              select *, {_moment(native)} as ts, coalesce(platform, {quoted(PLATFORM)}) as home from dated
            ),
            owned as (select *, home || ':' as owner from timed)
            select {_row(fields, native)} from owned
            """,
            (first, path, *origins[1:], origins[0]),
        )
    return scan.columns or tuple(types)


def rows(engine: Engine, scan: Scan) -> int:
    """Return how many rows a Parquet file says it has; 0 if it is too damaged to say."""
    try:
        ((found,),) = engine.rows(f"select count(*) from ({engine.relation(scan.shape, scan.path, (), '')})")
    except EngineError:
        return 0
    return int(found or 0)


def count(
    engine: Engine, origin: Origin, origins: Origins, scan: Scan, columns: Sequence[str]
) -> tuple[SourceCount, int]:
    """Count what came of a file, take its bad rows out of the activity table, and return the number of rows.

    Args:
        engine: The engine that holds the activity table.
        origin: Where the rows come from.
        origins: The numbers of that, as `insert` took them.
        scan: The file and its columns.
        columns: All columns of the file, as `insert` found them.

    Raises:
        InputError: The file ends in the middle of its last record.
    """
    ((rows, sound, derived, last, widest),) = engine.rows(_COUNTS, origins)
    faults = engine.rows(
        f"select split_part(fault, '|', 1), count(*) from activity where {_OWN} and fault is not null "
        "group by split_part(fault, '|', 1) order by 1",
        origins,
    )
    bad = [
        _outcome(str(fault), origin, int(position or 0))
        for position, fault in engine.rows(_FIRST, (*origins, PLACES_KEPT))
    ]
    if bad and scan.shape == "ndjson" and _cut_off(scan.path, engine, origins, last):
        raise InputError(f"{origin.place(int(last or 0))}: truncated: the last line is no whole record")
    if faults:
        engine.execute(f"delete from activity where {_OWN} and fault is not null", origins)
    counts = {str(code): int(times or 0) for code, times in faults}
    records = int(rows or 0) - int(derived or 0)
    ignored = {"private": counts.pop("private")} if "private" in counts else {}
    return SourceCount(
        path=origin.path,
        reader=origin.reader,
        coverage=origin.coverage.value if widest is None else COVERAGES[origins.index(int(widest))].value,
        records=records,
        accepted=int(sound or 0) - int(derived or 0),
        derived=int(derived or 0),
        rejected=counts,
        ignored=ignored,
        repairs={},
        unknown=tables.unread(columns, dict(scan.fields).values(), records),
        places=[str(rejection) for rejection in bad],
    ), int(rows or 0)


_OWN = "origin in (?, ?, ?)"

# The wider a source sees, the lower is the number of its origin.
_COUNTS = f"""
select
  count(*),
  count(*) - count(fault),
  count(case when derived = 1 and fault is null then 1 end),
  max(position),
  min(case when fault is null then origin end)
from activity
where {_OWN}
"""

_FIRST = f"""
select position, fault
from activity
where {_OWN} and fault is not null and not starts_with(fault, 'private|')
order by position
limit ?
"""


def _outcome(fault: str, origin: Origin, position: int) -> Rejection:
    code, field, text = fault.split("|", 2)
    if code == RejectionCode.MALFORMED:
        return Rejection(origin=origin, position=position, code=RejectionCode.MALFORMED, reason=text)
    return rejection(RejectionCode(code), field, text, origin, position)


def _cut_off(path: str, engine: Engine, origins: Origins, last: Value) -> bool:
    ((fault,),) = engine.rows(
        f"select max(fault) from activity where {_OWN} and position = ?", (*origins, last)
    )
    if not Path(path).is_file():  # behind a URL: the line is set aside, and told
        return False
    with Path(path).open("rb") as file:
        file.seek(-1, 2)
        return file.read(1) != b"\n" and str(fault).startswith("malformed||not JSON")


def _present(fields: Mapping[str, str], types: Mapping[str, str], path: str) -> dict[str, str]:
    for field, column in fields.items():
        if column != field and column not in types:
            raise UsageError(
                f"--map {field}={column}: {path} has no column {column!r}: it has {', '.join(types)}"
            )
    present = {field: column for field, column in fields.items() if column in types}
    if "actor" not in present or not TIMES.keys() & present.keys():
        raise InputError(
            f"{path}: no columns actor and published: it has {', '.join(types)}",
            "name them with --map actor=COLUMN --map published=COLUMN",
        )
    return present


def _cells(fields: Mapping[str, str], native: Set[str]) -> str:
    """Return every field as text, empty cells as null, absent columns as null; native ones as they are."""
    return ", ".join(f"{_cell(field, fields, native)} as {field}" for field in FIELDS)


def _cell(field: str, fields: Mapping[str, str], native: Set[str]) -> str:
    if field not in fields:
        return "cast(null as varchar)"
    if field in native:
        return named(fields[field])
    text = f"nullif(cast({named(fields[field])} as varchar), '')"
    if GUARD not in fields or field not in NAMES:
        return text
    guarded = (
        f"cast({named(fields[GUARD])} as varchar) = 'true' and regexp_matches({text}, {quoted(GUARDED)})"
    )
    return f"case when {guarded} then substr({text}, 2) else {text} end"


def _published() -> str:
    """Return the microseconds of a time in ISO 8601, with its offset taken off."""
    clock = r"nullif(regexp_extract(published, '^.{10}[T ](\d\d:\d\d(:\d\d(\.\d{1,6})?)?)', 1), '')"
    zone = r"'^.{10}[T ].*([+-])(\d\d):?(\d\d)?$'"
    minutes = (
        f"coalesce(try_cast(nullif(regexp_extract(published, {zone}, 2), '') as bigint), 0) * 60"
        f" + coalesce(try_cast(nullif(regexp_extract(published, {zone}, 3), '') as bigint), 0)"
    )
    iso = f"""
      epoch_us(try_cast(left(published, 10) || ' ' || coalesce({clock}, '00:00') as timestamp))
      - 60000000 * ({minutes}) * case when regexp_extract(published, {zone}, 1) = '-' then -1 else 1 end"""
    return f"case when regexp_matches(published, '{ISO}') then {iso} end"


def _moment(native: Set[str]) -> str:
    """Return the time in microseconds: the moment that is published, else a whole number of a unit."""
    whole = " ".join(
        f"when {field} is not null then case when {_timely(field, unit, native)} "
        f"then try_cast({field} as bigint) * {unit} end"
        for field, unit in TIMES.items()
        if field != "published"
    )
    published = f"case when moment between {FIRST_US} and {LAST_US} then moment end"
    return f"case when published is not null then {published} {whole} end"


def _kind() -> str:
    # The engine tries one word after the other: the common ones first save a tenth of the loading.
    words = " ".join(
        f"when {quoted(word)} then {quoted(kind.value)}"
        for word, kind in sorted(KINDS.items(), key=lambda item: (item[0] not in _COMMON, item[0]))
    )
    return (
        "case when coalesce(lower(kind), 'create') = 'create' and object_id is not null then 'reply' "
        f"else case coalesce(lower(kind), 'create') {words} end end"
    )


def _fault(fields: Mapping[str, str], native: Set[str]) -> str:
    """Return what is wrong with a row as ``code|field|text``, in the order in which rows are judged."""
    tests = [
        ("starts_with(malformed, 'bad_text|')", "malformed"),
        ("malformed is not null", "'malformed||' || malformed"),
        ("actor is null", "'no_actor|actor|'"),
    ]
    # The number of bytes is at hand and never the smaller one; characters have to be counted.
    tests += [(_endless(field), _told("too_large", field)) for field in IDS if field in fields]
    tests += [
        (f"{field} not in ({', '.join(map(quoted, words))})", _told("bad_text", field))
        for field, words in WORDS.items()
        if field in fields
    ]
    tests.append((f"({_kind()}) is null", _told("bad_kind", "kind")))
    tests += [
        (f"ts is null and {field} is not null{earlier}", _told("bad_time", field))
        for field, earlier in _with_earlier(tuple(field for field in TIMES if field in fields))
    ]
    tests.append((f"visibility not in ({_SHOWN})", "'private|visibility|'"))
    tests += [
        (f"{field} is not null and not ({test})", _told("bad_number", field))
        for field, test in [
            ("text_len", _counted("text_len", native)),
            ("text_print", _counted("text_print", native)),
            ("value", _valued(native)),
            *((field, _counted(field, native)) for field in COUNTS),
        ]
        if field in fields
    ]
    return "case " + " ".join(f"when {test} then {told}" for test, told in tests) + " end"


def _endless(field: str) -> str:
    whole, size = field, f"strlen({field})"
    if field in OWNED:
        whole, size = _owned(field), f"strlen(owner) + {size}"
    return f"{size} > {LONGEST_ID} and length({whole}) > {LONGEST_ID}"


def _owned(field: str) -> str:
    """Return an id with its platform in front, unless it has it, or that of addresses, already."""
    has_one = f"starts_with({field}, owner) or starts_with({field}, '{MAIL}:')"
    return f"case when {has_one} then {field} else owner || {field} end"


def _with_earlier(fields: Sequence[str]) -> list[tuple[str, str]]:
    return [
        (field, "".join(f" and {before} is null" for before in fields[:place]))
        for place, field in enumerate(fields)
    ]


def _timely(field: str, unit: int, native: Set[str]) -> str:
    """Return the test of a whole number of so many microseconds, within the calendar."""
    whole = field if field in native else f"try_cast({field} as bigint)"
    within = f"{whole} between {FIRST_US // unit} and {LAST_US // unit}"
    return within if field in native else f"regexp_matches({field}, '{WHOLE}') and {within}"


def _counted(field: str, native: Set[str]) -> str:
    if field in native:
        return f"{field} between 0 and {_LARGEST_WHOLE}"
    return f"regexp_matches({field}, '{WHOLE}') and not {field} like '-%'"


def _valued(native: Set[str]) -> str:
    if "value" in native:
        return f"isfinite(value) and abs(value) <= {LARGEST_VALUE} and (value = 0 or abs(value) >= 1e-99)"
    return f"regexp_matches(value, '{NUMBER}') and abs(try_cast(value as double)) <= {LARGEST_VALUE}"


def _told(code: str, field: str) -> str:
    return f"'{code}|{field}|' || left(cast({field} as varchar), 80)"


def _print(fields: Mapping[str, str]) -> str:
    """Return the print of a text, as ``prints.print_of`` makes it."""
    given = "try_cast(text_print as bigint)"
    if "text" not in fields:
        return given
    words = f"regexp_replace(text, '{ADDRESS}', '', 'g')"
    lower = f"translate({words}, '{ascii_uppercase}', '{ascii_lowercase}')"
    letters = f"regexp_replace({lower}, '[\\x00-`{{-\\x7f]+', '', 'g')"
    made = f"cast('0x' || left(md5({letters}), {2 * BYTES}) as bigint)"
    return f"coalesce({given}, case when strlen({letters}) >= {SHORTEST} then {made} end)"


def _origin() -> str:
    """Return the number of the origin; the widest for a word that is none, whose row has its fault set."""
    others = COVERAGES[1:]
    return f"case coverage {' '.join(f'when {quoted(coverage)} then ?' for coverage in others)} else ? end"


def _row(fields: Mapping[str, str], native: Set[str]) -> str:
    """Return the columns of the activity table, in its order."""
    # Whole numbers, and none of them negative: a double would round the last moments of a late year up.
    day = f"cast((ts + {-FIRST_US}) // {DAY_US} - {-FIRST_US // DAY_US} as integer)"
    zone = f"regexp_matches(published, '^.{{10}}[T ].*{ZONE}$')"
    clock = (
        "case when ts is null then 'missing' when clock <> 'missing' then clock "
        f"when ts < {EARLIEST_US} then 'implausible' "
        f"when published is not null and not {zone} then 'zone_assumed' else 'exact' end"
    )
    return f"""
      ? + position, coalesce(activity_id, ? || '#' || position), home, coalesce(community, ''),
      {_owned("actor")}, actor_name, {_kind()}, object_id,
      case when target is not null then {_owned("target")} end, target_name, thread_id, ts,
      {day}, cast(floor(({day} + 3) / 7.0) as integer), {clock},
      coalesce(try_cast(text_len as bigint), length(text), 0), {_print(fields)}, lang,
      try_cast(value as double), currency,
      {", ".join(f"try_cast({field} as bigint)" for field in COUNTS)}, role,
      case when visibility is null then 'public' when visibility in ({_SHOWN}) then visibility end,
      case when derived = 'true' then 1 else 0 end,
      {_origin()}, position, {_fault(fields, native)}"""
