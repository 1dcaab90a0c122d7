"""An export made longer by telling its records again and again: the same ids, the same texts.

What a reader keeps of it beyond the first time is kept for nothing.
"""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

MARKS = {".xml": (b"<item>", b"</channel>", b""), ".json": (b"[", b"]", b", ")}
"""Where the records of a file begin and end, and what stands between; any other file is nothing else,
and a packed one is one part after the other."""

ROWS = (b"  <row ", b"</", b"")
"""The same of a table of Stack Exchange."""


def repeat(source: Path, times: int, target: Path) -> None:
    """Write an export whose records are those of another, so many times."""
    if source.is_dir():
        target.mkdir()
        for path in source.iterdir():
            _repeat_file(path, times, target / path.name)
    elif source.suffix == ".zip":
        with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as new:
            for name in old.namelist():
                # Who is there and which channels are told at the top, once.
                head, body, between, tail = _parted(old.read(name), name if "/" in name else "")
                new.writestr(name, head + between.join([body] * (times if "/" in name else 1)) + tail)
    else:
        _repeat_file(source, times, target)


def _repeat_file(source: Path, times: int, target: Path) -> None:
    head, body, between, tail = _parted(source.read_bytes(), source.name)
    # Who an archive is of, and who is on a site, is told once.
    more = 0 if source.name in {"actor.json", "Users.xml"} else times - 1
    with target.open("wb") as out:
        out.write(head + body)
        for _ in range(more):
            out.write(between + body)
        out.write(tail)


def _parted(data: bytes, name: str) -> tuple[bytes, bytes, bytes, bytes]:
    """Return what stands before the records, the records, what stands between them, and what follows."""
    begin, end, between = ROWS if ROWS[0] in data[:1000] else MARKS.get(Path(name).suffix, (b"", b"", b""))
    start, stop = data.find(begin), data.rfind(end) if end else len(data)
    if start < 0 or stop < start:
        return data, b"", b"", b""
    start += len(begin) if between else 0
    return data[:start], data[start:stop], between, data[stop:]
