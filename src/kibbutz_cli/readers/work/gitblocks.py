"""What git log prints, as one block a commit: its headers and its message."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from kibbutz_cli.errors import InputError
from kibbutz_cli.readers.files.heads import BOM
from kibbutz_cli.readers.parsing.times import MISSING, Moment, epoch, iso, rfc822
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.work.mailheads import decoded

INDENT = "    "

MESSAGE = 10_000
"""Lines kept of one message."""

NAMES = {
    "author": "author",
    "authordate": "authored",
    "date": "authored",
    "commit": "committer",
    "committer": "committer",
    "commitdate": "committed",
    "committerdate": "committed",
    "parents": "parents",
    "parent": "parents",
    "merge": "parents",
}
"""What the headers of all formats are, by their names in lower case."""

_COMMIT = pattern(rb"commit (?:[<>=^+-] ?)?([0-9a-f]{7,64})((?: [0-9a-f]{7,64})*)(?=[\s]|$)")
_HEADER = pattern(r"(\w+)(?::\s*|\s)(.*)")
_RAW = pattern(r"(.*>) (\d{1,18} [+-]\d{4})")
_OWN = pattern(r"\w{3} (\w{3}) +(\d{1,2}) ([\d:]{7,8}) (\d{4})(?: ([+-]\d{4}))?")
_SECONDS = pattern(r"(\d{1,18})(?: [+-]\d{4})?")


class Lines(Protocol):
    """What gives a log line by line."""

    def readline(self, size: int, /) -> bytes:
        """Return the next line, or as much of it as fits; nothing at the end."""


class Block(NamedTuple):
    """One commit as it is printed: its hash, none if it is no commit, its line, its headers, its message."""

    sha: str
    line: int
    heads: dict[str, str]
    message: str

    @property
    def parents(self) -> list[str]:
        """Return the hashes of the commits before it, as far as its headers tell them."""
        return self.heads.get("parents", "").split()


def blocks(stream: Lines, place: str, limit: int) -> Iterator[Block]:
    """Yield the commits of a log.

    Raises:
        InputError: It ends before a line does, or within the headers of a commit.
    """
    open_block: _Open | None = None
    number, raw = 0, b"\n"
    for number, raw in enumerate(iter(lambda: stream.readline(limit), b""), start=1):
        # With -z a commit ends with a zero byte, and so does each name of a file below it.
        start = raw.removeprefix(BOM) if number == 1 else raw.rpartition(b"\0")[2]
        if found := _COMMIT.match(start):
            if open_block:
                yield open_block.closed()
            open_block = _Open(found[1].decode(), number, found[2].decode().strip())
        elif open_block:
            open_block.take(decoded(raw).rstrip("\r\n"))
    if open_block is None or "author" not in open_block.heads or not raw.endswith((b"\n", b"\0")):
        raise InputError(f"{place}:{number}: truncated: the log ends within a commit", "run git log again")
    yield open_block.closed()


def moment(text: str) -> Moment:
    """Return the moment of a date in any form git writes; missing where there is none.

    Raises:
        ValueError: It is no date.
    """
    if not text:
        return MISSING
    if found := _SECONDS.fullmatch(text):
        return epoch(found[1])
    if found := _OWN.fullmatch(text):
        month, day, clock, year, zone = found.groups()
        return rfc822(f"{day} {month} {year} {clock} {zone or ''}")
    return iso(text) if text[:1].isdigit() and text[4:5] == "-" else rfc822(text)


class _Open:
    """A commit whose lines are still being read."""

    def __init__(self, sha: str, line: int, behind: str) -> None:
        self._sha = sha
        self._line = line
        self._behind = behind.split()
        self._message: list[str] = []
        self._is_head = True
        self._has_ended = False
        self.heads: dict[str, str] = {}

    def take(self, line: str) -> None:
        """Take the next line: a header, one of the message, or one of what is passed over."""
        if self._is_head:
            self._is_head = bool(line)
            if found := _HEADER.match(line):
                self._head(found[1].lower(), found[2].strip())
        elif self._has_ended or (line.strip() and not line.startswith(INDENT)):
            # Notes, patches and names of files: their lines may be indented as those of a message are.
            self._has_ended = True
        elif line.startswith(INDENT) and len(self._message) < MESSAGE:
            self._message.append(line[len(INDENT) :])
        elif not line and self._message:
            self._message.append("")

    def closed(self) -> Block:
        """Return the whole commit, with its parents in full where they stand behind its hash."""
        parents = self.heads.get("parents", "").split()
        # Hashes behind a commit's may be its children as well: a merge tells its parents below, in short.
        if len(parents) == len(self._behind) and all(map(str.startswith, self._behind, parents)):
            self.heads["parents"] = " ".join(self._behind)
        self.heads["behind"] = " ".join(self._behind)
        return Block(self._sha, self._line, self.heads, "\n".join(self._message).strip())

    def _head(self, told: str, text: str) -> None:
        name = NAMES.get(told)
        if name == "parents":
            self.heads[name] = f"{self.heads.get(name, '')} {text}".strip()
        elif name and name not in self.heads:
            # The raw format has the date behind the address.
            if raw := _RAW.fullmatch(text):
                self.heads[name] = raw[1]
                self.heads["authored" if name == "author" else "committed"] = raw[2]
            else:
                self.heads[name] = text
