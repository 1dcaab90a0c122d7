"""How large the benchmarks are, and the data they read: made on demand, deleted at the end."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sizes import SIZES, Size, made


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--size", choices=list(SIZES), default="usual", help="how much is measured")


@pytest.fixture(scope="session")
def size(pytestconfig: pytest.Config) -> Size:
    return SIZES[pytestconfig.getoption("size")]


@pytest.fixture(scope="session")
def make() -> Iterator[Callable[..., Path]]:
    with TemporaryDirectory(prefix="kibbutz-bench-") as folder:
        yield lambda name, *options: made(Path(folder) / name, *options)
