"""What git log prints with ``--graph`` or ``--color``, without the lines and colours."""

import io

from kibbutz_cli.readers.files.heads import BOM
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.work.gitblocks import Lines

_COLOUR = pattern(rb"\x1b\[[\d;]*[mK]")
_LINES = b"*|/\\_.- \r\n"
# A mark of what git was asked to tell apart stands in the place of the star.
_COMMIT = pattern(rb"((?:[|/\\_.-] ?)*[*<>=^o][|/\\_. -]* )commit (?:[<>=^+-] ?)?[0-9a-f]{7,64}\b")


class Undrawn:
    """A log line by line, each without what is drawn before it, which is as wide as before its commit."""

    def __init__(self, stream: Lines) -> None:
        self._stream = stream
        self._width = 0

    def readline(self, size: int, /) -> bytes:
        """Return the next line, or as much of it as fits; nothing at the end."""
        line = raw = self._stream.readline(size)
        if b"\x1b" in raw:
            line = _COLOUR.sub(b"", raw)
        line = line.removeprefix(BOM)
        if found := _COMMIT.match(line):
            self._width = len(found[1])
            line = line[self._width :]
        elif not line[: self._width].strip(_LINES):
            line = line[self._width :]
        return line or raw[-1:]


def is_drawn(head: bytes) -> bool:
    """Return whether a file begins with the drawing or the colours of its first commit."""
    text = head.removeprefix(BOM).lstrip()
    return _COMMIT.match(_COLOUR.sub(b"", text[:512])) is not None or _COLOUR.match(text) is not None


def undrawn(head: bytes) -> bytes:
    """Return the first bytes of a file without what is drawn."""
    if not is_drawn(head):
        return head
    lines = Undrawn(io.BytesIO(head))
    return b"".join(iter(lambda: lines.readline(len(head)), b""))
