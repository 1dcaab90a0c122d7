"""A Spark session, begun and ended without a word: on this machine, or on the cluster a master names."""

import logging
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, TextIO
from uuid import uuid4

from pyspark import SparkConf, SparkContext, java_gateway
from pyspark.sql import SparkSession

from kibbutz_cli.engines import running, scratch, spark_places
from kibbutz_cli.engines.spark_faults import reason
from kibbutz_cli.errors import UsageError

LOCAL = "local"

QUIET = """
rootLogger.level = warn
rootLogger.appenderRef.file.ref = file
appender.file.type = File
appender.file.name = file
appender.file.fileName = {log}
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d %p %c: %m%n%ex
"""
"""What Spark has to say goes to a file of the scratch folder."""

FIRST = "first"
"""The pool of queries that all else waits for the longest."""

POOLS = f"""<?xml version="1.0"?>
<allocations>
  <pool name="{FIRST}">
    <schedulingMode>FAIR</schedulingMode>
    <minShare>{2**31 - 1}</minShare>
  </pool>
</allocations>
"""
"""A pool is served first while it has less than the share it must have at least."""

COMPILED = (
    # What Spark writes for a wide query is one long method, which Java would leave to its interpreter.
    "-XX:-DontCompileHugeMethods"
    # And it serves one query: to compile it well pays only where that query is long. Ten times Java's own.
    " -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
    " -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
)
"""How Java compiles."""

COLLECTED = "-XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=80"
"""When Java looks for what is no longer used: large arrays, the most of it, go without. It would begin anew
with each of them once half of its memory is taken, and take a thirtieth of the time."""

JAVA = f"{COMPILED} {COLLECTED}"
"""What every Java of Spark is told, the driver's and the executors'."""

PAGES = "-XX:+UseTransparentHugePages" if sys.platform == "linux" else ""
"""Hash tables of gigabytes are read here and there; another system's Java does not know the word."""

SETTINGS = {
    "spark.app.name": "kibbutz",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    # What Spark remembers of finished queries, for a page that is not shown: plans, by the thousand.
    "spark.sql.ui.retainedExecutions": "1",
    "spark.ui.retainedJobs": "10",
    "spark.ui.retainedStages": "10",
    "spark.ui.retainedTasks": "100",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.catalogImplementation": "in-memory",
    # Each query has its share of threads: in turn, one of short jobs would wait for all that began before.
    # Whoever all else waits for takes what it can use, and the others what it leaves.
    "spark.scheduler.mode": "FAIR",
    # A query of somebody else's metric can name tables, not files.
    "spark.sql.runSQLOnFiles": "false",
    "spark.sql.mapKeyDedupPolicy": "LAST_WIN",
    # A folder called community=007 means 007, not 7.
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    "spark.executor.extraJavaOptions": JAVA,
    # The scratch tables of one run need no atomic commit: a run that fails leaves nothing to read.
    "spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version": "2",
    "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs": "false",
}

HERE = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    # A shuffle on one machine goes over no wire, and nothing of it is lost and made again.
    "spark.shuffle.checksum.enabled": "false",
    "spark.sql.shuffle.orderIndependentChecksum.enabled": "false",
    "spark.sql.shuffle.orderIndependentChecksum.enableFullRetryOnMismatch": "false",
    "spark.shuffle.compress": "false",
}
"""Settings on one machine."""

PARTITIONS_PER_THREAD = 8
"""Pieces of a shuffle on one machine; Spark joins those that are small."""

HASHED = "64MB"
"""A side of a join whose pieces are no larger is looked up by hash, not sorted; such a hash cannot spill."""

ROOM_TO_HASH = 1024
"""MiB that a thread must have for it."""

CAUSED = "Caused by: "
"""What begins the line of Java that tells a cause; the last of them says most."""

TOO_LITTLE = "System memory"
"""What Spark says of a Java with less memory than 450 MB."""

MEBIBYTES = {"m": 1, "g": 1024, "t": 1024**2}


