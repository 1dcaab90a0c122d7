"""The cells of a table as SQL: checked and cast by the engine, by the rules of canonical rows."""

from collections.abc import Mapping, Sequence, Set
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple, TypeAlias

from kibbutz_cli.engines.duckdb_files import MALFORMED, POSITION, named, quoted
from kibbutz_cli.model.activity import DAY_US, FIRST_US, LAST_US, MAIL, Clock, Coverage
from kibbutz_cli.readers.canonical import (
    COUNTS,
    FIELDS,
    FLOATED,
    FLOATED_ID,
    GUARD,
    GUARDED,
    IDS,
    ISO,
    KINDS,
    LARGEST_VALUE,
    LONGEST_ID,
    LOST,
    LOST_ID,
    NAMES,
    NESTED,
    NOTHING,
    NULL,
    NUMBER,
    NUMBERED,
    OWNED,
    PLATFORM,
    SAID,
    TIMES,
    VISIBILITIES,
    WHOLE,
    WHOLES,
    WORDS,
    ZONE,
)
from kibbutz_cli.readers.parsing.prints import ADDRESS, BYTES, SHORTEST
from kibbutz_cli.readers.parsing.times import EARLIEST_US

_SHOWN = ", ".join(quoted(word) for word in VISIBILITIES)

_CLOCKS = ", ".join(quoted(word) for word in Clock)

_LARGEST_WHOLE = 10**18 - 1
_WHOLES = ("BIGINT", "INTEGER", "SMALLINT", "TINYINT")
_NATIVE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("ts_us", "ts_ms", "ts_s", "text_len", "text_print", *COUNTS), _WHOLES),
    "value": ("DOUBLE",),
}
"""Types of Parquet columns that are checked as they are; any other is checked as the text it prints as."""

FLOATS = ("DOUBLE", "FLOAT")
_PRINTED = "1e16"
"""From here on a double prints with an exponent; below it each engine would print it in its own way."""

COVERAGES = tuple(reversed(Coverage))
"""What a source can show, the most first."""

RULED = ("platform", "actor", "kind", "target", "visibility")
"""Fields whose cells are brought under a rule, which those of most files follow already."""

Origins: TypeAlias = tuple[int, int, int]
"""The numbers of a file's origin, one for each of ``COVERAGES``, ascending."""


class Whence(NamedTuple):
    """Where the rows of a file come from, as it stands in the activity table.

    Attributes:
        path: The path as the caller gave it.
        origins: The numbers of its origin, by what a row may say that its source can show.
        first: The deeds are numbered from the one after this.
    """

    path: str
    origins: Origins
    first: int


class Columns(NamedTuple):
    """The columns of a file, and how they become activities.

    Attributes:
        relation: A query over the file.
        fields: The column that gives each field, by field.
        types: The types of the columns; one without is text.
        whence: Where the rows come from.
        plain: Whether no cell says that it is empty, and no id has lost or won digits, as `others` finds out.
    """

    relation: str
    fields: Mapping[str, str]
    types: Mapping[str, str]
    whence: Whence
    plain: bool = False


def activities(columns: Columns, as_is: Set[str] = frozenset(), noting: Sequence[str] = ()) -> str:
    """Return a query for the rows of a file in the columns of the activity table; a bad one has a ``fault``.

    Args:
        columns: The columns of the file.
        as_is: Those of ``RULED`` whose cells are known to follow their rule.
        noting: Those of ``RULED`` for which a column at the end says 1 where a cell does not follow its rule.
    """
    native = natives(columns)
    row = _row(columns, native)
    row |= {field: field for field in as_is}
    place = f"{named(POSITION)} as position, {named(MALFORMED)} as malformed"
    noted = [f"case when {_changed(field, row[field])} then 1 else 0 end" for field in noting]
    return f"""
      with source as ({columns.relation}),
      cells as (select {place}, {_cells(columns, native)} from source),
      dated as (select *, {_published()} as moment from cells),
      timed as (
        select *, {_moment(native)} as ts, coalesce(platform, {quoted(PLATFORM)}) as home from dated
      ),
      owned as (select *, home || ':' as owner from timed)
      select {", ".join((*row.values(), *noted))} from owned"""


