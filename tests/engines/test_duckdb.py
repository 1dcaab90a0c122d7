"""The engine is a calculator: it reads the named files, writes its scratch folder, and does nothing else."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.engines.duckdb_start import begin
from kibbutz_cli.engines.faults import SMALLER
from kibbutz_cli.errors import EngineError, InputError, KibbutzError, LimitError


@pytest.fixture
def db(tmp_path: Path) -> Iterator[DuckDB]:
    with DuckDB(tmp=str(tmp_path)) as engine:
        yield engine


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("select * from read_csv('{folder}/secret.csv')", id="reading a file"),
        pytest.param("select * from '{folder}/secret.csv'", id="reading a file by its name alone"),
        pytest.param("select content from read_text('{folder}/secret.csv')", id="reading text"),
        pytest.param("select * from glob('{folder}/*')", id="listing a folder"),
        pytest.param("copy (select 1) to '{folder}/out.csv'", id="writing a file"),
        pytest.param("export database '{folder}/out'", id="exporting"),
        pytest.param("attach '{folder}/other.duckdb'", id="opening a database"),
        pytest.param("select * from read_csv('http://127.0.0.1:9/a.csv')", id="the network"),
        pytest.param("install httpfs", id="installing an extension"),
        pytest.param("install h3 from community", id="installing a community extension"),
        pytest.param("load httpfs", id="loading an extension"),
        pytest.param("load '{folder}/x.duckdb_extension'", id="loading a file as an extension"),
        pytest.param("set enable_external_access = true", id="unlocking access"),
        pytest.param("set allowed_directories = ['/']", id="allowing another folder"),
        pytest.param("set threads = 1", id="changing any setting"),
        pytest.param("set memory_limit = '99GB'", id="taking more memory"),
        pytest.param("set disabled_optimizers = ''", id="changing a setting that the engine changes"),
        pytest.param("reset lock_configuration", id="unlocking the settings"),
        pytest.param("pragma disable_profiling", id="changing settings by pragma"),
        pytest.param("create persistent secret s (type s3, key_id 'a', secret 'b')", id="keeping a secret"),
    ],
)
def test_nothing_outside_can_be_reached(db: DuckDB, tmp_path: Path, sql: str) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())

    with pytest.raises(KibbutzError):
        db.rows(sql.format(folder=tmp_path))

    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_database_begun_ahead_is_one_engines_alone(tmp_path: Path) -> None:
    begin()
    with DuckDB(tmp=str(tmp_path)) as first, DuckDB(tmp=str(tmp_path)) as second:
        for each in (first, second):
            each.execute("create table alone (n integer)")
            with pytest.raises(EngineError):
                each.rows("select content from read_text('/etc/hostname')")


def test_a_variable_of_python_is_no_table(db: DuckDB) -> None:
    pandas_like = [(1,)]

    with pytest.raises(EngineError, match="pandas_like"):
        db.rows("select * from pandas_like")
    assert pandas_like


def test_a_named_file_can_be_read_and_its_neighbour_cannot(tmp_path: Path) -> None:
    named, neighbour = tmp_path / "a[1].csv", tmp_path / "a1.csv"
    for file in (named, neighbour):
        file.write_text("who,day\nann,1\n", encoding="utf-8")

    with DuckDB([str(named)]) as db:
        query = db.relation("csv", str(named), ["who", "day"], ",")
        assert db.rows(f"select who, day from ({query})") == [("ann", "1")]
        with pytest.raises(EngineError):
            db.rows(f"select * from ({db.relation('csv', str(neighbour), ['who', 'day'], ',')})")


@pytest.mark.parametrize("sql", ["{}", "select 1; {}"], ids=["alone", "behind another statement"])
def test_a_named_file_can_be_read_but_not_written(tmp_path: Path, sql: str) -> None:
    named = tmp_path / "a.csv"
    named.write_text("who,day\nann,1\n", encoding="utf-8")

    with DuckDB([str(named)]) as db, pytest.raises(EngineError, match="one statement that writes no file"):
        db.execute(sql.format(f"copy (select 1 as x) to '{named}' (use_tmp_file false)"))

    assert named.read_text(encoding="utf-8") == "who,day\nann,1\n"


def test_the_clock_of_the_engine_is_utc(db: DuckDB) -> None:
    assert db.rows("select current_setting('TimeZone')") == [("UTC",)]


def test_an_interrupt_ends_a_running_statement_as_the_keyboard_does(db: DuckDB) -> None:
    timer = threading.Timer(0.2, db.interrupt)
    timer.start()

    with pytest.raises(KeyboardInterrupt):
        db.rows("select sum(a.range * b.range) from range(10000000) as a cross join range(10000000) as b")
    timer.join()

    assert db.rows("select 1") == [(1,)]


def test_an_interrupt_ends_an_append_as_the_keyboard_does(db: DuckDB) -> None:
    db.execute("create table t (a varchar check (md5(repeat(a, 30000)) <> ''))")
    timer = threading.Timer(0.2, db.interrupt)
    timer.start()

    with pytest.raises(KeyboardInterrupt):
        db.append("t", [("x",)] * 8000)
    timer.join()

    assert db.rows("select count(*) from t") == [(0,)]


def test_the_signal_of_the_keyboard_ends_a_running_statement_and_nothing_was_drawn() -> None:
    # In a process of its own; the engine draws a bar for a statement of more than two seconds. It hears
    # between the parts of a statement: where it works on the only part itself, at its end, after some ten.
    code = """
