"""Spark keeps the contract of an engine, and reads files by the same rules."""

import gzip
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from kibbutz_cli.app.handover import copy
from kibbutz_cli.engines import dialect
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.engines.faults import SMALLER
from kibbutz_cli.errors import EngineError, InputError, LimitError, UsageError
from kibbutz_cli.ledger import Keeping, Ledger
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers import tables
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import Input, inputs
from kibbutz_cli.readers.remote import Remote

if TYPE_CHECKING:
    from kibbutz_cli.engines.spark import Spark

HEADER = "actor,published,kind,text,value,ts_s"
CSV = "\n".join(
    [
        HEADER,
        "ana,2024-01-01T10:00:00Z,post,héllo,,",
        'ben,2024-01-01 10:00:00+02:00,Announce,"two\nlines, ""quoted""",12.5,',
        "ben,2024-02-30,post,,,",
        "ben,2024-01-01T10:00:60Z,post,,,",
        ",2024-01-01,post,,,",
        "ben,2024-01-01,shout,,,",
        "ben,2024-01-01,post,,many,",
        f"ben,2024-01-01,post,{'long words and many of them ' * 3}http://x.example/y,,",
        "ben,,post,,,1704103200",
        "ben,,post,,,soon",
        "ben,,post,,,253402300799",
        "ben,,post,,,253402300800",
        "ben,9999-12-31T23:59:59.999999Z,post,,,",
        "ben,9999-12-31T23:59:59-00:01,post,,,",
        "ben,0001-01-01T00:00:00+00:01,post,,,",
        f"{'x' * 5000},2024-01-01,post,,,",
        "",
    ]
)
NDJSON = (
    '{"actor":"ana","published":"2024-01-01"}\n{bad}\n[1]\n\n{"actor":"ben","published":"2024-01-02"}\n'
    '{"actor":12,"published":"2024-01-02","value":1.50}\n{"actor":"x","published":"2024-01-02"} more\n'
    '{"actor":"x","published":"2024-01-02","a":{"b":[1]}}\n'
)
LATE = (
    '{"actor":"ana","published":"2024-01-01","y":2}\n{"actor":"ana","published":"2024-01-01","x":1}\n' * 75
    + (
        '{"actor":"ben","published":"2024-01-02","kind":"reply","object_id":"1","target":"ana","Actor":"y"}\n'
        '{"actor":"ben","published":"2024-01-02","value":"NaN"}\n'
        '{"actor":"ben","published":"2024-01-02","actor":"cleo","kind":"like","kind":"shout"}\n'
        '{"actor":null,"published":"2024-01-02","actor":"cleo"}\n{}\n'
        '{"actor":"ana","published":"2024-01-01","y":1}\n'
    )
)
TWO_ON_A_LINE = (
    '{"actor":"ana","ts_s":1}{"actor":"ben","ts_s":1}\n{"actor":"ana","ts_s":1},{"actor":"ben","ts_s":1}\n'
    '{"actor":"ana","ts_s":1}]\n{"actor":"ana","ts_s":1} 5\n[1] 2\ntomorrow\n\t[1]\n5\n'
    '{"actor":"cy","ts_s":1}\n'
)
HALVES = (
    r'{"actor":"\ud83d\ude00","ts_s":1}' + "\n"
    r'{"actor":"\ud800","ts_s":1}' + "\n"
    r'{"actor":"\ude00\ud83d","ts_s":1}' + "\n"
    r'{"actor":"\\ud800","ts_s":1}' + "\n"
    r'{"actor":"\ud83d\\\ude00","ts_s":1}' + "\n"
)
NUMBERS = ("12345678.0", "1E7", "1e-7", "0.00025", "1e20", "2.50", "1e5", "-12345678.5")
TEXTS = ('"12345678.0"', '"1.2345678E7"', '{"a":12.5}')
POINTS = (
    "".join(f'{{"actor":{given},"value":{given},"ts_s":1}}\n' for given in (*NUMBERS, *TEXTS))
    + "".join(f'{{"actor":"ana","like_count":{given},"ts_s":1}}\n' for given in NUMBERS)
    + '{"actor":"ana","ts_ms":1709287200000.0}\n'
)
LINES = NDJSON + TWO_ON_A_LINE + HALVES + POINTS
"""All that may be said on a line, few of them bad: the first twenty are told with their places."""

