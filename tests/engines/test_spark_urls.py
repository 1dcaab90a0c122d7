"""What lies behind a URL is one table to Spark: each of its files is read, and as what it is."""

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

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


def _take(spark: "Spark", url: str) -> SourceCount:
    """Return what came of what lies behind a URL."""
    ledger = Ledger(spark)
    ledger.take(Input(Remote(url, *spark.head(url)), tables, Budget(Limits(), url)), {}, lambda *_: None)
    (count,) = ledger.sources
    return count
