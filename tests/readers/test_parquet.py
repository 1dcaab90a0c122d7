"""Parquet among other files is a table where it has an actor and a time, and no table where it has not."""

import gzip
import io
import struct
import zipfile
from pathlib import Path

import duckdb
import pytest

from kibbutz_cli.app.inspect import inspect
from kibbutz_cli.errors import InputError
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.model.views import Inspection
from kibbutz_cli.readers.parquet import column_names

OURS = "actor,published\nana,2024-01-01\nben,2024-01-02\n"
ODD = """
select
  {'actor': 'x', 'parts': [1, 2]} as s,
  map {'a': 1} as m,
  true as "ts_s",
  1.5::decimal(10, 2) as d,
  now() as "Wann",
  1::utinyint as n,
  uuid() as u
"""


def parquet(path: Path, query: str) -> Path:
    duckdb.sql(query).write_parquet(str(path))
    return path


def found(path: Path, **more: object) -> Inspection:
    return inspect([str(path)], Settings(ruler=Ruler(), **more), lambda *_: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A table of ours, and beside it a report of ours: members, none of whom did anything."""
    path = tmp_path / "community"
    path.mkdir()
    (path / "forum.csv").write_text(OURS)
    parquet(path / "report.parquet", "select 'ana' as member, 50.5 as standing")
    return path


@pytest.mark.parametrize("reader", [None, "tables"])
def test_a_report_that_lies_beside_its_export_is_no_table(folder: Path, reader: str | None) -> None:
    whole = found(folder, reader=reader)

    assert [source.path for source in whole.sources] == [f"{folder}/forum.csv"]
    assert whole.skipped == [f"{folder}/report.parquet: a Parquet file"]


def test_nor_is_one_beside_an_export_of_several_files(folder: Path, fixtures: Path) -> None:
    (folder / "forum.csv").write_bytes((fixtures / "disqus" / "garden.xml").read_bytes())

    whole = found(folder)

    assert [source.reader for source in whole.sources] == ["disqus"]
    assert whole.skipped == [f"{folder}/report.parquet: a Parquet file"]


def test_nor_is_one_in_an_archive(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for file in folder.iterdir():
            archive.write(file, file.name)

    (source,) = found(tmp_path / "all.zip").sources

    assert source.records == 2
    assert source.repairs == {"file that is no such table skipped": 1}


def test_nor_is_one_that_is_packed(folder: Path) -> None:
    report = folder / "report.parquet"
    (folder / "report.parquet.gz").write_bytes(gzip.compress(report.read_bytes()))
    with zipfile.ZipFile(folder / "report.zip", "w") as archive:
        archive.write(report, "inner.parquet")
    report.unlink()

    whole = found(folder)

    assert [source.path for source in whole.sources] == [f"{folder}/forum.csv"]
    assert whole.skipped == [
        f"{folder}/report.parquet.gz: a Parquet file",
        f"{folder}/report.zip: 1 entry, all .parquet",
    ]


def test_one_that_is_named_itself_is_told_what_it_lacks(folder: Path) -> None:
    with pytest.raises(InputError, match="no columns actor and published: it has member, standing"):
        found(folder / "report.parquet")


def test_columns_that_are_named_make_it_one(folder: Path) -> None:
    (folder / "forum.csv").unlink()
    parquet(folder / "deeds.parquet", """select 'ana' as "User", '2024-01-01' as "when" """)

    whole = found(folder, columns={"actor": "User", "published": "when"})

    assert [source.path for source in whole.sources] == [f"{folder}/deeds.parquet"]


def test_columns_that_are_named_make_those_of_an_archive_tables_that_are_told(folder: Path) -> None:
    deeds = parquet(folder / "deeds.parquet", """select 'ana' as "User", '2024-01-01' as "when" """)
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.write(deeds, "one.parquet")
        archive.write(deeds, "two.parquet")
    (folder / "forum.csv").unlink()

    with pytest.raises(InputError, match=r"more\.zip!one\.parquet: Parquet among other files"):
        found(folder, columns={"actor": "User", "published": "when"})


def test_an_archive_of_reports_is_none_whatever_is_named(folder: Path) -> None:
    parquet(folder / "deeds.parquet", """select 'ana' as "User", '2024-01-01' as "when" """)
    with zipfile.ZipFile(folder / "reports.zip", "w") as archive:
        archive.write(folder / "report.parquet", "one.parquet")
        archive.write(folder / "report.parquet", "two.parquet")
    (folder / "forum.csv").unlink()

    whole = found(folder, columns={"actor": "User", "published": "when"})

    assert [source.path for source in whole.sources] == [f"{folder}/deeds.parquet"]
    assert f"{folder}/reports.zip: 2 entries, all .parquet" in whole.skipped


@pytest.mark.parametrize(
    "query",
    [
        "select 'ana' as actor, 1 as ts_s",
        """select 'a' as " Actor", 1 as "TS_MS" """,
        """select 'a' as "\ufeffActor", 1 as "TS_MS\t" """,
    ],
)
def test_one_with_an_actor_and_a_time_is_read_beside_others(folder: Path, query: str) -> None:
    parquet(folder / "deeds.parquet", query)

    whole = found(folder)

    assert [source.path for source in whole.sources] == [f"{folder}/deeds.parquet", f"{folder}/forum.csv"]


def test_a_damaged_one_is_told(folder: Path) -> None:
    (folder / "report.parquet").write_bytes(b"PAR1 and no more")

    with pytest.raises(InputError, match=r"report\.parquet: not a whole Parquet file"):
        found(folder)


def test_its_columns_are_those_of_the_root(tmp_path: Path) -> None:
    with parquet(tmp_path / "odd.parquet", ODD).open("rb") as file:
        assert column_names(file) == ["s", "m", "ts_s", "d", "Wann", "n", "u"]


def test_no_damage_of_its_end_stops_a_run(tmp_path: Path) -> None:
    whole = parquet(tmp_path / "odd.parquet", ODD).read_bytes()
    (length,) = struct.unpack("<I", whole[-8:-4])

    for place in range(len(whole) - length - 8, len(whole)):
        for byte in (0x00, 0x19, 0x7F, 0xFF):
            damaged = whole[:place] + bytes([byte]) + whole[place + 1 :]
            assert isinstance(column_names(io.BytesIO(damaged)), list)


@pytest.mark.parametrize(
    "footer",
    [b"", b"\x15\x02\x19", b"\x0b", b"\x17\x01", b"\x2c" * 5000, b"\x15" + b"\xff" * 99, b"\x15\x02\x00"],
)
def test_where_nothing_is_told_there_is_no_column(footer: bytes) -> None:
    assert column_names(io.BytesIO(b"PAR1" + footer + struct.pack("<I", len(footer)) + b"PAR1")) == []
