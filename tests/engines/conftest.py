"""One Spark for all tests: it takes seconds to start, and a gigabyte."""

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kibbutz_cli.engines.spark_start import Started

QUICK = {
    # A few thousand rows: to compile a plan takes longer than to walk it.
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


@pytest.fixture(scope="session")
def started() -> Iterator["Started"]:
    """A session on two threads of this machine, where Spark and Java are."""
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none")
    from kibbutz_cli.engines.spark_start import Asked, started

    with started(Asked(master="local[2]", memory="1.5GB", conf=QUICK)) as session:
        yield session
