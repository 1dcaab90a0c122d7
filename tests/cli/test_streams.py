"""Results on stdout, everything else on stderr, each stream with its own colour."""

import io
import os
import pty
import subprocess
import sys

import pytest
from command import KIBBUTZ, clean

from kibbutz_cli.cli import streams


def on_a_terminal(home, *args, columns=80, **environment):
    """Run with stdout and stderr on one terminal; return what it showed and the exit code."""
    main, side = pty.openpty()
    process = subprocess.Popen(
        [KIBBUTZ, *map(str, args)],
        stdin=side,
        stdout=side,
        stderr=side,
        env=clean(home, COLUMNS=str(columns), **environment),
    )
    os.close(side)
    shown = b""
    while True:
        try:
            piece = os.read(main, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(main)
    return shown.decode(), process.wait(timeout=30)


def test_the_result_is_on_stdout_80_columns_wide_and_the_remark_on_stderr(kibbutz, forum):
    done = kibbutz("score", forum)

    assert done.returncode == 0
    assert done.stdout.startswith("Who carries this community")
    assert done.stderr.startswith(f"2 of 300 records set aside (first: {forum}:")
    assert done.stderr.count("\n") == 1
    assert max(map(len, done.stdout.splitlines())) <= 80
    # What is no number is no width; the same input gives the same bytes.
    quiet = kibbutz("score", forum, "-q", COLUMNS="²")
    assert (quiet.stdout, quiet.stderr) == (done.stdout, "")


def test_an_error_leaves_stdout_empty(kibbutz):
    done = kibbutz("score", "no-such-file.xml", "--json")

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("kibbutz: no-such-file.xml: ")


def test_standard_input_is_read_where_it_is_named(kibbutz, forum):
    assert "Member 1" in kibbutz("score", "-", "--from", "tables", given=forum.read_text()).stdout


@pytest.mark.parametrize(
    ("environment", "flags", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"CLICOLOR_FORCE": "1"}, [], True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"NO_COLOR": "1"}, ["--color=always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
        ({"FORCE_COLOR": "0"}, [], False),
        ({"FORCE_COLOR": ""}, [], False),
        ({"KIBBUTZ_COLOR": "always"}, [], True),
        ({"KIBBUTZ_COLOR": "always"}, ["--color", "never"], False),
    ],
)
def test_who_has_the_say_on_colour_where_there_is_no_terminal(monkeypatch, environment, flags, coloured):
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "KIBBUTZ_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setitem(streams._choice, "color", "")
    monkeypatch.setattr("sys.stdout", io.StringIO())
    monkeypatch.setattr("sys.stderr", io.StringIO())

    streams.prepare(flags)

    assert streams.coloured(sys.stdout) is coloured


@pytest.mark.parametrize(
    ("environment", "flags", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"KIBBUTZ_COLOR": "always"}, ["--color=never"], False),
    ],
)
def test_colour_in_a_pipe(kibbutz, environment, flags, coloured):
    assert coloured is ("\x1b[" in kibbutz("plugins", *flags, **environment).stdout)


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"CLICOLOR": "0"}, False), ({"TERM": "dumb"}, False)],
)
def test_colour_on_a_terminal(home, environment, coloured):
    shown, _ = on_a_terminal(home, "plugins", **environment)

    assert coloured is ("\x1b[" in shown)


def test_an_error_is_coloured_by_stderr_alone(kibbutz):
    assert "\x1b[" not in kibbutz("score", "none.xml").stderr
    assert "\x1b[" in kibbutz("score", "none.xml", FORCE_COLOR="1").stderr


def test_columns_is_honoured(kibbutz, forum):
    wide = kibbutz("score", forum, COLUMNS="120").stdout

    assert 80 < max(map(len, wide.splitlines())) <= 120


@pytest.mark.parametrize("way", ["csv", "json"])
def test_what_is_for_programs_cannot_act_in_a_terminal(home, kibbutz, tmp_path, way):
    table = tmp_path / "chat.csv"
    evil = "ada\x1b]0;owned\x07\u202e\x9b2J"
    table.write_text(
        "actor,actor_name,published,object_id,activity_id\n"
        + "".join(
            f"ada,{evil},2024-01-0{day},,p{day}\nben,Ben,2024-01-0{day},p{day},r{day}\n" for day in (1, 2, 3)
        )
    )

    shown, code = on_a_terminal(home, "score", table, "--format", way, "-q")
    piped = kibbutz("score", table, "--format", way).stdout

    assert code == 0
    assert "Ben" in shown
    assert not set("\x1b\x07\u202e\x9b") & set(shown)
    assert shown.replace("\r\n", "\n").count("\n") == piped.count("\n")


def test_a_terminal_without_a_path_gets_help_and_exit_2(home):
    shown, code = on_a_terminal(home, "score")

    assert code == 2
    assert "Examples:" in shown
    assert "expected at least one export, or - for standard input" in shown


def test_a_short_run_shows_no_progress(home, forum):
    shown, _ = on_a_terminal(home, "inspect", forum)

    assert "\x1b[K" not in shown


@pytest.mark.parametrize("way", ["json", "toml"])
def test_data_are_utf_8_whatever_stdout_shows(kibbutz, tmp_path, way):
    (tmp_path / "r.toml").write_text('name = "Wójcik"\n', encoding="utf-8")

    shown = kibbutz("ruler", "show", "--ruler", "r.toml", "--format", way, PYTHONIOENCODING="ascii")

    assert "Wójcik" in shown.stdout


def test_same_input_gives_the_same_bytes(kibbutz, forum):
    assert kibbutz("score", forum, "--json").stdout == kibbutz("score", forum, "--json").stdout


def test_a_saved_text_is_the_same_whatever_stdout_shows(kibbutz, forum, tmp_path):
    for encoding in ("ascii", "utf-8"):
        kibbutz("score", forum, "-o", f"{encoding}.txt", PYTHONIOENCODING=encoding)

    assert (tmp_path / "ascii.txt").read_bytes() == (tmp_path / "utf-8.txt").read_bytes()
