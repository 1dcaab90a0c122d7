"""Whole commands as a person runs them: time, memory, and the peers in turn."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import NamedTuple

import imports
from sizes import Size, made
from stopwatch import Figure, Ran, alternating, figure, megabytes, timed

HERE = Path(__file__).parent
KIBBUTZ = str(Path(sys.executable).with_name("kibbutz"))
SMALL_EXPORT = {"blog.xml": ("--megabytes", "1.13"), "table.csv": ("--activities", "1000")}
LARGE = (("WordPress", "large.xml", 1.0), ("Mastodon", "large.mastodon", 1.0), ("Slack", "large.zip", 0.2))
"""What is large, and how much of a size's megabytes each of them is: one of many files is packed."""

PEERS = {
    "pandas and networkx": ("peer.py", "--graph", "networkx"),
    "pandas and numpy, no graph library": ("peer.py", "--graph", "numpy"),
    "Polars and numpy, no graph library": ("polars_peer.py",),
}
"""Who computes the same ruler, and by which program."""

STARTS = 10
"""What takes less than a second needs more rounds for a steady median."""


class Beside(NamedTuple):
    """A peer beside kibbutz, run in turn on the same data.

    Attributes:
        what: Who it is.
        runs: What each of its runs took.
        ratios: Its seconds by ours, pair by pair.
        off: The largest difference of a standing between its report and ours, of 100.
    """

    what: str
    runs: Figure
    ratios: list[float]
    off: float

    @property
    def middle(self) -> float:
        return median(self.ratios)


class SideBySide(NamedTuple):
    """Kibbutz and its peers, run in turn."""

    ours: Figure
    peers: list[Beside]


def score(path: Path, report: Path) -> list[str]:
    return [KIBBUTZ, "score", str(path), "--json", "-q", "-o", str(report)]


def scored(folder: Path, size: Size) -> list[Figure]:
    """Score communities of growing size from Parquet."""
    figures = []
    for activities in size.scored:
        path = made(folder / f"{activities}.parquet", "--activities", str(activities))
        runs = [timed(score(path, folder / "report.json")) for _ in range(size.rounds)]
        figures.append(figure(f"{activities:,}", runs, activities, megabytes(path)))
    return figures


class Replayed(NamedTuple):
    """A community scored once, and month by month, in turn."""

    once: Figure
    replay: Figure
    ratios: list[float]

    @property
    def middle(self) -> float:
        return median(self.ratios)


def replayed(folder: Path, size: Size) -> list[Replayed]:
    """Score communities once, and with 24 months of history, in turn."""
    found = []
    report = folder / "report.json"
    for activities in (each for each in size.scored if each <= 1_000_000):
        path = made(folder / f"{activities}.parquet", "--activities", str(activities))
        once, months = alternating([score(path, report), [*score(path, report), "--replay"]], size.pairs)
        ratios = [long.seconds / short.seconds for short, long in zip(once, months, strict=True)]
        name = f"{activities:,}"
        found.append(Replayed(figure(name, once, activities), figure(name, months, activities), ratios))
    return found


def starts(size: Size) -> SideBySide:
    """Show the help of kibbutz and of a bare Typer program in turn."""
    commands = [[KIBBUTZ, "--help"], [sys.executable, str(HERE / "bare.py"), "--help"]]
    ours, bare = alternating(commands, STARTS * size.rounds)
    return SideBySide(figure("kibbutz --help", ours), [_beside("bare Typer program", ours, bare, 0)])


def small_exports(folder: Path, size: Size) -> list[Figure]:
    """Score exports of about 1,000 activities the way a person does, with a report to read, in turn."""
    paths = [made(folder / f"1000-{name}", *amount) for name, amount in SMALL_EXPORT.items()]
    laps = alternating([[KIBBUTZ, "score", str(path)] for path in paths], STARTS * size.rounds)
    return [
        figure(name, runs, _activities(path), megabytes(path))
        for name, path, runs in zip(SMALL_EXPORT, paths, laps, strict=True)
    ]


def start(folder: Path, size: Size) -> imports.Start:
    """Score the smallest table, and look at what its time goes to."""
    path = made(folder / "1000-table.csv", *SMALL_EXPORT["table.csv"])
    return imports.start(KIBBUTZ, path, size.rounds * 3)


def _activities(path: Path) -> int:
    told = subprocess.run([KIBBUTZ, "inspect", str(path), "--json"], check=True, capture_output=True)
    return int(json.loads(told.stdout)["activities"])


def large_exports(folder: Path, size: Size) -> list[Figure]:
    """Score exports too large to be held in memory, once each."""
    figures = []
    report = folder / "report.json"
    for what, name, share in LARGE:
        path = made(folder / name, "--megabytes", str(size.export * share))
        run = timed(score(path, report))
        activities = json.loads(report.read_bytes())["activities"]
        figures.append(figure(what, [run], activities, megabytes(path)))
        gone(path)
    return figures


def gone(path: Path) -> None:
    """Take a file or folder away."""
    if path.is_dir():
        rmtree(path)
    else:
        path.unlink()


def side_by_side(folder: Path, size: Size) -> SideBySide:
    """Let kibbutz and the peers write the report of the same community, in turn."""
    activities = max(each for each in size.scored if each <= 1_000_000)
    path = made(folder / f"{activities}.parquet", "--activities", str(activities))
    reports = [folder / f"peer-{place}.json" for place in range(len(PEERS))]
    peers = [
        [sys.executable, str(HERE / program), str(path), *options, "-o", str(report)]
        for (program, *options), report in zip(PEERS.values(), reports, strict=True)
    ]
    ours, *theirs = alternating([score(path, folder / "ours.json"), *peers], size.pairs)
    standings = {
        member["member"]: member["standing"] and member["standing"]["value"]
        for member in json.loads((folder / "ours.json").read_bytes())["members"]
    }
    return SideBySide(
        figure("kibbutz", ours, activities, megabytes(path)),
        [
            _beside(name, ours, runs, _off(standings, report), activities)
            for name, runs, report in zip(PEERS, theirs, reports, strict=True)
        ],
    )


def _beside(what: str, ours: Sequence[Ran], theirs: Sequence[Ran], off: float, activities: int = 0) -> Beside:
    ratios = [their.seconds / our.seconds for our, their in zip(ours, theirs, strict=True)]
    return Beside(what, figure(what, theirs, activities), ratios, off)


def _off(standings: dict[str, float | None], report: Path) -> float:
    """Return how far a peer's standings are from ours.

    Raises:
        ValueError: The two do not rank the same members: what they take cannot be compared.
    """
    theirs = {row["member"]: row["standing"] for row in json.loads(report.read_bytes())}
    ranked, ranked_there = _ranked(standings), _ranked(theirs)
    if theirs.keys() != standings.keys() or ranked_there.keys() != ranked.keys():
        raise ValueError(f"{report.name}: expected the members that kibbutz ranks: the peer is out of date")
    return max((abs(there - ranked[member]) for member, there in ranked_there.items()), default=0.0)


def _ranked(standings: dict[str, float | None]) -> dict[str, float]:
    return {member: standing for member, standing in standings.items() if standing is not None}
