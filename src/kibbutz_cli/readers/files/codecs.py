"""Decompressors of one shape, and the choice among them by their first bytes."""

import sys
import zlib
from collections.abc import Callable
from typing import Protocol

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

GZIP_MAGIC = b"\x1f\x8b"
BZIP2_MAGIC = b"BZh"
XZ_MAGIC = b"\xfd7zXZ\0\0"
"""With the first of the flags, which is always 0."""

XZ_MEMORY = 2**30
"""Bytes; ``xz -9`` asks for 2 ** 26, and a header may ask for four GiB."""

ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
ZSTD_WINDOW_LOG = 31
"""Dumps of whole platforms are packed with ``--long=31``; less would refuse them."""

MAGIC = len(XZ_MAGIC)
"""First bytes that tell how something is packed."""


class Codec(Protocol):
    """The shape every decompressor of the standard library but zlib's has."""

    @property
    def eof(self) -> bool:
        """Whether the end of the packed data was met."""
        ...

    @property
    def needs_input(self) -> bool:
        """Whether it can give nothing more without more packed bytes."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What followed the end of the packed data."""
        ...

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Return at most ``max_length`` bytes unpacked."""
        ...


class Inflate:
    """Deflate data, raw or in gzip's clothes, as a `Codec`; gzip's checksum is verified."""

    def __init__(self, wbits: int) -> None:
        self._inflater = zlib.decompressobj(wbits)
        self._full = False

    @property
    def eof(self) -> bool:
        """Whether the end of the packed data was met."""
        return self._inflater.eof

    @property
    def needs_input(self) -> bool:
        """Whether it can give nothing more without more packed bytes."""
        return not self._full and not self._inflater.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        """What followed the end of the packed data."""
        return self._inflater.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Return at most ``max_length`` bytes unpacked."""
        unpacked = self._inflater.decompress(self._inflater.unconsumed_tail + data, max_length)
        self._full = len(unpacked) == max_length
        return unpacked


class Stored:
    """Bytes that are not packed at all, as a `Codec` that never ends by itself."""

    eof = False
    unused_data = b""

    def __init__(self) -> None:
        self._rest = b""

    @property
    def needs_input(self) -> bool:
        """Whether it can give nothing more without more bytes."""
        return not self._rest

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Return at most ``max_length`` of the bytes given so far."""
        data = self._rest + data
        self._rest = data[max_length:]
        return data[:max_length]


def gzip_codec() -> Codec:
    """Return a decompressor of one gzip member."""
    return Inflate(16 + zlib.MAX_WBITS)


def deflate_codec() -> Codec:
    """Return a decompressor of a zip member's deflate data."""
    return Inflate(-zlib.MAX_WBITS)


def bzip2_codec() -> Codec:
    """Return a decompressor of one bzip2 stream."""
    from bz2 import BZ2Decompressor  # noqa: PLC0415 - not every Python is built with it

    return BZ2Decompressor()


def xz_codec() -> Codec:
    """Return a decompressor of one xz stream."""
    from lzma import FORMAT_XZ, LZMADecompressor  # noqa: PLC0415 - not every Python is built with it

    return LZMADecompressor(FORMAT_XZ, XZ_MEMORY)


def zstd_codec() -> Codec:
    """Return a decompressor of one zstd frame with a window of up to 2 GiB."""
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: ZSTD_WINDOW_LOG}
    return zstd.ZstdDecompressor(options=options)


def faults() -> tuple[type[Exception], ...]:
    """Return what the decompressors raise on damaged data."""
    known = (zlib.error, zstd.ZstdError, OSError, ValueError)
    lzma = sys.modules.get("lzma")
    return (*known, lzma.LZMAError) if lzma else known


def codec_of(magic: bytes) -> Callable[[], Codec] | None:
    """Return the decompressor that the first `MAGIC` bytes ask for, or none."""
    if magic[:2] == GZIP_MAGIC:
        return gzip_codec
    if magic[:3] == BZIP2_MAGIC and magic[3:4].isdigit():
        return bzip2_codec
    if magic == XZ_MAGIC:
        return xz_codec
    # A zstd file may also begin with a skippable frame: 0x184D2A5? in little-endian order.
    if magic[:4] == ZSTD_MAGIC or (magic[1:4] == b"\x2a\x4d\x18" and magic[0] & 0xF0 == 0x50):
        return zstd_codec
    return None
