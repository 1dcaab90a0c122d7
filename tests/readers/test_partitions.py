"""A table that Spark or DuckDB parted into folders says what its folders say."""

import gzip
import json
import os
import sys
from pathlib import Path

import duckdb
import pytest

from kibbutz_cli.app.run import loaded
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Settings

DEEDS = "select unnest(['ana', 'ben']) as actor, unnest(['2024-01-01', '2024-01-02']) as published"

Row = dict[str, object]


def read(path: Path, columns: dict[str, str] | None = None, reader: str | None = None) -> list[Row]:
    settings = Settings(ruler=Ruler(), columns=columns or {}, reader=reader)
    with loaded([str(path)], settings, lambda *_: None) as ledger:
        shown = ("platform", "community", "actor", "kind", "lang", "value", "ts_us")
        rows = ledger.engine.rows(f"select {', '.join(shown)} from activity order by deed")
        return [dict(zip(shown, row, strict=True)) for row in rows]


def written(path: Path, deeds: str = DEEDS) -> Path:
    """Write a table in the shape that its name says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = path.with_name(path.name.removesuffix(".gz"))
    shape = {".csv": "csv", ".ndjson": "json", ".parquet": "parquet"}[plain.suffix]
    named = str(plain).replace("'", "''")
    duckdb.sql(f"copy ({deeds}) to '{named}' (format {shape})")
    if path != plain:
        path.write_bytes(gzip.compress(plain.read_bytes()))
        plain.unlink()
    return path


SHAPES = pytest.mark.parametrize("shape", ["csv", "csv.gz", "ndjson", "ndjson.gz", "parquet", "parquet.gz"])


@SHAPES
def test_a_folder_below_the_one_that_is_named_gives_what_its_files_lack(tmp_path: Path, shape: str) -> None:
    written(tmp_path / f"deeds/platform=forum/kind=like/year=2024/part-0.{shape}")

    rows = read(tmp_path / "deeds")

    assert [(row["platform"], row["actor"], row["kind"]) for row in rows] == [
        ("forum", "forum:ana", "like"),
        ("forum", "forum:ben", "like"),
    ]


@pytest.mark.parametrize("shape", ["csv", "ndjson", "parquet"])
def test_capitals_in_the_names_of_folders_are_read_as_those_of_columns(tmp_path: Path, shape: str) -> None:
    written(tmp_path / f"deeds/Platform=Forum/KIND=like/Lang=en/lang=cy/part-0.{shape}")

    rows = read(tmp_path / "deeds")

    assert [(row["actor"], row["kind"], row["lang"]) for row in rows] == [
        ("Forum:ana", "like", "cy"),
        ("Forum:ben", "like", "cy"),
    ]


@SHAPES
def test_what_stands_above_it_gives_nothing(tmp_path: Path, shape: str) -> None:
    file = written(tmp_path / f"platform=forum/kind=like/part-0.{shape}")
    by_file, by_folder = read(file), read(file.parent)

    assert by_file == by_folder
    assert [(row["actor"], row["kind"]) for row in by_file] == [("table:ana", "post"), ("table:ben", "post")]


@SHAPES
def test_a_column_of_the_file_goes_over_its_folder(tmp_path: Path, shape: str) -> None:
    written(
        tmp_path / f"deeds/kind=like/lang=cy/part-0.{shape}", f"select *, 'reply' as \"Kind\" from ({DEEDS})"
    )

    assert [(row["kind"], row["lang"]) for row in read(tmp_path / "deeds")] == [("reply", "cy")] * 2


@SHAPES
@pytest.mark.parametrize(
    "folder", ["actor=zed", "published=2020-01-01", "ts_s=7", "formula_guard=true", "=x", "x"]
)
def test_whose_deed_it_is_and_when_a_file_says_itself(tmp_path: Path, folder: str, shape: str) -> None:
    deeds = "select 'ana' as actor, 1704067200 as ts_us"
    plain = written(tmp_path / f"plain/part-0.{shape}", deeds)
    written(tmp_path / f"deeds/{folder}/part-0.{shape}", deeds)

    assert read(tmp_path / "deeds") == read(plain)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is UTF-8")
@SHAPES
def test_bytes_of_a_folder_that_are_no_utf_8_are_escaped(tmp_path: Path, shape: str) -> None:
    written(tmp_path / f"deeds/community=caf/part-0.{shape}")
    (tmp_path / "deeds/community=caf").rename(tmp_path / os.fsdecode(b"deeds/community=caf\xe9"))

    assert [row["community"] for row in read(tmp_path / "deeds")] == [r"caf\xe9"] * 2


@SHAPES
@pytest.mark.parametrize(
    ("folder", "community"),
    [
        ("community=north%2Fsouth", "north/south"),
        ("community=01", "01"),
        ("community=it's", "it's"),
        ("community=__HIVE_DEFAULT_PARTITION__", ""),
        ("community=", ""),
    ],
)
def test_it_is_a_text_with_its_marks_decoded(tmp_path: Path, folder: str, community: str, shape: str) -> None:
    written(tmp_path / f"deeds/{folder}/part-0.{shape}")

    assert [row["community"] for row in read(tmp_path / "deeds")] == [community] * 2


@SHAPES
def test_what_it_says_is_checked_like_a_cell(tmp_path: Path, shape: str) -> None:
    written(tmp_path / f"deeds/value=many/part-0.{shape}")
    written(tmp_path / f"deeds/value=2.50/part-0.{shape}")

    assert [row["value"] for row in read(tmp_path / "deeds")] == [2.5, 2.5]


@SHAPES
def test_map_may_name_it(tmp_path: Path, shape: str) -> None:
    written(tmp_path / f"deeds/team=blue/kind=like/part-0.{shape}")

    rows = read(tmp_path / "deeds", {"community": "team", "kind": ""})

    assert [(row["community"], row["kind"]) for row in rows] == [("blue", "post")] * 2


def test_a_record_may_say_what_the_first_ones_leave_to_the_folder(tmp_path: Path) -> None:
    records: list[Row] = [{"actor": "ana", "published": "2024-01-01"}] * 150
    records.append({**records[0], "lang": "de"})
    path = tmp_path / "deeds/lang=cy/part-0.ndjson"
    path.parent.mkdir(parents=True)
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records))

    assert [row["lang"] for row in read(tmp_path / "deeds")] == ["cy"] * 150 + ["de"]


@pytest.mark.parametrize("above", ["sep=,\n", ""], ids=["row by row", "by columns"])
def test_both_routes_know_the_folders(tmp_path: Path, above: str) -> None:
    path = tmp_path / "deeds/lang=cy/part-0.csv"
    path.parent.mkdir(parents=True)
    path.write_text(f"{above}actor,published\nana,2024-01-01\n")

    assert [row["lang"] for row in read(tmp_path / "deeds")] == ["cy"]


def test_so_does_a_folder_that_is_read_as_one(tmp_path: Path) -> None:
    for lang in ("cy", "de"):
        path = tmp_path / f"deeds/lang={lang}/part-0.csv"
        path.parent.mkdir(parents=True)
        path.write_text("user,when\nana,2024-01-01\n")

    rows = read(tmp_path / "deeds", {"actor": "user", "published": "when"})

    assert [row["lang"] for row in rows] == ["cy", "de"]
