"""Measure the peak of memory by the size of the input: ``python benchmarks/memory.py [--megabytes N ...]``.

Each export is made anew for each size, with an id of its own for every record; packed ones have the size
before packing. It is read twice: by the reader alone, which keeps nothing, and by ``kibbutz inspect``, whose
engine holds every activity.
"""

import argparse
import json
import platform
import sys
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import NamedTuple

from commands import KIBBUTZ
from kinds import KINDS, Kind
from stopwatch import Ran, timed

HERE = Path(__file__).parent
USUAL = (10, 100, 1000)
FIGURES = HERE / "memory.json"
PAGE = HERE / "MEMORY.md"
NOTES = HERE / "memory_notes.md"
"""What grows and why, as far as it was found; written by hand."""


class Peaks(NamedTuple):
    """What one export of one size took."""

    title: str
    megabytes: int
    activities: int
    reader: Ran
    inspect: Ran


def measured(kind: Kind, megabytes: int, folder: Path) -> Peaks:
    """Make an export, read it in both ways, and take it away again."""
    path = folder / kind.name
    kind.write(megabytes, 1, path)
    try:
        report = folder / "report.json"
        reader = timed([sys.executable, str(HERE / "drain.py"), str(path)])
        limits = [f"--limit={name}={10**13}" for name in ("bytes_in", "bytes_out", "ratio")]
        told = timed([KIBBUTZ, "inspect", str(path), "--json", "-q", *limits, "-o", str(report)])
        return Peaks(kind.title, megabytes, json.loads(report.read_bytes())["activities"], reader, told)
    finally:
        if path.is_dir():
            rmtree(path)
        else:
            path.unlink()


def page(found: list[Peaks]) -> str:
    """Return the figures as a page, one line an export."""
    sizes = sorted({peaks.megabytes for peaks in found})
    head = " | ".join(f"{size:,} MB" for size in sizes)
    lines = [
        "# Memory by the size of the input",
        "",
        "Written by `make bench-memory`; `python benchmarks/memory.py --megabytes 10 100` measures less.",
        "Peaks of resident memory in MB; packed exports have the size before packing. "
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}.",
        "",
    ]
    for title, way in (
        ("The reader alone, which keeps no activity", lambda peaks: peaks.reader),
        ("`kibbutz inspect`, whose engine holds every activity", lambda peaks: peaks.inspect),
    ):
        lines += [f"## {title}", "", f"| export | {head} | activities in the largest | seconds for it |"]
        lines.append("| :-- | " + " | ".join("--:" for _ in range(len(sizes) + 2)) + " |")
        for kind in KINDS:
            own = {peaks.megabytes: peaks for peaks in found if peaks.title == kind.title}
            if own:
                cells = [f"{way(own[size]).peak_mb:,.0f}" if size in own else "" for size in sizes]
                last = own[max(own)]
                cells += [f"{last.activities:,}", f"{way(last).seconds:,.0f}"]
                lines.append(f"| {kind.title} | {' | '.join(cells)} |")
        lines.append("")
    return "\n".join(lines) + "\n" + NOTES.read_text(encoding="utf-8")


def kept(path: Path) -> list[Peaks]:
    """Return what was measured before."""
    if not path.exists():
        return []
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [
        Peaks(title, size, deeds, Ran(*reader), Ran(*inspect)) for title, size, deeds, reader, inspect in rows
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the peak of memory by the size of the input.")
    parser.add_argument("--megabytes", type=int, nargs="+", default=USUAL)
    parser.add_argument(
        "--only", default="", help="exports whose name holds this; the others stay as they were"
    )
    wanted = parser.parse_args()
    with TemporaryDirectory(prefix="kibbutz-memory-") as folder:
        for kind in KINDS:
            if wanted.only.lower() not in kind.title.lower():
                continue
            for size in sorted(wanted.megabytes):
                peaks = measured(kind, size, Path(folder))
                found = [each for each in kept(FIGURES) if each[:2] != peaks[:2]] + [peaks]
                FIGURES.write_text(json.dumps(sorted(found), indent=1) + "\n", encoding="utf-8")
                PAGE.write_text(page(found), encoding="utf-8")
                print(
                    f"{kind.title} {size} MB: reader {peaks.reader.peak_mb:.0f} MB, "
                    f"inspect {peaks.inspect.peak_mb:.0f} MB, {peaks.activities:,} activities",
                    file=sys.stderr,
                    flush=True,
                )


if __name__ == "__main__":
    main()