class Asked(NamedTuple):
    """Where a session runs and with how much of the machine.

    Attributes:
        master: The master's URL; empty: what spark-submit says, else this machine.
        conf: Spark's own settings, over ours.
        memory: Memory of the driver, such as ``2GB``; empty for a quarter of the machine.
        threads: Threads on this machine; 0 for all.
        tmp: Folder of the scratch tables; on a cluster, one that every worker sees.
    """

    master: str = ""
    conf: Mapping[str, str] = {}
    memory: str = ""
    threads: int = 0
    tmp: str = ""


class Started(NamedTuple):
    """A session, and the folder its scratch tables may lie in."""

    session: SparkSession
    scratch: str


@contextmanager
def started(asked: Asked) -> Iterator[Started]:
    """Start Spark, give its session, and end it with everything it wrote.

    Raises:
        UsageError: Java is missing, or Spark does not start with these settings.
        InputError: The scratch folder cannot be made.
    """
    java = _java()
    local = _is_local(asked)
    if not local and not asked.tmp:
        raise UsageError(
            "--engine spark: no folder that every worker sees",
            "name one: --tmp hdfs:///tmp, or a shared disk",
        )
    folder = scratch.folder(asked.tmp if local else "").absolute()
    swept = _Swept(folder)
    running.engines.add(swept)
    try:
        with (folder / "console").open("w+", encoding="utf-8") as console:
            session = _start(_conf(asked, folder, local), console, java, swept.begun)
            tables = str(folder / "tables") if local else f"{asked.tmp.rstrip('/')}/kibbutz-{uuid4().hex}"
            try:
                yield Started(session, tables)
            finally:
                _stop(session, "" if local else tables)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        running.engines.discard(swept)


