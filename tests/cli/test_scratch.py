"""A disk that takes no scratch files is told in one line, with what to do about it."""

import gzip
import subprocess
import sys

import pytest
from command import KIBBUTZ, clean

NOWHERE = (
    "import sys, tempfile; tempfile._candidate_tempdir_list = lambda: ['/absent', '/missing']; "
    "from kibbutz_cli.cli import main; main()"
)
"""A machine, such as a container that is only read, where none of the usual folders takes a file."""


def said(home, folder, *command, given=b""):
    done = subprocess.run(
        [*map(str, command)],
        input=given,
        capture_output=True,
        cwd=folder,
        env=clean(home),
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr.decode().splitlines()


@pytest.mark.parametrize("path", ["FORUM", "-"])
def test_no_folder_for_scratch_files_is_told_with_what_to_do(home, forum, tmp_path, path):
    path = forum if path == "FORUM" else path

    assert said(home, tmp_path, sys.executable, "-c", NOWHERE, "score", path, given=forum.read_bytes()) == (
        3,
        b"",
        [
            "kibbutz: no folder for scratch files: "
            "No usable temporary directory found in ['/absent', '/missing']",
            "hint: set TMPDIR to a folder that can be written",
        ],
    )


def test_a_folder_for_the_engine_alone_does_for_a_table_and_not_for_a_pipe(home, forum, tmp_path):
    run = [sys.executable, "-c", NOWHERE, "score", "-q", "--tmp", tmp_path]

    table = said(home, tmp_path, *run, forum)
    pipe = said(home, tmp_path, *run, "-", given=forum.read_bytes())

    assert (table[0], table[2]) == (0, [])
    assert pipe == (
        3,
        b"",
        [
            "kibbutz: -: no temporary file: No usable temporary directory found in ['/absent', '/missing']",
            "hint: set TMPDIR to a folder that can be written",
        ],
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the limit bounds nothing")
@pytest.mark.parametrize("kilobytes", [130_000, 160_000, 200_000])
def test_a_process_that_may_have_little_memory_says_so_and_blames_nobody(home, forum, tmp_path, kilobytes):
    """Where it runs out, while something is loaded or a thread begun, depends on the machine."""
    command = (f'ulimit -v {kilobytes}; exec "$0" "$@"', KIBBUTZ, "score", str(forum), "-q")

    code, printed, told = said(home, tmp_path, "sh", "-c", *command)

    assert code != 0
    assert printed == b""
    assert "memory" in told[0]
    assert "bug" not in " ".join(told)


def full(home, folder, *args):
    """Run the command where no file may grow beyond a kilobyte or two, as on a disk that is full.

    Python must not keep what it compiles meanwhile: it would keep the first kilobyte of it.
    """
    command = [sys.executable, "-B", "-m", "kibbutz_cli", *args]
    return said(home, folder, "sh", "-c", 'ulimit -f 2; exec "$0" "$@"', *command)


def test_a_packed_table_that_finds_no_room_is_told(home, forum, tmp_path):
    (tmp_path / "forum.csv.gz").write_bytes(gzip.compress(forum.read_bytes()))

    code, printed, (first, hint) = full(home, tmp_path, "score", "forum.csv.gz", "--tmp", ".")

    assert (code, printed) == (3, b"")
    assert first.startswith("kibbutz: forum.csv.gz: cannot be unpacked to kibbutz-")
    assert first.endswith(": File too large")
    assert hint == "hint: give --tmp a folder with more room"
    assert [path.name for path in tmp_path.iterdir()] == ["forum.csv.gz"]


@pytest.mark.parametrize("shape", ["parquet", "ndjson"])
def test_what_is_written_and_finds_no_room_is_told(home, forum, tmp_path, shape):
    assert full(home, tmp_path, "convert", forum, "--tmp", ".", "-o", f"out.{shape}") == (
        3,
        b"",
        [
            "kibbutz: engine: scratch files cannot be written: File too large",
            "hint: give --tmp a folder with more room",
        ],
    )
    assert list(tmp_path.iterdir()) == []


def test_what_the_scratch_folder_is_called_changes_nothing(kibbutz, forum, tmp_path):
    folder = "kind=like/platform=q/value=3/actor=zed"
    (tmp_path / folder).mkdir(parents=True)
    packed = tmp_path / "forum.csv.gz"
    packed.write_bytes(gzip.compress(forum.read_bytes()))

    elsewhere, there = (
        [
            kibbutz(*command, packed, TMPDIR=tmp_path / scratch).stdout
            for command in (["convert", "-o", "-", "--format", "ndjson"], ["score", "--json"])
        ]
        for scratch in (".", folder)
    )

    assert all(elsewhere)
    assert there == elsewhere
