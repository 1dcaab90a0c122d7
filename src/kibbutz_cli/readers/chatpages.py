"""Messages as an interface or a database gives them: a page with an array, an array, or one a line."""

from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import BinaryIO

from pydantic_core import from_json

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Origin, Rejection
from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.jsonstream import Item, items
from kibbutz_cli.readers.jsonvalues import Fault, judged

PAGE = 2000
"""Messages that are put in order; a longer file is a dump, which has them in order."""

ENDINGS = (".json", ".jsonl", ".ndjson")
BOM = b"\xef\xbb\xbf"


def candidates(tree: Tree) -> list[str]:
    """Return the entries that may hold messages: JSON, or without an ending, as saved pages often are."""
    files = ((name, name.rpartition("/")[2].lower()) for name in tree.names())
    return [name for name, file in files if tree.single or "." not in file or file.endswith(ENDINGS)]


def head_of(tree: Tree, name: str) -> bytes:
    """Return the first bytes of an entry without a byte order mark; none where it cannot be read."""
    try:
        return tree.head(name).removeprefix(BOM).lstrip()
    except InputError:
        return b""


def messages(tree: Tree, name: str, origin: Origin, budget: Budget, key: str) -> Iterator[Item | Rejection]:
    """Yield the messages of a file, whichever of the three ways it holds them.

    Args:
        tree: The input.
        name: The file.
        origin: Where its messages come from.
        budget: The limits on a message's length and depth.
        key: What the array of a page is called.

    Raises:
        InputError: The file is truncated.
        LimitError: A limit of the budget is passed.
    """
    head = head_of(tree, name)
    with tree.open(name) as stream:
        if head.startswith(b"{") and is_lines(head, key):
            yield from lines(stream, origin, budget)
        else:
            yield from items(stream, origin, budget, key="" if head.startswith(b"[") else key)


def room_of(tree: Tree, name: str) -> str:
    """Return what the room of a file is called: like its folder, or like a lone file itself."""
    file = tree.path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    if tree.single:
        return file.partition(".")[0] or "room"
    inner = name.rpartition("/")[0].rpartition("/")[2]
    return inner or file.partition(".")[0] or "room"


def is_lines(head: bytes, key: str) -> bool:
    """Return whether a file's first line is a whole object, and no page with an array of that name."""
    try:
        first = from_json(head.split(b"\n", 1)[0])
    except ValueError:
        return False
    return type(first) is dict and key not in first


def in_time(
    found: Iterator[Item | Rejection], moment: Callable[[object], int | None]
) -> Iterator[Item | Rejection]:
    """Yield a page's messages the oldest first, whichever way the page has them."""
    page = list(islice(found, PAGE + 1))
    if len(page) <= PAGE:
        page.sort(key=lambda each: (moment(each.value) or 0) if isinstance(each, Item) else 0)
    yield from chain(page, found)


def lines(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the objects of a file with one a line.

    Raises:
        InputError: The last line is cut off.
        LimitError: A line is longer than the limits allow.
    """
    limits = budget.limits
    for position, line in enumerate(iter(lambda: stream.readline(limits.line_bytes + 1), b""), start=1):
        if len(line) > limits.line_bytes:
            raise LimitError(
                f"{origin.place(position)}: a record of more than {limits.line_bytes:,} bytes",
                "if you trust this file, raise the limit with --limit line_bytes=N",
            )
        text = line.removeprefix(BOM).strip() if position == 1 else line.strip()
        if not text:
            continue
        value = judged(text, limits.depth)
        if type(value) is not Fault:
            yield Item(position, value)
        elif line.endswith(b"\n"):
            yield Rejection(origin=origin, position=position, code=value.code, reason=value.reason)
        else:
            raise InputError(
                f"{origin.place(position)}: truncated: the last line is no whole record",
                "download or export it again",
            )
