"""The cells of a file as text, one step after the other: printed, filled, made whole, without quote marks.

Each step names the cells of the one before. Written as one expression, a cell of many rules would stand a
hundred times in the query, which takes an engine seconds to plan.
"""

from collections.abc import Mapping, Set

from kibbutz_cli.engines.duckdb_files import MALFORMED, POSITION, named, quoted
from kibbutz_cli.ledger.given import FLOATS, Columns
from kibbutz_cli.readers.canonical import (
    FIELDS,
    FLOATED,
    FLOATED_ID,
    GUARD,
    GUARDED,
    LOST,
    NAMES,
    NOTHING,
    NULL,
    NUMBERED,
    OWNED,
    SAID,
    WHOLES,
)

_PRINTED = "1e16"
"""From here on a double prints with an exponent; below it each engine would print it in its own way."""


def steps(columns: Columns, native: Set[str]) -> str:
    """Return common table expressions from ``source`` to ``cells``, which has every field as text.

    A cell is null where it is empty or its column absent; native ones are as they are, but for what is no
    number: nan, which is larger than any.
    """
    given = [field for field in columns.fields if field not in native]
    printed = {field: _printed(field, columns, native) for field in FIELDS}
    filled = {field: f"nullif({field}, '')" if columns.plain else _filled(field) for field in given}
    meant = {field: _said(field) for field in given if field in SAID}
    meant |= {field: _whole(field) for field in given if _may_be_floated(field, columns)}
    bare = {field: _unguarded(field) for field in given if field in NAMES and GUARD in columns.fields}
    place = f"{named(POSITION)} as position, {named(MALFORMED)} as malformed"
    made = ", ".join(f"{cell} as {field}" for field, cell in printed.items())
    return f"""printed as (select {place}, {made} from source),
      filled as (select {_row_with(filled)} from printed),
      meant as (select {_row_with(meant)} from filled),
      cells as (select {_row_with(bare)} from meant)"""


def _row_with(cells: Mapping[str, str]) -> str:
    """Return all there is of a row, with these cells in the place of those before."""
    return ", ".join(
        (
            "position",
            "malformed",
            *(f"{cells[field]} as {field}" if field in cells else field for field in FIELDS),
        )
    )


def _printed(field: str, columns: Columns, native: Set[str]) -> str:
    if field not in columns.fields:
        return "cast(null as varchar)"
    column = named(columns.fields[field])
    if field in native:
        is_number = f"{column} <= cast('Infinity' as double)"
        return f"case when {is_number} then {column} end" if field == "value" else column
    kind = columns.types.get(columns.fields[field], "")
    if field in OWNED and (nested := _nested(kind)):
        return f"case when {column} is not null then '{nested}' end"
    text = f"cast({column} as varchar)"
    if kind not in FLOATS or not _may_be_floated(field, columns):
        return text
    is_whole = f"abs({column}) < {_PRINTED} and {column} = floor({column})"
    return f"case when {is_whole} then cast(try_cast({column} as bigint) as varchar) else {text} end"


def _nested(kind: str) -> str:
    """Return how an object or a list of such a type is shown, which each engine prints in its own way."""
    if kind.startswith("ARRAY") or kind.endswith("]"):
        return "[]"
    return "{}" if kind.startswith(("STRUCT", "MAP")) else ""


def _filled(field: str) -> str:
    """Return a cell that is null where it is empty, or says that it is."""
    none = ("", NULL, *NOTHING.get(field, ()))
    return f"case when {field} not in ({', '.join(map(quoted, none))}) then {field} end"


def _may_be_floated(field: str, columns: Columns) -> bool:
    return field in WHOLES or (field in NUMBERED and not columns.plain)


def _whole(field: str) -> str:
    """Return a whole number as it is written with nothing behind a point."""
    lost = f"when regexp_matches({field}, '{LOST}') then null " if field == "text_print" else ""
    # Most have none: to look at the end of a text is all that it takes.
    end, pattern = ("%.0", FLOATED_ID) if field in NUMBERED else ("%.%0", FLOATED)
    floated = f"{field} like '{end}' and regexp_matches({field}, '{pattern}')"
    return f"case {lost}when {floated} then split_part({field}, '.', 1) else {field} end"


def _said(field: str) -> str:
    """Return which word is meant, in whatever case it is written; what means none, as it is."""
    given, words = (", ".join(map(quoted, texts)) for texts in (SAID[field], SAID[field].values()))
    # Most are as they should be; to look each of them up would take twice as long.
    is_said = f"{field} is null or {field} in ({words})"
    looked_up = f"coalesce(map([{given}], [{words}])[lower({field})], {field})"
    return f"case when {is_said} then {field} else {looked_up} end"


def _unguarded(field: str) -> str:
    """Return a name without the quote mark that a spreadsheet needs, where its row says that it has one."""
    guarded = f"{GUARD} = 'true' and regexp_matches({field}, {quoted(GUARDED)})"
    return f"case when {guarded} then substr({field}, 2) else {field} end"
