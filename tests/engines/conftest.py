"""Spark as an engine, empty for each test."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kibbutz_cli.engines.spark import Spark
    from kibbutz_cli.engines.spark_start import Started


@pytest.fixture
def spark(started: "Started") -> Iterator["Spark"]:
    from kibbutz_cli.engines.spark import Spark

    with Spark(*started) as engine:
        yield engine
