"""Files as DuckDB reads them itself: CSV, NDJSON and Parquet, every record with its position."""

import json
from collections.abc import Mapping, Sequence

LINE_BYTES = 16 * 2**20

POSITION = "kibbutz position"
MALFORMED = "kibbutz malformed"
"""What stands beside the columns of a file, whatever those are called."""

_TEXT = r'"(?:[^"\\]|\\.)*"'
_NO_NUMBERS = tuple(rf"{before}[ \t\r]*-?(?i:nan|inf)" for before in ("^", ":", ",", r"\["))
_SURPLUS = r",[ \t\r]*[}\]]"
"""Texts, and what outside of them the engine takes for JSON: words for a number, a comma before an end."""

_ROW = "file_row_number"
"""What the engine itself calls the place of a row of Parquet."""

BY_ITSELF = "hive_partitioning = false"
"""Else the engine would read a folder ``kind=like``, wherever above a file it stands, as a column of it."""


def relation(shape: str, path: str, columns: Sequence[str], delimiter: str, types: Mapping[str, str]) -> str:
    """Return a query over a file: ``POSITION`` (from 1), ``MALFORMED`` (a reason, or null), then its columns.

    A malformed row of a CSV stops the query: DuckDB would skip it, but not say where it stood. The types are
    those of all columns of a Parquet file.
    """
    match shape:
        case "csv":
            return _csv(path, columns, delimiter)
        case "ndjson":
            return _ndjson(path, columns)
        case "parquet":
            return _parquet(path, columns, types)
    raise ValueError(shape)


def quoted(text: str) -> str:
    """Return a string as an SQL literal; for settings and file names, which cannot be bound."""
    return "'" + text.replace("'", "''") + "'"


def named(column: str) -> str:
    """Return an identifier as SQL."""
    return '"' + column.replace('"', '""') + '"'


def literal_path(path: str) -> str:
    """Return a path as an SQL literal in which ``*``, ``?`` and ``[`` mean themselves."""
    escaped = "".join(f"[{character}]" if character in "*?[" else character for character in path)
    return quoted(escaped)


def _csv(path: str, columns: Sequence[str], delimiter: str) -> str:
    types = ", ".join(f"{quoted(column)}: 'VARCHAR'" for column in columns)
    return f"""
        select row_number() over () as {named(POSITION)}, cast(null as varchar) as {named(MALFORMED)}, *
        from read_csv(
          {literal_path(path)}, columns = {{{types}}}, delim = {quoted(delimiter)}, quote = '"', escape = '"',
          header = true, auto_detect = false, {BY_ITSELF},
          max_line_size = {LINE_BYTES}
        )"""


def _ndjson(path: str, columns: Sequence[str]) -> str:
    structure = quoted(json.dumps(dict.fromkeys(columns, "VARCHAR")))
    is_no_number = " or ".join(f"regexp_matches(line, {quoted(pattern)})" for pattern in _NO_NUMBERS)
    cells = ", ".join(f"record.{named(column)}" for column in columns)
    return f"""
        with lines as (
          select
            row_number() over () as position,
            line,
            coalesce(json_valid(line), false) as sound,
            -- To look for words costs next to nothing, and for what begins with one mark, little.
            case
              when regexp_matches(line, {quoted(_SURPLUS)}) or (
                (contains(lower(line), 'nan') or contains(lower(line), 'inf'))
                and ({is_no_number})
              )
                then regexp_replace(line, {quoted(_TEXT)}, '""', 'g')
            end as bare
          from read_csv(
            {literal_path(path)}, columns = {{'line': 'VARCHAR'}}, delim = chr(1), quote = '', escape = '',
            header = false, auto_detect = false, {BY_ITSELF}, max_line_size = {LINE_BYTES}
          )
        ),
        records as (
          select
            position,
            case
              when not sound or regexp_matches(bare, {quoted("|".join((*_NO_NUMBERS, _SURPLUS)))})
                then 'not JSON: expected one object a line'
              when json_type(line) <> 'OBJECT' then 'expected one object a line'
            end as malformed,
            case when sound then json_transform(line, {structure}) end as record
          from lines
          where line is not null and trim(line) <> ''
        )
        select position as {named(POSITION)}, malformed as {named(MALFORMED)}, {cells} from records"""


def _parquet(path: str, columns: Sequence[str], types: Mapping[str, str]) -> str:
    cells = ", ".join(_bytes(column) if types[column] == "BLOB" else named(column) for column in columns)
    is_taken = any(column.lower() == _ROW for column in types)
    row, option = ("row_number() over ()", "") if is_taken else (f"{_ROW} + 1", f", {_ROW} = true")
    return f"""
        select {row} as {named(POSITION)}, cast(null as varchar) as {named(MALFORMED)}, {cells}
        from read_parquet({literal_path(path)}, {BY_ITSELF}{option})"""


def _bytes(column: str) -> str:
    """Return bytes that nothing says are text, as text where they are, else in hexadecimal digits."""
    name = named(column)
    return f"coalesce(try(decode({name})), lower(hex({name}))) as {name}"
