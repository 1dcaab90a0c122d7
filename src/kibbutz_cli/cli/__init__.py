"""The door: the ``kibbutz`` command, the only place that prints errors and exits."""

import atexit
import gc
import os
import signal
import sys

__all__ = ["main"]

_BUG = "this is a bug of ours; KIBBUTZ_DEBUG=1 shows where, please report it"
_POOR = ("can't start new thread", "failed to map segment", "Cannot allocate memory")
"""What is said where the system gives no more memory, be it for the stack of a thread or for a library."""


def main() -> None:
    """Run the command line and exit with its code; no fault of the world shows a traceback."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Until we listen, ^C ends the process as TERM does: nothing is begun, and nothing to be told.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # A run is one short batch that makes no cycles worth collecting; looking for them in a million
    # objects took two thirds of the time of a large report.
    gc.disable()
    _leave(_guarded(sys.argv[1:]))


def _leave(code: int) -> None:
    """End the process as it is: all is closed by now, and taking it apart takes time in every run.

    What a plugin, or the driver of Spark, left to be done at the end is done.
    """
    from kibbutz_cli.cli import signals, streams

    atexit._run_exitfuncs()
    os._exit(code if streams.flushed() else signals.CLOSED_PIPE)


def _guarded(args: list[str]) -> int:
    from kibbutz_cli.cli import signals

    try:
        with signals.listening():
            code = _run(args)
    except (KeyboardInterrupt, signals.Terminated):
        code = signals.INTERRUPTED
    except BrokenPipeError:
        code = signals.CLOSED_PIPE
    except Exception as exc:  # noqa: BLE001, RUF100 - the last guard: a bug is told in one line
        code = signals.heard() or _told(exc)
    # Libraries in C take a signal heard in a callback for a fault of what they call, or for nothing.
    return signals.heard() or code


def _told(exc: Exception) -> int:
    """Print a fault and return the exit code of a run that it ends."""
    from kibbutz_cli.cli import streams
    from kibbutz_cli.errors import KibbutzError, LimitError

    if isinstance(exc, KibbutzError):
        streams.complain(exc.message, exc.hint)
        return exc.exit_code
    if os.environ.get("KIBBUTZ_DEBUG", "") not in ("", "0"):
        raise exc
    said = f"{type(exc).__name__}: {_words(exc)}".splitlines()[0].removesuffix(": ")
    if isinstance(exc, MemoryError) or any(words in said for words in _POOR):
        more = "raise what this process may have (ulimit -v, ulimit -u, or its container)"
        streams.complain(f"the system gives no more memory: {said}", more)
        return LimitError.exit_code
    streams.complain(said, _BUG)
    return 70


def _words(exc: Exception) -> str:
    """Return what a fault says of itself; one of Spark's asks Java for it, which may have ended."""
    try:
        return str(exc)
    except Exception:  # noqa: BLE001, RUF100 - whatever it is, the fault itself is to be told
        return ""


def _run(args: list[str]) -> int:
    from kibbutz_cli.cli import streams

    streams.prepare(args)
    from kibbutz_cli.cli.program import run  # even the import can be interrupted

    code = run(args)
    sys.stdout.flush()
    return code
