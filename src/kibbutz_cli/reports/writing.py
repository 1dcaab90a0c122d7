"""Output files that are whole or absent."""

import os
import tempfile
from pathlib import Path

from kibbutz_cli.errors import UsageError


def write(text: str, path: str) -> None:
    """Write ``text`` to ``path`` so that a reader sees the old file or the whole new one.

    A device or pipe that is already there is written to, not replaced.

    Raises:
        UsageError: The file cannot be written; what was there before is untouched.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            _pour(text, target)
        else:
            _replace(text, target)
    except OSError as exc:
        reason = exc.strerror or type(exc).__name__
        raise UsageError(f"{path}: cannot be written: {reason}", "choose another place with -o") from exc


def _pour(text: str, target: Path) -> None:
    with target.open("w", encoding="utf-8", newline="") as stream:
        stream.write(text)


def _replace(text: str, target: Path) -> None:
    number, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(name, target)  # noqa: PTH105 - Path.replace hides the one call this module is about
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