QUOTES = 'actor,text,ts_s\nana,a "b" c,1\nben,""d"",1\ncy,"e" f,1\ndan, "g",1\n'
MIXED = 'actor,text,published\r\nana,"a\r\nb",2024-01-01\r\n\r\nben,"c\nd",2024-01-02\ncy,e,"2024-01-03"'


def test_a_table_is_handed_over_alike_in_its_files_and_row_by_row(spark: "Spark") -> None:
    spark.execute(
        "create table t as "
        "select 'é' as a, 7 as b, cast(null as integer) as c, cast(0.5 as decimal(9, 2)) as d "
        "union all select null, 8, 9, null"
    )
    lying, found = spark.files("t"), []
    assert lying
    for files in (lying, []):
        with DuckDB(files, threads=1) as db:
            copy(db, spark, "t", files)
            found.append(db.rows("select *, typeof(d) from t order by b"))

    assert found[0] == found[1] == [("é", 7, None, 0.5, "DOUBLE"), (None, 8, 9, None, "DOUBLE")]


def test_what_is_not_in_files_of_this_machine_has_none(spark: "Spark") -> None:
    spark.execute("create table t (a integer)")
    spark.append("t", [(1,)])

    assert spark.files("t") == []


def test_rows_are_appended_deleted_and_read(spark: "Spark") -> None:
    spark.execute("create table t (a integer, b varchar, c double)")
    spark.append("t", [(1, "x", 1), (2, None, 0.1)])
    spark.execute("insert into t select a + 10, b, c from t")
    spark.execute("delete from t where b = ?", ("x",))
    spark.append("t", [(3, "'; drop table t; --", None)])

    assert sorted(spark.rows("select a, b, c from t")) == [
        (2, None, 0.1),
        (3, "'; drop table t; --", None),
        (12, None, 0.1),
    ]


def test_a_recursion_with_a_sum_inside_is_followed_to_its_end(spark: "Spark") -> None:
    spark.execute("create table steps as select 1 as a, 2 as b union all select 2, 3 union all select 1, 3")

    rows = spark.rows(
        """
        with recursive start as (select 1 as a),
        ways as (
          select a, 1 as length, 1 as ways from start
          union all
          select s.b, w.length + 1, sum(w.ways)
          from ways as w
          inner join steps as s on s.a = w.a
          where w.length < ?
          group by s.b, w.length
        )
        select a, length, ways from ways order by length, a
        """,
        (9,),
    )

    assert rows == [(1, 1, 1), (2, 2, 1), (3, 2, 1), (3, 3, 1)]


def test_what_a_query_says_to_materialize_is_written_and_goes_when_it_has_run(spark: "Spark") -> None:
    scratch = Path(spark._scratch._folder)
    spark.execute("create table t (a integer)")
    spark.append("t", [(1,), (2,)])
    query = """
    with doubled as (select 2 * a as a from t),
    total as materialized (select cast(sum(a) as bigint) as a from doubled),
    twice as materialized (select o.a + u.a as a from total as o cross join total as u)
    select a from doubled union all select a from total union all select a from twice order by a
    """

    before = set(scratch.glob("*"))

    assert spark.rows(query) == [(2,), (4,), (6,), (12,)]
    assert set(scratch.glob("*")) == before
    with spark._query(query) as asked:
        asked.frame(dialect.parsed(query), spark._views())
        assert len(set(scratch.glob("*")) - before) == 3


