"""The columnar route and the row route read one corpus to the same activities and the same rejections."""

import csv
import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget import examples
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.errors import InputError, LimitError, UsageError
from kibbutz_cli.ledger import Ledger
from kibbutz_cli.model.activity import FIRST_US, LAST_US
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers import tables
from kibbutz_cli.readers.canonical import COUNTS, FIELDS, WORDS
from kibbutz_cli.readers.choose import Input, inputs
from kibbutz_cli.readers.files.codecs import zstd
from kibbutz_cli.readers.parsing.csvcells import has_surplus
from lying import lie

ROWS: list[dict[str, str]] = [
    {
        "actor": "ana",
        "kind": "post",
        "published": "2024-01-01T10:00:00Z",
        "activity_id": "1",
        "text": "héllo",
    },
    {"actor": "forum:ana", "kind": "Announce", "published": "2024-01-01 10:00:00+02:00", "platform": "forum"},
    {"actor": "ben", "kind": "create", "published": "2024-01-01", "object_id": "1", "target": "ana"},
    {"actor": "ben", "kind": "LIKE", "published": "2024-01-01T10:00", "object_id": "1"},
    {"actor": "ben", "published": "2024-02-29T23:59:59.123456789-05:30", "value": "12.5", "currency": "EUR"},
    {"actor": "ben", "published": "2024-02-30", "kind": "post"},
    {"actor": "ben", "published": "0000-00-00 00:00:00"},
    {"actor": "ben", "published": "2024-01-01T10:00:60Z"},
    {"actor": "ben", "published": "2024-01-01T24:00:00Z"},
    {"actor": "ben", "published": "yesterday | or so"},
    {"actor": "ben", "published": "1985-01-01T00:00:00+0200"},
    {"actor": "ben", "published": "2024-01-01T10:00:00+05"},
    {"actor": "", "published": "2024-01-01"},
    {"actor": "ben", "published": ""},
    {"actor": "ben", "kind": "shout", "published": "2024-01-01"},
    {"actor": "ben", "published": "2024-01-01", "value": "many"},
    {"actor": "ben", "published": "2024-01-01", "value": "1e99"},
    {"actor": "ben", "published": "2024-01-01", "value": "nan"},
    {"actor": "ben", "published": "2024-01-01", "like_count": "-1"},
    {"actor": "ben", "published": "2024-01-01", "like_count": "12"},
    {"actor": "ben", "published": "2024-01-01", "text_len": "1.5"},
    {"actor": "ben", "published": "2024-01-01", "visibility": "private"},
    {"actor": "ben", "published": "2024-01-01", "visibility": "removed", "role": "moderator"},
    {"actor": "x" * 5000, "published": "2024-01-01"},
    {"actor": "ben", "published": "9999-12-31T23:59:59-23:59"},
    {"actor": "ben", "ts_us": "1704103200000000"},
    {"actor": "ben", "ts_ms": "1704103200000", "ts_s": "1"},
    {"actor": "ben", "ts_s": "1704103200"},
    {"actor": "ben", "ts_s": "999999999999999999"},
    {"actor": "ben", "ts_s": "soon"},
    {"actor": "ben", "ts_us": "-1"},
    {"actor": "ben", "ts_us": "253402300799999999"},
    {"actor": "ben", "ts_us": "253402300800000000"},
    {"actor": "ben", "ts_us": "999999999999999999"},
    {"actor": "ben", "ts_us": "-62135596800000000"},
    {"actor": "ben", "ts_us": "-62135596800000001"},
    {"actor": "ben", "ts_ms": "253402300800000"},
    {"actor": "ben", "ts_s": "253402300799"},
    {"actor": "ben", "published": "0001-01-01T00:00:00+00:01"},
    {"actor": "ben", "published": "0001-01-01T00:00:00Z", "clock": "exact"},
    {"actor": "ben", "published": "2024-01-01", "derived": "true", "coverage": "single"},
    {"actor": "ben", "published": "2024-01-01", "derived": "false", "coverage": "answers"},
    {"actor": "ben", "published": "2024-01-01", "derived": "yes"},
    {"actor": "ben", "published": "2024-01-01", "derived": "true", "value": "many"},
    {"actor": "ben", "published": "2024-01-01", "derived": "true", "visibility": "private"},
    {"actor": "ben", "published": "2024-01-01", "coverage": "most"},
    {"actor": "ben", "published": "2024-01-01", "clock": "exact"},
    {"actor": "ben", "published": "2024-01-01", "clock": "missing"},
    {"actor": "ben", "published": "1985-01-01T00:00:00Z", "clock": "exact"},
    {"actor": "ben", "published": "2085-01-01T00:00:00Z", "clock": "implausible"},
    {"actor": "ben", "clock": "zone_assumed"},
    {"actor": "mail:0123", "platform": "git", "target": "mail:4567", "published": "2024-01-01"},
    {"actor": "ben", "clock": "ten past two"},
    {"actor": "'=ben", "actor_name": "''-x", "role": "'y", "ts_s": "1704103200", "formula_guard": "true"},
    {"actor": "'=ben", "actor_name": "''-x", "role": "'y", "ts_s": "1704103200", "formula_guard": "yes"},
    {"actor": "'=" + "x" * 4089, "ts_s": "1704103200", "formula_guard": "true"},
    {"actor": "'=" + "x" * 4090, "ts_s": "1704103200", "formula_guard": "true"},
    {"actor": "mail:" + "é" * 4091, "target": "x" * 4091, "ts_s": "1704103200"},
    {"actor": "mail:" + "é" * 4091, "target": "x" * 4090, "ts_s": "1704103200"},
    {"actor": "ben", "ts_s": "1704103200", "derived": "TRUE", "coverage": "Single", "clock": "Exact"},
    {"actor": "ben", "ts_s": "1704103200", "derived": "1", "coverage": "ANSWERS"},
    {"actor": "ben", "ts_s": "1704103200", "derived": "0", "clock": "Never"},
    {"actor": "'=ben", "actor_name": "''-x", "ts_s": "1704103200.0", "formula_guard": "TRUE"},
    {"actor": "'=ben", "ts_ms": "1704103200000.000", "formula_guard": "1", "derived": "FALSE"},
    {"actor": "ben", "ts_us": "1.7041E+15"},
    {"actor": "ben", "ts_s": "1704103200.5"},
    {
        "actor": "ben",
        "ts_s": "1",
        "like_count": "3.0",
        "view_count": "0.00",
        "text_len": "7.0",
        "value": "3.0",
    },
    {"actor": "ben", "ts_s": "1", "actor_name": "3.0", "community": "2.0", "role": "1.0"},
    {"actor": "ben", "ts_s": "1", "like_count": "-3.0"},
    {"actor": "ben", "ts_s": "1", "like_count": "3."},
    {"actor": "ben", "ts_s": "1", "text_print": "2.58918E+16", "text": "long words and many of them " * 3},
    {"actor": "ben", "ts_s": "1", "text_print": "2,6e16"},
    {
        "actor": "ben",
        "ts_s": "1",
        "text_print": "25891769047495183",
        "text": "long words and many of them " * 3,
    },
    {"actor": "ben", "ts_s": "1", "text_print": "25891769.5"},
    {"actor": "ben", "ts_s": "1", "visibility": "Public", "kind": "Like"},
    {"actor": "ben", "ts_s": "1", "visibility": "UNLISTED"},
    {"actor": "ben", "ts_s": "1", "visibility": "Everyone"},
]
COLUMNS = sorted({column for row in ROWS for column in row})


