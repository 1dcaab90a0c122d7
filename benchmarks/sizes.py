"""How much is measured: ``small`` shows that it works, ``usual`` takes minutes, ``large`` is for patience."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Size(NamedTuple):
    """How much of everything.

    Attributes:
        rounds: How often each thing is run.
        pairs: How often kibbutz and the peers are run in turn.
        scored: Communities to score, by their activities; the peers score one like the largest up to 1M.
        tables: Activities of the tables that are loaded.
        reads: Megabytes of the exports that are read.
        export: Megabytes of the exports whose reading must stay small in memory.
    """

    rounds: int
    pairs: int
    scored: tuple[int, ...]
    tables: int
    reads: float
    export: float


SIZES = {
    "small": Size(2, 2, (2_000, 6_000, 20_000), 5_000, 2, 5),
    "usual": Size(3, 5, (10_000, 100_000, 1_000_000), 200_000, 40, 500),
    "large": Size(7, 7, (10_000, 100_000, 1_000_000, 5_000_000), 1_000_000, 200, 500),
}


def made(path: Path, *options: str) -> Path:
    """Return a file or folder of the generator, made if it is not there; its ending says what it is."""
    if not path.exists():
        generate = Path(__file__).with_name("generate.py")
        subprocess.run([sys.executable, str(generate), *options, "-o", str(path)], check=True)
    return path
