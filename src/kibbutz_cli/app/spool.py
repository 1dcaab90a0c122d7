"""Texts that wait in a file until they are wanted, and those that come as they are wanted."""

import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress

from kibbutz_cli.errors import InputError


class Spooled(Collection[str]):
    """Texts of one line each that lie in a temporary file: however many, they take no memory.

    Args:
        texts: What is to be kept, in order.
        tmp: Folder of the file; empty for the system's.

    Raises:
        InputError: The folder has no room for them.
    """

    def __init__(self, texts: Iterable[str], tmp: str = "") -> None:
        self._file = tempfile.TemporaryFile(  # noqa: SIM115 - it lives as long as the texts are wanted
            "w+", encoding="utf-8", newline="\n", dir=tmp or None
        )
        self._count = 0
        for text in texts:
            with _room(tmp):
                self._file.write(text + "\n")
            self._count += 1
        with _room(tmp):
            self._file.flush()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        self._file.seek(0)
        return (line.rstrip("\n") for line in self._file)

    def __contains__(self, text: object) -> bool:
        return any(line == text for line in self)

    def __del__(self) -> None:
        with suppress(OSError):  # what found no room has been told
            self._file.close()


class Coming(Collection[str]):
    """Texts that come one by one as they are asked for, once.

    Args:
        count: How many there are.
        texts: Yields them, in order.
    """

    def __init__(self, count: int, texts: Iterator[str]) -> None:
        self._count = count
        self._texts = texts

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        return self._texts

    def __contains__(self, text: object) -> bool:
        raise TypeError("to look among them would take them")


@contextmanager
def _room(tmp: str) -> Iterator[None]:
    try:
        yield
    except OSError as exc:
        raise InputError(
            f"{tmp or tempfile.gettempdir()}: cannot hold scratch files: {exc.strerror}",
            "give --tmp a folder with more room",
        ) from exc
