"""Commits as git writes them for mail (format-patch, and its log as email), as one block a commit."""

from collections.abc import Iterator
from typing import BinaryIO

from kibbutz_cli.errors import InputError
from kibbutz_cli.readers.files.heads import BOM
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.work.gitblocks import MESSAGE, Block
from kibbutz_cli.readers.work.mailheads import decoded, shown

# The time is that of no commit: https://git-scm.com/docs/git-format-patch
FIRST = pattern(rb"From ([0-9a-f]{40}|[0-9a-f]{64}) Mon Sep 17 00:00:00 2001\r?$")

HEADERS = {"from": "author", "date": "authored", "subject": "subject"}

_HEADER = pattern(r"([\w-]{1,70}):\s*(.*)")
_MARKS = pattern(r"\[[^\]]{0,60}(?:PATCH|RFC|\d/\d)[^\]]{0,60}\]\s*")
_COVER = pattern(r"\[[^\]]{0,60}\b0+/\d+\]")
_MERGE = pattern(r"Merge (?:branch|branches|pull request|tag|commit|remote[- ]tracking branch|remote) ")
_END = pattern(r"---$|diff --(?:git|cc|combined) | \S.* \| +(?:\d+(?: [+-]+)?|Bin\b.*)$")
_ESCAPED = pattern(r">+From ")
_DIFF = pattern(r"diff --(?:git|cc|combined) ")


def is_patches(head: bytes) -> bool:
    """Return whether a file that begins so is commits as git writes them for mail."""
    first, _, rest = head.removeprefix(BOM).lstrip(b"\r\n").partition(b"\n")
    return FIRST.match(first) is not None and _HEADER.match(decoded(rest[:200])) is not None


def patches(stream: BinaryIO, place: str, limit: int) -> Iterator[Block]:
    """Yield the commits of a file; one that is none, a letter that covers others, has no hash.

    Raises:
        InputError: It ends within the headers of a commit.
    """
    patch: _Patch | None = None
    number = 0
    for number, raw in enumerate(iter(lambda: stream.readline(limit), b""), start=1):
        line = (raw.removeprefix(BOM) if number == 1 else raw).rstrip(b"\r\n")
        if line.startswith(b"From ") and (found := FIRST.match(line)):
            if patch:
                yield patch.closed()
            patch = _Patch(found[1].decode(), number)
        elif patch:
            patch.take(decoded(line))
    if patch is None or "author" not in patch.heads:
        raise InputError(f"{place}:{number}: truncated: the file ends within a commit", "run git again")
    yield patch.closed()


class _Patch:
    """A commit whose lines are still being read: headers, its message, and what is passed over."""

    def __init__(self, sha: str, line: int) -> None:
        self._sha = sha
        self._line = line
        self._message: list[str] = []
        self._last = ""
        self._is_head = True
        self._has_ended = False
        self._has_diff = False
        self.heads: dict[str, str] = {}

    def take(self, line: str) -> None:
        """Take the next line."""
        if self._is_head:
            self._is_head = bool(line)
            self._head(line)
        elif self._has_ended or _END.match(line):
            self._has_ended = True
            self._has_diff = self._has_diff or _DIFF.match(line) is not None
        elif len(self._message) < MESSAGE:
            self._message.append(line[1:] if _ESCAPED.match(line) else line)

    def closed(self) -> Block:
        """Return the whole commit; its author is whom the first line of its message names, if it does."""
        told = "\n".join(self._message).strip()
        if told.startswith("From: "):
            author, _, told = told.removeprefix("From: ").partition("\n")
            self.heads["author"] = author
        subject = shown(self.heads.pop("subject", ""))
        marks = _MARKS.match(subject)
        title = subject[marks.end() :] if marks else subject
        is_none = _COVER.search(marks[0] if marks else "") or (not self._has_diff and _MERGE.match(title))
        message = f"{title}\n\n{told.strip()}".strip()
        return Block("" if is_none else self._sha, self._line, self.heads, message)

    def _head(self, line: str) -> None:
        """Take a header, or more of the last one: long ones are broken."""
        if line.startswith((" ", "\t")):
            if self._last:
                self.heads[self._last] += f" {line.strip()}"
        elif found := _HEADER.match(line):
            self._last = HEADERS.get(found[1].lower(), "")
            if self._last:
                self.heads[self._last] = found[2].strip()
