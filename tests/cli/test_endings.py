"""Exit codes, and how a run ends early."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from random import Random
from subprocess import PIPE

import pytest
from command import KIBBUTZ, clean

ENDING = pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)


@contextmanager
def beginning(home, *command, **streams):
    """Start a command that is gone at the end, whatever came of it."""
    with subprocess.Popen(command, env=clean(home), **streams) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--version"], 0),
        (["formats"], 0),
        (["score", "FORUM", "--fail-under", "1"], 0),
        (["score", "FORUM", "--fail-under", "100"], 1),
        (["score", "FORUM", "--member", "f:u1", "--fail-under", "100"], 1),
        (["score"], 2),
        (["score", "FORUM", "--format", "xls"], 2),
        (["score", "FORUM", "--weight", "social=heavy"], 2),
        (["score", "FORUM", "--top", "-1"], 2),
        (["score", "absent.xml"], 3),
        (["inspect", "EMPTY"], 3),
        (["score", "FORUM", "--strict"], 4),
        (["score", "FORUM", "--max-errors", "1"], 4),
        (["score", "FORUM", "--max-errors", "2"], 0),
        (["score", "FORUM", "--max-errors", "0.6%"], 4),
        (["score", "FORUM", "--max-errors", "0.7%"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_the_exit_code_says_how_it_went(kibbutz, forum, tmp_path, args, code):
    (tmp_path / "empty").write_bytes(b"")
    words = [{"FORUM": str(forum), "EMPTY": "empty"}.get(arg, arg) for arg in args]

    done = kibbutz(*words)

    assert code == done.returncode, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("kibbutz: ") or code in (0, 1, 2, 4)


def test_a_bug_is_one_line_and_exit_70(home, tmp_path):
    code = (
        "import kibbutz_cli.cli.score as s; s.answers.inputs = None; from kibbutz_cli.cli import main; main()"
    )
    run = [sys.executable, "-c", code, "score", "x"]

    done = subprocess.run(run, capture_output=True, text=True, env=clean(home), cwd=tmp_path, check=False)

    assert done.returncode == 70
    assert done.stderr.splitlines() == [
        "kibbutz: TypeError: 'NoneType' object is not callable",
        "hint: this is a bug of ours; KIBBUTZ_DEBUG=1 shows where, please report it",
    ]


def test_a_bug_that_cannot_say_what_it_is_is_one_line_too(home, tmp_path):
    code = (
        "import kibbutz_cli.cli.score as s; from kibbutz_cli.cli import main\n"
        "class Mute(Exception):\n"
        "    def __str__(self): raise AssertionError\n"
        "def inputs(*_, **__): raise Mute\n"
        "s.answers.inputs = inputs; main()"
    )
    run = [sys.executable, "-c", code, "score", "x"]

    done = subprocess.run(run, capture_output=True, text=True, env=clean(home), cwd=tmp_path, check=False)

    assert done.returncode == 70
    assert done.stderr.splitlines()[0] == "kibbutz: Mute"


def test_a_bug_shows_its_traceback_when_asked(home, tmp_path):
    code = (
        "import kibbutz_cli.cli.score as s; s.answers.inputs = None; from kibbutz_cli.cli import main; main()"
    )
    run = [sys.executable, "-c", code, "score", "x"]

    done = subprocess.run(
        run, capture_output=True, text=True, env=clean(home, KIBBUTZ_DEBUG="1"), cwd=tmp_path, check=False
    )

    assert "Traceback" in done.stderr


def test_what_a_plugin_leaves_for_the_end_is_done(home):
    code = "import atexit; atexit.register(print, 'done'); from kibbutz_cli.cli import main; main()"
    run = [sys.executable, "-c", code, "--version"]

    done = subprocess.run(run, capture_output=True, text=True, env=clean(home), check=True)

    assert done.stdout.splitlines()[1:] == ["done"]


@pytest.mark.parametrize(
    "args",
    [
        ["schema", "summary"],
        ["--help"],
        ["score", "FORUM", "--json"],
        ["score", "FORUM", "--format", "csv"],
        ["element"],
    ],
)
def test_a_closed_pipe_is_quiet_and_141(home, forum, args):
    words = [str(forum) if arg == "FORUM" else arg for arg in args]
    reading, writing = os.pipe()
    os.close(reading)

    with beginning(home, KIBBUTZ, *words, stdout=writing, stderr=PIPE) as process:
        os.close(writing)
        said = process.stderr.read()
        process.wait(timeout=30)

    assert process.returncode == 141
    assert b"Traceback" not in said
    assert b"Broken" not in said


PRINTING = [
    ["score", "FORUM"],
    ["score", "FORUM", "--json"],
    ["score", "FORUM", "--format", "csv"],
    ["score", "FORUM", "--format", "parquet", "-o", "-"],
    ["explain", "f:u1", "FORUM"],
    ["inspect", "FORUM"],
    ["convert", "FORUM", "--format", "ndjson", "-o", "-"],
    ["formats"],
    ["schema", "summary"],
    ["doctor"],
    ["element"],
    ["--help"],
    ["score", "--help"],
    ["--version"],
]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device")  # noqa: PTH110
@pytest.mark.parametrize("args", PRINTING, ids=" ".join)
def test_a_full_stdout_is_told_in_one_line(home, forum, args):
    words = [str(forum) if arg == "FORUM" else arg for arg in args]

    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [KIBBUTZ, *words], stdout=full, stderr=PIPE, text=True, env=clean(home), timeout=60, check=False
        )

    assert (done.returncode, done.stderr.splitlines()) == (
        2,
        [
            "kibbutz: stdout: cannot be written: No space left on device",
            "hint: choose another place for it",
        ],
    )


@pytest.mark.parametrize("args", PRINTING, ids=" ".join)
def test_a_closed_stdout_is_told_in_one_line(home, forum, args):
    words = [str(forum) if arg == "FORUM" else arg for arg in args]

    done = subprocess.run(
        ["sh", "-c", 'exec "$0" "$@" >&-', KIBBUTZ, *words],
        stderr=PIPE,
        text=True,
        env=clean(home),
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr.splitlines()) == (
        2,
        ["kibbutz: stdout: cannot be written: it is closed", "hint: choose another place for it"],
    )


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device")  # noqa: PTH110
@pytest.mark.parametrize("shape", ["activitystreams", "csv", "ndjson", "parquet"])
def test_a_conversion_that_a_full_disk_ends_is_told_in_one_line(kibbutz, tmp_path, shape):
    rows = "".join(f"p{number},f:u{number % 5},post,2023-05-01\n" for number in range(2000))
    (tmp_path / "long.csv").write_text(f"activity_id,actor,kind,published\n{rows}")

    done = kibbutz("convert", "long.csv", "-q", "--format", shape, "-o", "/dev/full")

    assert (done.returncode, done.stderr) == (
        2,
        "kibbutz: /dev/full: cannot be written: No space left on device\n"
        "hint: choose another place with -o\n",
    )


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device")  # noqa: PTH110
def test_what_a_plugin_leaves_for_a_full_stdout_is_told(home):
    code = "import atexit; atexit.register(print, 'done'); from kibbutz_cli.cli import main; main()"

    with open("/dev/full", "wb") as full:  # noqa: PTH123
        run = [sys.executable, "-c", code, "score", "absent.csv"]
        done = subprocess.run(run, stdout=full, stderr=PIPE, text=True, env=clean(home), check=False)

    assert done.returncode == 3
    assert done.stderr.splitlines()[-1] == "kibbutz: stdout: cannot be written: No space left on device"


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "2>/dev/full"])
def test_what_is_written_to_a_file_needs_no_stream(home, forum, tmp_path, closed):
    command = ["sh", "-c", f'exec "$0" "$@" {closed}', KIBBUTZ, "score", str(forum), "-o", "r.json"]

    done = subprocess.run(
        command, capture_output=True, env=clean(home), cwd=tmp_path, timeout=60, check=False
    )

    assert (done.returncode, done.stdout) == (0, b"")
    assert json.loads((tmp_path / "r.json").read_text())["schema"] == "kibbutz.summary/1"


@ENDING
def test_a_signal_ends_a_run_within_two_seconds(home, number, code):
    command = [KIBBUTZ, "score", "-", "--from", "tables"]
    with beginning(home, *command, stdin=PIPE, stdout=PIPE, stderr=PIPE) as process:
        process.stdin.write(b"actor,published\n")
        process.stdin.flush()
        time.sleep(1.5)
        started = time.monotonic()
        process.send_signal(number)
        process.wait(timeout=10)
        took = time.monotonic() - started
        said = process.stderr.read()

    assert (code, b"") == (process.returncode, said)
    assert took < 2


STARTING = """
import os, signal, sys
left = int(sys.argv.pop())
number = int(sys.argv.pop())
def call(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), number)
sys.setprofile(call)
from kibbutz_cli.cli import main
main()
"""


@pytest.mark.parametrize("window", range(12))
def test_a_signal_while_the_program_starts_is_quiet(home, forum, window):
    """By the count of calls, not by the clock: from where the program can listen up to its first query."""
    number, code = [(signal.SIGINT, 130), (signal.SIGTERM, 143)][window % 2]
    moment = int(2000 * 1.52 ** Random(window).uniform(window, window + 1))
    words = ["score", str(forum), "-q", str(int(number)), str(moment)]

    done = subprocess.run(
        [sys.executable, "-c", STARTING, *words],
        capture_output=True,
        env=clean(home),
        timeout=60,
        check=False,
    )

    # Before it is listened to, a signal ends the process itself, and a shell tells the same code.
    assert done.returncode in (code, -number)
    assert (done.stdout, done.stderr) == (b"", b"")


UNHEARD = """
import os, signal, sys, time
from kibbutz_cli.cli.signals import Terminated, listening
class Gone:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        sum(range(1000))
try:
    with listening():
        Gone()
        time.sleep(0.5)
        print("went on")
