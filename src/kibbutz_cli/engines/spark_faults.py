"""Spark's faults as ours."""

from collections.abc import Iterator
from contextlib import contextmanager

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException

from kibbutz_cli.engines import dialect
from kibbutz_cli.engines.faults import SMALLER, failed, is_a_size
from kibbutz_cli.errors import LimitError

OVERFLOW = "SQLSTATE: 22003"
CAUSES = ("OutOfMemoryError", "No space left", OVERFLOW)
"""What says more of a failure than its first line."""


@contextmanager
def told(sql: str) -> Iterator[None]:
    """Tell a failure of Spark in a line.

    Raises:
        LimitError: There is too little memory, no room for scratch files, or a sum is too large.
        EngineError: The query failed; a bug of ours, or of a metric's author.
    """
    try:
        yield
    except (PySparkException, Py4JError) as exc:
        said = reason(exc)
        if "OutOfMemoryError" in said:
            raise LimitError("engine: out of memory", "raise --memory, or give Spark more executors") from exc
        if "No space left" in said:
            raise LimitError(
                "engine: no space left for scratch files", "give --tmp a folder with more room"
            ) from exc
        if OVERFLOW in said and is_a_size(said):
            raise LimitError(f"engine: too large to be added up: {said}", SMALLER) from exc
        raise failed(said, dialect.first_line(sql)) from exc


def reason(exc: Exception) -> str:
    """Return the line of a failure that says most."""
    lines = [line.strip(" :") for line in str(exc).splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith("An error occurred while calling")]
    causes = [line for line in lines if any(cause in line for cause in CAUSES)]
    return (causes or lines or [type(exc).__name__])[0]