import os, signal, threading
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.engines.duckdb_start import begin

def press():
    while not ended.wait(2.5):
        os.kill(os.getpid(), signal.SIGINT)

with DuckDB() as db:
    ended = threading.Event()
    threading.Thread(target=press, daemon=True).start()
    try:
        db.rows("select count(*) from range(4000000000) as r where hash(r.range) = 1")
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        ended.set()
        print("heard")
    print(db.rows("select 1"))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=240, check=False
    )

    assert (done.stdout, done.stderr) == ("heard\n[(1,)]\n", "")


def test_the_scratch_folder_is_gone_at_the_end(tmp_path: Path) -> None:
    with DuckDB(tmp=str(tmp_path)) as db:
        assert len(list(tmp_path.iterdir())) == 1
        db.execute("create table t as select 1")

    assert list(tmp_path.iterdir()) == []


def test_the_scratch_folder_is_gone_after_a_fault(tmp_path: Path) -> None:
    with pytest.raises(EngineError), DuckDB(tmp=str(tmp_path)) as db:
        db.execute("select nonsense")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_hold_scratch_files_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="missing: cannot hold scratch files"):
        DuckDB(tmp=str(tmp_path / "missing"))


def test_too_little_memory_is_a_limit_and_says_what_to_do(tmp_path: Path) -> None:
    with DuckDB(memory="20MB", threads=1, tmp=str(tmp_path)) as db, pytest.raises(LimitError) as caught:
        db.rows("select length(string_agg(repeat(range::varchar, 1000), '')) from range(100000)")

    assert "--memory" in caught.value.hint


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process may take any address")
def test_too_little_memory_to_open_a_database_is_a_limit() -> None:
    """As with ``ulimit -v``."""
    code = (
        "import resource, duckdb\n"
        "from pathlib import Path\n"
        "from kibbutz_cli.engines.duckdb_start import opened\n"
        "from kibbutz_cli.errors import LimitError\n"
        "held = int(Path('/proc/self/statm').read_text().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (held + 2**18, resource.RLIM_INFINITY))\n"
        "try:\n"
        "    opened()\n"
        "except LimitError as exc:\n"
        "    print(exc.message.partition(': O')[0])\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=240, check=False
    )

    assert (done.stdout, done.stderr) == ("engine: out of memory\n", "")


def test_a_file_that_cannot_be_read_is_no_full_disk(db: DuckDB) -> None:
    with pytest.raises(EngineError, match="No files found"):
        db.rows(f"select * from read_csv('{db._scratch}/missing.csv')")


def test_a_failing_statement_is_named_by_its_first_line(db: DuckDB) -> None:
    with pytest.raises(EngineError, match="in: -- What it does"):
        db.execute("-- What it does\nselect nonsense")


def test_what_is_infinite_is_a_fault_of_the_query(db: DuckDB) -> None:
    db.execute("create table t as select cast('inf' as double) as x")

    with pytest.raises(EngineError):
        db.rows("select cast(sum(cast(x as decimal(18, 9))) as double) from t")


def test_what_is_too_large_to_be_added_up_is_told_with_what_to_do(db: DuckDB) -> None:
    db.execute("create table t as select cast(1000000000000 as double) as x")

    with pytest.raises(LimitError, match="too large to be added up") as caught:
        db.rows("select cast(sum(cast(x as decimal(18, 9))) as double) from t")

    assert caught.value.hint == SMALLER


def test_values_are_bound(db: DuckDB) -> None:
    assert db.rows("select ?", ("'; drop table activity; --",)) == [("'; drop table activity; --",)]


def test_rows_are_appended_in_the_order_of_the_columns(db: DuckDB) -> None:
    db.execute("create table t (a integer, b varchar)")

    db.append("t", [(1, "x"), (2, None)])

    assert sorted(db.rows("select a, b from t")) == [(1, "x"), (2, None)]


def test_a_damaged_parquet_file_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    file.write_bytes(b"PAR1 not really")

    with DuckDB([str(file)]) as db, pytest.raises(InputError, match=r"^mine: not a whole Parquet file"):
        db.columns(str(file), "mine")


