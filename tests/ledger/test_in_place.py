"""Large Parquet files are read where they lie, each time: what is read is what would have been kept."""

from pathlib import Path

import duckdb
import pytest

from kibbutz_cli.app.run import all_metrics
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.errors import EngineError, InputError
from kibbutz_cli.ledger import MOST_PARTS, Keeping, Ledger
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config
from kibbutz_cli.readers.choose import Input, inputs
from kibbutz_cli.scoring import pipeline
from lying import lie

RESULTS = ("standings", "statuses", "places")

DEEDS = """
select
  case when i % 97 = 5 then '' else 'u' || i % 7 end as actor,
  'd' || i as activity_id,
  case when i % 89 = 3 then 'shout' when i % 3 = 0 then 'post' else 'reply' end as kind,
  case when i % 3 > 0 then 'd' || (i - i % 3) end as object_id,
  case when i % 83 = 1 then '2024-02-30' else '2024-01-01' end as published,
  case when i % 71 = 2 then 'private' when i % 7 = 1 then 'Public' end as visibility,
  case when i % 5 = 0 then 'single' when i % 5 = 1 then 'community' end as coverage,
  (i % 11)::varchar as like_count
from range({}, {}) as r(i)
"""


class Leaving(DuckDB):
    """The engine, for which two rows are many."""

    left_from = 2


class Compressing(Leaving):
    """The engine, for which two rows are very many."""

    compressed_from = 2


def _written(path: Path, first: int, end: int, query: str = DEEDS) -> Path:
    duckdb.sql(f"copy ({query.format(first, end)}) to '{path}' (format parquet)")
    return path


def _read(paths, engine, *, in_place):
    ledger = Ledger(engine, Keeping(in_place=in_place))
    for path in paths:
        for found in inputs(str(path), Limits(), None):
            assert isinstance(found, Input)
            ledger.take(found, {}, lambda *_: None)
    ledger.settle()
    return ledger


def _views(engine):
    return {name for (name,) in engine.rows("select view_name from duckdb_views() where not internal")}


def _homes(engine):
    return set(engine.rows("select database_name, table_name from duckdb_tables()"))


def _both(paths):
    """Return what is read of files that are kept, of files that are left, and the views of these."""
    files = [str(path) for path in paths]
    with DuckDB(files) as engine:
        kept = _read(paths, engine, in_place=True)
        expected = engine.rows("select * from activity order by deed"), kept.sources
        kinds = engine.rows("select column_name, column_type from (describe activity)")
        assert not _views(engine)
    with Leaving(files) as engine:
        left = _read(paths, engine, in_place=True)
        found = engine.rows("select * from activity order by deed"), left.sources
        assert engine.rows("select column_name, column_type from (describe activity)") == kinds
        return expected, found, _views(engine)


def test_a_file_that_is_left_says_what_it_would_say_if_it_were_kept(tmp_path):
    expected, found, views = _both([_written(tmp_path / "deeds.parquet", 0, 900)])

    assert views == {"activity", "activity_1", "activity_1_sound"}
    assert found == expected
    rows, (source,) = found
    assert len(rows) == source.accepted
    assert source.records == 900
    assert {"bad_kind", "bad_time", "no_actor"} == source.rejected.keys()
    assert source.ignored == {"private": 12}


@pytest.mark.parametrize(
    "odd",
    [
        "'NULL' as actor",
        "'u7.0' as actor",
        "'7.0' as actor",
        "'1.2E+18' as actor",
        "'1.2e+18' as target",
        r"'\N' as object_id",
        "'NA' as thread_id",
        "cast(7 as double) as target",
        "'NaN' as role",
        "cast('nan' as double) as value",
        "cast('nan' as double) as like_count",
        "'NA' as kind",
    ],
)
def test_what_other_programs_write_means_the_same_in_a_file_that_is_left(tmp_path, odd):
    """Only the last of 900 rows has it: nothing else tells that cells are to be looked at."""
    cell, name = odd.rsplit(" as ", 1)
    cells = {"actor": "'u' || i", "target": "null", "object_id": "null", "thread_id": "null", "role": "null"}
    cells |= {"value": "null", "like_count": "null", "kind": "null"}
    row = ", ".join(
        f"case when i = 899 then {cell} else {usual} end as {field}"
        if field == name
        else f"{usual} as {field}"
        for field, usual in cells.items()
    )
    path = _written(
        tmp_path / "odd.parquet", 0, 900, f"select {row}, i as ts_us from range({{}}, {{}}) as r(i)"
    )

    expected, found, _ = _both([path])

    assert found == expected


@pytest.mark.parametrize(
    ("last", "told"), [(8 * 10**15, 9 * 10**18), (9 * 10**18, 899)], ids=["all rows good", "a bad row"]
)
def test_what_a_file_that_is_left_says_of_its_columns_is_not_believed(tmp_path, last, told):
    path = tmp_path / "lies.parquet"
    ts_us = f"case when i = 7 then {last} else i + 5 end as ts_us"
    _written(path, 0, 900, f"select 'u' as actor, {ts_us} from range({{}}, {{}}) as r(i)")
    lie(path, last, told)
    lie(path, 5, told - 1)

    expected, found, _ = _both([path])

    assert found == expected
    rows, (source,) = found
    assert (len(rows), source.rejected) == ((900, {}) if last < told else (899, {"bad_time": 1}))