def test_what_a_query_names_twice_is_written_once_also_further_in(spark: "Spark") -> None:
    scratch = Path(spark._scratch._folder)
    query = """
    select q.a, t.b
    from (
      with one as (select 1 as a),
      two as not materialized (select 2 as a),
      three as (select 3 as a)
      select a from one union all select a + 10 from one
      union all select a from two union all select a + 10 from two union all select a from three
    ) as q (a)
    inner join (with four as (select 4 as b) select o.b from four as o cross join four as u) as t on t.b > q.a
    order by q.a
    """
    before = set(scratch.glob("*"))

    assert spark.rows(query) == [(1, 4), (2, 4), (3, 4)]
    with spark._query(query) as asked:
        asked.frame(dialect.parsed(query), spark._views())
        assert len(set(scratch.glob("*")) - before) == 2
    assert set(scratch.glob("*")) == before


@pytest.mark.parametrize(
    ("said", "sums"),
    [pytest.param("", 2, id="large groups"), pytest.param(" -- few rows each", 1, id="small")],
)
def test_where_few_rows_share_a_group_they_are_summed_once(spark: "Spark", said: str, sums: int) -> None:
    spark.execute("create table t (a integer)")
    spark.append("t", [(1,), (2,), (1,)])
    query = f"select a, count(*) as rows\nfrom t\ngroup by a{said}\n"

    assert sorted(spark.rows(query)) == [(1, 2), (2, 1)]
    with spark._query(query) as asked:
        plan = asked.frame(dialect.parsed(query), spark._views())._jdf.queryExecution().executedPlan()
        assert plan.toString().count("HashAggregate(") == sums


def test_what_is_written_around_a_recursion_outlives_its_rounds(spark: "Spark") -> None:
    rows = spark.rows(
        """
        with least as materialized (select 2 as a),
        counted as (
          with recursive steps as (
            select 1 as a
            union all
            (
              with now as materialized (select a from steps)
              select n.a + 1 from now as n where n.a < 4
            )
          )
          select a from steps
        )
        select c.a from counted as c inner join least as l on c.a >= l.a order by c.a
        """
    )

    assert rows == [(2,), (3,), (4,)]


def test_a_view_can_be_read_again_with_what_it_says_to_materialize(spark: "Spark") -> None:
    spark.execute("create view v as with one as materialized (select 1 as a) select a from one")

    assert [spark.rows("select a from v") for _ in range(2)] == [[(1,)], [(1,)]]


def test_a_fork_sees_every_table_and_leaves_none_behind(spark: "Spark") -> None:
    spark.execute("create table deeds as select 1 as deed")

    with spark.fork("aside") as fork:
        fork.execute("create table deeds as select deed + 1 as deed from deeds")
        inside = fork.rows("select deed from deeds")

    assert (inside, spark.rows("select deed from deeds")) == ([(2,)], [(1,)])


def test_what_is_carried_out_of_a_fork_stays(spark: "Spark") -> None:
    spark.execute("create table found (n bigint, word varchar)")

    for number in range(2):
        with spark.shared(1), spark.again("round") as fork:
            fork.execute(f"create table deeds as select {number} as deed")
            fork.carry("found", "select deed, cast(? as varchar) from deeds", ("so",))

    assert sorted(spark.rows("select n, word from found")) == [(0, "so"), (1, "so")]


def test_a_table_and_views_that_are_left_are_read_as_one(spark: "Spark") -> None:
    spark.execute("create table deeds (deed bigint)")
    spark.append("deeds", [(1,)])
    for number in (2, 3):
        spark.execute(f"create view part_{number} as select cast({number} as bigint) as deed")

    spark.leave("deeds", ["part_2", "part_3"])

    assert sorted(spark.rows("select deed from deeds")) == [(1,), (2,), (3,)]