def test_a_fork_sees_every_table_and_leaves_none_behind(db: DuckDB) -> None:
    db.execute("create table deeds as select 1 as deed")

    with db.fork("aside") as fork:
        fork.execute("create table deeds as select 2 as deed union all select deed from memory.main.deeds")
        fork.execute("create table asked (member integer)")
        fork.append("asked", [(7,)])
        inside = fork.rows("select d.deed, a.member from deeds as d cross join asked as a order by 1")

    assert inside == [(1, 7), (2, 7)]
    assert db.rows("select deed from deeds") == [(1,)]
    with pytest.raises(EngineError, match="asked"):
        db.rows("select * from asked")


def test_a_fork_reaches_no_more_than_its_engine(db: DuckDB, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")

    with db.fork("aside") as fork, pytest.raises(EngineError):
        fork.rows(f"select * from read_csv('{tmp_path}/secret.csv')")


@pytest.mark.parametrize("threads", [1, 2])
def test_tables_are_made_in_an_order_in_which_each_finds_what_it_reads(tmp_path: Path, threads: int) -> None:
    queries = {
        "first": "select 1 as n",
        "beside": "select 10 as n",
        "second": "select f.n + b.n as n from first as f cross join beside as b",
    }
    heard: list[str] = []
    with DuckDB(threads=threads, tmp=str(tmp_path)) as db:
        db.make(queries, heard.append)

        assert db.rows("select n from second") == [(11,)]
    assert sorted(heard) == sorted(queries)


@pytest.mark.parametrize("threads", [1, 2])
def test_spare_tables_are_gone_when_all_is_made(tmp_path: Path, threads: int) -> None:
    queries = {"ties": "select n from deeds", "mutual": "select t.n from ties as t"}
    with DuckDB(threads=threads, tmp=str(tmp_path)) as db:
        db.make({"deeds": "select 1 as n"}, lambda _: None)
        db.make(queries, lambda _: None, ["deeds", "ties", "unheard_of"])

        assert db.rows("select table_name from information_schema.tables") == [("mutual",)]


def test_tables_go_while_other_queries_are_prepared(db: DuckDB) -> None:
    queries = {f"t{number}": f"select {number} as n" for number in range(500)}

    db.make(queries, lambda _: None, list(queries))

    assert db.rows("select table_name from information_schema.tables") == []


@pytest.mark.parametrize("threads", [1, 2])
def test_the_results_of_all_queries_come_into_one_table(tmp_path: Path, threads: int) -> None:
    queries = {f"q{number}": ("select ?, ?", (number, "x" * number)) for number in range(5)}
    with DuckDB(threads=threads, tmp=str(tmp_path)) as db:
        db.execute("create table t (a integer, b varchar)")
        db.fill("t", queries, lambda _: None)

        assert sorted(db.rows("select a, b from t")) == [(n, "x" * n) for n in range(5)]


def test_a_failing_query_among_others_is_named(db: DuckDB) -> None:
    with pytest.raises(EngineError, match="nonsense"):
        db.make(
            {"good": "select 1 as n", "bad": "select nonsense", "late": "select n from bad"}, lambda _: None
        )

    assert db.rows("select 1") == [(1,)]


def test_what_a_fork_makes_is_its_own(db: DuckDB) -> None:
    db.make({"ties": "select 1 as n"}, lambda _: None)
    with db.fork("aside") as fork:
        fork.make({"ties": "select 2 as n", "read": "select n from ties"}, lambda _: None)
        assert fork.rows("select n from read") == [(2,)]

    assert db.rows("select n from ties") == [(1,)]


@pytest.mark.parametrize("rows", [1_000, 1_000_000])
def test_forks_that_share_an_engine_leave_what_they_put_into_its_tables(db: DuckDB, rows: int) -> None:
    db.expect(rows, appended=False)
    db.execute("create table found (n integer)")

    def find(number: int) -> None:
        with db.fork(f"aside_{number}") as fork:
            fork.make({"ties": f"select {number} as n"}, lambda _: None)
            fork.execute("insert into found select n from ties")
            if number == 3:
                raise ValueError

    with db.shared(2), ThreadPoolExecutor(2) as pool:
        done = [pool.submit(find, number) for number in range(6)]
        failed = [each.exception() is not None for each in done]

    assert failed == [False, False, False, True, False, False]
    assert {n for (n,) in db.rows("select n from found")} >= {0, 1, 2, 4, 5}
    assert db.rows("select count(*) from duckdb_tables() where table_name = 'ties'") == [(0,)]


@pytest.mark.parametrize("rows", [1_000, 1_000_000])
def test_what_is_done_over_and_over_sees_its_own_rows_and_leaves_what_it_carries(
    db: DuckDB, rows: int
) -> None:
    db.expect(rows, appended=False)
    db.execute("create table deeds as select unnest(range(10)) as deed")
    db.execute("create table found (round integer, reached bigint, word varchar)")

    def find(number: int) -> None:
        with db.again(f"round_{number}") as fork:
            fork.execute(f"create table moment as\nselect {number} as n")
            fork.execute("create view seen as\nselect deed from deeds where deed <= (select n from moment)")
            fork.execute("create table words (word varchar)")
            fork.append("words", [(f"it's {number}?",)])
            fork.make({"counted": "select count(*) as deeds from seen"}, lambda _: None)
            fork.fill("words", {"one": ("select cast(? as varchar)", ("it's ?",))}, lambda _: None)
            if number == 5:
                raise ValueError
            query = "select cast(? as bigint), c.deeds, w.word from counted as c cross join words as w"
            fork.carry("found", query, (number,))

    with db.shared(2), ThreadPoolExecutor(2) as pool:
        done = [pool.submit(find, number) for number in range(8)]
        failed = [each.exception() is not None for each in done]

    assert failed == [number == 5 for number in range(8)]
    assert sorted(db.rows("select * from found")) == sorted(
        (number, number + 1, word)
        for number in range(8)
        if number != 5
        for word in ("it's ?", f"it's {number}?")
    )
    assert sorted(db.rows("select table_name from duckdb_tables()")) == [("deeds",), ("found",)]
    assert db.rows("select count(*) from duckdb_databases() where database_name like 'round%'") == [(0,)]


def test_a_statement_of_few_rows_that_comes_again_is_planned_once(db: DuckDB) -> None:
    db.expect(1_000, appended=False)
    kept = []
    with db.shared(1):
        for number in range(4):
            with db.again(f"round_{number}") as fork:
                fork.make(
                    {"first": "select 1 as n", "second": "select n + 1 as n from first"}, lambda _: None
                )
                assert fork.rows("select n from second") == [(2,)]
                kept += fork._connection.execute(
                    "select count(*) from duckdb_prepared_statements()"
                ).fetchone()

        optimized = db.rows("select current_setting('enable_optimizer')")

    assert kept == [0, 3, 3, 3]
    assert optimized == [(True,)]


def test_where_there_is_little_room_no_plan_is_kept(tmp_path: Path) -> None:
    with DuckDB(memory="128MB", tmp=str(tmp_path)) as db:
        db.expect(1_000, appended=False)
        with db.shared(1), db.again("round") as fork:
            assert not fork.keeps_plans


@pytest.mark.parametrize(
    ("asked", "least", "most"), [("", 0.5e9, 3.4e9), ("5GB", 4.9e9, 5e9), ("20MB", 1.9e7, 2e7)]
)
def test_the_engine_takes_the_memory_asked_for_and_by_itself_never_most_of_a_large_machine(
    tmp_path: Path, asked: str, least: float, most: float
) -> None:
    with DuckDB(memory=asked, tmp=str(tmp_path)) as db:
        assert least <= allowed(db) <= most * 1.01


@pytest.mark.parametrize(("asked", "same"), [("", False), ("1GB", True)])
def test_many_rows_have_more_memory_unless_the_caller_says_how_much(
    tmp_path: Path, asked: str, same: bool
) -> None:
    with DuckDB(memory=asked, tmp=str(tmp_path)) as db:
        before = allowed(db)
        db.expect(10_000_000, appended=False)
        assert allowed(db) == before
        db.expect(100_000_000, appended=False)
        assert before <= allowed(db) <= (before if same else 6.5e9 * 1.01)
        assert same or allowed(db) > before or before < 3.3e9  # a machine that has no more


def allowed(db: DuckDB) -> float:
    """Return how many bytes the engine may use."""
    ((told,),) = db.rows("select value from duckdb_settings() where name = 'memory_limit'")
    size, unit = str(told).split()
    return float(size) * 1024.0 ** ["bytes", "KiB", "MiB", "GiB"].index(unit)


@pytest.mark.parametrize(
    ("rows", "appended", "met"),
    [
        (1_000, True, [0, 0]),
        (1_000_000, False, [0, 0]),
        (1_000_000, True, [0, 1]),
        (10_000_000, False, [0, 1]),
        (100_000_000, False, [0, 1]),
    ],
)
def test_the_statements_of_a_large_table_run_one_by_one(
    tmp_path: Path, rows: int, appended: bool, met: list[int]
) -> None:
    made: list[int] = []

    def count(_: str) -> None:
        made.append(len(db.rows("select * from duckdb_tables() where table_name in ('a', 'b')")))

    with DuckDB(threads=2, tmp=str(tmp_path)) as db:
        db.expect(rows, appended=appended)
        db.make(dict.fromkeys("ab", "select sum(range) from range(30_000_000)"), count)

    assert made == met
