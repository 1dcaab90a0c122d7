"""Measure the peak of memory by the size of the input: ``python benchmarks/memory.py [--megabytes N ...]``.

Each export is made anew for each size, with an id of its own for every record; packed ones have the size
before packing. It is read twice: by the reader alone, which keeps nothing, and by ``kibbutz inspect``, whose
engine holds every activity. Then the smallest is told again and again up to each size, for the reader alone.
"""

import argparse
import json
import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from commands import KIBBUTZ, gone
from kinds import KINDS, Kind
from repetition import repeat
from stopwatch import Ran, timed

HERE = Path(__file__).parent
USUAL = (10, 100, 1000)
FIGURES = HERE / "memory.json"
REPEATED = HERE / "memory_repeated.json"
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
        reader = drained(path)
        limits = [f"--limit={name}={10**13}" for name in ("bytes_in", "bytes_out", "ratio")]
        told = timed([KIBBUTZ, "inspect", str(path), "--json", "-q", *limits, "-o", str(report)])
        return Peaks(kind.title, megabytes, json.loads(report.read_bytes())["activities"], reader, told)
    finally:
        gone(path)


def drained(path: Path) -> Ran:
    """Return what the reader alone took."""
    return timed([sys.executable, str(HERE / "drain.py"), str(path)])


def repeated(kind: Kind, sizes: list[int], folder: Path) -> dict[str, float]:
    """Return the peak of the reader, in MB, for the smallest export told over up to each of these sizes."""
    (folder / "once").mkdir(exist_ok=True)
    once, again = folder / "once" / kind.name, folder / kind.name
    kind.write(sizes[0], 1, once)
    peaks = {}
    try:
        for size in sizes:
            repeat(once, max(1, size // sizes[0]), again)
            try:
                peaks[str(size)] = drained(again).peak_mb
            finally:
                gone(again)
    finally:
        gone(once)
    return peaks


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
    return "\n".join([*lines, *_told_again(sizes, head)]) + "\n" + NOTES.read_text(encoding="utf-8")


def _told_again(sizes: list[int], head: str) -> list[str]:
    lines = ["## The reader alone, the smallest export told again and again", "", f"| export | {head} |"]
    lines.append("| :-- | " + " | ".join("--:" for _ in sizes) + " |")
    for title, peaks in told_again().items():
        cells = (f"{peaks[str(size)]:,.0f}" if str(size) in peaks else "" for size in sizes)
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return [*lines, ""]


def told_again() -> dict[str, dict[str, float]]:
    """Return the peaks of `repeated` that were measured before, by export."""
    found: dict[str, dict[str, float]] = {}
    return json.loads(REPEATED.read_text(encoding="utf-8")) if REPEATED.exists() else found


def kept(path: Path) -> list[Peaks]:
    """Return what was measured before."""
    if not path.exists():
        return []
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [
        Peaks(title, size, deeds, Ran(*reader), Ran(*inspect)) for title, size, deeds, reader, inspect in rows
    ]


def grow(kind: Kind, sizes: list[int], folder: Path) -> None:
    """Measure an export of each size, and write down what was found."""
    for size in sizes:
        peaks = measured(kind, size, folder)
        found = [each for each in kept(FIGURES) if each[:2] != peaks[:2]] + [peaks]
        FIGURES.write_text(json.dumps(sorted(found), indent=1) + "\n", encoding="utf-8")
        print(
            f"{kind.title} {size} MB: reader {peaks.reader.peak_mb:.0f} MB, "
            f"inspect {peaks.inspect.peak_mb:.0f} MB, {peaks.activities:,} activities",
            file=sys.stderr,
            flush=True,
        )


def tell_again(kind: Kind, sizes: list[int], folder: Path) -> None:
    """Measure the smallest export told again up to each size, and write down what was found."""
    found = told_again() | {kind.title: repeated(kind, sizes, folder)}
    REPEATED.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(f"{kind.title} again: {found[kind.title]}", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the peak of memory by the size of the input.")
    parser.add_argument("--megabytes", type=int, nargs="+", default=USUAL)
    parser.add_argument(
        "--only", default="", help="exports whose name holds this; the others stay as they were"
    )
    parser.add_argument("--again", action="store_true", help="only the smallest export told again and again")
    wanted = parser.parse_args()
    sizes = sorted(wanted.megabytes)
    with TemporaryDirectory(prefix="kibbutz-memory-") as folder:
        for kind in KINDS:
            if wanted.only.lower() in kind.title.lower():
                for measure in (tell_again,) if wanted.again else (grow, tell_again):
                    measure(kind, sizes, Path(folder))
                    PAGE.write_text(page(kept(FIGURES)), encoding="utf-8")


if __name__ == "__main__":
    main()