@pytest.mark.parametrize("bad", [0, 1], ids=["sound", "with bad rows"])
def test_a_file_that_is_read_where_it_lies_reads_as_on_the_other_engine(
    spark: "Spark", tmp_path: Path, bad: int
) -> None:
    path = tmp_path / "deeds.parquet"
    duckdb.sql(
        f"""copy (
          select 'u' || i % 7 as actor, 'd' || i as activity_id, i * 3600000000 as ts_us,
            case when {bad} = 1 and i % 9 = 4 then 'shout' when i % 2 = 0 then 'post' else 'Like' end as kind,
            case when i % 2 = 1 then 'd' || (i - 1) end as object_id,
            case when i % 2 = 1 then 'table:u' || (i - 1) % 7 end as target,
            'public' as visibility
          from range(60) as r(i)
        ) to '{path}' (format parquet)"""
    )
    spark.left_from = 2
    found = []
    for engine in (spark, DuckDB([str(path)])):
        ledger = Ledger(engine, Keeping(in_place=True))
        for each in inputs(str(path), Limits(), None):
            assert isinstance(each, Input)
            ledger.take(each, {}, lambda *_: None)
        ledger.settle()
        rows = engine.rows(
            "select deed, activity_id, platform, actor, kind, object_id, target, ts_us, day, week, clock, "
            "visibility, derived, origin from activity order by deed"
        )
        found.append((rows, ledger.sources))
        engine.close()

    assert found[0] == found[1]
    assert len(found[0][0]) == 60 - bad * 7


def test_a_failing_statement_is_named_by_its_first_line(spark: "Spark") -> None:
    with pytest.raises(EngineError, match="in: -- What it does"):
        spark.rows("-- What it does\nselect nonsense from nowhere")


def test_what_is_infinite_is_a_fault_of_the_query(spark: "Spark") -> None:
    spark.execute("create table t as select cast('inf' as double) as x")

    with pytest.raises(EngineError):
        spark.rows("select cast(sum(cast(x as decimal(18, 9))) as double) from t")


def test_what_is_too_large_to_be_added_up_is_told_with_what_to_do(spark: "Spark") -> None:
    spark.execute("create table t as select cast(1000000000000 as double) as x")

    total = "select cast(sum(cast(x as decimal(18, 9))) as double) as x from t"
    for run in (spark.rows, lambda sql: spark.execute(f"create table s as {sql}")):
        with pytest.raises(LimitError, match="too large to be added up") as caught:
            run(total)
        assert caught.value.hint == SMALLER


