"""What was measured, as a page: the targets first, then every figure."""

import math
import os
import platform
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from typing import NamedTuple

from commands import STARTS, Beside, Replayed, SideBySide
from imports import Start
from kinds import KINDS, Kind
from sizes import Size
from stopwatch import Figure

PACKAGES = (
    "kibbutz-cli", "duckdb", "pydantic", "typer",
    "pandas", "pyarrow", "numpy", "scipy", "networkx", "polars",
)  # fmt: skip

ROWS = ("blog.xml", "archive.mastodon")
"""The exports that were promised first."""


class Measured(NamedTuple):
    """Everything that was measured."""

    size: Size
    read: list[Figure]
    loaded: list[Figure]
    scored: list[Figure]
    starts: SideBySide
    small: list[Figure]
    start: Start
    large: list[Figure]
    beside: SideBySide
    load: tuple[float, float]
    """The machine's load average before and after."""
    replayed: list[Replayed]


class Target(NamedTuple):
    """What a figure should be.

    Attributes:
        what: The target, in words.
        got: The figure, in words.
        met: Whether it is met; none where this size does not measure it.
    """

    what: str
    got: str
    met: bool | None


def page(measured: Measured, option: str) -> str:
    """Return the page in Markdown."""
    targets = _targets(measured)
    missed = [target.what for target in targets if target.met is False]
    verdict = "Every target that was measured is met."
    if missed:
        verdict = f"**Missed: {len(missed)} of {len(targets)} targets:** {'; '.join(missed)}."
    return "\n\n".join(
        [
            "# What kibbutz takes",
            f"Written by `make bench`{option}. Times are the median of all runs, with the lowest and the "
            "highest; MB are millions of bytes; a peak is the highest of all runs.",
            "## Targets",
            verdict,
            _table(("target", "measured", "met"), ((t.what, t.got, _met(t.met)) for t in targets)),
            *_inside(measured),
            *_whole(measured),
            *_start(measured.start),
            *_beside(measured),
            *_machine(measured),
        ]
    )


def growth(figures: Sequence[Figure]) -> float:
    """Return the exponent by which time grows with the activities: the slope through the logarithms."""
    points = [(math.log(each.activities), math.log(each.middle)) for each in figures]
    x_mean = sum(x for x, _ in points) / len(points)
    y_mean = sum(y for _, y in points) / len(points)
    return sum((x - x_mean) * (y - y_mean) for x, y in points) / sum((x - x_mean) ** 2 for x, _ in points)


def _targets(measured: Measured) -> list[Target]:
    start = measured.starts.peers[0]
    help_ratio = 1 / start.middle
    slow_small = max(measured.small, key=lambda each: each.middle)
    full = [each for each in measured.large if each.megabytes >= 0.9 * measured.size.export]
    hungry = max(full, key=lambda each: each.peak_mb)
    million = next((each for each in measured.scored if each.activities == 1_000_000), None)
    peer = measured.beside.peers[0]
    slow_replay = max(measured.replayed, key=lambda each: each.middle)
    whole = measured.beside.ours.activities == 1_000_000
    return [
        Target(
            "`--help` at most 1.3 times a bare Typer program", f"{help_ratio:.2f} times", help_ratio <= 1.3
        ),
        Target(
            "`score` of 1,000 activities within 0.7 s",
            f"{slow_small.middle:.2f} s ({slow_small.what})",
            slow_small.middle <= 0.7,
        ),
        _reading("WordPress and Mastodon", measured, lambda kind: kind.name in ROWS),
        _reading(
            "Stack Exchange, Slack, Reddit and GH Archive",
            measured,
            lambda kind: kind.promised == 60_000 and kind.name not in ROWS,
        ),
        _reading("mailing lists", measured, lambda kind: kind.promised == 15_000),
        Target(
            "at most 400 MB for an export of 500 MB",
            f"{hungry.peak_mb:,.0f} MB ({hungry.what}, {hungry.megabytes:,.0f} MB)",
            hungry.peak_mb <= 400 if hungry.megabytes >= 490 else None,
        ),
        Target(
            "1,000,000 activities within 6 s",
            f"{million.middle:.2f} s" if million else "-",
            million.middle <= 6 if million else None,
        ),
        Target(
            "1,000,000 activities within 1,500 MB",
            f"{million.peak_mb:,.0f} MB" if million else "-",
            million.peak_mb <= 1500 if million else None,
        ),
        Target(
            "24 months replayed in at most 4 times the time of one run",
            f"{slow_replay.middle:.2f} times ({slow_replay.once.what} activities)",
            slow_replay.middle <= 4,
        ),
        Target(
            "1,000,000 activities 8 times as fast as pandas and networkx",
            f"{peer.middle:.2f} times",
            peer.middle >= 8 if whole else None,
        ),
    ]


