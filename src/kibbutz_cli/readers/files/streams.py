"""Counted byte streams: a stretch of a file, and what a compressed stream unpacks to."""

import io
import os
from collections.abc import Callable
from typing import BinaryIO, cast

from kibbutz_cli.errors import InputError
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.codecs import MAGIC, Codec, codec_of, faults
from kibbutz_cli.readers.files.sources import CHUNK, File, open_file, truncated

Count = Callable[[int], None]
"""Is told how many bytes were read, and raises when they are too many."""


class Stream(io.RawIOBase):
    """What all streams of an input share: readable, not seekable, large reads at once."""

    def readable(self) -> bool:
        """Return true."""
        return True

    def readall(self) -> bytes:
        """Return everything up to the end; the default of `io` asks for 8 KiB at a time."""
        chunks = []
        while chunk := self.read(CHUNK):
            chunks.append(chunk)
        return b"".join(chunks)


class Slice(Stream):
    """A stretch of a seekable file; many may share one file, each keeps its own position."""

    def __init__(self, file: File, place: str, span: tuple[int, int], count: Count) -> None:
        super().__init__()
        self._file = file
        self._place = place
        self._position, self._end = span
        self._count = count
        self._owned = False

    @classmethod
    def of_file(cls, path: str, place: str, count: Count) -> "Slice":
        """Return a whole file, closed with the stream.

        Raises:
            InputError: The file cannot be opened.
        """
        file = open_file(path, place)
        whole = cls(file, place, (0, os.fstat(file.fileno()).st_size), count)
        whole._owned = True
        return whole

    def readinto(self, buffer: object) -> int:
        """Fill the buffer with the next bytes and return how many.

        Raises:
            InputError: The file ends before the stretch does, or the disk fails.
        """
        view = memoryview(cast("bytearray", buffer))[: self._end - self._position]
        if not view:
            return 0
        try:
            self._file.seek(self._position)
            got = self._file.readinto(view)
        except OSError as exc:
            raise InputError(f"{self._place}: cannot be read: {exc.strerror}") from exc
        if not got:
            raise truncated(self._place, "file")
        self._position += got
        self._count(got)
        return got

    def close(self) -> None:
        """Close the stream, and the file if it is the stream's own."""
        if self._owned:
            self._file.close()
        super().close()


class Unpacked(Stream):
    """What a packed stream unpacks to; one or many frames, and never an early end in silence."""

    def __init__(self, source: BinaryIO, place: str, codec: Callable[[], Codec], count: Count) -> None:
        super().__init__()
        self._source = source
        self._place = place
        self._new_codec = codec
        self._codec = self._begun()
        self._count = count
        self._rest = b""

    def readinto(self, buffer: object) -> int:
        """Fill the buffer with the next bytes and return how many.

        Raises:
            InputError: The packed data is damaged or ends too early.
            LimitError: It swells beyond the limits.
        """
        view = memoryview(cast("bytearray", buffer))
        while not self._codec.eof or self._begin_next():
            unpacked = self._decompress(len(view))
            if unpacked:
                view[: len(unpacked)] = unpacked
                self._count(len(unpacked))
                return len(unpacked)
        return 0

    def close(self) -> None:
        """Close the stream and the packed stream below it."""
        self._source.close()
        super().close()

    def _decompress(self, size: int) -> bytes:
        data = b""
        if self._codec.needs_input:
            data = self._rest or self._source.read(CHUNK)
            self._rest = b""
            if not data:
                raise truncated(self._place, "compressed data")
        try:
            return self._codec.decompress(data, size)
        except faults() as exc:
            raise InputError(f"{self._place}: damaged compressed data: {exc}", "export it again") from exc

    def _begin_next(self) -> bool:
        rest = self._codec.unused_data
        # Tapes and some downloads pad the end with zeros; gzip itself passes over them.
        while not (rest := rest.lstrip(b"\0")):
            rest = self._source.read(CHUNK)
            if not rest:
                return False
        self._rest = rest
        self._codec = self._begun()
        return True

    def _begun(self) -> Codec:
        try:
            return self._new_codec()
        except ImportError as exc:
            raise InputError(
                f"{self._place}: this Python was built without {exc.name}: expected gzip", "unpack it first"
            ) from exc


def buffered(stream: io.RawIOBase) -> io.BufferedReader:
    """Return a stream as readers want it: lines, peeks and small reads cost no extra calls."""
    return io.BufferedReader(stream, CHUNK)


def unpacked(source: io.BufferedReader, place: str, budget: Budget) -> io.BufferedReader:
    """Return what a stream unpacks to if it begins like gzip, bzip2, xz or zstd, else the stream itself."""
    codec = codec_of(source.peek(MAGIC)[:MAGIC])
    if codec is None:
        return source
    return buffered(Unpacked(source, place, codec, lambda size: budget.take(0, size)))
