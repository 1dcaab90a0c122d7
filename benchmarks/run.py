"""Measure everything and write ``benchmarks/RESULTS.md``: ``python benchmarks/run.py [--small|--large]``."""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import commands
from results import Measured, page
from sizes import SIZES
from stopwatch import Figure

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure everything, and write what it took.")
    parser.add_argument("--small", action="store_const", dest="size", const="small", help="see that it works")
    parser.add_argument("--large", action="store_const", dest="size", const="large", help="more, for longer")
    parser.add_argument("-o", "--output", type=Path, help="default: RESULTS.md here; with --small: stdout")
    wanted = parser.parse_args()
    name = wanted.size or "usual"
    # An installed program has its bytecode; where the surroundings forbid to write it, every run would
    # compile what was changed since.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory(prefix="kibbutz-bench-") as folder:
        measured = _measure(Path(folder), name)
    text = page(measured, f", with `python benchmarks/run.py --{name}`" if wanted.size else "")
    output = wanted.output or (None if name == "small" else HERE / "RESULTS.md")
    if output is None:
        print(text)
    else:
        output.write_text(text, encoding="utf-8")
        _tell(f"written: {output.name}")


def _measure(folder: Path, name: str) -> Measured:
    size = SIZES[name]
    before = os.getloadavg()[0]
    _tell("reading and loading")
    inside = _inside(folder / "pytest.json", name)
    _tell("starting")
    starts = commands.starts(size)
    _tell("small exports")
    small = commands.small_exports(folder, size)
    start = commands.start(folder, size)
    _tell("scoring")
    scored = commands.scored(folder, size)
    _tell("replay")
    replayed = commands.replayed(folder, size)
    _tell("side by side")
    beside = commands.side_by_side(folder, size)
    _tell("large exports")
    large = commands.large_exports(folder, size)
    load = (before, os.getloadavg()[0])
    read, loaded = inside["read"], inside["load"]
    return Measured(size, read, loaded, scored, starts, small, start, large, beside, load, replayed)


def _inside(report: Path, name: str) -> dict[str, list[Figure]]:
    """Run the benchmarks inside Python and return their figures by what they measure."""
    options = ["--size", name, "--benchmark-disable-gc", "--benchmark-quiet", f"--benchmark-json={report}"]
    command = [sys.executable, "-m", "pytest", str(HERE), "-p", "no:cacheprovider", *options]
    subprocess.run(command, check=True, stdout=sys.stderr, cwd=HERE.parent)
    found: dict[str, list[Figure]] = {"read": [], "load": []}
    for each in json.loads(report.read_bytes())["benchmarks"]:
        told = each["extra_info"]
        taken = Figure(told["path"], each["stats"]["data"], told["activities"], told["megabytes"])
        found["read" if each["name"].startswith("test_read") else "load"].append(taken)
    return found


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
