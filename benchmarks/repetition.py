"""An export made longer by telling its records again and again: the same ids, the same texts.

What a reader keeps of it beyond the first time is kept for nothing.
"""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

MARKS = {".xml": (b"<item>", b"</channel>", b""), ".json": (b"[", b"]", b", ")}
"""Where the records of a file begin and end, and what stands between; any other file is nothing else,
and a packed one is one part after the other."""

ROWS = (b"  <row ", b"</", b"")
"""The same of a table of Stack Exchange."""

ONCE = frozenset({"actor.json", "Users.xml", "users.json", "channels.json"})
"""Who an archive is of, who is there and which channels there are is told once."""


def repeat(source: Path, times: int, target: Path) -> None:
    """Write an export whose records are those of another, so many times."""
    if source.is_dir():
        target.mkdir()
        for path in source.iterdir():
            repeat(path, times, target / path.name)
    elif source.suffix == ".zip":
        with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as new:
            for name in old.namelist():
                new.writestr(name, b"".join(_told(old.read(name), name, times)))
    else:
        with target.open("wb") as out:
            out.writelines(_told(source.read_bytes(), source.name, times))


def _told(data: bytes, name: str, times: int) -> Iterator[bytes]:
    """Yield what stands before the records, the records so many times, and what follows."""
    begin, end, between = ROWS if ROWS[0] in data[:1000] else MARKS.get(Path(name).suffix, (b"", b"", b""))
    start, stop = data.find(begin), data.rfind(end) if end else len(data)
    if name in ONCE or start < 0 or stop < start:
        yield data
        return
    start += len(begin) if between else 0
    yield data[:stop]
    for _ in range(times - 1):
        yield between + data[start:stop]
    yield data[stop:]
