"""The driver's faults as ours."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from kibbutz_cli.engines.faults import SMALLER, failed, is_a_size
from kibbutz_cli.errors import EngineError, LimitError

FULL = tuple(os.strerror(number) for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS))
"""What a disk says that takes no more: it is only written to in the scratch folder."""


@contextmanager
def told(sql: str) -> Iterator[None]:
    """Turn the driver's faults in a statement into ours.

    Raises:
        LimitError: It needs more memory or scratch room than there is, or a sum is too large.
        EngineError: It cannot be run.
    """
    try:
        yield
    except duckdb.OutOfMemoryException as exc:
        raise LimitError(
            f"engine: out of memory: {first_line(exc)}",
            "raise --memory (128MB does for a few thousand records), or give --tmp a folder with more room",
        ) from exc
    except duckdb.IOException as exc:
        reason = next((each for each in FULL if each in str(exc)), "")
        if not reason:
            raise _bug(exc, sql) from exc
        raise LimitError(
            f"engine: scratch files cannot be written: {reason}", "give --tmp a folder with more room"
        ) from exc
    except duckdb.InterruptException as exc:
        raise KeyboardInterrupt from exc
    except RuntimeError as exc:
        # What the driver raises on the thread that hears ^C itself.
        if str(exc) != "Query interrupted":
            raise
        raise KeyboardInterrupt from exc
    except duckdb.ConversionException as exc:
        if " to DECIMAL(" not in str(exc) or not is_a_size(first_line(exc)):
            raise _bug(exc, sql) from exc
        raise LimitError(f"engine: too large to be added up: {first_line(exc)}", SMALLER) from exc
    except duckdb.Error as exc:
        raise _bug(exc, sql) from exc


def _bug(exc: duckdb.Error, sql: str) -> EngineError:
    return failed(first_line(exc), sql.strip().splitlines()[0])


def first_line(exc: BaseException) -> str:
    """Return what a fault says first: the rest quotes the statement."""
    return str(exc).splitlines()[0]
