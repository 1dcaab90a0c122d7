"""What lies at a path, for whoever only looks: what cannot be looked at is not there.

`Path` raises for a folder one may not enter, a name that is too long, a link that leads to itself, and a
working folder that is gone. Whoever opens such a path is told so, in `sources.unreadable`.
"""

import os
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize


def is_file(path: str | Path) -> bool:
    """Return whether a file that can be reached lies at a path."""
    return os.path.isfile(path)  # noqa: PTH113 - it raises for no path


def is_folder(path: str | Path) -> bool:
    """Return whether a folder that can be reached lies at a path."""
    return os.path.isdir(path)  # noqa: PTH112 - it raises for no path


def is_link(path: str | Path) -> bool:
    """Return whether a link lies at a path, wherever it leads."""
    return os.path.islink(path)  # noqa: PTH114 - it raises for no path


def resolved(path: str | Path) -> Path:
    """Return where a path leads, through every link; one that leads nowhere is left as it is."""
    try:
        return Path(os.path.realpath(path))  # Path.resolve raises for a loop
    except OSError:  # the working folder is gone
        return Path(path)


def absolute(path: str) -> str:
    """Return a path from the root on, through the same links; where the working folder is gone, as it is."""
    try:
        return os.path.abspath(path)  # noqa: PTH100 - Path.absolute keeps what leads up again
    except OSError:
        return path


def is_same(one: str | Path, other: str | Path) -> bool:
    """Return whether two paths are one place, be it through links or on a disk that takes letters alike."""
    here, there = resolved(one), resolved(other)
    # Two names of one file that differ otherwise are links: to replace one leaves the file to the other.
    if here == there or _folded(here) != _folded(there):
        return here == there
    with suppress(OSError):
        return here.samefile(there)
    return False


def _folded(path: Path) -> str:
    return normalize("NFC", str(path)).casefold()