@pytest.mark.parametrize("shape", ["csv", "ndjson"])
def test_both_routes_agree_on_a_corpus_of_good_and_bad_rows(tmp_path: Path, shape: str) -> None:
    plain = tmp_path / f"corpus.{shape}"
    plain.write_text(_text(ROWS, shape), encoding="utf-8")

    by_engine, by_row = _through_both(plain)

    assert by_engine == by_row
    assert by_engine[1]["rejected"] == {
        "bad_kind": 1,
        "bad_number": 8,
        "bad_text": 4,
        "bad_time": 15,
        "no_actor": 1,
        "too_large": 3,
    }
    assert by_engine[1]["ignored"] == {"private": 3}
    assert by_engine[1]["derived"] == 3
    assert by_engine[1]["records"] == len(ROWS) - 3


def test_a_parquet_file_is_read_like_the_csv_it_was_made_from(tmp_path: Path) -> None:
    table = tmp_path / "corpus.csv"
    table.write_text(_text(ROWS, "csv"), encoding="utf-8")
    parquet = tmp_path / "corpus.parquet"
    duckdb.sql(
        f"copy (select * from read_csv('{table}', all_varchar = true)) to '{parquet}' (format parquet)"
    )

    assert _normal(_read(parquet), parquet) == _normal(_read(table), table)


def test_a_parquet_timestamp_is_a_time(tmp_path: Path) -> None:
    parquet = tmp_path / "typed.parquet"
    duckdb.sql(
        "copy (select 'ana' as actor, timestamp '2024-01-01 10:00:00.5' as published, 3 as like_count) "
        f"to '{parquet}' (format parquet)"
    )

    (row,), count = _read(parquet)

    assert (row["ts_us"], row["clock"], row["like_count"]) == (1704103200500000, "zone_assumed", 3)
    assert count["rejected"] == {}


@pytest.mark.parametrize("kind", ["double", "float", "decimal(18, 3)"])
def test_whole_numbers_of_parquet_are_whole_whatever_their_type(tmp_path: Path, kind: str) -> None:
    """A table of pandas holds whole numbers as doubles where some of its cells are empty."""
    parquet = tmp_path / "typed.parquet"
    duckdb.sql(
        "copy (select 'ana' as actor, 1704103.0::double as ts_s, "
        f"unnest([3, 0, 2.5, -1, null]::{kind}[]) as like_count) to '{parquet}' (format parquet)"
    )

    rows, count = _read(parquet)

    assert [row["like_count"] for row in rows] == [3, 0, None]
    assert count["rejected"] == {"bad_number": 2}


def test_a_print_that_is_a_double_has_lost_its_digits(tmp_path: Path) -> None:
    parquet = tmp_path / "typed.parquet"
    duckdb.sql(
        "copy (select 'ana' as actor, 1 as ts_s, unnest([25891769047495183, 12]::double[]) as text_print) "
        f"to '{parquet}' (format parquet)"
    )

    rows, count = _read(parquet)

    assert [row["text_print"] for row in rows] == [None, 12]
    assert count["rejected"] == {}


def test_a_row_with_a_word_that_is_none_stops_no_file_of_parquet(tmp_path: Path) -> None:
    parquet = tmp_path / "words.parquet"
    duckdb.sql(
        "copy (select 'ana' as actor, 1 as ts_s, unnest(['exact', 'never']) as clock) "
        f"to '{parquet}' (format parquet)"
    )

    rows, count = _read(parquet)

    assert (len(rows), count["rejected"]) == (1, {"bad_text": 1})


def test_a_damaged_parquet_file_is_an_error_and_not_an_answer(tmp_path: Path) -> None:
    parquet = tmp_path / "cut.parquet"
    duckdb.sql(f"copy (select 'ana' as actor, 1 as ts_us from range(1000)) to '{parquet}' (format parquet)")
    parquet.write_bytes(parquet.read_bytes()[:-40])

    with pytest.raises(InputError, match=r"cut\.parquet: not a whole Parquet file"):
        _read(parquet)


@pytest.mark.parametrize(
    ("column", "false", "true", "code"),
    [("value double", 5.5, 1e300, "bad_number"), ("ts_us bigint", 1, 9 * 10**18, "bad_time")],
    ids=["value", "time"],
)
def test_what_a_parquet_file_says_of_its_columns_is_not_believed(
    tmp_path: Path, column: str, false: float, true: float, code: str
) -> None:
    path = tmp_path / "lies.parquet"
    name, kind = column.split()
    cells = f"case when i % 3 = 0 then {true!r} else {false!r} end::{kind} as {name}"
    time = "" if name == "ts_us" else "'2024-01-01' as published, "
    duckdb.sql(f"copy (select 'ana' as actor, {time}{cells} from range(9) as r(i)) to '{path}'")
    lie(path, true, false)

    rows, count = _read(path)

    assert len(rows) == 6
    assert count["rejected"] == {code: 3}


def _typed(folder: Path, query: str) -> Path:
    path = folder / "typed.parquet"
    duckdb.sql(f"copy ({query}) to '{path}' (format parquet)")
    return path


def test_bytes_that_nothing_says_are_text_are_read_as_text(tmp_path: Path) -> None:
    path = _typed(tmp_path, r"select 'b\xC3\xA9n'::blob as actor, 1 as ts_s, '\xC3\xA9'::blob as text")

    (row,), _ = _read(path)

    assert (row["actor"], row["text_len"]) == ("table:bén", 1)


def test_bytes_that_are_no_text_are_read_as_digits(tmp_path: Path) -> None:
    path = _typed(
        tmp_path, r"select unnest(['b\xFF'::blob, 'ben'::blob]) as actor, 1 as ts_s, '\xFF'::blob as a"
    )

    rows, _ = _read(path)

    assert [row["actor"] for row in rows] == ["table:62ff", "table:ben"]


@pytest.mark.parametrize("name", ["file_row_number", "File_Row_Number"])
def test_a_column_may_be_called_as_the_engine_calls_places(tmp_path: Path, name: str) -> None:
    path = _typed(
        tmp_path, f"select 'ana' as actor, unnest(['2024-01-01', 'soon']) as published, 7 as {name}"
    )

    rows, count = _read(path)
    (mapped,), _ = _read(path, {"value": name})

    assert ([row["actor"] for row in rows], count["unknown"]) == (["table:ana"], {name: 2})
    assert [place.partition(": bad_time")[0] for place in count["places"]] == [f"{path}:2"]
    assert mapped["value"] == 7


def _no_text(path: Path) -> Path:
    """Write a file that calls text what is none."""
    duckdb.sql(
        f"copy (select 'b?' as actor, 1 as ts_s) to '{path}' (format parquet, compression uncompressed)"
    )
    path.write_bytes(path.read_bytes().replace(b"b?", b"b\xff"))
    return path


def test_a_whole_parquet_file_that_cannot_be_read_is_not_called_damaged(tmp_path: Path) -> None:
    path = _no_text(tmp_path / "bad.parquet")

    with pytest.raises(InputError) as caught:
        _read(path)

    assert caught.value.message.startswith(f"{path}: cannot be read: ")
    assert "Invalid string encoding" in caught.value.message
    assert ": in: " not in caught.value.message


