"""Files as Spark reads them: CSV, NDJSON and Parquet from any path it knows, every record with its position.

A position is that of the record in its file, from 1; where a path stands for many files, they are counted
one after the other, by name.
"""

import zlib
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from pyspark.sql import Column, DataFrame, SparkSession, Window
from pyspark.sql import functions as f
from pyspark.sql.types import StructType, TimestampType

from kibbutz_cli.engines.duckdb_files import LINE_BYTES, named

HEAD_BYTES = 65536

TYPES = {
    "bigint": "BIGINT",
    "int": "INTEGER",
    "smallint": "SMALLINT",
    "tinyint": "TINYINT",
    "double": "DOUBLE",
    "string": "VARCHAR",
}
"""What a Parquet column's type is called by the rules of the columnar route; else Spark's own word."""

_MALFORMED = "__malformed"
_ROW = "__row"
_FILE = "__file"
_BLOCK = "__block"
_FIRST = "__first"

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
    """Return a file's records: ``position``, ``malformed`` (a reason, or null), then its columns."""
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


def head(session: SparkSession, path: str) -> tuple[str, bytes]:
    """Return the name of the first file a path stands for, and its first bytes, unpacked."""
    files = session.read.format("binaryFile").option("recursiveFileLookup", "true").load(path).inputFiles()
    first = min(files)
    _, place = _hadoop(session, first)
    stream = place.getFileSystem(session._jsc.hadoopConfiguration()).open(place)
    try:
        start = bytes(stream.readNBytes(HEAD_BYTES))
    finally:
        stream.close()
    if first.endswith(".gz"):
        return first.removesuffix(".gz"), zlib.decompressobj(wbits=31).decompress(start)
    return first, start


def put(session: SparkSession, url: str, pieces: Iterable[bytes]) -> None:
    """Write a file at a URL, under another name first, so that it is whole or not there.

    Raises:
        OSError: The file cannot get its name, though it was written.
    """
    hadoop, place = _hadoop(session, url)
    system = hadoop.FileSystem.newInstance(place.toUri(), session._jsc.hadoopConfiguration())
    system.setWriteChecksum(False)  # on a disk it would lie beside, as a second file
    begun = hadoop.Path(place.getParent(), f".{place.getName()}.{uuid4().hex}")
    try:
        stream = system.create(begun)
        try:
            for piece in pieces:
                stream.write(bytearray(piece))
        finally:
            stream.close()
        system.delete(place, False)
        if not system.rename(begun, place):
            raise FileExistsError("what is there cannot be replaced")
    finally:
        system.delete(begun, False)
        system.close()


def delete(session: SparkSession, folder: str) -> None:
    """Delete a folder and all that lies in it."""
    jvm = session._jvm
    assert jvm is not None
    place = jvm.org.apache.hadoop.fs.Path(folder)
    place.getFileSystem(session._jsc.hadoopConfiguration()).delete(place, True)


def _hadoop(session: SparkSession, url: str) -> tuple[Any, Any]:
    """Return Spark's own way to a file system, for Python has none for hdfs and s3a, and a place in one."""
    jvm = session._jvm
    assert jvm is not None
    hadoop = jvm.org.apache.hadoop.fs
    return hadoop, hadoop.Path(jvm.java.net.URI.create(url))


def _csv(session: SparkSession, path: str, columns: Sequence[str], delimiter: str) -> DataFrame:
    """Read cells byte for byte, as Latin-1, and take them for UTF-8 afterwards: what is none is told."""
    kinds = ", ".join(f"`{_escaped(column)}` string" for column in [*_latin(columns), _MALFORMED])
    rows = (
        session.read.schema(kinds)
        .options(
            sep=delimiter,
            quote='"',
            escape='"',
            header="true",
            enforceSchema="true",
            multiLine="true",
            encoding="ISO-8859-1",
            maxCharsPerColumn="-1",
            mode="PERMISSIVE",
            columnNameOfCorruptRecord=_MALFORMED,
        )
        .csv(path)
    )
    cells = [
        f.encode(f.col(f"`{_escaped(given)}`"), "ISO-8859-1").cast("string").alias(column)
        for given, column in zip(_latin(columns), columns, strict=True)
    ]
    ragged = f.when(f.col(_MALFORMED).isNotNull(), f"ragged: expected {len(columns)} cells")
    for cell, column in zip(cells, columns, strict=True):
        shown = f.translate(f.make_valid_utf8(cell), "\ufffd", "?")
        ragged = ragged.when(~f.is_valid_utf8(cell), f.concat(f.lit(f"bad_text|{column}|"), shown))
    return _numbered(rows, [ragged.alias("malformed"), *cells])


