"""Files opened, pipes copied to a temporary file, and the words for what the system refuses."""

import io
import os
import stat
import tempfile
from contextlib import ExitStack
from typing import BinaryIO, cast

from kibbutz_cli.errors import InputError
from kibbutz_cli.readers.budget import Budget

CHUNK = 256 * 1024
"""Bytes asked for at once: larger gains nothing, smaller costs calls."""

File = io.FileIO | io.BufferedRandom
"""A seekable file: one of the caller's, or a temporary one of ours."""


def open_file(path: str, place: str) -> io.FileIO:
    """Open a file for reading.

    Raises:
        InputError: It is missing, not readable, or no regular file.
    """
    try:
        # Not blocking: a pipe that takes the file's place must not hang the run.
        file = io.FileIO(path, opener=_unblocked)
    except OSError as exc:
        raise unreadable(place, exc) from exc
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise InputError(f"{place}: a device: expected a file, folder or pipe")
    return file


def spool(source: BinaryIO, place: str, budget: Budget) -> File:
    """Copy a stream that can be read only once to an anonymous temporary file.

    Raises:
        InputError: The stream or the temporary folder fails.
        LimitError: The stream is longer than the limits allow.
    """
    # Counted apart: the bytes are counted for the report when they are read from the copy.
    apart = Budget(budget.limits, place)
    with ExitStack() as stack:
        copy = scratch(place)
        stack.callback(copy.close)
        try:
            while chunk := source.read(CHUNK):
                apart.take(len(chunk), len(chunk))
                copy.write(chunk)
            copy.flush()
        except OSError as exc:
            raise InputError(f"{place}: cannot be copied to {tempfile.gettempdir()}: {exc.strerror}") from exc
        stack.pop_all()
    return copy


def scratch(place: str) -> File:
    """Return a new anonymous temporary file.

    Raises:
        InputError: The temporary folder cannot be written.
    """
    try:
        # On Windows it is another class, with the same methods.
        return cast("File", tempfile.TemporaryFile(prefix="kibbutz-"))
    except OSError as exc:
        # Not asked for here: where there is none, that would fail a second time.
        where = f" in {tempfile.tempdir}" if tempfile.tempdir else ""
        raise InputError(
            f"{place}: no temporary file{where}: {exc.strerror}", "set TMPDIR to a folder that can be written"
        ) from exc


def _unblocked(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def unreadable(place: str, exc: OSError) -> InputError:
    """Return the error for a path the system does not let us read."""
    match exc:
        case FileNotFoundError():
            return InputError(f"{place}: no such file or folder: expected an export")
        case PermissionError():
            return InputError(f"{place}: permission denied: expected a file you may read")
        case _:
            return InputError(f"{place}: cannot be read: {exc.strerror}")


def truncated(place: str, what: str) -> InputError:
    """Return the error for bytes that end before their own end mark."""
    return InputError(f"{place}: truncated {what}: expected more bytes", "download or export it again")
