"""How a run ends early: ^C, TERM, a closed pipe; always soon, always quiet."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130
CLOSED_PIPE = 141
TERMINATED = 143

_GRACE_SECONDS = 1.5
"""The main thread gets so long to clean up; inside a long call of the engine it cannot even hear."""

_CODES = {int(signal.SIGINT): INTERRUPTED, int(signal.SIGTERM): TERMINATED}


class Terminated(BaseException):
    """The process was asked to end; like KeyboardInterrupt, no ``except Exception`` may hold it."""


@contextmanager
def listening() -> Iterator[None]:
    """Turn SIGTERM into Terminated, and end the process if neither signal is heard in time."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    before = signal.signal(signal.SIGTERM, _terminate)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    threading.Thread(target=_watch, args=(reading,), name="signals", daemon=True).start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGTERM, before)
        os.close(writing)


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise Terminated


def _watch(reading: int) -> None:
    """Wait for a signal; when the grace is over and the process still lives, end it."""
    while numbers := os.read(reading, 16):
        code = next((_CODES[each] for each in numbers if each in _CODES), 0)
        if code:
            threading.Event().wait(_GRACE_SECONDS)
            os._exit(code)
    os.close(reading)