def test_a_packed_parquet_file_that_cannot_be_read_is_called_as_the_caller_does(tmp_path: Path) -> None:
    packed, plain = tmp_path / "bad.parquet.gz", _no_text(tmp_path / "plain.parquet")
    packed.write_bytes(gzip.compress(plain.read_bytes()))

    with pytest.raises(InputError, match=rf'^{packed}: cannot be read: .*Parquet file "{packed}"'):
        _read(packed)


def test_capitals_in_the_names_of_parquet_columns_are_read_as_those_of_csv(tmp_path: Path) -> None:
    query = 'select \'ana\' as "Actor", 1 as "TS_S", \'hello\' as "Text", \'like\' as kind, 2 as "Other"'
    parquet, csv = _typed(tmp_path, query), tmp_path / "typed.csv"
    duckdb.sql(f"copy ({query}) to '{csv}'")

    found = _normal(_read(parquet), parquet)

    assert found == _normal(_read(csv), csv)
    assert (found[0][0]["text_len"], found[1]["unknown"]) == (5, {"Other": 1})


def test_of_two_parquet_columns_that_differ_in_capitals_neither_is_taken_for_the_other(
    tmp_path: Path,
) -> None:
    query = "select 'ana' as actor, 1 as ts_s, 'one' as \"Text\", 'other' as text_1"

    (row,), count = _read(_typed(tmp_path, query))
    (mapped,), _ = _read(_typed(tmp_path, query), {"text": "Text"})

    assert (row["text_len"], mapped["text_len"]) == (0, 3)
    assert count["unknown"] == {"Text": 1, "text_1": 1}


