"""Where files lie to Spark: what a path stands for, and files that are read, written or deleted at a URL."""

import zlib
from collections.abc import Iterable, Set
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from pyspark.sql import DataFrame, DataFrameReader, SparkSession

from kibbutz_cli.errors import InputError

HEAD_BYTES = 65536

FOOTERS_AT_ONCE = 8
"""Files of which the ends, which tell the columns, are read at the same time."""

SCHEME = "://"
"""What a URL has and no file of this machine: it may stand for many files."""

LEFT_OUT = "Spark leaves out files whose names begin with . or _"


def pattern(path: str) -> str:
    """Return a path as Spark has to be told it: only a URL is a pattern, a file's name means itself."""
    if SCHEME in path:
        return path
    return "".join(f"\\{character}" if character in "\\*?[]{}" else character for character in path)


def is_left_out(path: str) -> bool:
    """Return whether a file's name says to Spark that it is no data, such as ``_SUCCESS``."""
    name = Path(path).name
    return SCHEME not in path and (name.startswith(".") or (name.startswith("_") and "=" not in name))


def reader(session: SparkSession, path: str) -> DataFrameReader:
    """Return what reads all files beneath a folder at a URL.

    Folders named ``COLUMN=VALUE`` are a column. Where there are none, Spark would leave out what lies deeper.
    """
    if SCHEME not in path:
        return session.read
    listed = session.read.format("binaryFile")
    in_folders = set(listed.load(path).columns) - {"path", "modificationTime", "length", "content"}
    return session.read.option("recursiveFileLookup", str(not in_folders).lower())


def parquet(session: SparkSession, path: str) -> DataFrame:
    """Return the rows of Parquet files."""
    return reader(session, path).parquet(pattern(path))


def head(session: SparkSession, path: str) -> tuple[str, bytes]:
    """Return the name of the first file a path stands for, and its first bytes, unpacked.

    Raises:
        ValueError: There is none.
    """
    files = reader(session, path).format("binaryFile").load(path).inputFiles()
    if not files:
        raise ValueError(f"no file there; {LEFT_OUT}")
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


def check_alike(session: SparkSession, rows: DataFrame) -> None:
    """Refuse files of Parquet with other columns than the first, of which Spark would read those of one file.

    Raises:
        InputError: One has columns that another has not.
    """
    files = sorted(rows.inputFiles())
    if len(files) == 1:
        return
    with ThreadPoolExecutor(FOOTERS_AT_ONCE) as pool:
        (text, schema), *rest = pool.map(partial(_schema, session), files)
    names = _names(schema)
    for file, (said, found) in zip(files[1:], rest, strict=True):
        if said != text and _names(found) != names:
            raise InputError(f"{file}: other columns than in {files[0]}: expected the same ones")


def without_zone(session: SparkSession, file: str, moments: Set[str]) -> set[str]:
    """Return which columns of moments in a Parquet file are INT96, which does not say that it is UTC."""
    if not moments:
        return set()
    _, schema = _schema(session, file)
    kinds = {str(each.getName()): each for each in schema.getFields() if each.isPrimitive()}
    return {
        name
        for name in moments & kinds.keys()
        if kinds[name].asPrimitiveType().getPrimitiveTypeName().toString() == "INT96"
    }


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


def _schema(session: SparkSession, file: str) -> tuple[str, Any]:
    """Return what the end of a Parquet file tells of its columns, as a text and as an object of Java."""
    jvm, (_, place) = session._jvm, _hadoop(session, file)
    assert jvm is not None
    parquets = jvm.org.apache.parquet.hadoop
    source = parquets.util.HadoopInputFile.fromPath(place, session._jsc.hadoopConfiguration())
    opened = parquets.ParquetFileReader.open(source)
    try:
        schema = opened.getFileMetaData().getSchema()
        return schema.toString(), schema
    finally:
        opened.close()


def _names(schema: Any) -> set[str]:
    """Return the names of the columns that the end of a Parquet file tells."""
    return {str(field.getName()) for field in schema.getFields()}
