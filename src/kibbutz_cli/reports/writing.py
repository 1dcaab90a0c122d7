"""Output files that are whole or absent."""

import os
import re
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kibbutz_cli.errors import UsageError

_STREAMS = {"/dev/stdout": "/dev/fd/1", "/dev/stderr": "/dev/fd/2"}
_OPEN = re.compile(r"/dev/fd/([0-9]{1,9})")
"""What this process has open already, by its number."""


def write(text: str | Iterable[str] | Iterable[bytes], path: str) -> None:
    """Write a text, or pieces of one or of bytes, so that a reader sees the old file or the whole new one.

    A device or pipe that is already there is written to, not replaced; so is what is open already, such as
    ``/dev/stdout``, where it stands, be it a file. A new file is for its owner only; one that is replaced
    stays for whom it was.

    Raises:
        UsageError: The file cannot be written; what was there before is untouched.
    """
    pieces = map(_encoded, (text,) if isinstance(text, str) else text)
    try:
        if is_open := _OPEN.fullmatch(_STREAMS.get(path, path)):
            _pour(pieces, os.dup(int(is_open[1])))
            return
        target = Path(os.path.realpath(path))  # fails where the working folder is gone
        if Path(path).exists() and not target.is_file():
            # By the path as given: behind /proc/self/fd/63 stands the name of a pipe that nothing can open.
            _pour(pieces, Path(path))
        else:
            _replace(pieces, target)
    except BrokenPipeError:
        raise
    except OSError as exc:
        reason = exc.strerror or type(exc).__name__
        raise UsageError(f"{path}: cannot be written: {reason}", "choose another place with -o") from exc


def _encoded(piece: str | bytes) -> bytes:
    return piece.encode() if isinstance(piece, str) else piece


def _pour(pieces: Iterable[bytes], target: Path | int) -> None:
    with open(target, "wb") as stream:  # noqa: PTH123 - it takes the number of an open file, too
        stream.writelines(pieces)


def _replace(pieces: Iterable[bytes], target: Path) -> None:
    number, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            _hand_over(name, target.stat())
        os.replace(name, target)  # noqa: PTH105 - Path.replace hides the one call this module is about
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _hand_over(name: str, was: os.stat_result) -> None:
    """Leave a file to the owner and group of the one it replaces; no other group reads it instead.

    Only root gives a file away; to a group, whoever is in it. Windows has neither.
    """
    mode = stat.S_IMODE(was.st_mode)
    if hasattr(os, "chown"):
        try:
            os.chown(name, -1, was.st_gid)
        except OSError:
            mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
        with suppress(OSError):
            os.chown(name, was.st_uid, -1)
    Path(name).chmod(mode)