def test_a_ragged_csv_row_is_set_aside_with_its_place(tmp_path: Path) -> None:
    ragged = tmp_path / "ragged.csv"
    ragged.write_text("actor,published\nana,2024-01-01\nben\ncleo,2024-01-02,more\ndan,2024-01-03\n")

    rows, count = _read(ragged)

    assert [row["actor"] for row in rows] == ["table:ana", "table:dan"]
    assert count["places"] == [
        f"{ragged}:2: malformed: 1 cells: expected 2",
        f"{ragged}:3: malformed: 3 cells: expected 2",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
@pytest.mark.parametrize("surplus", ["", '""', ",,", ',"",'])
def test_a_csv_row_with_an_empty_cell_too_many_is_set_aside(tmp_path: Path, surplus: str, end: str) -> None:
    """The engine drops it, where a comma that is not quoted has shifted the columns before."""
    ragged = tmp_path / "ragged.csv"
    line_end = end or "\n"
    lines = ["actor_name,actor,published,text", 'ana,a1,2024-01-01,"hi,\n"', "cleo,c1,2024-01-02,", ""]
    ragged.write_text(line_end.join(lines) + f"Vale, Ben,b1,2024-01-03,{surplus}{end}", newline="")

    rows, count = _read(ragged)

    assert [row["actor"] for row in rows] == ["table:a1", "table:c1"]
    cells = 5 + surplus.count(",")
    assert count["places"] == [f"{ragged}:3: malformed: {cells} cells: expected 4"]


def test_empty_last_cells_are_no_surplus(tmp_path: Path) -> None:
    path = tmp_path / "even.csv"
    path.write_text('actor,published,text,lang\nana,2024-01-01,"so, be\nit",\nben,2024-01-02,,""\n\n')

    rows, count = _read(path)

    assert ([row["actor"] for row in rows], count["places"]) == (["table:ana", "table:ben"], [])
    assert not has_surplus(str(path), ",", 4)


def test_nor_are_they_below_a_cell_longer_than_those_python_reads_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "even.csv"
    path.write_text(f"actor,published,text,lang\nana,2024-01-01,{'w ' * 100_000},\n")

    assert not has_surplus(str(path), ",", 4)
    assert has_surplus(str(path), ",", 3)
    assert csv.field_size_limit() == 131_072  # of what is read beside it


@pytest.mark.parametrize("row_by_row", [False, True])
def test_an_ndjson_file_cut_in_its_last_record_is_an_error(tmp_path: Path, row_by_row: bool) -> None:
    whole = '{"actor":"ana","published":"2024-01-01"}\n'
    path = tmp_path / "cut.ndjson"
    path.write_text((whole * 3)[:-15])

    with pytest.raises(InputError, match=r"cut\.ndjson:3: truncated: the last line is no whole record"):
        _read(path, row_by_row=row_by_row)


@pytest.mark.parametrize("row_by_row", [False, True])
def test_a_last_line_that_is_whole_and_no_record_is_one_bad_row(tmp_path: Path, row_by_row: bool) -> None:
    path = tmp_path / "log.ndjson"
    path.write_text('{"actor":"ana","published":"2024-01-01"}\n-- 1 row\n')

    rows, count = _read(path, row_by_row=row_by_row)

    assert (len(rows), count["rejected"]) == (1, {"malformed": 1})


@pytest.mark.parametrize(
    "broken", ['"text":"a\rb"', '"text":"a",\r', '"text":\r"a'], ids=["in a text", "at the end", "open"]
)
def test_a_line_that_is_broken_within_is_one_bad_row(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "broken.ndjson"
    whole = '{"actor":"ana","published":"2024-01-01"}\n'
    path.write_bytes(f'{whole}{{"actor":"ben","published":"2024-01-01",{broken}}}\n{whole}'.encode())

    rows, count = _read(path)

    assert [row["position"] for row in rows] == [1, 3]
    assert count["rejected"] == {"malformed": 1}


PACKED: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "zst": zstd.compress}


@pytest.mark.parametrize("shape", ["csv", "ndjson", "parquet"])
@pytest.mark.parametrize("ending", [*PACKED, "zip"])
def test_a_packed_table_is_read_by_the_engine_like_the_plain_one(
    tmp_path: Path, shape: str, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, packed = tmp_path / f"corpus.{shape}", tmp_path / f"corpus.{shape}.{ending}"
    (tmp_path / "corpus.csv").write_text(_text(ROWS, "csv"), encoding="utf-8")
    if shape == "ndjson":
        plain.write_text(_text(ROWS, shape), encoding="utf-8")
    if shape == "parquet":
        duckdb.sql(f"copy (from read_csv('{tmp_path / 'corpus.csv'}', all_varchar = true)) to '{plain}'")
    if ending == "zip":
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(plain, plain.name)
    else:
        packed.write_bytes(PACKED[ending](plain.read_bytes()))
    monkeypatch.setattr(tables, "read_mapped", None)

    expected = _normal(_read(plain), plain)
    found = _normal(_read(packed), packed)

    assert found[0] == expected[0]
    assert {**found[1], "places": None} == {**expected[1], "places": None}
    member = f"!{plain.name}" if ending == "zip" else ""
    assert found[1]["places"] == [
        str(each).replace("FILE", f"FILE{member}") for each in expected[1]["places"]
    ]


@pytest.mark.parametrize("kept", [0.9, 0.3])
def test_a_packed_table_that_is_cut_off_is_an_error_that_names_it(tmp_path: Path, kept: float) -> None:
    packed = tmp_path / "corpus.csv.gz"
    whole = gzip.compress(_text(ROWS * 200, "csv").encode())
    packed.write_bytes(whole[: int(len(whole) * kept)])

    with pytest.raises(InputError, match=r"corpus\.csv\.gz"):
        _read(packed)


def test_a_packed_parquet_file_that_is_damaged_is_called_as_the_caller_does(tmp_path: Path) -> None:
    plain, packed = tmp_path / "cut.parquet", tmp_path / "cut.parquet.gz"
    duckdb.sql(f"copy (select 'ana' as actor, 1 as ts_us from range(1000)) to '{plain}' (format parquet)")
    packed.write_bytes(gzip.compress(plain.read_bytes()[:-40]))

    with pytest.raises(InputError, match=r"cut\.parquet\.gz: not a whole Parquet file") as caught:
        _read(packed)

    assert str(caught.value).endswith(f" at end of file '{packed}'")


def test_a_packed_table_larger_than_the_limit_is_refused_before_it_fills_the_disk(tmp_path: Path) -> None:
    packed = tmp_path / "bomb.csv.gz"
    packed.write_bytes(gzip.compress(b"actor,published\n" + b"ana,2024-01-01\n" * 200_000))

    with pytest.raises(LimitError):
        _read(packed, limits=Limits(bytes_out=100_000))


def test_a_bad_line_inside_ndjson_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "bad.ndjson"
    path.write_text(
        '{"actor":"ana","published":"2024-01-01"}\n{bad}\n[1]\n\n{"actor":"ben","published":"2024-01-02"}\n'
    )

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert [row["position"] for row in by_engine[0]] == [1, 5]
    assert by_engine[1]["rejected"] == {"malformed": 2}


@pytest.mark.parametrize(
    "cell", ['"actor":%s', '"actor":"ben","score" : %s', '"actor":"ben","of":[0,{"a": %s}]']
)
@pytest.mark.parametrize(
    ("number", "is_one"),
    [
        ("NaN", False),
        ("-Infinity", False),
        ("nan", False),
        ("-inf", False),
        ("INF", False),
        ("[1, 2 ,\t]", False),
        ('{"b": ["c", "d",]}', False),
        ('"so, nan, inf, ]"', True),
        (r'"\", }"', True),
        ("1e999", True),
        ("-17.5E+309", True),
        ("1e308", True),
        ('"NaN, Infinity"', True),
        (r'"\\", Infinity, NaN"', False),
        (r'"\", Infinity, NaN"', True),
    ],
)
def test_a_record_with_what_is_no_number_is_set_aside_and_one_larger_than_any_is_as_it_is_written(
    tmp_path: Path, cell: str, number: str, is_one: bool
) -> None:
    path = tmp_path / "endless.ndjson"
    sound = '{"actor":"ana","published":"2024-01-01"}'
    path.write_text(f'{sound}\n{{{cell % number},"published":"2024-01-02"}}\n{sound}\n')

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert [row["position"] for row in by_engine[0]] == ([1, 2, 3] if is_one else [1, 3])
    assert by_engine[1]["rejected"] == ({} if is_one else {"malformed": 1})


@pytest.mark.parametrize("text", ["[1e999]", '{"a":[-17.5E+309,"1e999"]}', "1e999"])
def test_a_number_larger_than_any_is_as_long_as_it_is_written_in_a_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "endless.ndjson"
    path.write_text(f'{{"actor":"ana","published":"2024-01-01","text":{text}}}\n')

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert [row["text_len"] for row in by_engine[0]] == [len(text)]


@pytest.mark.parametrize("lines", [150, 2000], ids=["after line 100", "after 64 KiB"])
def test_a_field_that_is_empty_in_the_first_records_is_read_in_later_ones(tmp_path: Path, lines: int) -> None:
    path = tmp_path / "late.ndjson"
    first = {"actor": "ana", "published": "2024-01-01", "activity_id": "1", "beside": "x"}
    late = [
        {
            **first,
            "kind": "reply",
            "object_id": "1",
            "target": "ben",
            "text": "long words and many of them " * 3,
        },
        {**first, "kind": "like", "object_id": "1", "value": "many"},
        {**first, "Actor": "cleo", "lang": "cy", "later": "y"},
    ]
    path.write_text(_text([first] * lines + late, "ndjson"))

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    rows, count = by_engine
    assert [(row["kind"], row["object_id"], row["target"]) for row in rows[lines - 1 : lines + 1]] == [
        ("post", None, None),
        ("reply", "1", "table:ben"),
    ]
    assert rows[lines]["text_print"] is not None
    assert (rows[-1]["actor"], rows[-1]["lang"]) == ("table:ana", "cy")
    assert count["rejected"] == {"bad_number": 1}
    assert count["unknown"] == {"beside": lines + 3}


def test_a_field_that_few_records_have_is_told_with_their_number(tmp_path: Path) -> None:
    path = tmp_path / "few.ndjson"
    usual = {"actor": "ana", "published": "2024-01-01", "always": 1}
    odd = {"some": {"x": 1}, 'a "field"': "y", "empty": None, "kind": "shout"}
    rows = [usual, {**usual, **odd}, *[usual] * 150, {**usual, **odd, 'a "field"': None}]
    lines = [*map(json.dumps, rows), '{"actor":"ana","some":1} more', "[1]"]
    path.write_text("".join(f"{line}\n" for line in lines))

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert by_engine[1]["unknown"] == {"always": len(lines), "some": 2, 'a "field"': 1}


def test_map_names_a_column_that_only_later_records_have(tmp_path: Path) -> None:
    path = tmp_path / "late.ndjson"
    first = {"actor": "ana", "published": "2024-01-01", "activity_id": "1"}
    path.write_text(_text([first] * 150 + [{**first, "whom": "ben"}], "ndjson"))

    by_engine, by_row = (
        _normal(_read(path, {"target": "whom"}, row_by_row=row_by_row), path) for row_by_row in (False, True)
    )

    assert by_engine == by_row
    assert [row["target"] for row in by_engine[0]] == [None] * 150 + ["table:ben"]


@pytest.mark.parametrize("row_by_row", [False, True])
def test_a_column_that_no_record_has_is_told_however_many_there_are(tmp_path: Path, row_by_row: bool) -> None:
    path = tmp_path / "late.ndjson"
    path.write_text(_text([{"actor": "ana", "published": "2024-01-01"}] * 150, "ndjson"))

    with pytest.raises(
        UsageError, match=r"--map target=whom: .* has no column 'whom': it has actor, published"
    ):
        _read(path, {"target": "whom"}, row_by_row=row_by_row)


def test_of_a_name_that_stands_twice_in_a_record_the_first_counts(tmp_path: Path) -> None:
    path = tmp_path / "twice.ndjson"
    path.write_text(
        '{"actor":"ana","published":"2024-01-01","actor":"ben"}\n'
        '{"actor":null,"actor":"ben","published":"2024-01-01"}\n'
        '{"actor" : "cleo","published":"2024-01-01","actor":null, "kind":"like","kind":"shout"}\n'
    )

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert [(row["actor"], row["kind"]) for row in by_engine[0]] == [
        ("table:ana", "post"),
        ("table:cleo", "like"),
    ]
    assert by_engine[1]["rejected"] == {"no_actor": 1}


def test_a_number_of_more_digits_than_python_reads_sets_its_line_aside(tmp_path: Path) -> None:
    path = tmp_path / "long.ndjson"
    path.write_text('{"actor":"ana","published":"2024-01-01"}\n{"actor":"ben","value":' + "1" * 5000 + "}\n")

    rows, count = _read(path, row_by_row=True)

    assert [row["actor"] for row in rows] == ["table:ana"]
    assert sum(count["rejected"].values()) == 1


@pytest.mark.parametrize("after", [0, 1, 17 * 2**20], ids=["as long as the limit", "longer", "twice as long"])
def test_a_line_longer_than_the_limit_is_one_record_set_aside(tmp_path: Path, after: int) -> None:
    path = tmp_path / "long.ndjson"
    record = '{"actor":"ana","published":"2024-01-01"%s}'
    longest = record % (" " * (16 * 2**20 - len(record) + 2 + after))
    path.write_text(f"{record % ''}\n{longest}\n{record % ''}\n{{bad}}\n")

    rows, count = _read(path)

    assert [row["position"] for row in rows] == ([1, 3] if after else [1, 2, 3])
    assert count["rejected"] == ({"malformed": 1, "too_large": 1} if after else {"malformed": 1})
    told = "a record of more than 16,777,216 bytes: expected less (--limit line_bytes=N)"
    assert count["places"] == [
        *([f"{path}:2: too_large: {told}"] if after else []),
        f"{path}:4: malformed: not JSON: expected one object a line",
    ]


@pytest.mark.parametrize("above", ["", "sep=,\n"], ids=["a header", "a line for Excel"])
def test_a_cell_may_be_as_long_as_a_line_whichever_way_it_is_read(tmp_path: Path, above: str) -> None:
    path = tmp_path / "long.csv"
    text = "w " * 100_000
    path.write_text(f"{above}actor,published,text\nana,2024-01-01,{text}\nben,2024-01-01,hi\n")

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert [row["text_len"] for row in by_engine[0]] == [len(text), 2]
    assert csv.field_size_limit() == 131_072  # of what is read beside it, in whichever order


@pytest.mark.parametrize(
    "cell",
    [
        "x" * 200,
        '"' + "x" * 200 + '"',
        '"' + "a line\n" * 30 + '"',
        '"' + 'a ""quoted"" line, and ""\n' * 30 + '"',
        '"' + "a line\n" * 30 + '","and\na second"',
        '5" ' + "x" * 200,
        '5" ' + "x" * 200 + ',"and\na second"',
        '"a\nb",6" ' + "x" * 200 + ',7"',
    ],
    ids=["bare", "quoted", "of lines", "of quotes", "two of lines", "a mark", "a mark first", "a mark last"],
)
def test_a_cell_longer_than_the_limit_costs_its_row_alone(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "long.csv"
    path.write_text(f"actor,published,text\nana,2024-01-01,hi\nben,2024-01-02,{cell}\ncleo,2024-01-03,ho\n")

    rows, count = _read(path, row_by_row=True, limits=Limits(line_bytes=100))

    assert [(row["position"], row["actor"]) for row in rows] == [(1, "table:ana"), (3, "table:cleo")]
    assert count["places"] == [
        f"{path}:2: too_large: a record of more than 100 bytes: expected less (--limit line_bytes=N)"
    ]


def test_a_table_that_ends_inside_a_cell_longer_than_the_limit_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text('actor,published,text\nana,2024-01-01,"' + "a line\n" * 30)

    with pytest.raises(InputError, match=r"long\.csv:31: truncated: the file ends inside a quoted cell"):
        _read(path, row_by_row=True, limits=Limits(line_bytes=100))


@pytest.mark.parametrize("mark", ["\x85", "\u2028", "\u2029"])
def test_what_unicode_breaks_a_line_at_breaks_none(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "marked.ndjson"
    rows = [{"actor": "ana", "actor_name": f"Ana{mark}Li", "published": f"2024-01-0{day}"} for day in (1, 2)]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert [row["actor_name"] for row in by_engine[0]] == [f"Ana{mark}Li"] * 2


OWN = 'actor,published,kind,text\nana,2024-01-02 14:05,post,"Grüße, alle"\nben,2024-01-03 10:00,reply,Ja\n'
BARE = OWN.replace('"Grüße, alle"', "Grüße")


@pytest.mark.parametrize(
    "data",
    [
        OWN.encode("utf-16"),
        b"\xfe\xff" + OWN.replace("\n", "\r\n").encode("utf-16-be"),
        BARE.replace(",", "\t").encode("utf-16"),
        BARE.replace(",", ";").encode(),
        b"sep=,\r\n" + OWN.encode(),
        b'"sep=;"\n' + BARE.replace(",", ";").encode(),
        b"\xef\xbb\xbfsep=,\n" + OWN.encode(),
        OWN.replace("actor,published", " actor ,published ").encode(),
        BARE.replace(",", ", ").encode(),
        OWN.replace("actor", '"\ufeffactor"').encode(),
        OWN.replace("actor,published,kind,text", "Actor,Published,KIND,Text").encode(),
        OWN.replace("published,", '"published\n",').encode(),
        OWN.replace("published,", '"published\n",').replace("\n", "\r\n").encode(),
        OWN.replace("\n", "\r\n").replace("published,", '"\npublished",').encode(),
        OWN.replace("\n", "\r").encode(),
        b"\n" + OWN.encode(),
    ],
    ids=[
        "UTF-16",
        "big endian",
        "Unicode text",
        "semicolon",
        "sep",
        "quoted sep",
        "mark and sep",
        "blanks",
        "padded",
        "mark in quotes",
        "capitals",
        "a line break",
        "one of two letters",
        "one unlike the rows'",
        "old Mac",
        "blank line",
    ],
)
def test_a_table_that_a_spreadsheet_saved_says_the_same(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "saved.csv"
    path.write_bytes(data)

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert [(row["actor"], row["kind"], row["ts_us"]) for row in by_engine[0]] == [
        ("table:ana", "post", 1704204300000000),
        ("table:ben", "reply", 1704276000000000),
    ]
    assert by_engine[0][0]["text_len"] in {len("Grüße"), len("Grüße, alle")}


FLOATS = ["1", "2.0", "-3.0", "4.00", "v5.0", "6.0.0", "7.1", "123456789012345678901.0"]
WHOLES = ["1", "2", "-3", "4.00", "v5.0", "6.0.0", "7.1", "123456789012345678901"]
NUMBERED = ("activity_id", "actor", "object_id", "target", "thread_id")


@pytest.mark.parametrize("shape", ["csv", "ndjson"])
def test_an_id_that_is_a_whole_number_is_the_same_with_nothing_behind_a_point(
    tmp_path: Path, shape: str
) -> None:
    """Pandas writes 1.0 in a column where another cell is empty, and 1 in one where none is."""
    by_ids = []
    for name, ids in (("floats", FLOATS), ("wholes", WHOLES)):
        path = tmp_path / f"{name}.{shape}"
        path.write_text(_rows([{**dict.fromkeys(NUMBERED, each), "ts_s": "1"} for each in ids], shape))
        by_engine, by_row = _through_both(path)
        assert by_engine == by_row
        by_ids.append(by_engine[0])

    floats, wholes = by_ids
    assert floats == wholes
    assert [row["target"] for row in floats] == [f"table:{each}" for each in WHOLES]


@pytest.mark.parametrize("kind", ["double", "float"])
def test_so_is_one_that_a_parquet_file_holds_as_a_double(tmp_path: Path, kind: str) -> None:
    cells = ", ".join(
        f"unnest([12, 123456, null]::{kind}[]) as {field}" for field in NUMBERED if field != "actor"
    )

    rows, _ = _read(_typed(tmp_path, f"select 'ana' as actor, 1 as ts_s, {cells}"))

    assert [(row["activity_id"], row["thread_id"], row["target"]) for row in rows[:2]] == [
        ("12", "12", "table:12"),
        ("123456", "123456", "table:123456"),
    ]


@pytest.mark.parametrize("shape", ["csv", "ndjson"])
@pytest.mark.parametrize("word", [r"\N", "NULL", "NaN", "nan", "<NA>", "NA", "None"])
def test_what_programs_write_for_nothing_is_no_id_and_no_role(tmp_path: Path, word: str, shape: str) -> None:
    path = tmp_path / f"nothing.{shape}"
    fields = ("activity_id", "object_id", "target", "thread_id", "role")
    rows = [{"actor": "ana", **dict.fromkeys(fields, cell), "ts_s": "1"} for cell in (word, "", f"{word}s")]
    path.write_text(_rows(rows, shape))

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    first, empty, named = ({**row, "position": 0} for row in by_engine[0])
    assert {**first, "activity_id": ""} == {**empty, "activity_id": ""}
    assert (first["activity_id"], first["target"], first["kind"]) == ("FILE#1", None, "post")
    assert [named[field] for field in fields] == [
        f"{'table:' if field == 'target' else ''}{word}s" for field in fields
    ]


@pytest.mark.parametrize("shape", ["csv", "ndjson"])
@pytest.mark.parametrize("word", ["NULL", "NaN", "nan", "<NA>", "NA", "None"])
def test_nor_is_it_a_number_a_time_or_one_of_a_few_words(tmp_path: Path, word: str, shape: str) -> None:
    path = tmp_path / f"nothing.{shape}"
    fields = ("published", "ts_us", "ts_ms", "text_len", "text_print", "value", *COUNTS, "kind", *WORDS)
    rows = [dict.fromkeys(fields, cell) | {"actor": "ana", "ts_s": "1704103200"} for cell in (word, "")]
    path.write_text(_rows(rows, shape))

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    first, empty = ({**row, "position": 0, "activity_id": ""} for row in by_engine[0])
    assert first == empty


@pytest.mark.parametrize("kind", ["double", "float"])
def test_no_number_of_a_parquet_file_is_an_empty_cell(tmp_path: Path, kind: str) -> None:
    fields = ("value", "text_len", "ts_us", *COUNTS)
    cells = ", ".join(f"unnest(['nan', null]::{kind}[]) as {field}" for field in fields)

    rows, _ = _read(_typed(tmp_path, f"select 'ana' as actor, 'NaT' as published, 1 as ts_s, {cells}"))

    first, empty = ({**row, "position": 0, "activity_id": ""} for row in rows)
    assert first == empty


@pytest.mark.parametrize("shape", ["csv", "ndjson"])
def test_nor_is_it_a_member_but_for_what_somebody_may_be_called(tmp_path: Path, shape: str) -> None:
    path = tmp_path / f"nobody.{shape}"
    words = [r"\N", "NULL", "NaN", "nan", "<NA>", "NA", "None", "Null", "Nan"]
    path.write_text(_rows([{"actor": word, "ts_s": "1"} for word in words], shape))

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert [row["actor"] for row in by_engine[0]] == ["table:NA", "table:None", "table:Null", "table:Nan"]
    assert by_engine[1]["rejected"] == {"no_actor": 5}


@pytest.mark.parametrize("shape", ["csv", "ndjson"])
def test_what_databases_write_for_nothing_is_empty_in_any_field(tmp_path: Path, shape: str) -> None:
    path = tmp_path / f"nothing.{shape}"
    row = {"actor": "ana", "ts_s": "1704103200"}
    fields = [field for field in FIELDS if field not in {*row, "activity_id"}]
    path.write_text(_rows([row | dict.fromkeys(fields, cell) for cell in (r"\N", "")], shape))

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    first, second = ({**row, "position": 0, "activity_id": ""} for row in by_engine[0])
    assert first == second


def test_no_number_of_a_parquet_file_is_no_id(tmp_path: Path) -> None:
    cells = "'nan'::double as target, 'nan'::float as object_id, 'nan'::double as thread_id"

    rows, _ = _read(_typed(tmp_path, f"select 'ana' as actor, 1 as ts_s, {cells}"))

    assert [(row["target"], row["object_id"], row["thread_id"]) for row in rows] == [(None, None, None)]


@pytest.mark.parametrize("field", NUMBERED)
@pytest.mark.parametrize("shape", ["csv", "ndjson"])
def test_an_id_that_has_lost_its_digits_is_nobodys(tmp_path: Path, shape: str, field: str) -> None:
    path = tmp_path / f"lost.{shape}"
    ids = ["1.19135E+18", "1,2E+05", "1.19135e+18", "12E+05", "1.1E18", "1.1E+1", "1E05", "a1.1E+18"]
    ids = [each for each in ids if shape == "ndjson" or "," not in each]
    path.write_text(_rows([{"actor": "ana", "ts_s": "1", field: each} for each in ids], shape))

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert [row["position"] for row in by_engine[0]] == list(range(len(ids) - 4, len(ids) + 1))
    told = f"FILE:1: bad_number: {field}: '1.19135E+18': expected all its digits: format the column as text"
    assert told in str(json.dumps(by_engine[1]["places"]))


def test_an_id_that_a_double_cannot_hold_is_nobodys(tmp_path: Path) -> None:
    cells = "'ana' as actor, 1 as ts_s, id::double as activity_id"
    numbers = "values (1191351234567890123), (1191351234567890124), (5)"
    path = _typed(tmp_path, f"select {cells} from ({numbers}) as n(id)")

    rows, source = _read(path)

    assert [row["activity_id"] for row in rows] == ["5"]
    assert source["rejected"] == {"bad_number": 2}


ROWS_BELOW = "ann,2024-01-01,x\nbob,2024-01-02,y\n"


@pytest.mark.parametrize("row_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("cell_end", ["\n", "\r\n", "\r"], ids=["cell LF", "cell CRLF", "cell CR"])
@pytest.mark.parametrize("mark", [",", ";"])
@pytest.mark.parametrize("begin", ["", "\ufeff"], ids=["", "BOM"])
def test_a_line_break_in_the_name_of_a_column_loses_no_row(
    tmp_path: Path, begin: str, mark: str, cell_end: str, row_end: str
) -> None:
    """Excel breaks a line in a cell with LF where its rows end with CRLF."""
    path = tmp_path / "broken.csv"
    name = f'"your{cell_end}words{mark} in ""short"""'
    rows = ROWS_BELOW.replace(",", mark).replace("\n", row_end)
    path.write_bytes(f"{begin}actor{mark}published{mark}{name}{row_end}{rows}".encode())

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert [row["actor"] for row in by_engine[0]] == ["table:ann", "table:bob"]


@pytest.mark.parametrize(
    "header",
    [
        '"Your\nname",actor,published',
        '"Your\nname", actor, published',
        "How? a; b; c; d; e,actor,published",
        '"a; b; c; d; e",actor,published',
        '"a;b\n;c;d;e",actor,published',
        'a 5" pipe,actor,published',
        '"","Actor","Published"',
        '"Your name", "actor", "published"',
    ],
    ids=["break", "padded", "marks", "quoted marks", "both", "inches", "quoted", "quoted and padded"],
)
def test_what_parts_the_cells_is_seen_by_what_stands_outside_of_them(tmp_path: Path, header: str) -> None:
    path = tmp_path / "broken.csv"
    blank = " " if ", " in header else ""
    path.write_text(f"{header}\nx,{blank}ann,{blank}2024-01-01\ny,{blank}bob,{blank}2024-01-02\n")

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert [row["actor"] for row in by_engine[0]] == ["table:ann", "table:bob"]


@pytest.mark.parametrize(
    ("header", "columns", "actor", "told"),
    [
        ("actor,published,actor", {}, "ana", ["actor (2)"]),
        ("user,when,user", {"actor": "user", "published": "when"}, "ana", ["user (2)"]),
        ("user,when,user", {"actor": "user (2)", "published": "when"}, "ben", ["user"]),
        (
            "user,when,user,user (2),user",
            {"actor": "user", "published": "when"},
            "ana",
            ["user (2)", "user (3)", "user (4)"],
        ),
        ("actor,published,,", {}, "ana", [""]),
    ],
)
def test_of_two_columns_of_one_name_the_first_counts_and_the_other_is_told(
    header: str, columns: dict[str, str], actor: str, told: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "twice.csv"
    path.write_text(f"{header}\nana,2024-01-01,ben{',x' * (header.count(',') - 2)}\n")

    by_engine, by_row = (
        _normal(_read(path, columns, "tables", row_by_row=row_by_row), path) for row_by_row in (False, True)
    )

    assert by_engine == by_row
    assert [row["actor"] for row in by_engine[0]] == [f"table:{actor}"]
    assert by_engine[1]["unknown"] == dict.fromkeys(told, 1)


def test_the_moment_a_warehouse_prints_is_exact(tmp_path: Path) -> None:
    """BigQuery writes a timestamp to CSV with the name of its zone behind it."""
    path = tmp_path / "warehouse.csv"
    path.write_text("actor,published\nana,2023-12-31 14:05:09 UTC\nben,2023-12-31 14:05:09.123456 UTC\n")

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert [(row["ts_us"], row["clock"]) for row in by_engine[0]] == [
        (1704031509000000, "exact"),
        (1704031509123456, "exact"),
    ]


@pytest.mark.parametrize("told", ["31.12.2023 14:05", "12/31/2023 2:05 PM", "2023-12-31 14:05UTC"])
def test_a_date_that_may_be_read_in_two_ways_is_told_with_one_that_is_expected(
    told: str, tmp_path: Path
) -> None:
    path = tmp_path / "dates.csv"
    path.write_text(f"actor,published\nana,{told}\n")

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert f"published: '{told}': expected ISO 8601 in published (2023-12-31 14:05)" in str(by_engine[1])


@pytest.mark.parametrize("told", ["1,50", "1.234,50", "1,234.50"])
def test_a_number_with_a_comma_is_told_by_it(told: str, tmp_path: Path) -> None:
    path = tmp_path / "comma.csv"
    path.write_text(f"actor;published;value\nana;2024-01-01;{told}\n")

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert f"bad_number: value: '{told}': expected a point before its decimals" in str(by_engine[1])


def test_text_of_windows_is_set_aside_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "windows.csv"
    path.write_bytes(OWN.encode("cp1252"))

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert len(by_engine[0]) == 1
    assert "bad_text: text: 'Gr??e, alle': expected UTF-8 (in Excel, save as CSV UTF-8)" in str(by_engine[1])


def test_a_header_that_is_no_csv_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(b'actor,"pub"lished,kind\nana,2024-01-01,post\n')

    with pytest.raises(InputError, match=r"bad\.csv:1: not CSV: .*: expected the names of columns"):
        _read(path, {}, "tables", row_by_row=True)


def test_map_names_the_columns_of_a_foreign_table(tmp_path: Path) -> None:
    path = tmp_path / "foreign.csv"
    path.write_text("who;when\nana;2024-01-01\n")

    rows, _ = _read(path, {"actor": "who", "published": "when"}, "tables")

    assert [(row["actor"], row["day"]) for row in rows] == [("table:ana", 19723)]


@pytest.mark.parametrize("shape", ["csv", "ndjson", "parquet"])
def test_a_column_may_be_called_as_what_stands_beside_it(tmp_path: Path, shape: str) -> None:
    path = tmp_path / f"named.{shape}"
    duckdb.sql(
        "copy (select 'ana' as who, '2024-01-01' as published, 't' as \"position\", 'm' as malformed, "
        f"'l' as line) to '{path}'"
    )

    columns = {"actor": "who", "thread_id": "position", "role": "malformed", "target": "line"}
    (row,), count = _read(path, columns, "tables")

    assert (row["thread_id"], row["role"], row["target"], row["position"]) == ("t", "m", "table:l", 1)
    assert count["rejected"] == {}


@pytest.mark.parametrize(
    ("columns", "told"),
    [({"actr": "who"}, "expected one of"), ({"actor": "whom"}, "has no column 'whom': it has who, when")],
    ids=["unknown field", "unknown column"],
)
def test_a_wrong_map_is_told_in_one_line(tmp_path: Path, columns: dict[str, str], told: str) -> None:
    path = tmp_path / "foreign.csv"
    path.write_text("who,when\nana,2024-01-01\n")

    with pytest.raises(UsageError, match=told):
        _read(path, columns, "tables")


def test_an_object_or_a_list_is_nobody(tmp_path: Path) -> None:
    path = tmp_path / "nested.ndjson"
    nobody = [{"login": "ann", "x": 'a"}'}, {}, [], ["a", "b"], [1, 2], [{"id": 1.5}], '{"a": 1}', [[None]]]
    somebody = ["[deleted]", "{x}", "[7]", "[GER] ben", 12, 12.5, True, "{", "[]s"]
    deeds: list[dict[str, object]] = [{"actor": each} for each in (*somebody, *nobody)]
    deeds += [{"actor": "ana", "target": each, "text": each} for each in (*somebody, *nobody)]
    path.write_text("".join(json.dumps({**deed, "ts_s": 1}) + "\n" for deed in deeds))

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row
    assert len(by_engine[0]) == 2 * len(somebody)
    assert by_engine[1]["rejected"] == {"malformed": 2 * len(nobody)}
    assert "actor: '{}': expected the id of a member, no object and no list" in str(by_engine[1])


def test_what_is_nested_is_as_long_a_text_whichever_way_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "nested.ndjson"
    text = '{"b" : [1, 2.50, "é", "\\u00e9\\n", null, true, {}]}'
    path.write_text(f'{{"actor":"ana","ts_s":1,"text":{text}}}\n', encoding="utf-8")

    by_engine, by_row = _through_both(path)

    assert by_engine == by_row


@pytest.mark.parametrize("cell", ["{'id': 'a', 'n': 1}", "['a', 'b']", "map {'a': 1}", "['a']::varchar[1]"])
def test_a_column_of_parquet_that_holds_objects_or_lists_names_nobody(tmp_path: Path, cell: str) -> None:
    parquet = tmp_path / "nested.parquet"
    duckdb.sql(
        f"copy (select {cell} as actor, null as target, 1 as ts_s union all select null, null, 1 "
        f"union all select {cell}, {cell}, 1) to '{parquet}' (format parquet)"
    )

    rows, count = _read(parquet)

    assert (rows, count["rejected"]) == ([], {"malformed": 2, "no_actor": 1})


@pytest.mark.parametrize("shape", ["csv", "ndjson", "parquet"])
@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"actor": "author", "ts_s": "created"}, {"published": 1, "ts_us": 1}),
        ({"actor": "author", "ts_s": "created", "kind": ""}, {"kind": 1, "published": 1, "ts_us": 1}),
    ],
    ids=["another time", "another kind"],
)
def test_what_map_names_wins_over_a_column_that_has_our_name(
    tmp_path: Path, shape: str, columns: dict[str, str], told: dict[str, int]
) -> None:
    path = tmp_path / f"foreign.{shape}"
    kind = "article" if "kind" in columns else "like"
    duckdb.sql(
        "copy (select 'ana' as author, '1709287200' as created, 'TRUE' as published, '7' as ts_us, "
        f"'{kind}' as kind) to '{path}'"
    )

    results = [_normal(_read(path, columns, "tables"), path)]
    if shape != "parquet":
        results.append(_normal(_read(path, columns, "tables", row_by_row=True), path))

    for (row,), count in results:
        assert (row["ts_us"], row["kind"]) == (1709287200000000, "post" if "kind" in columns else "like")
        assert (count["rejected"], count["unknown"]) == ({}, told)


def test_a_time_that_map_gives_no_column_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "foreign.ndjson"
    path.write_text('{"actor": "ana", "published": true}\n' * 120 + '{"actor": "ana", "ts_s": 1709287200}\n')

    by_engine, by_row = (
        _normal(_read(path, {"published": ""}, "tables", row_by_row=row_by_row), path)
        for row_by_row in (False, True)
    )

    assert by_engine == by_row
    assert [row["ts_us"] for row in by_engine[0][119:]] == [None, 1709287200000000]


@pytest.mark.parametrize("shape", ["csv", "csv.gz", "ndjson", "parquet"])
@pytest.mark.parametrize(
    "folder", ["actor=zed", "kind=like", "value=3", "text=a", "line=5", "file_row_number=9"]
)
def test_a_folder_above_a_file_says_nothing_of_its_rows(tmp_path: Path, folder: str, shape: str) -> None:
    """The engine takes ``actor=zed`` for a column, unless it is told not to."""
    found = []
    for above in ("plain", folder):
        path = tmp_path / above / f"deeds.{shape}"
        path.parent.mkdir()
        duckdb.sql(
            "copy (select unnest(['ana', 'ben']) as actor, unnest(['2024-01-01', 'soon']) as published) "
            f"to '{path}' (format {shape.removesuffix('.gz').replace('ndjson', 'json')})"
        )
        found.append(_normal(_read(path), path))

    plain, there = found
    assert there == plain
    assert [(row["actor"], row["kind"]) for row in there[0]] == [("table:ana", "post")]


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=12)


@examples(10)
@given(
    st.lists(
        st.fixed_dictionaries(dict.fromkeys(("actor", "published", "value", "kind"), TEXT)),
        max_size=6,
    )
)
def test_both_routes_agree_on_any_text(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]]
) -> None:
    plain = tmp_path_factory.mktemp("any") / "any.ndjson"
    plain.write_text(_text([{"actor": "ana", "published": "2024-01-01"}, *rows], "ndjson"), encoding="utf-8")

    by_engine, by_row = _through_both(plain)

    assert by_engine == by_row


