"""Files as Spark reads them: CSV, NDJSON and Parquet from any path it knows, every record with its position.

A position is that of the record in its file, from 1; where a path stands for many files, they are counted
one after the other, by name.
"""

from collections.abc import Sequence

from pyspark.sql import Column, DataFrame, SparkSession, Window
from pyspark.sql import functions as f
from pyspark.sql.types import BinaryType, StringType, StructType, TimestampType

from kibbutz_cli.engines import dialect, spark_places
from kibbutz_cli.engines.duckdb_files import LINE_BYTES, MALFORMED, POSITION, named
from kibbutz_cli.errors import EngineError, InputError

TYPES = {
    "bigint": "BIGINT",
    "int": "INTEGER",
    "smallint": "SMALLINT",
    "tinyint": "TINYINT",
    "double": "DOUBLE",
    "string": "VARCHAR",
}
"""What a Parquet column's type is called by the rules of the columnar route; else Spark's own word."""

DAMAGED = "CANNOT_READ_FILE_FOOTER"
"""What Spark says of a file that is no whole Parquet; all else it says of what it does not know."""

_OWN = "kibbutz "
"""What begins the names of all that stands beside the columns of a file."""

_CORRUPT, _LINE, _ROW, _ROWS, _FILE, _BLOCK, _FIRST, _OFFSET = (
    f"{_OWN}{name}" for name in ("corrupt", "line", "row", "rows", "file", "block", "first", "offset")
)
_PLACE = (_ROW, _FILE, _BLOCK, _OFFSET)

_END = "kibbutz end"
"""What is put behind a line of JSON, as a second record: what stands between the two is no part of one."""

_BACKSLASH = r"\\\\"
"""The escape of a backslash in JSON, behind which no other begins."""

_HALF = r"\\u[dD][89a-fA-F]"
"""The escape of half a letter in JSON."""

_WHOLE = r"\\u[dD][89abAB]..\\u[dD][c-fC-F]"
"""The escapes of the two halves of a letter."""

_EXPONENT = r"^-?\d\.\d+E-?\d+$"
"""How Spark prints what is a number of JSON with a point, and large or small."""

_TOO_LARGE = f"too_large||a record of more than {LINE_BYTES:,} bytes: expected less"

_STRICT_JSON = {
    "allowSingleQuotes": "false",
    "allowUnquotedFieldNames": "false",
    "allowNonNumericNumbers": "false",
    "allowNumericLeadingZeros": "false",
    "mode": "PERMISSIVE",
}


def relation(
    session: SparkSession, shape: str, path: str, columns: Sequence[str], delimiter: str
) -> DataFrame:
    """Return a file's records: ``POSITION``, ``MALFORMED`` (a reason, or null), and its columns.

    Raises:
        EngineError: Spark would leave the file out; row by row it can be read.
    """
    if spark_places.is_left_out(path):
        raise EngineError(f"engine: {spark_places.LEFT_OUT}")
    match shape:
        case "csv":
            return _csv(session, path, columns, delimiter)
        case "ndjson":
            return _ndjson(session, path, columns)
        case "parquet":
            return _parquet(session, path, columns)
    raise ValueError(shape)


def types(schema: StructType) -> dict[str, str]:
    """Return the columns of a Parquet file with the names of their types."""
    return {
        field.name: TYPES.get(field.dataType.simpleString(), field.dataType.simpleString().upper())
        for field in schema
    }


def _text(session: SparkSession, path: str) -> DataFrame:
    """Return the lines of files, each a `value`, beside what the names of their folders tell."""
    return spark_places.reader(session, path).option("lineSep", "\n").text(spark_places.pattern(path))