def _ndjson(session: SparkSession, path: str, columns: Sequence[str]) -> DataFrame:
    lines = session.read.option("lineSep", "\n").text(path)
    line = f.col("value")
    # In a map a name that stands twice has its first value, as everywhere; in a struct it has its last.
    record = f.from_json(line, "map<string, string>", _STRICT_JSON)
    start = f.substring(f.ltrim(line), 1, 1)
    whole = f.trim(f.rtrim(line.substr(1, 1 << 30)))
    malformed = (
        f.when(
            f.octet_length(line) > LINE_BYTES,
            f"too_large||a record of more than {LINE_BYTES:,} bytes: expected less",
        )
        .when(start.isin("[", '"') | start.rlike("^[-0-9tfn]"), "expected one object a line")
        .when(
            record.isNull() | ~f.is_valid_utf8(line) | ~f.endswith(whole, f.lit("}")),
            "not JSON: expected one object a line",
        )
        .alias("malformed")
    )
    cells = [record[column].alias(column) for column in columns]
    numbered = _numbered(lines, [malformed, line.alias("__line"), *cells])
    return numbered.where(f.trim(f.col("__line"), f.lit(" \t\r\n")) != "").drop("__line")


def _parquet(session: SparkSession, path: str, columns: Sequence[str]) -> DataFrame:
    rows = session.read.parquet(path)
    malformed = f.lit(None).cast("string").alias("malformed")
    if not columns:  # they are only counted: that stands at the end of each file, unless a place is asked for
        return rows.select(f.lit(None).cast("bigint").alias("position"), malformed)
    cells = [_printed(rows, column) for column in columns]
    row = f.col("_metadata.row_index")
    if len(rows.inputFiles()) == 1:  # the row is counted through its file, whatever pieces that is read in
        return rows.select((row + 1).alias("position"), malformed, *cells)
    return _placed(rows.select(malformed, *cells, row.alias(_ROW), _file(), f.lit(0).alias(_BLOCK)))


def _printed(rows: DataFrame, column: str) -> Column:
    """Return a column; a moment with a zone as the text the embedded engine prints."""
    value = f.col(f"`{_escaped(column)}`")
    if isinstance(rows.schema[column].dataType, TimestampType):
        return f.concat(f.date_format(value, "yyyy-MM-dd HH:mm:ss.SSSSSS"), f.lit("+00")).alias(column)
    return value.alias(column)


def _numbered(rows: DataFrame, cells: Sequence[Column]) -> DataFrame:
    """Number the records of a text by the block they were read in, and the blocks by where they begin."""
    block = f.col("_metadata.file_block_start").alias(_BLOCK)
    return _placed(rows.select(*cells, f.monotonically_increasing_id().alias(_ROW), _file(), block))


def _placed(rows: DataFrame) -> DataFrame:
    """Turn numbers that grow within a block into positions from 1 over all blocks."""
    if len(rows.inputFiles()) == 1 and rows.rdd.getNumPartitions() == 1:
        placed = rows.withColumn("position", f.col(_ROW) + 1)
    else:
        blocks = rows.groupBy(_FILE, _BLOCK).agg(f.min(_ROW).alias(_FIRST), f.count("*").alias("__rows"))
        earlier = Window.orderBy(_FILE, _BLOCK).rowsBetween(Window.unboundedPreceding, -1)
        before = f.coalesce(f.sum("__rows").over(earlier), f.lit(0))
        offsets = blocks.select(_FILE, _BLOCK, (before - f.col(_FIRST) + 1).alias("__offset"))
        placed = rows.join(f.broadcast(offsets), [_FILE, _BLOCK]).withColumn(
            "position", f.col(_ROW) + f.col("__offset")
        )
    kept = [name for name in placed.columns if not name.startswith("__") or name == "__line"]
    return placed.select("position", *(f.col(f"`{_escaped(name)}`") for name in kept if name != "position"))


def _file() -> Column:
    return f.col("_metadata.file_path").alias(_FILE)


def _latin(columns: Sequence[str]) -> list[str]:
    """Return the names of columns as they stand in a header read byte for byte; they are only told apart."""
    return [f"c{number}" for number in range(len(columns))]


def _escaped(name: str) -> str:
    return name.replace("`", "``")


def selected(view: str, columns: Sequence[str]) -> str:
    """Return the query that gives a relation by its view's name."""
    return f"select position, malformed, {', '.join(named(column) for column in columns)} from {view}"