except Terminated:
    print("ended")
"""


def test_a_signal_that_is_heard_where_nothing_can_be_raised_ends_the_run_all_the_same(home):
    done = subprocess.run(
        [sys.executable, "-c", UNHEARD], capture_output=True, env=clean(home), timeout=60, check=False
    )

    assert (done.stdout, done.stderr) == (b"ended\n", b"")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize(
    "instead",
    ["raise TypeError('Error building validator')", "raise UsageError('--memory : no size')", "return 2"],
)
def test_a_signal_taken_for_a_fault_is_no_fault(home, number, code, instead):
    """As pydantic takes one, where it is heard in a validator."""
    taking = (
        "import os\n"
        "import kibbutz_cli.cli.program as p\n"
        "from kibbutz_cli.cli import main\n"
        "from kibbutz_cli.errors import UsageError\n"
        "def run(args):\n"
        "    try:\n"
        f"        os.kill(os.getpid(), {int(number)})\n"
        "    except BaseException:\n"
        f"        {instead}\n"
        "p.run = run\n"
        "main()\n"
    )

    done = subprocess.run([sys.executable, "-c", taking], capture_output=True, env=clean(home), check=False)

    assert (code, b"", b"") == (done.returncode, done.stdout, done.stderr)


def dropping(home, fault):
    """Run a command in which something ends with a fault where nothing can be raised."""
    program = (
        "import os\n"
        "import kibbutz_cli.cli.program as p\n"
        "from kibbutz_cli.cli import main\n"
        "class Dropped:\n"
        f"    def __del__(self): {fault}\n"
        "def run(args):\n"
        "    Dropped()\n"
        "    return 0\n"
        "p.run = run\n"
        "main()\n"
    )
    return subprocess.run([sys.executable, "-c", program], capture_output=True, env=clean(home), check=False)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_where_nothing_can_be_raised_is_quiet(home, number, code):
    done = dropping(home, f"os.kill(os.getpid(), {int(number)})")

    assert (code, b"", b"") == (done.returncode, done.stdout, done.stderr)


def test_a_fault_where_nothing_can_be_raised_is_told(home):
    done = dropping(home, "raise ValueError('lost')")

    assert done.returncode == 0
    assert b"ValueError: lost" in done.stderr


@ENDING
def test_a_signal_ends_even_a_call_that_does_not_hear_it(home, number, code):
    deaf = (
        "import sys, time, signal, kibbutz_cli.cli.program as p\n"
        "import threading\n"
        "from kibbutz_cli.cli import main\n"
        "def run(args):\n"
        "    print('ready', flush=True)\n"
        "    end = time.monotonic() + 8\n"
        "    while time.monotonic() < end:\n"
        "        try:\n"
        "            time.sleep(8)\n"
        "        except BaseException:\n"
        "            pass\n"
        "    return 0\n"
        "p.run = run\n"
        "main()\n"
    )
    with beginning(home, sys.executable, "-c", deaf, stdout=PIPE) as process:
        process.stdout.readline()
        started = time.monotonic()
        process.send_signal(number)
        process.wait(timeout=10)

    assert code == process.returncode
    assert time.monotonic() - started < 2


def test_where_a_closed_terminal_is_ignored_it_stays_so(home, tmp_path):
    command = ["nohup", KIBBUTZ, "score", "-", "--from", "tables", "--json"]
    with beginning(home, *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=tmp_path) as process:
        process.stdin.write(b"actor,published\nann,2024-01-01\n")
        process.stdin.flush()
        time.sleep(1)
        process.send_signal(signal.SIGHUP)
        said, _ = process.communicate(timeout=30)

    assert process.returncode == 0
    assert json.loads(said)["schema"] == "kibbutz.summary/1"


@ENDING
@pytest.mark.parametrize("wait", [0.0, 0.05, 0.2, 0.6])
def test_a_signal_in_a_statement_leaves_nothing_behind(home, tmp_path, number, code, wait):
    endless = (
        "import kibbutz_cli.cli.program as p\n"
        "from kibbutz_cli.cli import main\n"
        "from kibbutz_cli.engines.duckdb import DuckDB\n"
        "def run(args):\n"
        f"    with DuckDB(tmp={str(tmp_path)!r}) as db:\n"
        "        print('ready', flush=True)\n"
        "        db.rows('select sum(a.range * b.range) from range(9999999) a cross join range(9999999) b')\n"
        "p.run = run\n"
        "main()\n"
    )
    with beginning(home, sys.executable, "-c", endless, stdout=PIPE, stderr=PIPE) as run:
        run.stdout.readline()
        time.sleep(wait)
        run.send_signal(number)
        run.wait(timeout=20)  # the statement would take hours
        said = run.stderr.read()

    assert (code, b"") == (run.returncode, said)
    assert list(tmp_path.iterdir()) == []


@ENDING
@pytest.mark.parametrize(
    "work", ["db.append('kept_one', rows)", "db.expect(9, appended=True)"], ids=["append", "checkpoint"]
)
def test_a_signal_while_the_ledger_is_filled_leaves_nothing_behind(home, tmp_path, number, code, work):
    filling = (
        "import kibbutz_cli.cli.program as p\n"
        "from kibbutz_cli.cli import main\n"
        "from kibbutz_cli.engines.duckdb import DuckDB\n"
        "rows = [(str(number) * 9, number) for number in range(8192)]\n"
        "def run(args):\n"
        f"    with DuckDB(tmp={str(tmp_path)!r}) as db:\n"
        "        db.keep('kept_one', 'a varchar, b bigint')\n"
        "        db.execute('insert into kept_one select md5(range::varchar), range from range(300_000)')\n"
        "        print('ready', flush=True)\n"
        "        while True:\n"
        f"            {work}\n"
        "p.run = run\n"
        "main()\n"
    )
    with beginning(home, sys.executable, "-c", filling, stdout=PIPE, stderr=PIPE) as run:
        run.stdout.readline()
        time.sleep(0.3)
        run.send_signal(number)
        run.wait(timeout=20)
        said = run.stderr.read()

    assert (code, b"") == (run.returncode, said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("memory", ["1KB", "100KB", "1MB", "12MB"])
@pytest.mark.parametrize("path", ["FORUM", "mbox"])
def test_too_little_memory_is_told_with_what_does(kibbutz, forum, fixtures, memory, path):
    given = forum if path == "FORUM" else fixtures / path

    done = kibbutz("score", given, "--memory", memory)

    said, hint = done.stderr.splitlines()
    assert done.returncode == 3
    assert said.startswith("kibbutz: engine: out of memory: ")
    assert hint.startswith("hint: raise --memory (128MB does for a few thousand records), or ")


def test_more_memory_than_any_engine_counts_is_no_size(kibbutz, forum):
    done = kibbutz("score", forum, "--memory", "99999999999TB")

    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "kibbutz: --memory 99999999999TB: expected a size",
        "hint: such as 512MB or 2GB",
    ]


@ENDING
def test_a_second_signal_does_not_disturb_the_cleaning_up(home, tmp_path, number, code):
    slow = (
        "import time\n"
        "import kibbutz_cli.cli.program as p\n"
        "from kibbutz_cli.cli import main\n"
        "from kibbutz_cli.engines.duckdb import DuckDB\n"
        "def run(args):\n"
        f"    with DuckDB(tmp={str(tmp_path)!r}) as db:\n"
        "        try:\n"
        "            print('ready', flush=True)\n"
        "            time.sleep(20)\n"
        "        finally:\n"
        "            print('cleaning', flush=True)\n"
        "            time.sleep(0.3)\n"
        "            print('cleaned', flush=True)\n"
        "p.run = run\n"
        "main()\n"
    )
    with beginning(home, sys.executable, "-c", slow, stdout=PIPE, stderr=PIPE) as run:
        for _ in range(2):
            run.stdout.readline()
            run.send_signal(number)
        cleaned, said = run.communicate(timeout=20)

    assert (code, b"cleaned\n", b"") == (run.returncode, cleaned, said)
    assert list(tmp_path.iterdir()) == []


def test_what_is_started_deaf_to_the_keyboard_stays_so(home, forum):
    deaf = ["sh", "-c", 'trap "" INT; exec "$0" "$@"', KIBBUTZ, "score", "-", "--from", "tables", "-q"]
    with beginning(home, *deaf, stdin=PIPE, stdout=PIPE) as process:
        process.stdin.write(b"actor,published\n")
        process.stdin.flush()
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        process.communicate(b"ana,2024-01-01\nben,2024-01-02\n", timeout=30)

    assert process.returncode == 0


def test_an_output_file_is_whole_or_absent(kibbutz, forum, tmp_path):
    (tmp_path / "old.json").write_text("old")

    refused = kibbutz("score", forum, "--strict", "-o", "old.json")

    assert refused.returncode == 4
    assert (tmp_path / "old.json").read_text() == "old"
    assert kibbutz("score", forum, "-o", "old.json").stdout == ""
    assert json.loads((tmp_path / "old.json").read_text())["schema"] == "kibbutz.summary/1"
    assert [path.name for path in tmp_path.iterdir()] == ["old.json"]
