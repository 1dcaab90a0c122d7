"""Parquet files whose footer says what is not so."""

import struct
from pathlib import Path


def lie(path: Path, true: float, false: float) -> None:
    """Let the footer say another number wherever it says a true one; the data stay."""
    data, code = path.read_bytes(), "<d" if isinstance(true, float) else "<q"
    footer = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
    said = data[footer:].replace(struct.pack(code, true), struct.pack(code, false))
    assert said != data[footer:]
    path.write_bytes(data[:footer] + said)
