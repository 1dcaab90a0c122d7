"""The folder that an engine puts its scratch files in."""

import tempfile
from pathlib import Path

from kibbutz_cli.errors import InputError


def folder(tmp: str) -> Path:
    """Return a new scratch folder.

    Args:
        tmp: Folder under which it is made; empty for the system's.

    Raises:
        InputError: It cannot be made, or the system has no folder that takes files.
    """
    try:
        return Path(tempfile.mkdtemp(prefix="kibbutz-", dir=tmp or None))
    except OSError as exc:
        # Not asked for here: where there is none, that would fail a second time.
        if place := tmp or tempfile.tempdir:
            raise InputError(f"{place}: cannot hold scratch files: {exc.strerror}") from exc
        raise InputError(
            f"no folder for scratch files: {exc.strerror}", "set TMPDIR to a folder that can be written"
        ) from exc