EDGES = [0, 1, 10**18 - 1, 10**18, 2**61, 2**61 + 1, 2**61 // 10**6, 2**61 // 10**6 + 1, 2**63 - 1]
EDGES += [LAST_US, LAST_US + 1, LAST_US // 10**6, LAST_US // 10**6 + 1, -FIRST_US, 1 - FIRST_US]
EDGES += [-FIRST_US // 10**6, 1 - FIRST_US // 10**6]
WHOLE = (
    st.none() | st.sampled_from([*EDGES, *(-edge for edge in EDGES), -(2**63)]) | st.integers(-1000, 2**62)
)
REAL = st.none() | st.floats() | st.sampled_from([1e9, 1000000000.0000001, 1e-99, 9.99e-100, -0.0, 5e-324])
TYPES = {"ts_us": "bigint", "ts_s": "bigint", "text_len": "bigint", "like_count": "bigint", "value": "double"}


@examples(10)
@given(st.lists(st.tuples(WHOLE, WHOLE, WHOLE, WHOLE, REAL), min_size=1, max_size=24))
def test_numbers_of_parquet_are_judged_like_the_texts_they_print_as(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[tuple[int | float | None, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("numbers")
    with duckdb.connect() as connection:
        columns = ", ".join(f"{name} {kind}" for name, kind in TYPES.items())
        connection.execute(f"create table typed (actor varchar, {columns})")
        connection.executemany(
            "insert into typed values (?, ?, ?, ?, ?, ?)", [("ana", *row) for row in numbers]
        )
        texts = ", ".join(f"cast({name} as varchar) as {name}" for name in TYPES)
        connection.execute(f"copy typed to '{folder / 'typed.parquet'}'")
        connection.execute(f"copy (select actor, {texts} from typed) to '{folder / 'texts.parquet'}'")

    typed, texts_read = (
        _normal(_read(folder / name), folder / name) for name in ("typed.parquet", "texts.parquet")
    )

    assert typed == texts_read


Result = tuple[list[dict[str, object]], dict[str, object]]


def _text(rows: list[dict[str, str]], shape: str) -> str:
    if shape == "ndjson":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    lines = [",".join(COLUMNS)]
    lines += [",".join(f'"{row.get(column, "")}"' for column in COLUMNS) for row in rows]
    return "\n".join(lines) + "\n"


def _rows(rows: list[dict[str, str]], shape: str) -> str:
    """Return a table of some columns only."""
    if shape == "ndjson":
        return "".join(json.dumps(row) + "\n" for row in rows)
    lines = [",".join(rows[0]), *(",".join(row.values()) for row in rows)]
    return "\n".join(lines) + "\n"


def _through_both(plain: Path) -> tuple[Result, Result]:
    return _normal(_read(plain), plain), _normal(_read(plain, row_by_row=True), plain)


def _normal(result: Result, path: Path) -> Result:
    """Take the file's own name out of a result, so that two files can be compared."""
    text = json.dumps(result, default=str).replace(str(path), "FILE")
    rows, count = json.loads(text)
    return rows, count


def _read(
    path: Path,
    columns: dict[str, str] | None = None,
    reader: str | None = None,
    *,
    row_by_row: bool = False,
    limits: Limits | None = None,
) -> Result:
    with DuckDB([str(path)]) as engine:
        ledger = Ledger(engine)
        for found in inputs(str(path), limits or Limits(), reader):
            assert isinstance(found, Input)
            if row_by_row:
                outcomes = tables.read_mapped(found.tree, found.budget, columns or {})
                ledger.enter(outcomes, found.budget, tables.ABOUT.name, lambda *_: None)
            else:
                ledger.take(found, columns or {}, lambda *_: None)
        names = [str(row[0]) for row in engine.rows("select column_name from (describe activity)")]
        rows = engine.rows("select * from activity order by position")
        values = [dict(zip(names, row, strict=True)) for row in rows]
        for value in values:
            del value["deed"]
            value["origin"] = ledger.origins[value["origin"]].coverage
        (count,) = ledger.sources
        return values, count.model_dump()
