"""What Windows does not have or do, taken away: the program needs none of it."""

import json
import subprocess
import sys

import pytest
from command import clean

WITHOUT = """
import os
made, unblocked = os.pipe, os.set_blocking
def pipe():
    reading, writing = made()
    unblocked(writing, False)  # only other systems refuse to write signals to a pipe that waits
    return reading, writing
os.pipe = pipe
del os.set_blocking  # there from Python 3.12 on
from kibbutz_cli.cli import main, wildcards
wildcards.LEFT_TO_PROGRAMS = True
main()
"""


def without(home, folder, *args):
    run = [sys.executable, "-c", WITHOUT, *map(str, args)]
    return subprocess.run(
        run, capture_output=True, text=True, env=clean(home), cwd=folder, timeout=60, check=False
    )


def test_a_command_runs_without_pipes_that_do_not_wait(home, kibbutz, forum, tmp_path):
    done = without(home, tmp_path, "inspect", forum)

    usual = kibbutz("inspect", forum)
    assert (done.returncode, done.stdout, done.stderr) == (0, usual.stdout, usual.stderr)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["d/*.csv"], ["d/a [1].csv", "d/b [1].csv"]),
        (["d/? [[]1].csv"], []),
        (["d/? [1].csv", "--since", "2023-*"], []),
        (["d/? [1].*"], ["d/a [1].csv", "d/b [1].csv"]),
        (["d/*.csv", "--config", "*.toml"], []),
        (["d/*.zip"], []),
    ],
)
def test_a_pattern_that_no_shell_replaced_stands_for_the_files_it_finds(home, forum, tmp_path, typed, read):
    (tmp_path / "d").mkdir()
    for name in ("b [1].csv", "a [1].csv", "notes.txt"):
        (tmp_path / "d" / name).write_bytes(forum.read_bytes())
    (tmp_path / "kibbutz.toml").write_text("")

    done = without(home, tmp_path, "inspect", *typed, "--json")

    told = json.loads(done.stdout)["sources"] if done.stdout else []
    assert ([source["path"] for source in told], done.returncode in (2, 3)) == (read, not read)
