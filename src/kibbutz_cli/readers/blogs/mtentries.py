"""The entries of a Movable Type export, cut out of its lines.

``--------`` ends an entry and ``-----`` a part of it. People write both in their texts, too: what follows
tells whether such a line is meant. Several ``-----`` in a row are parts without a word.
"""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Origin
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.xmlbytes import BAD_UTF8
from kibbutz_cli.readers.patterns import pattern

END, BREAK = "--------", "-----"
MARKS = frozenset({END, BREAK})

_FIELD = pattern(r"([A-Z][A-Z0-9_ ]{0,40}):(?:[ \t](.*))?\s*$", re.DOTALL)
# The fields that a blog gave itself stand in parts of their own, and are nobody's words.
_PART = pattern(r"(?:(?:EXTENDED )?BODY|EXCERPT|KEYWORDS|COMMENT|PING):[ \t]*$|CF\d+_[\w-]+:")
_OPENING = pattern(
    r"(?:AUTHOR|TITLE|BASENAME|STATUS|UNIQUE URL|ALLOW (?:COMMENTS|PINGS)|CONVERT BREAKS|NO ENTRY|TAGS|DATE"
    r"|(?:PRIMARY )?CATEGORY):"
)
_STRAYS = pattern("[\udc80-\udcff]")
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


class Block(NamedTuple):
    """A mark, the line before its own lines, and these; the first block of a file has no mark."""

    mark: str
    line: int
    lines: list[str]


def entries(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Entry]:
    """Yield the entries of an export.

    Raises:
        InputError: It is no such text, or its last entry does not end.
        LimitError: A line or an entry is longer than the limits allow.
    """
    blocks: list[Block] = []
    # Some programs write the line between entries before the first one, and none behind the last.
    leading = False
    for block in _blocks(stream, origin, budget):
        if block.mark == END:
            if _begun(blocks):
                yield _entry(blocks)
            else:
                leading = True
            blocks = []
        blocks.append(block)
    if not _begun(blocks):
        return
    last = blocks[-1]
    if not leading or last.mark != BREAK or _begun([last]):
        place = origin.place(last.line + len(last.lines))
        raise InputError(
            f"{place}: truncated: expected a line {END} behind the last entry", "download or export it again"
        )
    yield _entry(blocks)


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


def _begun(blocks: list[Block]) -> bool:
    """Return whether there is more in blocks than marks and blank lines."""
    return any(line.strip() for block in blocks for line in block.lines)


def _entry(blocks: list[Block]) -> Entry:
    head, *parts = blocks
    fields: dict[str, str] = {}
    for line in head.lines:
        if field := _FIELD.match(line):
            fields.setdefault(field[1], (field[2] or "").strip())
    first = next((number for number, line in enumerate(head.lines, start=1) if line.strip()), 1)
    return Entry(head.line + first, fields, [part for block in parts for part in _part(block)])


def _part(block: Block) -> Iterator[Part]:
    for number, line in enumerate(block.lines, start=1):
        if line.strip():
            yield Part(line.partition(":")[0].strip(), block.line + number, "".join(block.lines[number:]))
            return


def _blocks(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Block]:
    """Yield the blocks of a file; what looks like a mark is one if what follows shows it."""
    limit = budget.limits.text_bytes
    block, size = Block("", 0, []), 0
    # What looks like a mark, and the blank lines and empty parts behind it.
    held: list[str] = []
    for number, line in _lines(stream, origin, budget):
        size += len(line)
        if size > limit:
            raise LimitError(
                f"{origin.place(number)}: an entry of more than {limit:,} characters",
                "if you trust this file, raise the limit with --limit text_bytes=N",
            )
        if held:
            first = held[0].rstrip()
            if not line.strip() or first == BREAK == line.rstrip():
                held.append(line)
                continue
            if mark := _mark(first, line):
                yield block
                block, size = Block(mark, number - 1, []), size * (mark == BREAK)
            else:
                block.lines.extend(held)
            held = []
        if line.startswith(BREAK) and line.rstrip() in MARKS:
            held.append(line)
        else:
            block.lines.append(line)
    yield block
    if held:
        yield Block(held[0].rstrip(), number, [])


def _mark(mark: str, following: str) -> str:
    """Return a mark if the line behind it shows that it is meant, else nothing."""
    if mark == END:
        return mark if _OPENING.match(following) else ""
    return mark if following.rstrip() == END or _PART.match(following) else ""


def _lines(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text with their numbers; stray bytes are read as Windows-1252."""
    limit = budget.limits.line_bytes
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline=None)
    for number, line in enumerate(iter(lambda: text.readline(limit + 1), ""), start=1):
        if len(line) > limit:
            raise LimitError(
                f"{origin.place(number)}: a line of more than {limit:,} characters",
                "if you trust this file, raise the limit with --limit line_bytes=N",
            )
        if line.isascii() or not (strays := len(_STRAYS.findall(line))):
            yield number, line
        else:
            budget.repaired(BAD_UTF8, strays)
            yield number, line.translate(_AS_CP1252)
