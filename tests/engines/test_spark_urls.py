"""What lies behind a URL is one table to Spark: each of its files is read, and as what it is."""

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from kibbutz_cli.errors import InputError
from kibbutz_cli.ledger import Ledger
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.report import SourceCount
from kibbutz_cli.readers import tables
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import Input
from kibbutz_cli.readers.remote import Remote

if TYPE_CHECKING:
    from kibbutz_cli.engines.spark import Spark

HEADER = "actor,published,text\n"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        pytest.param("a.csv", ["ana"], id="a file"),
        pytest.param("*.csv", ["ana", "ben", "cy"], id="a pattern"),
        pytest.param("", ["ana", "ben", "cy", "dan"], id="a folder"),
    ],
)
def test_csv_at_a_url_may_be_a_file_a_pattern_or_a_folder(
    spark: "Spark", tmp_path: Path, behind: str, expected: list[str]
) -> None:
    (tmp_path / "a.csv").write_text(f"{HEADER}\nana,2024-01-01,\n")
    (tmp_path / "b.csv").write_text(
        f'\ufeff{HEADER}ben,2024-01-01,""\n\ncy,2024-01-02,"x\ny"\n'.replace("\n", "\r\n")
    )
    (tmp_path / "c.csv").touch()
    (tmp_path / "d.csv.gz").write_bytes(gzip.compress(f"{HEADER}dan,2024-01-01,z\n".encode()))

    count = _take(spark, f"{tmp_path.as_uri()}/{behind}")

    assert (count.accepted, count.rejected) == (len(expected), {})
    assert spark.rows("select position, actor from activity order by position") == [
        (position, f"table:{actor}") for position, actor in enumerate(expected, start=1)
    ]


@pytest.mark.parametrize("header", ["published,actor,text", "actor,published,role", "ben,2024-01-02,x"])
def test_csv_files_with_other_columns_than_the_first_are_refused(
    spark: "Spark", tmp_path: Path, header: str
) -> None:
    (tmp_path / "a.csv").write_text(f"{HEADER}ana,2024-01-01,x\n")
    (tmp_path / "b.csv").write_text(f"{header}\nben,2024-01-02,x\n")

    with pytest.raises(
        InputError, match=r"b\.csv: another header than in .*a\.csv: expected the same columns"
    ):
        _take(spark, tmp_path.as_uri())


@pytest.mark.parametrize("shape", ["ndjson", "parquet"])
def test_a_folder_called_as_a_column_and_its_value_gives_that_text(
    spark: "Spark", tmp_path: Path, shape: str
) -> None:
    for name, who in (("007", "ana"), ("1e3", "ben")):
        (folder := tmp_path / f"community={name}").mkdir()
        _made(folder / f"a.{shape}", f"select '{who}' as actor, 1 as ts_s")

    count = _take(spark, tmp_path.as_uri())

    assert count.accepted == 2
    assert spark.rows("select actor, community from activity order by actor") == [
        ("table:ana", "007"),
        ("table:ben", "1e3"),
    ]


def test_csv_in_folders_called_as_a_column_is_refused(spark: "Spark", tmp_path: Path) -> None:
    (folder := tmp_path / "community=7").mkdir()
    (folder / "a.csv").write_text(f"{HEADER}ana,2024-01-01,x\n")

    with pytest.raises(InputError, match="folders named community=: expected each column of a CSV in its"):
        _take(spark, tmp_path.as_uri())


@pytest.mark.parametrize("shape", ["csv", "ndjson", "parquet"])
def test_a_folder_is_read_as_deep_as_it_has_files(spark: "Spark", tmp_path: Path, shape: str) -> None:
    (deep := tmp_path / "2024" / "01").mkdir(parents=True)
    for folder, who in ((tmp_path, "ana"), (deep, "ben")):
        _made(folder / f"a.{shape}", f"select '{who}' as actor, 1 as ts_s")

    _take(spark, tmp_path.as_uri())

    assert sorted(spark.rows("select actor from activity")) == [("table:ana",), ("table:ben",)]


def test_parquet_files_with_other_columns_than_the_first_are_refused(spark: "Spark", tmp_path: Path) -> None:
    for name, query in {
        "a": "select 'ana' as actor, 1 as ts_s, 5 as like_count",
        "b": "select 5 as like_count, 'ana' as actor, 1 as ts_s where false",
        "c": "select 'ben' as actor, 2 as ts_s, 'like' as kind",
    }.items():
        _made(tmp_path / f"{name}.parquet", query)

    assert _take(spark, f"{tmp_path.as_uri()}/[ab].parquet").accepted == 1
    with pytest.raises(
        InputError, match=r"c\.parquet: other columns than in .*a\.parquet: expected the same"
    ):
        spark.columns(tmp_path.as_uri(), "deeds")


def test_a_wrong_row_of_a_csv_at_a_url_is_told_and_not_read_in_some_way(
    spark: "Spark", tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(f'{HEADER}ana,2024-01-01,""x""\n')

    with pytest.raises(InputError, match=r"^file:.*: cannot be read: .+"):
        _take(spark, (tmp_path / "a.csv").as_uri())


def test_a_url_whose_files_spark_leaves_out_has_none(spark: "Spark", tmp_path: Path) -> None:
    (tmp_path / "_deeds.ndjson").write_text('{"actor":"ana","ts_s":1}\n')

    with pytest.raises(InputError, match="no file there; Spark leaves out files whose names begin with"):
        spark.head(tmp_path.as_uri())


def _made(path: Path, query: str) -> None:
    """Write the rows of a query as what the file's name ends in."""
    form = "json" if path.suffix == ".ndjson" else path.suffix[1:]
    duckdb.sql(f"copy ({query}) to '{path}' (format {form})")


def _take(spark: "Spark", url: str) -> SourceCount:
    """Return what came of what lies behind a URL."""
    ledger = Ledger(spark)
    ledger.take(Input(Remote(url, *spark.head(url)), tables, Budget(Limits(), url)), {}, lambda *_: None)
    (count,) = ledger.sources
    return count