class _Swept:
    """What is ended from another thread where the main thread takes too long to clean up."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.begun: list[subprocess.Popen[bytes]] = []

    def interrupt(self) -> None:
        """Do nothing: who waits for Spark hears a signal."""

    def sweep(self) -> None:
        """End Java, and remove what it wrote on this machine."""
        with suppress(Exception):
            _kill(self.begun)
        shutil.rmtree(self._folder, ignore_errors=True)


def _is_local(asked: Asked) -> bool:
    return asked.master.startswith(LOCAL) or (not asked.master and "PYSPARK_GATEWAY_PORT" not in os.environ)


def _java() -> str:
    """Return the Java that Spark will find.

    Raises:
        UsageError: There is none.
    """
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home) / "bin")) if home else shutil.which("java")
    if not found:
        where = f"none in JAVA_HOME ({home})" if home else "none found"
        raise UsageError(
            f"--engine spark: Spark runs on Java 17 or newer: {where}", "install one, such as openjdk-17-jre"
        )
    return found


def _conf(asked: Asked, folder: Path, local: bool) -> SparkConf:
    quiet, pools = folder / "log4j2.properties", folder / "pools.xml"
    quiet.write_text(QUIET.format(log=folder / "spark.log"), encoding="utf-8")
    pools.write_text(POOLS, encoding="utf-8")
    # In marks, for a folder's name may have a space.
    places = f'"-Dlog4j2.configurationFile={quiet}" "-Djava.io.tmpdir={folder}"'
    java = f"{JAVA} {places} -XX:-UsePerfData"
    settings = {
        **SETTINGS,
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.scheduler.allocation.file": f"file:{pools}",
    }
    given = dict(asked.conf)
    if asked.master:
        settings["spark.master"] = asked.master
    if local:
        settings |= HERE | _of_machine(asked) | {"spark.local.dir": str(folder)}
        java = f"{java} {PAGES}"
    elif asked.memory:
        settings["spark.driver.memory"] = f"{_memory(asked.memory)}m"
    settings["spark.driver.extraJavaOptions"] = (
        f"{java} {given.pop('spark.driver.extraJavaOptions', '')}".strip()
    )
    conf = SparkConf(loadDefaults=False)
    for name, value in {**settings, **given}.items():
        conf.set(name, value)
    return conf


def _of_machine(asked: Asked) -> dict[str, str]:
    """Return what is set by the threads and the memory of this machine."""
    threads, memory = asked.threads or os.cpu_count() or 1, _memory(asked.memory)
    return {
        "spark.master": asked.master or f"local[{threads}]",
        "spark.driver.memory": f"{memory}m",
        "spark.sql.shuffle.partitions": str(PARTITIONS_PER_THREAD * threads),
        "spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold": (
            HASHED if memory >= ROOM_TO_HASH * threads else "0"
        ),
    }


def _memory(asked: str) -> int:
    """Return a size in MiB; unasked, a quarter of the machine."""
    if asked:
        size = asked.rstrip("iBb ")
        return max(int(float(size[:-1]) * MEBIBYTES.get(size[-1].lower(), 1 / 1024)), 1)
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4 * 2**30
    return max(pages // 4 // 2**20, 1024)


def _start(conf: SparkConf, console: TextIO, java: str, begun: list[subprocess.Popen[bytes]]) -> SparkSession:
    # It writes every failed query to stderr as a page of JSON; we say what failed in a line.
    logging.getLogger("SQLQueryContextLogger").disabled = True
    # A call cut short by ^C is told to the root logger, which writes to stderr unless somebody listens.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        with _ended_if_cut_short(begun):
            return _session(conf, console)
    except Exception as exc:
        _forget()
        console.seek(0)
        said = [line.strip() for line in console if line.strip() and not line.startswith(("\t", "WARNING"))]
        own = [str(exc)] if isinstance(exc, _RefusedError) else []
        told = [line for line in said if "Exception" in line or "Error" in line]
        why = next(iter((*own, *told, str(exc).splitlines()[0])))
        wanted = "--memory 512MB or more" if TOO_LITTLE in why else f"--spark-master, --spark-conf and {java}"
        raise UsageError(f"--engine spark: Spark does not start: {why}", f"look at {wanted}") from exc


def _session(conf: SparkConf, console: TextIO) -> SparkSession:
    """Return a session in a new Java.

    Raises:
        _RefusedError: Spark does not take the settings.
    """
    gateway = java_gateway.launch_gateway(conf, {"stdout": console, "stderr": console})
    try:
        session = SparkSession(SparkContext(gateway=gateway, conf=conf))
        session.sql("select 1")  # some settings are only looked at for the first query
    except Exception as exc:
        # What failed Java tells, and only while it runs.
        causes = [line for line in str(exc).splitlines() if line.startswith(CAUSED)]
        raise _RefusedError(causes[-1].removeprefix(CAUSED) if causes else reason(exc)) from exc
    return session


class _RefusedError(Exception):
    """Spark runs, but not with these settings."""


@contextmanager
def _ended_if_cut_short(begun: list[subprocess.Popen[bytes]]) -> Iterator[None]:
    """End the Java that is starting when something stops us; its process is noted as soon as it is begun.

    PySpark gives its process only once it answers; until then it would wait for us for good.
    """

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            begun.append(self)
            # In another thread, where no signal is heard: none comes before its number is known.
            # What starts Java are shells that start one another: they end together.
            kwargs["process_group"] = 0
            starter.submit(super().__init__, *args, **kwargs).result()

    java_gateway.Popen = Noted
    try:
        with ThreadPoolExecutor(1) as starter:
            yield
    except BaseException:
        _kill(begun)
        raise
    finally:
        java_gateway.Popen = subprocess.Popen


def _kill(begun: list[subprocess.Popen[bytes]]) -> None:
    """End what was begun and still runs, with all that it began in turn."""
    for process in begun:
        if getattr(process, "pid", None) is not None and process.returncode is None:
            # Windows knows no groups of processes, and no signal to one.
            if hasattr(os, "killpg") and hasattr(signal, "SIGKILL"):
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
            process.wait()


def killed() -> bool:
    """End the Java of this process with all that it does, if it was started here; return whether it was."""
    process = getattr(SparkContext._gateway, "proc", None)
    if process is None:
        return False
    process.kill()
    process.wait()
    process.stdin.close()
    return True


def _stop(session: SparkSession, remote: str) -> None:
    """End the session; on this machine at once, for nothing of it is to be kept."""
    with suppress(Exception):
        if remote:
            spark_places.delete(session, remote)
            session.stop()
    killed()
    _forget()


def _forget() -> None:
    """Let a later session of this process start afresh."""
    with suppress(Exception):
        if SparkContext._gateway is not None:
            SparkContext._gateway.shutdown()
    SparkContext._active_spark_context = None
    SparkContext._gateway = None
    SparkContext._jvm = None
    SparkSession._instantiatedSession = None
