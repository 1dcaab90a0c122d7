"""What Windows does not have, taken away: the program needs none of it."""

import subprocess
import sys

from conftest import clean

WITHOUT = """
import os
made, unblocked = os.pipe, os.set_blocking
def pipe():
    reading, writing = made()
    unblocked(writing, False)  # only other systems refuse to write signals to a pipe that waits
    return reading, writing
os.pipe = pipe
del os.set_blocking  # there from Python 3.12 on
from kibbutz_cli.cli import main
main()
"""


def without(home, folder, *args):
    run = [sys.executable, "-c", WITHOUT, *map(str, args)]
    return subprocess.run(
        run, capture_output=True, text=True, env=clean(home), cwd=folder, timeout=60, check=False
    )


def test_a_command_runs_without_pipes_that_do_not_wait(home, kibbutz, forum, tmp_path):
    done = without(home, tmp_path, "inspect", forum)

    assert (done.returncode, done.stderr) == (0, kibbutz("inspect", forum).stderr)
    assert done.stdout == kibbutz("inspect", forum).stdout
