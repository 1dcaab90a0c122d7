"""Output files that are whole or absent."""

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from kibbutz_cli.errors import UsageError


def write(text: str | Iterable[str] | Iterable[bytes], path: str) -> None:
    """Write a text, or pieces of one or of bytes, so that a reader sees the old file or the whole new one.

    A device or pipe that is already there is written to, not replaced. A new file is for its owner only; one
    that is replaced stays for whom it was.

    Raises:
        UsageError: The file cannot be written; what was there before is untouched.
    """
    pieces = map(_encoded, (text,) if isinstance(text, str) else text)
    try:
        target = Path(os.path.realpath(path))  # fails where the working folder is gone
        if Path(path).exists() and not target.is_file():
            # By the path as given: behind /dev/fd/63 stands the name of a pipe that nothing can open.
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


def _pour(pieces: Iterable[bytes], target: Path) -> None:
    with target.open("wb") as stream:
        stream.writelines(pieces)


def _replace(pieces: Iterable[bytes], target: Path) -> None:
    number, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            Path(name).chmod(stat.S_IMODE(target.stat().st_mode))
        os.replace(name, target)  # noqa: PTH105 - Path.replace hides the one call this module is about
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
