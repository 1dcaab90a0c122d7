"""How far a run is: one line on stderr, only for a person, and only once it takes long."""

import os
import time
from typing import TextIO

from kibbutz_cli.reports.safe import safe

_SILENT_SECONDS = 0.5
_EVERY_SECONDS = 0.1
_UNITS = ("B", "kB", "MB", "GB", "TB")


class Progress:
    """Tells what is done, of how much, how fast, and how long it will still take."""

    def __init__(self, stream: TextIO, *, wanted: bool) -> None:
        self._stream = stream
        self._live = wanted and stream.isatty() and os.environ.get("TERM") != "dumb"
        self._start: float | None = None
        self._drawn = 0.0
        self._what = ""
        self._total: int | None = None

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Tell that ``done`` of ``total`` of ``what`` is through."""
        now = time.monotonic()
        self._start = now if self._start is None else self._start
        if not self._live or now - self._start < _SILENT_SECONDS or now - self._drawn < _EVERY_SECONDS:
            return
        if what != self._what:
            self._what, self._total = what, _size(what) if total is None else total
        self._drawn = now
        self._stream.write(f"\r\x1b[K{self._line(done, total, now - self._start)}")
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._drawn = 0.0

    def _line(self, done: int, total: int | None, seconds: float) -> str:
        name = safe(self._what)[-40:]
        if not _size(self._what) and self._what != "-":
            return f"{name}: {done:,} of {total:,}" if total else name
        whole = total or self._total
        rate = done / max(seconds, 1e-9)
        of = f" of {_bytes(whole)}" if whole else ""
        left = f", {(whole - done) / rate:.0f} s left" if whole and rate and whole > done else ""
        return f"{name}: {_bytes(done)}{of}, {_bytes(rate)}/s{left}"


def _size(what: str) -> int | None:
    """Return the size of the file a step is named after; steps that are no file have none."""
    try:
        return os.stat(what).st_size if os.path.isfile(what) else None  # noqa: PTH113, PTH116 - any text, not a path
    except (OSError, ValueError):
        return None


def _bytes(amount: float) -> str:
    for unit in _UNITS:
        if amount < 1000 or unit == _UNITS[-1]:
            break
        amount /= 1000
    return f"{amount:.0f} {unit}" if unit == "B" else f"{amount:.1f} {unit}"