def _reading(what: str, measured: Measured, asked: Callable[[Kind], bool]) -> Target:
    kinds = {kind.name: kind for kind in KINDS if asked(kind)}
    slow = min((each for each in measured.read if each.what in kinds), key=_rate)
    promised = kinds[slow.what].promised
    return Target(
        f"{what} read at {promised:,} activities a second",
        f"{_rate(slow):,.0f} in the slowest ({slow.what})",
        _rate(slow) >= promised,
    )


def _inside(measured: Measured) -> Iterable[str]:
    head = ("", "activities/s", "MB/s", "seconds", "activities", "MB")
    yield "## Reading"
    yield (
        "A reader on its own, from the file to checked activities, in one process; every record passes "
        "through Python. MB are those of the file, packed where it is. `rows.ndjson.gz` is a table of ours: "
        "so it is read where the engine cannot read it."
    )
    yield _table(head, map(_throughput, measured.read))
    yield "## Loading"
    yield "Our own tables, read by the engine without Python for each row, checked and in its table."
    yield _table(head, map(_throughput, measured.loaded))


def _throughput(each: Figure) -> tuple[str, ...]:
    speed = f"{each.megabytes / each.middle:,.1f}"
    return (
        each.what,
        f"{_rate(each):,.0f}",
        speed,
        _span(each),
        f"{each.activities:,}",
        f"{each.megabytes:,.1f}",
    )


def _whole(measured: Measured) -> Iterable[str]:
    yield "## Scoring"
    yield "`kibbutz score community.parquet --json -o report.json`: the whole process, all members reported."
    yield _table(
        ("activities", "seconds", "activities/s", "peak MB"),
        ((each.what, _span(each), f"{_rate(each):,.0f}", f"{each.peak_mb:,.0f}") for each in measured.scored),
    )
    last = measured.scored[-2:]
    yield (
        f"Time grows with the activities to the power of {growth(measured.scored):.2f}, fitted over all of "
        f"them, and {growth(last):.2f} from {last[0].what} to {last[1].what}, where the start weighs less."
    )
    yield "## Replay"
    yield "The same with `--replay`: 24 evaluations, a month apart; each run in turn with one without."
    yield _table(
        ("activities", "seconds", "peak MB", "times one run (median, lowest, highest)"),
        (
            (
                each.replay.what,
                _span(each.replay),
                f"{each.replay.peak_mb:,.0f}",
                f"{each.middle:.2f} ({min(each.ratios):.2f} to {max(each.ratios):.2f})",
            )
            for each in measured.replayed
        ),
    )
    yield "## Small and large exports"
    yield (
        f"`kibbutz score EXPORT`: the small ones in turn, {STARTS * measured.size.rounds} times; "
        "the large ones with `--json -o report.json`, once each."
    )
    yield _table(
        ("export", "activities", "MB", "seconds", "peak MB"),
        (
            (each.what, f"{each.activities:,}", f"{each.megabytes:,.1f}", _span(each), f"{each.peak_mb:,.0f}")
            for each in [*measured.small, *measured.large]
        ),
    )


