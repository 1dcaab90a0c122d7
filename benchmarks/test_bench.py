"""Reading and loading, measured inside Python: ``python -m pytest benchmarks --benchmark-disable-gc``.

Whole commands are measured in ``commands.py``: a benchmark in this process can neither run two
programs in turn nor see what memory they took.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from kibbutz_cli.app import run
from kibbutz_cli.model.activity import Activity
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.readers.choose import Input, inputs
from kinds import ARCHIVE_OF_X, KINDS
from sizes import Size
from stopwatch import megabytes

Make = Callable[..., Path]

LIMITS = Limits(ratio=10**6)
"""Words drawn from a pool pack better than any export."""


@pytest.mark.parametrize("name", [*(kind.name for kind in KINDS), ARCHIVE_OF_X.name, "rows.ndjson.gz"])
def test_read(benchmark: BenchmarkFixture, make: Make, size: Size, name: str) -> None:
    amount = ("--activities", str(size.tables)) if "rows" in name else ("--megabytes", str(size.reads))
    path = make(name, *amount)
    _measure(benchmark, size, path, lambda: _read(path))


@pytest.mark.parametrize("name", ["table.parquet", "table.csv", "table.ndjson"])
def test_load(benchmark: BenchmarkFixture, make: Make, size: Size, name: str) -> None:
    path = make(name, "--activities", str(size.tables))
    _measure(benchmark, size, path, lambda: _load(path))


def _measure(benchmark: BenchmarkFixture, size: Size, path: Path, work: Callable[[], int]) -> None:
    activities = benchmark.pedantic(work, rounds=size.rounds, warmup_rounds=1)
    assert activities
    benchmark.extra_info |= {"path": path.name, "activities": activities, "megabytes": megabytes(path)}


def _read(path: Path) -> int:
    """Read an export to its end and return how many activities were in it."""
    activities = 0
    for found in inputs(str(path), LIMITS, None):
        assert isinstance(found, Input)
        for outcome in found.reader.read(found.tree, found.budget):
            activities += type(outcome) is Activity
    return activities


def _load(path: Path) -> int:
    """Load a table into a new engine and return how many activities were in it."""
    with run.loaded([str(path)], Settings(ruler=Ruler()), _quiet) as ledger:
        return sum(source.accepted for source in ledger.sources)


def _quiet(_what: str, _done: int, _total: int | None) -> None:
    pass