def test_files_that_are_left_stand_beside_what_is_kept(tmp_path):
    small = tmp_path / "small.csv"
    small.write_text("actor,published\nana,2024-01-01\nben,soon\n")
    good = "select 'u' || i as actor, i as ts_us from range({}, {}) as r(i)"
    paths = [
        _written(tmp_path / "one.parquet", 0, 300),
        small,
        _written(tmp_path / "two.parquet", 300, 500),
        _written(tmp_path / "good.parquet", 1, 50, good),
        _written(tmp_path / "single.parquet", 1, 2, good),
    ]

    expected, found, views = _both(paths)

    assert {"activity", "activity_1_sound", "activity_2_sound", "activity_3"} <= views
    assert "activity_4" not in views
    assert found == expected


def test_of_many_files_the_first_are_left(tmp_path):
    paths = [_written(tmp_path / f"{number:02}.parquet", 9 * number, 9 * number + 9) for number in range(20)]

    expected, found, views = _both(paths)

    assert len(views - {each for each in views if each.endswith("_sound")}) == MOST_PARTS + 1
    assert found == expected


def test_nothing_is_left_where_the_deeds_are_read_over_and_over(tmp_path):
    path = _written(tmp_path / "deeds.parquet", 0, 30)
    with Leaving([str(path)]) as engine:
        _read([path], engine, in_place=False)

        assert not _views(engine)


def test_what_is_left_is_not_dropped_as_a_table_is_that_nobody_reads_any_more(tmp_path):
    path = _written(tmp_path / "deeds.parquet", 0, 30)
    with Leaving([str(path)]) as engine:
        _read([path], engine, in_place=True)
        engine.make({"counted": "select count(*) as n from activity"}, lambda _: None, {"activity"})

        assert engine.rows("select n from counted") == engine.rows("select count(*) from activity")


@pytest.mark.parametrize("how", ["written", "replaced", "gone"])
def test_a_file_that_changes_while_it_is_read_is_an_error(tmp_path, how):
    path = _written(tmp_path / "deeds.parquet", 0, 300)
    with Leaving([str(path)]) as engine:
        ledger = _read([path], engine, in_place=True)
        ledger.check_unchanged()
        match how:
            case "written":
                _written(path, 0, 200)
            case "replaced":
                _written(tmp_path / "other.parquet", 0, 300)
                (tmp_path / "other.parquet").replace(path)
            case "gone":
                path.unlink()
                with pytest.raises(EngineError):
                    engine.rows("select count(actor) from activity")

        with pytest.raises(InputError, match=r"deeds\.parquet: changed while it was read"):
            ledger.check_unchanged()


@pytest.mark.parametrize("name", ["deeds.csv", "deeds.ndjson", "deeds.parquet"])
def test_a_file_that_is_gone_before_it_is_read_is_told_in_no_words_of_the_engine(tmp_path, name):
    class Late(DuckDB):
        def relation(self, shape, path, columns, delimiter):
            found = super().relation(shape, path, columns, delimiter)
            Path(path).unlink()
            return found

    path = tmp_path / name
    duckdb.sql(f"copy ({DEEDS.format(0, 30)}) to '{path}'")
    with Late([str(path)]) as engine, pytest.raises(InputError) as caught:
        _read([path], engine, in_place=False)

    assert caught.value.message == f"{path}: changed while it was read"


def test_what_is_left_or_compressed_is_scored_as_what_is_kept(tmp_path):
    deeds = """
    select
      'u' || hash(i) % 60 as actor,
      'd' || i % 11990 as activity_id,
      case when i % 4 = 0 then 'post' when i % 4 = 3 then 'like' else 'reply' end as kind,
      case when i % 4 > 0 then 'd' || (i - i % 4) end as object_id,
      't' || (i - i % 4) as thread_id,
      case when i % 5021 = 7 then '2024-02-30'
        else strftime(timestamp '2023-01-01' + to_hours(i), '%Y-%m-%dT%H:%M:%SZ') end as published
    from range({}, {}) as r(i)
    """
    path = _written(tmp_path / "deeds.parquet", 0, 12_000, deeds)
    plan = pipeline.Plan(Ruler(), Config(), all_metrics(Config()), listed=True)
    told = []
    for kind in (DuckDB, Leaving, Compressing):
        with kind([str(path)]) as engine:
            _read([path], engine, in_place=True)
            scored = pipeline.run(engine, plan)
            assert ("activity" in _views(engine)) == (kind is not DuckDB)
            assert (("kept", "standings") in _homes(engine)) == (kind is Compressing)
            told.append([scored, *(engine.rows(f"select * from {each} order by all") for each in RESULTS)])

    assert told[0][0].excluded == {"duplicate": 9}
    assert len(told[0][1]) == 60
    assert told[0] == told[1] == told[2]
