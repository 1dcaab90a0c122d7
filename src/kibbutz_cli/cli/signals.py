"""How a run ends early: ^C, TERM, a closed terminal or pipe; always soon, always quiet."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from kibbutz_cli.engines import running

HUNG_UP = 129
INTERRUPTED = 130
CLOSED_PIPE = 141
TERMINATED = 143

_HEARING_SECONDS = 0.5
"""The main thread gets so long to hear; then its statements are stopped. The driver looks for
signals between the parts of a statement that this thread works on itself, and one part may take minutes."""

_GRACE_SECONDS = 1.0
"""And so long to clean up; then the process is ended."""

_AGAIN_SECONDS = 0.01
"""After which a signal is said once more: by then what could not be raised is forgotten."""

_heard: list[int] = []
"""The request to end; what raised for it may reach us as the driver's KeyboardInterrupt."""

_CODES = {int(signal.SIGINT): INTERRUPTED, int(signal.SIGTERM): TERMINATED}
if hasattr(signal, "SIGHUP"):
    _CODES[int(signal.SIGHUP)] = HUNG_UP


class Terminated(BaseException):
    """The process was asked to end; like KeyboardInterrupt, no ``except Exception`` may hold it."""


@contextmanager
def listening() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into Terminated, and end the process if no signal is heard in time.

    The first is heard; another while the run cleans up would only keep it from that. Once it has, all
    end the process as it is. Who started us may have had one ignored, as nohup has: then it stays so.
    """
    reading, writing = os.pipe()
    # On Windows it is missing before Python 3.12, and there no full pipe holds up a signal either.
    if hasattr(os, "set_blocking"):
        os.set_blocking(writing, False)
    numbers = [each for each in _CODES if signal.getsignal(each) is not signal.SIG_IGN]
    for number in numbers:
        signal.signal(number, _hear)
    sys.unraisablehook = _unraised
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    threading.Thread(target=_watch, args=(reading,), name="signals", daemon=True).start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(-1)
        for number in numbers:
            signal.signal(number, signal.SIG_DFL)
        os.close(writing)


def heard() -> int:
    """Return the exit code of the signal that was heard, 0 if there was none."""
    return _CODES[_heard[0]] if _heard else 0


def _unraised(fault: "sys.UnraisableHookArgs") -> None:
    """Say a signal once more that was heard where nothing can be raised: the run would go on to its end."""
    if isinstance(fault.exc_value, KeyboardInterrupt | Terminated):
        threading.Timer(_AGAIN_SECONDS, _again).start()
    else:
        sys.__unraisablehook__(fault)


def _again() -> None:
    if _heard:
        signal.raise_signal(_heard.pop())


def _hear(number: int, frame: FrameType | None) -> None:
    if _heard:
        return
    _heard.append(number)
    if _imports(frame):
        running.sweep()
        os._exit(_CODES[number])
    raise KeyboardInterrupt if number == signal.SIGINT else Terminated


def _imports(frame: FrameType | None) -> bool:
    """Return whether a module is being imported: raised in there, DuckDB aborts."""
    while frame and not frame.f_code.co_filename.startswith("<frozen importlib"):
        frame = frame.f_back
    return frame is not None


def _watch(reading: int) -> None:
    """Wait for a signal; where the main thread does not end the process, stop its engines, then end it."""
    while numbers := os.read(reading, 16):
        code = next((_CODES[each] for each in numbers if each in _CODES), 0)
        if code:
            time.sleep(_HEARING_SECONDS)
            running.interrupt()
            time.sleep(_GRACE_SECONDS)
            running.sweep()
            os._exit(code)
    os.close(reading)