def test_a_file_cannot_be_reached_by_a_query(spark: "Spark", tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")

    with pytest.raises(EngineError):
        spark.rows(f'select * from csv."{tmp_path}/secret.csv"')


def test_only_so_many_records_may_come_one_by_one(spark: "Spark", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kibbutz_cli.engines.spark.MOST_ROWS", 10)
    spark.execute("create table t (a integer)")

    with pytest.raises(LimitError, match="more than 10 records"):
        spark.append("t", [(number,) for number in range(11)])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("text.csv", CSV.encode() + b"b\xff,2024-01-03,post,x,,\n", id="csv not all UTF-8"),
        pytest.param("corpus.ndjson", LINES.encode(), id="ndjson"),
        pytest.param("late.ndjson", LATE.encode(), id="ndjson with late fields and names that stand twice"),
        pytest.param("windows.ndjson", LINES.replace("\n", "\r\n").encode(), id="ndjson of Windows"),
        pytest.param("windows.csv", CSV.replace("\n", "\r\n").encode(), id="csv of Windows"),
        pytest.param("twice.csv", b"actor,ts_s,actor\nana,1,ben\n", id="csv with two columns of one name"),
        pytest.param("quotes.csv", QUOTES.encode(), id="csv with quotation marks where none may be"),
        pytest.param("mixed.csv", MIXED.encode(), id="csv with both ends of lines"),
    ],
)
def test_a_file_is_read_as_the_embedded_engine_reads_it(
    spark: "Spark", tmp_path: Path, name: str, text: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(text)

    assert _read(spark, path) == _embedded(path)


@pytest.mark.parametrize("shape", ["csv", "ndjson", "parquet"])
def test_a_file_may_be_called_as_a_pattern_and_a_column_as_what_stands_beside_it(
    spark: "Spark", tmp_path: Path, shape: str
) -> None:
    path = tmp_path / f"a[1]*{{1,2}}.{shape}"
    for who, file in (("ana", path), ("ben", tmp_path / f"a11.{shape}")):
        made = tmp_path / f"made.{shape}"
        duckdb.sql(
            f"copy (select '{who}' as who, '2024-01-01' as published, 'like' as \"position\", "
            f"'m' as malformed, 'f' as __file) to '{made}'"
        )
        made.rename(file)
    columns = {"actor": "who", "kind": "position", "activity_id": "malformed", "text": "__file"}

    rows, count = _read(spark, path, columns)

    assert [row[:3] for row in rows] == [("m", "table:ana", "like")]
    assert (rows, count) == _embedded(path, columns)


@pytest.mark.parametrize("name", ["_deeds", ".deeds"])
@pytest.mark.parametrize("shape", ["csv", "ndjson"])
def test_a_table_whose_name_says_to_spark_that_it_is_none_is_read_row_by_row(
    spark: "Spark", tmp_path: Path, shape: str, name: str
) -> None:
    path = tmp_path / f"{name}.{shape}"
    form = "json" if shape == "ndjson" else shape
    duckdb.sql(f"copy (select 'ana' as actor, '2024-01-01' as published) to '{path}' (format {form})")

    rows, count = _read(spark, path)

    assert [row[1] for row in rows] == ["table:ana"]
    assert (rows, count) == _embedded(path)


def test_a_parquet_file_that_spark_would_leave_out_is_refused(spark: "Spark", tmp_path: Path) -> None:
    path = tmp_path / "_deeds.parquet"
    duckdb.sql(f"copy (select 'ana' as actor, 1 as ts_s) to '{path}' (format parquet)")

    with pytest.raises(InputError, match=rf"^{path}: Spark leaves out files whose names begin with"):
        _read(spark, path)


def test_a_line_longer_than_the_limit_is_one_record_set_aside(spark: "Spark", tmp_path: Path) -> None:
    path = tmp_path / "long.ndjson"
    record = '{"actor":"ana","published":"2024-01-01"%s}\n'
    path.write_text(record % "" + record % (" " * 17 * 2**20) + record % "")

    rows, count = _read(spark, path)

    assert len(rows) == 2
    assert count["places"] == [f"{path}:2: too_large: a record of more than 16,777,216 bytes: expected less"]


def test_a_parquet_file_is_read_as_the_embedded_engine_reads_it(spark: "Spark", tmp_path: Path) -> None:
    path = tmp_path / "typed.parquet"
    duckdb.sql(
        "copy (select 'ana' as actor, timestamp '2024-01-01 10:00:00.5' as published, 3 as like_count, "
        "2.5::double as value union all select 'ben', timestamp '2024-02-01 10:00:00', null, 1e9 "
        f"union all select null, null, -1, null) to '{path}' (format parquet)"
    )

    assert _read(spark, path) == _embedded(path)


def test_whole_numbers_that_are_doubles_are_read_as_the_embedded_engine_reads_them(
    spark: "Spark", tmp_path: Path
) -> None:
    path = tmp_path / "doubles.parquet"
    query = "select 'ana' as actor, {}::double as ts_ms, {}::float as like_count, {}::double as text_print"
    rows = [(1709287200000, 3, 25891769047495183), (1709287200000, 2.5, 12), ("null", "null", "null")]
    duckdb.sql(f"copy ({' union all '.join(query.format(*row) for row in rows)}) to '{path}'")

    assert _read(spark, path) == _embedded(path)


@pytest.mark.parametrize("kind", ["double", "float"])
def test_numbers_with_a_point_name_the_same_members_on_either_engine(
    spark: "Spark", tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "points.parquet"
    numbers = ["12345678", "1.5e7", "-1e7", "2.5e-4", "1e-5", "1.5e-10", "1e20", "-1.5e-7", "0.1", "7"]
    numbers += ["'inf'", "'-inf'", "'nan'"] + ["123456789012345.6", "1e16", "1e-100", "1.25e18"] * (
        kind == "double"
    )
    query = "select {0}::{1} as actor, {0}::{1} as object_id, {0}::{1} as value, 1 as ts_s"
    rows = " union all ".join(query.format(number, kind) for number in numbers)
    duckdb.sql(f"copy ({rows}) to '{path}' (format parquet)")

    assert _read(spark, path) == _embedded(path)


def test_what_a_spreadsheet_made_of_words_and_numbers_is_read_as_the_embedded_engine_reads_it(
    spark: "Spark", tmp_path: Path
) -> None:
    path = tmp_path / "saved.csv"
    path.write_text(
        "actor,actor_name,ts_s,text_print,like_count,derived,clock,coverage,formula_guard\n"
        "'=ana,'=Ana,1704103200.0,2.58918E+16,3.0,FALSE,Exact,Single,TRUE\n"
        "'=ben,'=Ben,1704103200,25891769047495183,3.5,0,EXACT,answers,\n"
        "'=ben,'=Ben,1704103200.00,\"2,6E+16\",3.0,1,never,answers,\n"
        "'=cleo,'=Ben,1704103200,,-3.0,true,,,true\n"
    )

    assert _read(spark, path) == _embedded(path)


def test_objects_and_lists_are_nobody_to_either_engine(spark: "Spark", tmp_path: Path) -> None:
    lines, typed = tmp_path / "nested.ndjson", tmp_path / "nested.parquet"
    lines.write_text(
        '{"actor":{"login": "ann"},"ts_s":1}\n{"actor":["a", "b"],"ts_s":1}\n{"actor":"[deleted]","ts_s":1}\n'
        '{"actor":"ana","target":[{"id":7}],"ts_s":1}\n{"actor":{},"ts_s":1}\n'
    )
    duckdb.sql(f"copy (select {{'id': 'a'}} as actor, ['x'] as target, 1 as ts_s) to '{typed}'")

    for path in (lines, typed):
        found, expected = _read(spark, path), _embedded(path)
        assert found[0] == expected[0]
        assert found[1]["rejected"] == expected[1]["rejected"]


def test_bytes_that_nothing_says_are_text_are_read_as_text(spark: "Spark", tmp_path: Path) -> None:
    path, bad = tmp_path / "bytes.parquet", tmp_path / "bad.parquet"
    query = r"select '{}'::blob as actor, '\xC3\xA9'::blob as text, 1 as ts_s"
    for file, actor in ((path, r"b\xC3\xA9n"), (bad, r"b\xFFn")):
        duckdb.sql(f"copy ({query.format(actor)}) to '{file}' (format parquet)")

    assert _read(spark, path) == _embedded(path)
    assert _read(spark, bad) == _embedded(bad)


def test_a_text_of_parquet_that_is_none_is_told_and_not_called_damage(spark: "Spark", tmp_path: Path) -> None:
    path = tmp_path / "bad.parquet"
    duckdb.sql(
        f"copy (select 'b?' as actor, 1 as ts_s) to '{path}' (format parquet, compression uncompressed)"
    )
    path.write_bytes(path.read_bytes().replace(b"b?", b"b\xff"))

    with pytest.raises(InputError, match=r"bad\.parquet: cannot be read: .*Invalid UTF8"):
        _read(spark, path)


def test_parquet_columns_that_differ_in_capitals_are_not_called_damage(
    spark: "Spark", tmp_path: Path
) -> None:
    path = tmp_path / "two.parquet"
    query = "select 'ana' as actor, 1 as ts_s, 'a' as text, 'b' as tezt"
    duckdb.sql(f"copy ({query}) to '{path}' (format parquet, compression uncompressed)")
    path.write_bytes(path.read_bytes().replace(b"tezt", b"Text"))

    with pytest.raises(InputError, match=r"two\.parquet: cannot be read by Spark: .*already exists"):
        _read(spark, path)


@pytest.mark.parametrize(("made", "said"), [("uuid()", "UUID"), ("time '10:00:00'", "TIME")])
def test_a_parquet_type_that_spark_does_not_know_is_told_as_such(
    spark: "Spark", tmp_path: Path, made: str, said: str
) -> None:
    path = tmp_path / "typed.parquet"
    duckdb.sql(f"copy (select {made} as actor, 1 as ts_s) to '{path}' (format parquet)")

    with pytest.raises(InputError, match=rf"typed\.parquet: cannot be read by Spark: .*{said}"):
        _read(spark, path)


def test_half_a_parquet_file_is_called_damaged(spark: "Spark", tmp_path: Path) -> None:
    path = tmp_path / "cut.parquet"
    duckdb.sql(f"copy (select 'ana' as actor, 1 as ts_s) to '{path}' (format parquet)")
    path.write_bytes(path.read_bytes()[:-20])

    with pytest.raises(InputError, match=r"cut\.parquet: not a whole Parquet file"):
        _read(spark, path)


def test_old_times_of_parquet_say_no_zone_to_either_engine(spark: "Spark", tmp_path: Path) -> None:
    folder = tmp_path / "old"
    moments = (
        "timestamp_ltz '2024-01-01 10:00:00.5' as published, timestamp_ltz '2024-01-01 10:00:00' as text"
    )
    frame = spark._session.sql(f"select 'ana' as actor, {moments}").coalesce(1)
    spark._session.conf.set("spark.sql.parquet.outputTimestampType", "INT96")
    try:
        frame.write.parquet(str(folder))
    finally:
        spark._session.conf.unset("spark.sql.parquet.outputTimestampType")
    (path,) = folder.glob("*.parquet")

    rows, count = _read(spark, path)

    assert rows[0][6] == "zone_assumed"
    assert (rows, count) == _embedded(path)


def test_a_csv_that_may_end_inside_a_quoted_cell_is_refused(spark: "Spark", tmp_path: Path) -> None:
    path = tmp_path / "cut.csv"
    path.write_text('actor,published,text\nana,2024-01-01,x\nben,2024-01-02,"y\ncy,2024-01-03,z\n')

    with pytest.raises(InputError, match=rf"^{path}: an odd number of quotation marks: expected") as caught:
        _read(spark, path)
    assert "--engine duckdb" in caught.value.hint


def test_a_ragged_row_is_set_aside_with_its_place(spark: "Spark", tmp_path: Path) -> None:
    path = tmp_path / "ragged.csv"
    path.write_text("actor,published\nana,2024-01-01\nben\ncleo,2024-01-02,more\ndan,2024-01-03\n")

    rows, count = _read(spark, path)

    assert [row[1] for row in rows] == ["table:ana", "table:dan"]
    assert count["places"] == [
        f"{path}:2: malformed: ragged: expected 2 cells",
        f"{path}:3: malformed: ragged: expected 2 cells",
    ]


def test_many_files_at_a_url_are_one_table_with_positions_that_go_on(spark: "Spark", tmp_path: Path) -> None:
    for number in range(3):
        lines = "".join(
            f'{{"actor":"a{number}{line}","published":"2024-01-0{line + 1}"}}\n' for line in range(2)
        )
        (tmp_path / f"part-{number}.ndjson.gz").write_bytes(gzip.compress(lines.encode()))
    url = tmp_path.as_uri() + "/*.ndjson.gz"
    ledger = Ledger(spark)

    ledger.take(Input(Remote(url, *spark.head(url)), tables, Budget(Limits(), url)), {}, lambda *_: None)

    assert spark.rows("select position, actor from activity order by position") == [
        (1 + 2 * number + line, f"table:a{number}{line}") for number in range(3) for line in range(2)
    ]
    assert ledger.sources[0].accepted == 6


def test_a_url_with_nothing_behind_it_is_told_in_one_line(spark: "Spark", tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        spark.head((tmp_path / "absent.parquet").as_uri())


def test_a_file_at_a_url_is_the_old_one_or_the_whole_new_one(spark: "Spark", tmp_path: Path) -> None:
    place = tmp_path / "members.csv"
    url = place.as_uri()

    def cut_off() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    spark.put(url, iter([b"member\n", "Zoë\n".encode()]))
    with pytest.raises(KeyboardInterrupt):
        spark.put(url, cut_off())
    assert [path.name for path in tmp_path.iterdir()] == ["members.csv"]
    assert place.read_text(encoding="utf-8") == "member\nZoë\n"

    spark.put(url, iter([b"new\n"]))
    assert place.read_text(encoding="utf-8") == "new\n"


def test_a_url_that_cannot_be_written_is_told_in_one_line(spark: "Spark", tmp_path: Path) -> None:
    (tmp_path / "full" / "of").mkdir(parents=True)

    with pytest.raises(UsageError, match=r"full: cannot be written: .*full"):
        spark.put((tmp_path / "full").as_uri(), iter([b"x"]))
    with pytest.raises(UsageError, match="nowhere:///x: cannot be written"):
        spark.put("nowhere:///x", iter([b"x"]))
    assert [path.name for path in tmp_path.iterdir()] == ["full"]


def test_without_java_the_run_ends_with_one_line(tmp_path: Path) -> None:
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("PySpark is not installed")

    done = _score(tmp_path, {"JAVA_HOME": str(tmp_path)})

    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        f"kibbutz: --engine spark: Spark runs on Java 17 or newer: none in JAVA_HOME ({tmp_path})"
    )


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(["--memory", "100MB"], "hint: look at --memory 512MB or more", id="too little memory"),
        pytest.param(["--spark-master", "local[x]"], "local[x]", id="no master"),
        pytest.param(
            ["--spark-conf", "spark.sql.shuffle.partitions=-1"],
            "spark.sql.shuffle.partitions",
            id="no number",
        ),
    ],
)
def test_settings_that_spark_does_not_take_end_the_run_with_what_it_says(
    tmp_path: Path, options: list[str], said: str
) -> None:
    done = _score(tmp_path, {}, *options)

    assert done.returncode == 2
    assert done.stderr.startswith("kibbutz: --engine spark: Spark does not start: ")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 2