def natives(columns: Columns) -> set[str]:
    """Return the fields whose columns are checked as they are."""
    return {
        field
        for field, column in columns.fields.items()
        if columns.types.get(column) in _NATIVE.get(field, ())
    }


def _changed(field: str, rule: str) -> str:
    """Return the test of a cell that its rule changes; for the dear ones, of one that it may change."""
    if field in OWNED:
        return f"not ({_has_owner(field)})"
    if field == "kind":
        return f"kind is null or {_meant()} is distinct from kind"
    return f"{rule} is distinct from {field}"


def _cells(columns: Columns, native: Set[str]) -> str:
    """Return every field as text, empty cells as null, absent columns as null; native ones as they are."""
    return ", ".join(f"{_cell(field, columns, native)} as {field}" for field in FIELDS)


def _cell(field: str, columns: Columns, native: Set[str]) -> str:
    if field not in columns.fields:
        return "cast(null as varchar)"
    column = named(columns.fields[field])
    if field in native:
        return column
    kind = columns.types.get(columns.fields[field], "")
    if field in OWNED and (nested := _nested(kind)):
        return f"case when {column} is not null then '{nested}' end"
    text = f"nullif(cast({column} as varchar), '')" if columns.plain else _filled(field, column)
    if field in WHOLES or (field in NUMBERED and not columns.plain):
        text = _whole(field, text, column if kind in FLOATS else "")
    if field in SAID:
        return _said(field, text)
    return _unguarded(text, columns.fields[GUARD]) if field in NAMES and GUARD in columns.fields else text


def _filled(field: str, column: str) -> str:
    """Return a cell as text; null where it is empty, or says that it is."""
    text = f"nullif(nullif(cast({column} as varchar), ''), {quoted(NULL)})"
    if field not in NOTHING:
        return text
    return f"case when {text} not in ({', '.join(map(quoted, NOTHING[field]))}) then {text} end"


def _unguarded(text: str, guard: str) -> str:
    """Return a name without the quote mark that a spreadsheet needs, where its row says that it has one."""
    said = _said(GUARD, f"cast({named(guard)} as varchar)")
    guarded = f"{said} = 'true' and regexp_matches({text}, {quoted(GUARDED)})"
    return f"case when {guarded} then substr({text}, 2) else {text} end"


def _nested(kind: str) -> str:
    """Return how an object or a list of such a type is shown, which each engine prints in its own way."""
    if kind.startswith("ARRAY") or kind.endswith("]"):
        return "[]"
    return "{}" if kind.startswith(("STRUCT", "MAP")) else ""


def _whole(field: str, text: str, double: str) -> str:
    """Return a whole number as it is written with nothing behind a point; a double is one where it can be."""
    lost = f"when regexp_matches({text}, '{LOST}') then null " if field == "text_print" else ""
    if double:
        is_whole = f"abs({double}) < {_PRINTED} and {double} = floor({double})"
        return (
            f"case when {is_whole} then cast(try_cast({double} as bigint) as varchar) {lost}else {text} end"
        )
    # Most have none: to look at the end of a text is all that it takes.
    end, pattern = ("%.0", FLOATED_ID) if field in NUMBERED else ("%.%0", FLOATED)
    floated = f"{text} like '{end}' and regexp_matches({text}, '{pattern}')"
    return f"case {lost}when {floated} then split_part({text}, '.', 1) else {text} end"


def _said(field: str, text: str) -> str:
    """Return which word is meant, in whatever case it is written; what means none, as it is."""
    given, words = (", ".join(map(quoted, texts)) for texts in (SAID[field], SAID[field].values()))
    # Most are as they should be; to look each of them up would take twice as long.
    is_said = f"{text} is null or {text} in ({words})"
    looked_up = f"coalesce(map([{given}], [{words}])[lower({text})], {text})"
    return f"case when {is_said} then {text} else {looked_up} end"


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
    create = "coalesce(lower(kind), 'create') = 'create'"
    return (
        f"case when {create} and object_id is not null then 'reply' "
        f"when kind is null then 'post' else {_meant()} end"
    )


