"""Patterns such as ``downloads/*.zip`` where no shell has put the files in their place."""

import glob
import os
from collections.abc import Iterable

LEFT_TO_PROGRAMS = os.name == "nt"
"""Whether the shells of this system hand a pattern over as it was typed, as those of Windows do."""


def expanded(paths: Iterable[str]) -> list[str]:
    """Return the paths, each pattern that finds something replaced by what it finds, sorted."""
    return [found for path in paths for found in _found(path)] if LEFT_TO_PROGRAMS else list(paths)


def _found(path: str) -> list[str]:
    if "*" not in path and "?" not in path:
        return [path]
    # There a name may have brackets, and no shell has given them a meaning.
    return sorted(glob.glob(path.replace("[", "[[]"))) or [path]  # noqa: PTH207 - it takes a whole path
