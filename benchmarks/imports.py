"""What each package takes to import in a short command, as ``python -X importtime`` tells it.

It is wrong where two threads import at once, as ours do: what a command imports is listed first, and then
imported again, one module after the other.
"""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple, TypeAlias

from stopwatch import Figure, alternating, figure

SHOWN = 0.005
"""A package that takes fewer seconds is one of the others."""

PYTHON, OTHERS = "Python's own", "others"

ONE_BY_ONE = """
import sys

for name in sys.argv[1:]:
    try:
        __import__(name)
    except ImportError:
        pass
"""

Taken: TypeAlias = defaultdict[str, list[float]]
"""The seconds of each module of a package, by its name."""


class Imported(NamedTuple):
    """What a package's modules took, without what they import in turn.

    Attributes:
        package: Its name.
        modules: How many of its modules are imported.
        runs: The seconds of each run.
    """

    package: str
    modules: int
    runs: Figure


class Start(NamedTuple):
    """A short command, an empty program, and the imports between the two."""

    whole: Figure
    empty: Figure
    imports: list[Imported]

    @property
    def rest(self) -> float:
        """Seconds that neither Python's own start nor an import takes."""
        return self.whole.middle - self.empty.middle - sum(each.runs.middle for each in self.imports)


def start(kibbutz: str, path: Path, rounds: int) -> Start:
    """Score a small export, and look at what its time goes to."""
    whole, empty = alternating([[kibbutz, "score", str(path)], [sys.executable, "-c", "pass"]], rounds)
    modules = [module for _, module in _told(["-m", "kibbutz_cli", "score", str(path), "--quiet"])]
    return Start(figure("score", whole), figure("empty", empty), _imports([_taken(modules) for _ in whole]))


def _imports(runs: list[Taken]) -> list[Imported]:
    """Return the packages, the longest first, and together those that take little."""
    packages = [
        Imported(name, max(len(run[name]) for run in runs), Figure(name, [sum(run[name]) for run in runs]))
        for name in sorted(set().union(*runs))
    ]
    packages.sort(key=lambda each: -each.runs.middle)
    shown = [each for each in packages if each.runs.middle >= SHOWN]
    few = packages[len(shown) :]
    seconds = [sum(parts) for parts in zip(*(each.runs.seconds for each in few), strict=True)]
    return [*shown, Imported(OTHERS, sum(each.modules for each in few), Figure(OTHERS, seconds))]


def _taken(modules: list[str]) -> Taken:
    """Return what modules took, imported one by one."""
    found: Taken = defaultdict(list)
    for seconds, module in _told(["-c", ONE_BY_ONE, *modules]):
        found[_package(module)].append(seconds)
    return found


def _told(command: list[str]) -> list[tuple[float, str]]:
    """Return what is imported after Python's own start, which ends with ``site``: seconds and name."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *command], check=True, capture_output=True, text=True
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    rows = [[part.strip() for part in line.removeprefix("import time:").split("|")] for line in lines]
    start = next(number for number, row in enumerate(rows) if row[2] == "site")
    return [(int(own) / 1e6, module) for own, _, module in rows[start + 1 :]]


def _package(module: str) -> str:
    top = module.partition(".")[0]
    return PYTHON if top in sys.stdlib_module_names or top == "__future__" else top.removeprefix("_")
