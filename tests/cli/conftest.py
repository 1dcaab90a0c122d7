"""The installed command, run the way people run it."""

import functools
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from command import KIBBUTZ, clean

DEEDS = """\
activity_id,platform,actor,actor_name,kind,object_id,target,thread_id,published
"""


@pytest.fixture(scope="session")
def home(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("home")


Run = Callable[..., subprocess.CompletedProcess[str]]


def _ran(
    home: Path, folder: Path, *args: object, given: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [KIBBUTZ, *map(str, args)],
        input=given,
        capture_output=True,
        text=True,
        cwd=folder,
        env=clean(home, **environment),
        timeout=60,
        check=False,
    )


@pytest.fixture
def kibbutz(home, tmp_path) -> Run:
    """Return a call that runs ``kibbutz`` in an empty folder, with stdin closed."""
    return functools.partial(_ran, home, tmp_path)


@pytest.fixture(scope="session")
def heard(home, tmp_path_factory) -> Run:
    """Return a call that runs a command once for all tests that ask it, and keeps what it said.

    It is for what depends on no file that a test writes, and comes again byte for byte.
    """
    return functools.cache(functools.partial(_ran, home, tmp_path_factory.mktemp("heard")))


@pytest.fixture
def installed(tmp_path) -> Callable[..., str]:
    """Return a call that installs a package in a folder, to be named in PYTHONPATH.

    It has one entry point, or one a line.
    """

    def install(group: str, point: str, **files: str) -> str:
        folder = tmp_path / "packages"
        told = folder / "brittle-1.0.dist-info"
        told.mkdir(parents=True, exist_ok=True)
        (told / "METADATA").write_text("Metadata-Version: 2.1\nName: brittle\nVersion: 1.0\n")
        (told / "entry_points.txt").write_text(f"[kibbutz.{group}]\n{point}\n")
        for name, text in files.items():
            file = folder / (name if "/" in name or "." in name else f"{name}.py")
            file.parent.mkdir(exist_ok=True)
            file.write_text(text)
        return str(folder)

    return install


@pytest.fixture(scope="session")
def forum(tmp_path_factory) -> Path:
    """Write a small community of six who answer one another over a year, with two bad records."""
    path = tmp_path_factory.mktemp("forum") / "forum.csv"
    rows = []
    for number in range(300):
        actor, month, day = number % 6, number // 30 % 12 + 1, number % 28 + 1
        answered = number - 1 - number % 4
        kind = "reply" if number % 5 and answered >= 0 else "post"
        towards = f"p{answered},f:u{answered % 6}" if kind == "reply" else ","
        thread = f"p{number - number % 5}"
        when = "soon" if number in (7, 70) else f"2023-{month:02}-{day:02}T10:00:00Z"
        rows.append(f"p{number},f,f:u{actor},Member {actor},{kind},{towards},{thread},{when}\n")
    path.write_text(DEEDS + "".join(rows))
    return path