def _csv(session: SparkSession, path: str, columns: Sequence[str], delimiter: str) -> DataFrame:
    """Read cells byte for byte, as Latin-1, and take them for UTF-8 afterwards: what is none is told."""
    _check_text(session, path)
    kinds = ", ".join(f"`{column}` string" for column in [*_latin(columns), _CORRUPT])
    rows = (
        spark_places.reader(session, path)
        .schema(kinds)
        .options(
            sep=delimiter,
            quote='"',
            escape='"',
            header="true",
            enforceSchema="true",
            multiLine="true",
            lineSep="\n",  # else the first line decides for all of them
            encoding="ISO-8859-1",
            maxCharsPerColumn="-1",
            mode="PERMISSIVE",
            unescapedQuoteHandling="RAISE_ERROR",  # row by row it is told which
            columnNameOfCorruptRecord=_CORRUPT,
        )
        .csv(spark_places.pattern(path))
    )
    if in_folders := rows.columns[len(columns) + 1 :]:
        raise InputError(
            f"{path}: folders named {in_folders[0]}=: expected each column of a CSV in its files",
            "Parquet and NDJSON take it from the folder",
        )
    *given, last = (f.col(name) for name in _latin(columns))
    cells = [
        f.encode(cell, "ISO-8859-1").cast("string").alias(column)
        for cell, column in zip([*given, f.regexp_replace(last, "\r$", "")], columns, strict=True)
    ]
    ragged = f.when(f.col(_CORRUPT).isNotNull(), f"ragged: expected {len(columns)} cells")
    for cell, column in zip(cells, columns, strict=True):
        shown = f.translate(f.make_valid_utf8(cell), "\ufffd", "?")
        ragged = ragged.when(~f.is_valid_utf8(cell), f.concat(f.lit(f"bad_text|{column}|"), shown))
    # What is asked of a row must be more than whether it is corrupt: Spark would not read the file for that.
    is_blank = f.coalesce(f.rtrim(f.col(_CORRUPT), f.lit("\r\n")) == "", f.lit(False))
    return _numbered(rows.where(~is_blank | last.isNotNull()), [ragged.alias(MALFORMED), *cells])


def _check_text(session: SparkSession, path: str) -> None:
    """Refuse what Spark would read wrongly of a CSV, and not say so.

    That is a file that may end inside a quoted cell, for Spark would end the cell with it; and of several,
    one with other columns, or the same ones in another order, for Spark takes the cells by their place.

    Raises:
        InputError: A file has an odd number of quotation marks, or another header than the first.
    """
    lines = _text(session, path)
    value = f.col("value")
    marks = f.octet_length(value) - f.octet_length(f.replace(value, f.lit('"'), f.lit("")))
    row, block = f.monotonically_increasing_id(), f.col("_metadata.file_block_start")
    start = f.regexp_replace(value, "^\ufeff|\r$", "")
    each = lines.select(
        _file(), start.alias("start"), marks.alias("marks"), f.struct(block, row).alias("place")
    )
    files = each.groupBy(_FILE).agg(f.sum("marks").alias("marks"), f.min_by("start", "place").alias("start"))
    is_odd, header = f.col("marks") % 2 == 1, f.struct("start", _FILE)
    (told,) = files.agg(f.min(f.when(is_odd, f.col(_FILE))), f.min(header), f.max(header)).collect()
    odd, least, most = told
    if odd:
        place = path if spark_places.SCHEME not in path else odd
        raise InputError(
            f"{place}: an odd number of quotation marks: expected each cell that opens with one to close it",
            "it is cut off, or one stands alone in a cell: --engine duckdb tells",
        )
    if least and least[0] != most[0]:
        one, other = sorted((least[1], most[1]))
        raise InputError(
            f"{other}: another header than in {one}: expected the same columns in the same order"
        )


def _ndjson(session: SparkSession, path: str, columns: Sequence[str]) -> DataFrame:
    lines = _text(session, path)
    line = f.col("value")
    framed = f.concat(f.lit("["), line, f.lit(f', {{"{_END}": ""}}]'))
    # In a map a name that stands twice has its first value, as everywhere; in a struct it has its last.
    records = f.from_json(framed, "array<map<string, string>>", _STRICT_JSON)
    is_object = f.startswith(f.ltrim(line, f.lit(" \t\r")), f.lit("{"))
    are_two = (f.size(records) == 2) & records[1][_END].isNotNull()
    is_json = f.when(is_object, are_two).otherwise(
        f.size(f.from_json(framed, "array<string>", _STRICT_JSON)) == 2
    )
    pairs = f.regexp_replace(f.regexp_replace(line, _BACKSLASH, " "), _WHOLE, " ")
    is_text = f.is_valid_utf8(line) & ~(line.rlike(_HALF) & pairs.rlike(_HALF))
    malformed = (
        f.when(f.octet_length(line) > LINE_BYTES, _TOO_LARGE)
        .when(~(f.coalesce(is_json, f.lit(False)) & is_text), "not JSON: expected one object a line")
        .when(~is_object, "expected one object a line")
        .alias(MALFORMED)
    )
    first, in_folders = records[0], lines.columns[1:]
    cells = [
        (f.col(f"`{_escaped(column)}`") if column in in_folders else first[column]).alias(column)
        for column in columns
    ]
    numbered = _numbered(lines, [malformed, line.alias(_LINE), *cells])
    full = numbered.where(f.trim(f.col(_LINE), f.lit(" \t\r\n")) != "")
    return full.select(POSITION, MALFORMED, *map(_as_number, columns))