def _meant() -> str:
    """Return the kind that a word means by itself; null for one that means none."""
    words, kinds = (", ".join(map(quoted, texts)) for texts in (KINDS, KINDS.values()))
    return f"map([{words}], [{kinds}])[lower(kind)]"


def _fault(fields: Mapping[str, str], native: Set[str], plain: bool) -> str:
    """Return what is wrong with a row as ``code|field|text``, in the order in which rows are judged."""
    tests = [
        ("starts_with(malformed, 'bad_text|') or starts_with(malformed, 'too_large|')", "malformed"),
        ("malformed is not null", "'malformed||' || malformed"),
        ("actor is null", "'no_actor|actor|'"),
    ]
    tests += [
        (f"left({field}, 1) in ('{{', '[') and regexp_matches({field}, '{NESTED}')", told)
        for field, told in ((field, _told("malformed", field)) for field in OWNED)
        if field in fields
    ]
    tests += [
        (f"{field} like '%+%' and regexp_matches({field}, '{LOST_ID}')", _told("bad_number", field))
        for field in NUMBERED
        if field in fields and not plain
    ]
    # The number of bytes is at hand and never the smaller one; characters have to be counted.
    tests += [(_endless(field), _told("too_large", field)) for field in IDS if field in fields]
    tests += [
        (f"{field} not in ({', '.join(map(quoted, words))})", _told("bad_text", field))
        for field, words in WORDS.items()
        if field in fields
    ]
    tests.append((f"kind is not null and {_meant()} is null", _told("bad_kind", "kind")))
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
    return f"case when {_has_owner(field)} then {field} else owner || {field} end"


def _has_owner(field: str) -> str:
    return f"starts_with({field}, owner) or starts_with({field}, '{MAIL}:')"


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


def _origin(origins: Origins) -> str:
    """Return the number of the origin; the widest for a word that is none, whose row has its fault set."""
    widest, *others = origins
    told = " ".join(
        f"when {quoted(word)} then {number}" for word, number in zip(COVERAGES[1:], others, strict=True)
    )
    return f"case coverage {told} else {widest} end"


def _row(columns: Columns, native: Set[str]) -> dict[str, str]:
    """Return the columns of the activity table by name, in its order."""
    fields, whence = columns.fields, columns.whence
    # Whole numbers, and none of them negative: a double would round the last moments of a late year up.
    day = f"cast((ts + {-FIRST_US}) // {DAY_US} - {-FIRST_US // DAY_US} as integer)"
    zone = f"regexp_matches(published, '^.{{10}}[T ].*{ZONE}$')"
    clock = (
        f"case when ts is null then 'missing' when clock <> 'missing' and clock in ({_CLOCKS}) then clock "
        f"when ts < {EARLIEST_US} then 'implausible' "
        f"when published is not null and not {zone} then 'zone_assumed' else 'exact' end"
    )
    shown = f"case when visibility is null then 'public' when visibility in ({_SHOWN}) then visibility end"
    return {
        "deed": f"{whence.first} + position",
        "activity_id": f"coalesce(activity_id, {quoted(whence.path)} || '#' || position)",
        "platform": "home",
        "community": "coalesce(community, '')",
        "actor": _owned("actor"),
        "actor_name": "actor_name",
        "kind": _kind(),
        "object_id": "object_id",
        "target": f"case when target is not null then {_owned('target')} end",
        **{field: field for field in ("target_name", "thread_id")},
        "ts_us": "ts",
        "day": day,
        "week": f"cast(floor(({day} + 3) / 7.0) as integer)",
        "clock": clock,
        "text_len": "coalesce(try_cast(text_len as bigint), length(text), 0)",
        "text_print": _print(fields),
        "lang": "lang",
        "value": "try_cast(value as double)",
        "currency": "currency",
        **{field: f"try_cast({field} as bigint)" for field in COUNTS},
        "role": "role",
        "visibility": shown,
        "derived": "case when derived = 'true' then 1 else 0 end",
        "origin": _origin(whence.origins),
        "position": "position",
        "fault": _fault(fields, native, columns.plain),
    }
