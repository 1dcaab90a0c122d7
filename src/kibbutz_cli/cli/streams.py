"""The two streams: results on stdout, everything else on stderr, each with its own colour and width."""

import codecs
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO, cast

from kibbutz_cli.errors import UsageError
from kibbutz_cli.reports.safe import line, safe

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer
    from rich.console import Console

_choice = {"color": "auto"}
PIPE_WIDTH = 80


def prepare(args: list[str]) -> None:
    """Note the choice of colour before anything is parsed, so that even the first error keeps to it.

    From then on it is no bug of ours if a stream is closed or takes nothing more.
    """
    if sys.stdout is sys.__stdout__:
        sys.stdout, sys.stderr = _guarded(sys.stdout, "stdout"), _guarded(sys.stderr, "")
    _choice["color"] = os.environ.get("KIBBUTZ_COLOR") or "auto"
    for place, arg in enumerate(args):
        if arg == "--color" and place + 1 < len(args):
            _choice["color"] = args[place + 1]
        elif arg.startswith("--color="):
            _choice["color"] = arg.removeprefix("--color=")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def coloured(stream: TextIO) -> bool:
    """Return whether this stream gets colour: --color, NO_COLOR, FORCE_COLOR, CLICOLOR, TERM, terminal."""
    if _choice["color"] in ("always", "never"):
        return _choice["color"] == "always"
    environment = os.environ
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    if environment.get("CLICOLOR") == "0" or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()


def width(stream: TextIO) -> int:
    """Return COLUMNS, or the terminal's width, or 80 in a pipe."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        return max(40, int(given))
    return max(40, shutil.get_terminal_size().columns) if stream.isatty() else PIPE_WIDTH


def console(stream: TextIO, into: TextIO, *, plain: bool = False) -> "Console":
    """Return a console that draws for ``stream`` but writes to ``into``; ``plain`` is for files."""
    from rich.console import Console  # heavy, and help must not wait for it

    colour = coloured(stream) and not plain
    return Console(
        file=into,
        width=PIPE_WIDTH if plain and "COLUMNS" not in os.environ else width(stream),
        height=25,  # nothing we draw asks; else Rich reads COLUMNS itself, and takes ² for a number
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
    )


def harmless(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what is for programs as a terminal may get it: what could act there is made visible."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    for piece in pieces:
        lines = decoder.decode(piece).replace("\r\n", "\n").split("\n")
        yield "\n".join("\t".join(map(safe, each.split("\t"))) for each in lines).encode()


def complain(message: str, hint: str = "") -> None:
    """Print an error as one line on stderr, and what to do about it on a second."""
    name, word = (
        ("\x1b[1;31mkibbutz:\x1b[0m", "\x1b[1mhint:\x1b[0m")
        if coloured(sys.stderr)
        else ("kibbutz:", "hint:")
    )
    lines = f"{name} {line(message)}\n" + (f"{word} {safe(hint)}\n" if hint else "")
    try:
        sys.stderr.write(lines)
        sys.stderr.flush()
    except (OSError, ValueError):
        return


def note(message: str, *, quiet: bool) -> None:
    """Print a remark on stderr, unless the caller wants quiet."""
    if not quiet:
        sys.stderr.write(f"{line(message)}\n")


def flushed() -> bool:
    """Flush both streams; return False when nobody reads them any more."""
    whole = True
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            whole = whole and stream is sys.stderr
        except UsageError as exc:  # what a plugin left to be printed
            complain(exc.message)
    return whole


class _Guarded(io.RawIOBase):
    """A stream of the process that says once that it takes nothing more, and swallows the rest.

    There is nowhere to say it of stderr. A pipe that nobody reads is no fault at all.
    """

    def __init__(self, raw: io.RawIOBase, name: str) -> None:
        self._raw = raw
        self._name = name
        self._refused = False

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._raw.isatty()

    def write(self, data: "ReadableBuffer", /) -> int | None:
        try:
            if not self._refused:
                return self._raw.write(data)
        except BrokenPipeError:
            raise
        except OSError as exc:
            self._refused = True
            if self._name:
                raise UsageError(
                    f"{self._name}: cannot be written: {exc.strerror or 'it is closed'}",
                    "choose another place for it",
                ) from exc
        return memoryview(data).nbytes


def _guarded(stream: TextIO | None, name: str) -> TextIO:
    # What takes the place of a closed stream has its number too, so that no file of ours gets it.
    buffer = io.FileIO(os.devnull) if stream is None else stream.buffer
    # Unbuffered, as PYTHONUNBUFFERED has it, what is called a buffer is the stream itself.
    raw = _Guarded(cast("io.RawIOBase", getattr(buffer, "raw", buffer)), name)
    encoding = "utf-8" if stream is None else stream.encoding
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding, line_buffering=not name or raw.isatty())
