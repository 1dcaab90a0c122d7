"""A table that lies where only the engine can reach: one entry, of which the first bytes are known."""

from pathlib import PurePosixPath
from typing import BinaryIO

from kibbutz_cli.errors import InputError


class Remote:
    """A tree of one entry at a URL; the engine reads it, nobody else can.

    Args:
        path: The URL as the caller gave it.
        name: The first file it stands for.
        start: The first bytes of that file, unpacked.
    """

    def __init__(self, path: str, name: str, start: bytes) -> None:
        self.path = path
        self._name = PurePosixPath(name).name
        self._start = start

    @property
    def single(self) -> bool:
        """A URL is told by itself."""
        return True

    def names(self) -> list[str]:
        """Return the name of the one entry."""
        return [self._name]

    def open(self, name: str) -> BinaryIO:
        """Refuse: there is nothing here to open.

        Raises:
            InputError: Always.
        """
        raise InputError(f"{self.path}: {name}: expected a table that the engine can read itself")

    def local(self, name: str) -> str | None:
        """Return the URL, which to the engine is a path like any other."""
        del name
        return self.path

    def head(self, name: str, size: int = 65536) -> bytes:
        """Return the first bytes of the entry."""
        del name
        return self._start[:size]
