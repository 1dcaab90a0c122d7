"""Statements on Spark that run at the same time: what one makes another reads, and they end together."""

import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kibbutz_cli.database import Row
from kibbutz_cli.errors import EngineError

if TYPE_CHECKING:
    from kibbutz_cli.engines.spark import Spark
    from kibbutz_cli.engines.spark_start import Started


def test_tables_made_at_the_same_time_find_what_they_read(spark: "Spark") -> None:
    queries = {
        "first": "select 1 as n",
        "beside": "with b as materialized (select 10 as n) select n from b union all select n + 1 from b",
        "second": "select f.n + b.n as n from first as f cross join beside as b",
    }
    heard: list[str] = []

    spark.make(queries, heard.append, ["first"])

    assert sorted(spark.rows("select n from second")) == [(11,), (12,)]
    assert heard == list(queries)
    with pytest.raises(EngineError):
        spark.rows("select n from first")


def test_each_query_has_its_share_of_the_threads_and_the_longest_chain_what_it_can_use(
    spark: "Spark", started: "Started"
) -> None:
    chain = {"head": "select 1 as n", "tail": "select n from head"}

    spark.make({"rounds": "select 1 as n", "long": "select 2 as n"}, lambda _: None)
    spark.make({**chain, "beside": "select 3 as n"}, lambda _: None)

    context = started.session.sparkContext._jsc.sc()
    pools = {name: context.getPoolForName(name) for name in (*chain, "rounds", "long", "beside", "first")}
    assert context.getSchedulingMode().toString() == "FAIR"
    assert {name for name, pool in pools.items() if pool.isEmpty()} == chain.keys()
    assert {name for name, pool in pools.items() if pool.isDefined() and pool.get().minShare()} == {"first"}
    assert pools["first"].get().schedulingMode().toString() == "FAIR"


@pytest.mark.parametrize("before", [[], [(7, "before")]])
def test_the_results_of_all_queries_come_into_one_table(spark: "Spark", before: list[Row]) -> None:
    queries = {f"q{number}": ("select ?, ?", (number, "x" * number)) for number in range(5)}
    spark.execute("create table t (a integer, b varchar)")
    spark.append("t", before)

    spark.fill("t", queries, lambda _: None)
    spark.fill("t", {}, lambda _: None)
    spark.fill("t", {"more": ("select 5, 'x'", ())}, lambda _: None)
    spark.execute("insert into t select a + 10, b from t where a = 5")

    expected = [(n, "x" * n) for n in range(5)] + [(5, "x"), (15, "x"), *before]
    assert sorted(spark.rows("select a, b from t")) == sorted(expected)


def test_a_failing_query_among_others_is_named_and_ends_them(spark: "Spark") -> None:
    endless = "select sum(a.n * b.n) as n from many as a cross join many as b cross join many as c"
    spark.execute("create table many as select 1 as n")
    for _ in range(15):
        spark.execute("insert into many select n + 1 from many")

    with pytest.raises(EngineError, match="nonsense"):
        spark.make({"long": endless, "bad": "select nonsense", "late": "select n from bad"}, lambda _: None)

    assert spark.rows("select 1") == [(1,)]


MOMENTS = [
    pytest.param(signal.SIGTERM, "*", 1, id="while Java starts"),
    pytest.param(signal.SIGTERM, "*/spark.log", 1, id="while Spark starts"),
    pytest.param(signal.SIGINT, "*/tables/*/*.parquet", 6, id="in the middle of the steps"),
]


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize(("number", "made", "files"), MOMENTS)
def test_a_signal_leaves_nothing_behind(
    quick: list[str], tmp_path: Path, number: int, made: str, files: int
) -> None:
    scratch = tmp_path / "a scratch"
    scratch.mkdir()
    table = tmp_path / "deeds.csv"
    table.write_text(
        "actor,target,published\n"
        + "".join(f"a{n % 7},a{n % 5},2024-01-{1 + n % 28:02}\n" for n in range(300))
    )
    command = [sys.executable, "-m", "kibbutz_cli", "score", table, "--engine", "spark", "--threads", "2"]
    out = tmp_path / "out.json"
    command += [*quick, "--tmp", scratch.name, "-o", out]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        while run.poll() is None and len(list(scratch.glob(made))) < files:
            time.sleep(0.05)
        run.send_signal(number)
        said = run.communicate(timeout=20)

    assert (run.returncode, said) == (128 + number, (b"", b""))
    assert _running(scratch) == []
    assert list(scratch.iterdir()) == []
    assert not out.exists()


SLOW = """
import sys, time
from kibbutz_cli.cli import signals
from kibbutz_cli.engines.spark_start import Asked, started

with signals.listening(), started(Asked(master="local[1]", memory="512MB", tmp=sys.argv[1])):
    try:
        print("ready", flush=True)
        time.sleep(60)
    finally:
        time.sleep(60)
"""


DEAF = """
import sys, threading, time
from pyspark import java_gateway
from kibbutz_cli.cli import signals
from kibbutz_cli.engines.spark_start import Asked, started

waiting = time.sleep

def deaf(seconds):
    if threading.current_thread() is not threading.main_thread():
        return waiting(seconds)
    try:
        print("ready", flush=True)
        waiting(60)
    except BaseException:
        waiting(60)

java_gateway.time.sleep = deaf  # what it does until Java answers

with signals.listening(), started(Asked(master="local[1]", memory="512MB", tmp=sys.argv[1])):
    pass
"""


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize("script", [SLOW, DEAF], ids=["once Spark runs", "while Java starts"])
def test_what_takes_too_long_to_clean_up_is_ended_and_swept(
    tmp_path: Path, script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch, settings = tmp_path / "scratch", tmp_path / "settings"
    scratch.mkdir()
    if script == DEAF:
        settings.mkdir()
        (settings / "spark-env.sh").write_text("sleep 30\n")  # Java would end by itself, once it runs
    monkeypatch.setenv("SPARK_CONF_DIR", str(settings))
    command = [sys.executable, "-c", script, str(scratch)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"ready\n"
        run.send_signal(signal.SIGTERM)
        said = run.communicate(timeout=20)

    assert (run.returncode, said) == (143, (b"", b""))
    assert _running(scratch) == []
    assert list(scratch.iterdir()) == []


def test_where_no_group_of_processes_can_be_ended_the_process_is(monkeypatch: pytest.MonkeyPatch) -> None:
    spark_start = pytest.importorskip("kibbutz_cli.engines.spark_start", exc_type=ImportError)
    monkeypatch.delattr("os.killpg")

    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as begun:
        spark_start._kill([begun])

        assert begun.returncode is not None
        assert begun.returncode != 0


def _running(folder: Path) -> list[bytes]:
    """Return the commands that work in a folder, where the system shows them, a second after the end."""
    for _ in range(20):
        commands = []
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # it may end meanwhile
                commands.append((process / "cmdline").read_bytes())
        if not (found := [command for command in commands if bytes(folder) in command]):
            break
        time.sleep(0.05)
    return found
