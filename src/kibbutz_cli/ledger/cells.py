"""The cells of a table as SQL: checked and cast by the engine, by the rules of canonical rows."""

from collections.abc import Mapping, Sequence, Set
from string import ascii_lowercase, ascii_uppercase

from kibbutz_cli.engines.duckdb_files import quoted
from kibbutz_cli.ledger import texts
from kibbutz_cli.ledger.given import COVERAGES, Columns, Origins, natives
from kibbutz_cli.model.activity import DAY_US, FIRST_US, LAST_US, MAIL, Clock
from kibbutz_cli.readers.canonical import (
    COUNTS,
    IDS,
    ISO,
    KINDS,
    LARGEST_VALUE,
    LONGEST_ID,
    LOST_ID,
    NESTED,
    NUMBER,
    NUMBERED,
    OWNED,
    PLATFORM,
    TIMES,
    VISIBILITIES,
    WHOLE,
    WORDS,
    ZONE,
)
from kibbutz_cli.readers.parsing.prints import ADDRESS, BYTES, SHORTEST
from kibbutz_cli.readers.parsing.times import EARLIEST_US

_SHOWN = ", ".join(quoted(word) for word in VISIBILITIES)

_CLOCKS = ", ".join(quoted(word) for word in Clock)

_LARGEST_WHOLE = 10**18 - 1

RULED = ("platform", "actor", "kind", "target", "visibility")
"""Fields whose cells are brought under a rule, which those of most files follow already."""


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
    noted = [f"case when {_changed(field, row[field])} then 1 else 0 end" for field in noting]
    return f"""
      with source as ({columns.relation}),
      {texts.steps(columns, native)},
      dated as (select *, {_published()} as moment from cells),
      timed as (
        select *, {_moment(native)} as ts, coalesce(platform, {quoted(PLATFORM)}) as home from dated
      ),
      owned as (select *, home || ':' as owner from timed)
      select {", ".join((*row.values(), *noted))} from owned"""


def _changed(field: str, rule: str) -> str:
    """Return the test of a cell that its rule changes; for the dear ones, of one that it may change."""
    if field in OWNED:
        return f"not ({_has_owner(field)})"
    if field == "kind":
        return f"kind is null or {_meant()} is distinct from kind"
    return f"{rule} is distinct from {field}"


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
        (f"{_opens(field)} and regexp_matches({field}, '{NESTED}')", told)
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


def _opens(field: str) -> str:
    return f"(starts_with({field}, '{{') or starts_with({field}, '['))"


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