def test_without_pyspark_the_run_ends_with_one_line(tmp_path: Path) -> None:
    (tmp_path / "pyspark.py").write_text(
        "raise ModuleNotFoundError('no', name='pyspark')\n", encoding="utf-8"
    )

    done = _score(tmp_path, {"PYTHONPATH": str(tmp_path)})

    assert done.returncode == 2
    assert re.search("--engine spark: (pyspark|py4j) is not installed", done.stderr)
    assert "hint: from a checkout: pip install '.[spark]'" in done.stderr


def _score(folder: Path, environment: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    path = folder / "deeds.csv"
    path.write_text("actor,published\nana,2024-01-01\n", encoding="utf-8")
    command = [sys.executable, "-m", "kibbutz_cli", "score", str(path), "--engine", "spark", *options]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


def _embedded(
    path: Path, named: Mapping[str, str] | None = None
) -> tuple[list[tuple[object, ...]], dict[str, object]]:
    with DuckDB([str(path)]) as engine:
        return _read(engine, path, named)


def _read(
    engine: "DuckDB | Spark", path: Path, named: Mapping[str, str] | None = None
) -> tuple[list[tuple[object, ...]], dict[str, object]]:
    """Return every activity but for its number, and what came of the file."""
    ledger = Ledger(engine)
    for found in inputs(str(path), Limits(), "tables"):
        assert isinstance(found, Input)
        ledger.take(found, named or {}, lambda *_: None)
    columns = (
        "activity_id, actor, kind, ts_us, day, week, clock, text_len, text_print, value, like_count, position"
    )
    (count,) = ledger.sources
    return list(engine.rows(f"select {columns} from activity order by position")), count.model_dump()
