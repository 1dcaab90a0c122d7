"""A byte stream made of chunks, for readers that must see a document's bytes before its parser does."""

import io
from collections.abc import Iterator

from kibbutz_cli.readers.streams import Stream, buffered


class _Chunks(Stream):
    """What an iterator yields, as a raw stream."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        super().__init__()
        self._chunks = chunks
        self._rest = memoryview(b"")

    def readinto(self, buffer: object) -> int:
        """Fill the buffer with the next bytes and return how many; 0 at the end."""
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = memoryview(chunk)
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # whatever io hands out
        count = min(len(view), len(self._rest))
        view[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def stream_of(chunks: Iterator[bytes]) -> io.BufferedReader:
    """Return a stream of what an iterator yields."""
    return buffered(_Chunks(chunks))