def _as_number(column: str) -> Column:
    """Return a cell of a record; a number in it as the embedded engine prints it, a text as it is."""
    name = f"`{_escaped(column)}`"
    is_number = f"{name} rlike r'{_EXPONENT}' and not contains(`{_LINE}`, '\"' || {name} || '\"')"
    return f.expr(f"case when {is_number} then {dialect.PRINTED.format(name)} else {name} end").alias(column)


def _parquet(session: SparkSession, path: str, columns: Sequence[str]) -> DataFrame:
    rows = spark_places.parquet(session, path)
    malformed = f.lit(None).cast("string").alias(MALFORMED)
    if not columns:  # they are only counted: that stands at the end of each file, unless a place is asked for
        return rows.select(f.lit(None).cast("bigint").alias(POSITION), malformed)
    moments = {column for column in columns if isinstance(rows.schema[column].dataType, TimestampType)}
    without_zone = spark_places.without_zone(session, rows.inputFiles()[0], moments)
    cells = [_printed(rows, column, column in without_zone) for column in columns]
    row = f.col("_metadata.row_index")
    if len(rows.inputFiles()) == 1:  # the row is counted through its file, whatever pieces that is read in
        return rows.select((row + 1).alias(POSITION), malformed, *cells)
    return _placed(rows.select(malformed, *cells, row.alias(_ROW), _file(), f.lit(0).alias(_BLOCK)))


def _printed(rows: DataFrame, column: str, without_zone: bool) -> Column:
    """Return a column; a moment with a zone, and bytes, as the text the embedded engine prints."""
    value, kind = f.col(f"`{_escaped(column)}`"), rows.schema[column].dataType
    if isinstance(kind, BinaryType):  # what nothing says is text is text where it is, else digits
        text = value.cast("string")
        return f.when(f.is_valid_utf8(text), text).otherwise(f.lower(f.hex(value))).alias(column)
    if isinstance(kind, StringType):
        return f.validate_utf8(value).alias(column)
    if without_zone:
        return value.cast("timestamp_ntz").alias(column)
    if isinstance(kind, TimestampType):
        return f.concat(f.date_format(value, "yyyy-MM-dd HH:mm:ss.SSSSSS"), f.lit("+00")).alias(column)
    return value.alias(column)


def _numbered(rows: DataFrame, cells: Sequence[Column]) -> DataFrame:
    """Number the records of a text by the block they were read in, and the blocks by where they begin."""
    block = f.col("_metadata.file_block_start").alias(_BLOCK)
    return _placed(rows.select(*cells, f.monotonically_increasing_id().alias(_ROW), _file(), block))


def _placed(rows: DataFrame) -> DataFrame:
    """Turn numbers that grow within a block into positions from 1 over all blocks."""
    if len(rows.inputFiles()) == 1 and rows.rdd.getNumPartitions() == 1:
        placed = rows.withColumn(POSITION, f.col(_ROW) + 1)
    else:
        blocks = rows.groupBy(_FILE, _BLOCK).agg(f.min(_ROW).alias(_FIRST), f.count("*").alias(_ROWS))
        earlier = Window.orderBy(_FILE, _BLOCK).rowsBetween(Window.unboundedPreceding, -1)
        before = f.coalesce(f.sum(_ROWS).over(earlier), f.lit(0))
        offsets = blocks.select(_FILE, _BLOCK, (before - f.col(_FIRST) + 1).alias(_OFFSET))
        placed = rows.join(f.broadcast(offsets), [_FILE, _BLOCK]).withColumn(
            POSITION, f.col(_ROW) + f.col(_OFFSET)
        )
    return placed.drop(*_PLACE)


def _file() -> Column:
    return f.col("_metadata.file_path").alias(_FILE)


def _latin(columns: Sequence[str]) -> list[str]:
    """Return the names of columns as they stand in a header read byte for byte; they are only told apart."""
    return [f"c{number}" for number in range(len(columns))]


def _escaped(name: str) -> str:
    return name.replace("`", "``")


def selected(view: str, columns: Sequence[str]) -> str:
    """Return the query that gives a relation by its view's name."""
    return f"select {', '.join(map(named, (POSITION, MALFORMED, *columns)))} from {view}"
