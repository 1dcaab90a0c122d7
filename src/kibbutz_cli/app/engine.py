"""The engine a run asks for, open for as long as it lasts."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kibbutz_cli.engines.base import Engine
from kibbutz_cli.errors import InputError, UsageError
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.readers import tables
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import Input
from kibbutz_cli.readers.files.entries import is_text
from kibbutz_cli.readers.files.folders import DEPTH
from kibbutz_cli.readers.files.places import is_file
from kibbutz_cli.readers.remote import Remote

if TYPE_CHECKING:
    from kibbutz_cli.engines.spark import Spark

TABLE_ENDINGS = (".csv", ".tsv", ".ndjson", ".jsonl", ".parquet")
EXTRA = ("pyspark", "py4j", "sqlglot")
SCHEME = "://"


@contextmanager
def opened(paths: Sequence[str], settings: Settings) -> Iterator[Engine]:
    """Open the engine that the settings name; it may read these paths.

    Raises:
        UsageError: It is Spark, and something that Spark needs is missing.
        InputError: A path starts in a working folder that is gone.
    """
    if settings.engine == "spark":
        with _spark(settings) as engine:
            yield engine
        return
    from kibbutz_cli.engines.duckdb import DuckDB

    with DuckDB(_tables(paths), settings.memory, settings.threads, settings.tmp) as engine:
        yield engine


def is_url(path: str) -> bool:
    """Return whether a path names its file system, which only Spark knows how to reach."""
    return SCHEME in path


def remote(engine: Engine, path: str, settings: Settings) -> Input:
    """Return the table at a URL.

    Raises:
        UsageError: The engine is not Spark.
        InputError: There is no file, or it cannot be reached.
    """
    if settings.engine != "spark":
        raise UsageError(
            f"{path}: a URL: expected a file", "--engine spark reads hdfs://, s3a:// and file://"
        )
    spark: Spark = engine  # type: ignore[assignment]  # the settings say so
    return Input(Remote(path, *spark.head(path)), tables, Budget(settings.config.limits, path))


@contextmanager
def _spark(settings: Settings) -> Iterator["Spark"]:
    try:
        from kibbutz_cli.engines.spark import Spark
        from kibbutz_cli.engines.spark_start import Asked, started
    except ModuleNotFoundError as exc:
        if exc.name not in EXTRA:
            raise
        raise UsageError(
            f"--engine spark: {exc.name} is not installed", "from a checkout: pip install '.[spark]'"
        ) from exc
    asked = Asked(settings.spark_master, settings.spark_conf, settings.memory, settings.threads, settings.tmp)
    with started(asked) as spark, Spark(*spark) as engine:
        yield engine


def _tables(paths: Sequence[str]) -> list[str]:
    """Return the files the engine may open itself: those named, and tables in the folders named."""
    beneath = (file for path in paths for file in _beneath(path) if file.endswith(TABLE_ENDINGS))
    files = [file for file in (*paths, *beneath) if is_file(file) and is_text(file)]
    _check_start(files)
    return files


def _check_start(files: Sequence[str]) -> None:
    """Refuse a path that starts in a working folder that is gone: the engine asks where that is."""
    try:
        Path.cwd()
    except OSError as exc:
        if file := next((file for file in files if not Path(file).is_absolute()), None):
            raise InputError(f"{file}: the working folder is gone", "give the whole path") from exc


def _beneath(path: str) -> Iterator[str]:
    """Yield the files in a folder, none of them deeper than an export has any."""
    for at, folders, names in os.walk(path):
        yield from (str(Path(at, name)) for name in names)
        # Python 3.11 walks by calling itself: a thousand folders deep it would fail.
        if at.count(os.sep) - path.count(os.sep) >= DEPTH:
            folders.clear()
