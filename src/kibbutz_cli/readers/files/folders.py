"""The files of a folder, at any depth; links are never followed."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.entries import JUNK_FOLDERS, Listing, Opener, is_junk
from kibbutz_cli.readers.files.sources import unreadable
from kibbutz_cli.readers.files.streams import Slice, buffered

DEPTH = 32
"""Deeper folders than this are not an export; the system itself stops at about 2,000."""


def entries(path: str, listing: Listing, budget: Budget) -> dict[str, Opener]:
    """Return how to open each file of a folder.

    Raises:
        InputError: A folder in it cannot be listed.
        LimitError: It has too many files.
    """
    for name, file in _files(path, "", listing, budget):
        listing.add(shown(name), _opener(file))
    return listing.openers()


def children(path: str) -> list[str]:
    """Return the paths of what lies in a folder, sorted, without litter.

    Raises:
        InputError: The folder cannot be listed.
    """
    try:
        found = sorted(Path(path).iterdir())
    except OSError as exc:
        raise unreadable(path, exc) from exc
    return [str(child) for child in found if not is_junk(child.name) and child.name not in JUNK_FOLDERS]


def shown(name: str) -> str:
    """Return how a file's name is shown: what is no UTF-8 in it is escaped."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _files(path: str, prefix: str, listing: Listing, budget: Budget) -> Iterator[tuple[str, str]]:
    for entry in _listed(path):
        listing.count()
        if entry.is_symlink():
            budget.repaired("link skipped")
        elif entry.is_file():
            yield prefix + entry.name, entry.path
        elif not entry.is_dir():
            budget.repaired("device skipped")
        elif entry.name in JUNK_FOLDERS:
            continue
        elif prefix.count("/") < DEPTH:
            yield from _files(entry.path, f"{prefix}{entry.name}/", listing, budget)
        else:
            budget.repaired("folder too deep skipped")


def _listed(path: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError as exc:
        raise unreadable(path, exc) from exc


def _opener(file: str) -> Opener:
    def opened(budget: Budget) -> io.BufferedReader:
        # Opened once more by its path: a folder's files are not held open all at once.
        return buffered(Slice.of_file(file, file, lambda size: budget.take(size, size)))

    return opened
