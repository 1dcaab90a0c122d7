"""What every test may use: our fixtures, and the real exports where they are at hand."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from budget import USUAL

if TYPE_CHECKING:
    from kibbutz_cli.engines.spark_start import Started

# For every change the same examples; and no deadline: a busy machine is not a bug.
settings.register_profile("house", max_examples=USUAL, deadline=None, derandomize=True)
settings.register_profile("fuzz", max_examples=20 * USUAL, deadline=None, print_blob=True)
settings.load_profile("house")

# What a shell starts in the background ignores ^C, and what nohup starts a closed terminal; so does all that
# is started from there.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

collect_ignore = ["sample_plugin"]
"""Its tests need it installed: test_sample_plugin.py runs them where it is."""

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
PATIENCE = 4
"""Seconds of the processor: a text is made so long that what takes time by its length takes a third of them
at most, also on a slow machine, and what takes time by the square of it takes more.
"""

QUICK = {
    # A few thousand rows: to compile a plan takes longer than to walk it.
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    # Every task that groups or sorts takes a page: at 32 MB each, clearing them is a seventh of all time.
    "spark.buffer.pageSize": "64k",
    # With one compiler alone Java keeps so little room for what is compiled that it throws it away again.
    "spark.driver.extraJavaOptions": (
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=256m"
    ),
}


@pytest.fixture(scope="session")
def fixtures() -> Path:
    return FIXTURES


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = ROOT.parent / "shared"
    if not (folder / "exports").is_dir():
        pytest.skip("the real exports are not beside this checkout")
    return folder


@pytest.fixture
def ends() -> Iterator[None]:
    """Fail a test that does not end in time that grows with the length of its text."""

    def give_up(number: int, frame: FrameType | None) -> None:
        pytest.fail("it takes time by the square of the text's length, or more")

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


@pytest.fixture(scope="session")
def quick() -> list[str]:
    """What lets a command's Spark take seconds for a few rows, as the one of the tests does."""
    return [part for name, value in QUICK.items() for part in ("--spark-conf", f"{name}={value}")]


@pytest.fixture(scope="session")
def started() -> Iterator["Started"]:
    """One Spark for all tests, where it and Java are: it takes seconds to start, and a gigabyte."""
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none")
    from kibbutz_cli.engines.spark_start import Asked, started

    with started(Asked(master="local[2]", memory="1.5GB", conf=QUICK)) as session:
        yield session
