"""What each step of a score takes: ``python benchmarks/steps.py FILE [METRIC]`` prints JSON, a step a line.

The steps run one after the other here, each with all threads; in a score two run at the same time.
"""

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from kibbutz_cli.app.run import all_metrics
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.ledger import Keeping, Ledger
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config
from kibbutz_cli.readers.choose import Input, inputs
from kibbutz_cli.scoring import pipeline

PAGE = os.sysconf("SC_PAGE_SIZE")


class OneByOne(DuckDB):
    """The engine, with one statement at a time, so that each has its own time."""

    def __init__(self, files: Sequence[str]) -> None:
        super().__init__(files)
        self._at_once = 1


class Laps:
    """Times each step from its name to the next, with the memory held at its end."""

    def __init__(self) -> None:
        self.found: list[tuple[str, float, float]] = []
        self._name = "reading"
        self._since = time.perf_counter()

    def __call__(self, name: str) -> None:
        now = time.perf_counter()
        held = int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6
        self.found.append((self._name, now - self._since, held))
        self._name, self._since = name, now


def main() -> None:
    path, *more = sys.argv[1:]
    config = Config(metrics=more)
    laps = Laps()
    with OneByOne([path]) as engine:
        ledger = Ledger(engine, Keeping(in_place=True))
        for found in inputs(path, Limits(), None):
            assert isinstance(found, Input)
            ledger.take(found, {}, lambda *_: None)
        ledger.settle()
        pipeline.run(engine, pipeline.Plan(Ruler(), config, all_metrics(config), listed=True), laps)
        laps("end")
    for name, seconds, held in laps.found:
        print(json.dumps({"step": name, "seconds": seconds, "mb": held}))


if __name__ == "__main__":
    main()
