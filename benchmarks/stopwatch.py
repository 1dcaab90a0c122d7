"""Wall time and peak memory of whole commands: ``python benchmarks/stopwatch.py COMMAND...``.

Linux counts what a parent had held as its child's peak until the child has grown past it, so a
command is started by this small program and not by the one that asks.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class Ran(NamedTuple):
    """What a command took."""

    seconds: float
    peak_mb: float


class Figure(NamedTuple):
    """What something took, in every run.

    Attributes:
        what: What was measured.
        seconds: Wall time of each run.
        activities: How many activities each run dealt with.
        megabytes: How much it read.
        peak_mb: The highest peak of memory.
    """

    what: str
    seconds: list[float]
    activities: int = 0
    megabytes: float = 0
    peak_mb: float = 0

    @property
    def middle(self) -> float:
        return median(self.seconds)


def timed(command: Sequence[str]) -> Ran:
    """Run a command to its end.

    Raises:
        CalledProcessError: It failed; what it said is on stderr.
    """
    done = subprocess.run([sys.executable, __file__, *command], check=True, stdout=subprocess.PIPE)
    return Ran(**json.loads(done.stdout))


def figure(what: str, runs: Sequence[Ran], activities: int = 0, megabytes: float = 0) -> Figure:
    """Return a figure of some runs."""
    return Figure(
        what, [run.seconds for run in runs], activities, megabytes, max(run.peak_mb for run in runs)
    )


def alternating(commands: Sequence[Sequence[str]], rounds: int) -> list[list[Ran]]:
    """Run commands one after another, round by round, so that a busy minute hits them alike."""
    laps = [[timed(command) for command in commands] for _ in range(rounds)]
    return [list(runs) for runs in zip(*laps, strict=True)]


def megabytes(path: Path) -> float:
    """Return the size of a file or folder."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6


def main() -> int:
    start = time.perf_counter()
    child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    print(json.dumps({"seconds": seconds, "peak_mb": usage.ru_maxrss * RSS_UNIT / 1e6}))
    return child.returncode


if __name__ == "__main__":
    sys.exit(main())