def _start(start: Start) -> Iterable[str]:
    yield "## Where the time of a small score goes"
    yield (
        f"`kibbutz score table.csv`, 1,000 activities: {_span(start.whole)} s. What a package's modules "
        "take to import, without what they import in turn, is told by `python -X importtime`, one by one. "
        "In the command what draws the report is imported while the engine works, on the other processor: "
        "the rest is what is left of the whole."
    )
    yield _table(
        ("", "modules", "seconds"),
        [
            ("Python's start, of an empty program", "", _span(start.empty)),
            *((f"import {each.package}", f"{each.modules}", _span(each.runs)) for each in start.imports),
            ("the rest: reading, scoring, printing", "", f"{start.rest:.3f}"),
        ],
    )


def _beside(measured: Measured) -> Iterable[str]:
    yield "## Side by side"
    yield (
        f"The report of {measured.beside.ours.activities:,} activities as JSON in a file: every member with "
        "standing, interval, range of ranks, status, trend, elements and metrics with their intervals. "
        "`benchmarks/peer.py` computes the same "
        "ruler: with pandas, and networkx for what is a graph, as a notebook does; and without a graph "
        "library, ties joined and trust walked with numpy. `benchmarks/polars_peer.py` does without pandas: "
        "tables are joined and grouped by Polars on all processors, and numpy does what is no table, as the "
        "trust that goes through one other. The peers take the data for sound and all of it for measurable; "
        "kibbutz checks every field of every row, and what can be measured at all. "
        "All run in turn; a ratio is of one pair."
    )
    yield _sides(measured.beside, "largest difference of a standing", lambda peer: f"{peer.off:.6f} of 100")
    yield "All peers take the same twelve waves of trust; the one with networkx by the matrix of its graph."
    yield f"The help of kibbutz and of `benchmarks/bare.py`, in turn, {STARTS * measured.size.rounds} times:"
    yield _sides(measured.starts, "", lambda _: "")


def _sides(sides: SideBySide, more: str, told: Callable[[Beside], str]) -> str:
    head = ["", "seconds", "peak MB", "times ours (median, lowest, highest)", more]
    rows = [[sides.ours.what, _span(sides.ours), f"{sides.ours.peak_mb:,.0f}", "1", ""]]
    for peer in sides.peers:
        ratios = f"{peer.middle:.2f} ({min(peer.ratios):.2f} to {max(peer.ratios):.2f})"
        rows.append([peer.what, _span(peer.runs), f"{peer.runs.peak_mb:,.0f}", ratios, told(peer)])
    width = 5 if more else 4
    return _table(head[:width], (row[:width] for row in rows))


def _machine(measured: Measured) -> Iterable[str]:
    before, after = measured.load
    yield "## Machine and commands"
    yield (
        f"{os.cpu_count()} CPUs, {platform.system()} {platform.machine()}, "
        f"Python {sys.version}; {', '.join(f'{name} {version(name)}' for name in PACKAGES)}. "
        f"Load average {before:.1f} before and {after:.1f} after."
    )
    yield """```sh
python benchmarks/generate.py --activities 1000000 -o community.parquet
kibbutz score community.parquet --json -q -o report.json
python benchmarks/peer.py community.parquet --graph networkx -o peer.json
python benchmarks/peer.py community.parquet --graph numpy -o peer.json
python benchmarks/polars_peer.py community.parquet -o peer.json
python benchmarks/generate.py --megabytes 500 -o archive.mastodon
python benchmarks/stopwatch.py kibbutz score archive.mastodon --json -q -o report.json
python -m pytest benchmarks --benchmark-disable-gc
```
"""


def _rate(each: Figure) -> float:
    return each.activities / each.middle


def _span(each: Figure) -> str:
    digits = 3 if each.middle < 1 else 2
    if len(each.seconds) == 1:
        return f"{each.middle:.{digits}f}"
    return f"{each.middle:.{digits}f} ({min(each.seconds):.{digits}f} to {max(each.seconds):.{digits}f})"


def _met(met: bool | None) -> str:
    return "not measured at this size" if met is None else "yes" if met else "**missed**"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
