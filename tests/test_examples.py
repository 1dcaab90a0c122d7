import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
COMMITTED = EXAMPLES / "community"


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_generator_reproduces_the_committed_community_on_any_machine(tmp_path: Path) -> None:
    surroundings = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Apia", "LC_ALL": "C"}
    command = [sys.executable, str(EXAMPLES / "generate.py"), "-o", str(tmp_path)]
    subprocess.run(command, check=True, env=surroundings)
    assert _files(tmp_path) == _files(COMMITTED)


def test_the_community_stays_small_enough_to_ship() -> None:
    assert sum(len(content) for content in _files(COMMITTED).values()) < 1_500_000
