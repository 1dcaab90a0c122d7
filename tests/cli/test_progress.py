"""Progress: on a terminal, after half a second, gone at the end."""

import io
import time

from kibbutz_cli.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def long_running(stream, *, wanted=True):
    teller = Progress(stream, wanted=wanted)
    teller._start = time.monotonic() - 10
    return teller


def test_it_tells_bytes_total_rate_and_time_left(tmp_path, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    file = tmp_path / "a.xml"
    file.write_bytes(b"x" * 4000)
    stream = Terminal()

    long_running(stream)(str(file), 1000, None)

    assert "a.xml: 1.0 kB of 4.0 kB, 100 B/s, 30 s left" in stream.getvalue()


def test_a_step_shows_its_name(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()

    long_running(stream)("scoring: trust", 0, None)

    assert stream.getvalue() == "\r\x1b[Kscoring: trust"


def test_it_is_silent_for_half_a_second(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()

    Progress(stream, wanted=True)("a.xml", 1, 2)

    assert stream.getvalue() == ""


def test_it_is_silent_in_a_pipe_and_when_not_wanted(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    pipe, quiet = io.StringIO(), Terminal()

    long_running(pipe)("a.xml", 1, 2)
    long_running(quiet, wanted=False)("a.xml", 1, 2)

    assert pipe.getvalue() == quiet.getvalue() == ""


def test_its_line_is_gone_at_the_end(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    teller = long_running(stream)

    teller("a", 1, 2)
    teller.clear()

    assert stream.getvalue().endswith("\r\x1b[K")
