"""The entries of a Movable Type export, cut out of its lines.

``--------`` ends an entry and ``-----`` a part of it. People write both in their texts, too: what follows
tells whether such a line is meant.
"""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Origin
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.xmlbytes import BAD_UTF8

END, BREAK = "--------", "-----"
MARKS = frozenset({END, BREAK})
UTF16 = ("\udcff\udcfe", "\udcfe\udcff")
"""How UTF-16 begins, which no version writes, where it is read as UTF-8."""

BLANKS = 1000
"""Blank lines kept behind a mark; they say nothing."""

_FIELD = re.compile(r"([A-Z][A-Z0-9_ ]{0,40}):(?:[ \t](.*))?\s*$", re.DOTALL)
_PART = re.compile(r"(?:(?:EXTENDED )?BODY|EXCERPT|KEYWORDS|COMMENT|PING):[ \t]*$")
_OPENING = re.compile(
    r"(?:AUTHOR|TITLE|BASENAME|STATUS|UNIQUE URL|ALLOW (?:COMMENTS|PINGS)|CONVERT BREAKS|NO ENTRY|TAGS|DATE"
    r"|(?:PRIMARY )?CATEGORY):"
)
_STRAYS = re.compile("[\udc80-\udcff]")
_AS_CP1252 = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
    for byte in range(0x80, 0x100)
}


class Part(NamedTuple):
    """One part of an entry: its name, such as ``BODY``, the line it begins in, and its text."""

    name: str
    line: int
    text: str


class Entry(NamedTuple):
    """One entry: the line it begins in, what is told of it, and its parts."""

    line: int
    fields: dict[str, str]
    parts: list[Part]


class Line(NamedTuple):
    """One line: its number, its text, and the mark it is, if it is one."""

    number: int
    text: str
    mark: str = ""


def entries(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Entry]:
    """Yield the entries of an export.

    Raises:
        InputError: It is no such text, or its last entry does not end.
        LimitError: A line or an entry is longer than the limits allow.
    """
    draft = _Draft(origin, budget)
    number = 0
    # Some programs write the line between entries before the first one, and none behind the last.
    leading = False
    for line in _marked(_lines(stream, origin, budget)):
        number = line.number
        if line.mark == END:
            if draft.begun:
                yield draft.entry()
            else:
                leading = True
            draft = _Draft(origin, budget)
        else:
            draft.take(line)
    if leading and draft.whole:
        yield draft.entry()
    elif draft.begun or not number:
        what = f"truncated: expected a line {END} behind the last entry" if number else "empty file"
        raise InputError(f"{origin.place(number)}: {what}", "download or export it again")


def fields_in(text: str, known: frozenset[str]) -> tuple[dict[str, str], str]:
    """Return the fields that lead a part's text, each met once, and the text behind them."""
    found: dict[str, str] = {}
    rest = text
    while rest:
        line, _, after = rest.partition("\n")
        field = _FIELD.match(line)
        if field is None or field[1] not in known or field[1] in found:
            break
        found[field[1]] = (field[2] or "").strip()
        rest = after
    return found, rest


class _Draft:
    """What is known of the entry being read.

    Attributes:
        begun: The line it begins in; 0 before it does.
        whole: Whether its last part has ended.
    """

    def __init__(self, origin: Origin, budget: Budget) -> None:
        self.begun = 0
        self._origin = origin
        self._limit = budget.limits.text_bytes
        self._size = 0
        self._fields: dict[str, str] = {}
        self._parts: list[Part] = []
        self._name = ""
        self._line = 0
        self._text: list[str] = []
        self.whole = False

    def take(self, line: Line) -> None:
        """Take the next line of the entry.

        Raises:
            LimitError: The entry is longer than the limits allow.
        """
        self._size += len(line.text)
        if self._size > self._limit:
            raise LimitError(
                f"{self._origin.place(self.begun)}: an entry of more than {self._limit:,} characters",
                "if you trust this file, raise the limit with --limit text_bytes=N",
            )
        if not self.begun and line.text.strip():
            self.begun = line.number
        if line.mark:
            self._close()
            self.whole = True
        elif self.whole and line.text.strip():
            self._name, self._line, self.whole = line.text.strip()[:-1], line.number, False
        elif self._name:
            self._text.append(line.text)
        elif field := _FIELD.match(line.text):
            self._fields.setdefault(field[1], (field[2] or "").strip())

    def entry(self) -> Entry:
        """Return the entry as complete."""
        self._close()
        return Entry(self.begun, self._fields, self._parts)

    def _close(self) -> None:
        if self._name:
            self._parts.append(Part(self._name, self._line, "".join(self._text)))
        self._name, self._text = "", []


def _marked(lines: Iterator[Line]) -> Iterator[Line]:
    """Yield the lines, those that end a part or an entry as marks."""
    held: list[Line] = []
    for line in lines:
        if held and not line.text.strip():
            held += [line] * (len(held) < BLANKS)
            continue
        if held:
            yield held[0]._replace(mark=_mark(held[0].text.rstrip(), line.text))
            yield from held[1:]
            held = []
        if line.text.startswith(BREAK) and line.text.rstrip() in MARKS:
            held = [line]
        else:
            yield line
    if held:
        yield held[0]._replace(mark=held[0].text.rstrip())


def _mark(mark: str, following: str) -> str:
    """Return a mark if the line behind it shows that it is meant, else nothing."""
    if mark == END:
        return mark if _OPENING.match(following) else ""
    return mark if following.rstrip() == END or _PART.match(following) else ""


def _lines(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Line]:
    """Yield the lines of a text; bytes that are not UTF-8 are read as Windows-1252, each for itself."""
    limit = budget.limits.line_bytes
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline=None)
    for number, line in enumerate(iter(lambda: text.readline(limit + 1), ""), start=1):
        if len(line) > limit:
            raise LimitError(
                f"{origin.place(number)}: a line of more than {limit:,} characters",
                "if you trust this file, raise the limit with --limit line_bytes=N",
            )
        if number == 1 and line.startswith(UTF16):
            raise InputError(f"{origin.place(0)}: UTF-16 text: expected UTF-8", "save it as UTF-8")
        if line.isascii() or not (strays := len(_STRAYS.findall(line))):
            yield Line(number, line)
        else:
            budget.repaired(BAD_UTF8, strays)
            yield Line(number, line.translate(_AS_CP1252))
