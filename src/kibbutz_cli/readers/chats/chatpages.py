"""Messages as an interface or a database gives them: a page with an array, an array, or one a line."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import chain, islice, tee
from zlib import compress, decompress

from pydantic_core import from_json, to_json

from kibbutz_cli.model.activity import Origin, Outcome, Rejection
from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import JSON, file_name, is_json, opening, spelt
from kibbutz_cli.readers.files.sources import truncated
from kibbutz_cli.readers.parsing.jsonfile import first_fields, is_spread, unpaged, values
from kibbutz_cli.readers.parsing.jsonstream import Item, items
from kibbutz_cli.readers.parsing.jsonvalues import Fields
from kibbutz_cli.readers.records import Record

HEAD = 2**16
"""Bytes of a file's head: what is shorter is there as a whole."""

PAGE = 2000
"""Messages that are put in order; a longer file is a dump, which has them in order."""

HELD = 500
"""Messages packed together while they are held: alone, each would take ten times the room."""

WAYS = 32
"""Rows of messages merged at once: of each, so many as are packed together lie open."""


def candidates(tree: Tree) -> list[str]:
    """Return the entries that may hold messages: JSON, or without an ending, as saved pages often are."""
    files = ((name, name.rpartition("/")[2].lower()) for name in tree.names())
    return [name for name, file in files if tree.single or "." not in file or file.endswith(JSON)]


def each_told(
    tree: Tree, name: str, origin: Origin, tell: Callable[[object, Record], Iterator[Outcome]], budget: Budget
) -> Iterator[Outcome]:
    """Yield what a reader tells of each value of a file, whose records it counts, or why it is none."""
    for found in values(tree, name, origin, budget):
        if isinstance(found, Rejection):
            budget.record()
            yield found
        else:
            yield from tell(found.value, Record(origin, found.position))


def messages(tree: Tree, name: str, origin: Origin, budget: Budget, key: str) -> Iterator[Item | Rejection]:
    """Yield the messages of a file, whichever way it holds them: in a page, an array, or one after the other.

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
    head = opening(tree, name)
    if head.startswith(b"[") or is_lines(head, key) or _are_documents(head, key):
        found = values(tree, name, origin, budget)
        yield from unpaged(found, key) if key else found
        return
    with tree.open(name) as stream:
        yield from items(stream, origin, budget, key=key)


def refuse_cut(tree: Tree, name: str, origin: Origin) -> None:
    """Check that a file beside the messages, of no more than its head, is not cut off.

    Raises:
        InputError: It ends within its only value.
    """
    head = opening(tree, name)
    if not is_json(head) or len(tree.head(name)) >= HEAD:
        return
    try:
        from_json(head)
    except ValueError as exc:
        if "EOF" in str(exc):
            raise truncated(origin.place(0), "JSON") from exc


def room_of(tree: Tree, name: str) -> str:
    """Return what the room of a file is called: like its folder, or like a lone file itself."""
    inner = "" if tree.single else spelt(name).rpartition("/")[0].rpartition("/")[2]
    called = file_name(tree.path)
    # Rooms have points in their names: angular.js is not angular.
    return inner or next((called[: -len(end)] for end in JSON if called.endswith(end)), called) or "room"


def is_lines(head: bytes, key: str) -> bool:
    """Return whether a file's first line is a whole object, and no page with an array of that name."""
    try:
        first = from_json(head.split(b"\n", 1)[0])
    except ValueError:
        return False
    return type(first) is dict and key not in first


def _are_documents(head: bytes, key: str) -> bool:
    """Return whether a file's first object, over several lines, is whole and no page: others may follow."""
    return is_spread(head) and b"\n}" in head and key not in first_fields(head)


def oldest_first(
    tree: Tree,
    names: list[str],
    listed: Callable[[Fields], Iterable[object]],
    moment: Callable[[object], int | None],
) -> list[str]:
    """Return files of messages in the order of time, as their heads tell it, whichever way they are numbered.

    Args:
        tree: The input.
        names: The files.
        listed: Returns the messages of a file's first record: of a page, or the message that it is itself.
        moment: Returns when a message was sent.
    """

    def begin(name: str) -> int:
        return next(filter(None, map(moment, listed(first_fields(opening(tree, name))))), 0)

    return sorted(names, key=lambda name: (begin(name), name))


def in_time(
    found: Iterator[Item | Rejection], moment: Callable[[object], int | None]
) -> Iterator[Item | Rejection]:
    """Yield a page's messages the oldest first, whichever way the page has them."""
    page = list(islice(found, PAGE + 1))
    if len(page) <= PAGE:
        page.sort(key=lambda each: (moment(each.value) or 0) if isinstance(each, Item) else 0)
    yield from chain(page, found)


def in_order(
    found: Iterator[Item | Rejection], moment: Callable[[object], int | None]
) -> Iterator[Item | Rejection]:
    """Yield the messages of a dump the oldest first, be it that it is written so or from the newest back."""
    found, ahead = tee(found)
    newest_first = is_backwards(islice(ahead, PAGE), moment)
    # What is looked at once is kept as long as it may be asked for again.
    del ahead
    yield from _backwards(found) if newest_first else found


def by_moment(
    found: Iterator[Item | Rejection], moment: Callable[[object], int | None]
) -> Iterator[Item | Rejection]:
    """Yield messages that stand in no order the oldest first, and before them what is set aside.

    Those of one moment stay as they stand. All are held until then, packed, as those of a dump that is
    written from the newest back.
    """

    def when(item: Item) -> int:
        return moment(item.value) or 0

    rows: list[deque[bytes]] = []
    for some in _in_batches(found):
        if isinstance(some, Rejection):
            yield some
        else:
            rows.append(deque([_packed(sorted(some, key=when))]))
    while len(rows) > WAYS:
        ahead = (rows[start : start + WAYS] for start in range(0, len(rows), WAYS))
        rows = [_merged(merge(*map(_unpacked, some), key=when)) for some in ahead]
    yield from merge(*map(_unpacked, rows), key=when)


def _in_batches(found: Iterator[Item | Rejection]) -> Iterator[list[Item] | Rejection]:
    """Yield messages, so many together as are held so, and what is set aside as it comes."""
    held: list[Item] = []
    for each in found:
        if isinstance(each, Rejection):
            yield each
            continue
        held.append(each)
        if len(held) == HELD:
            yield held
            held = []
    if held:
        yield held


def _merged(items: Iterator[Item]) -> deque[bytes]:
    """Return messages packed, so many together as are held so."""
    row = deque[bytes]()
    while some := list(islice(items, HELD)):
        row.append(_packed(some))
    return row


def _packed(items: list[Item]) -> bytes:
    return compress(to_json(items), level=1)


def _unpacked(row: deque[bytes]) -> Iterator[Item]:
    """Yield the messages of a row, which is empty afterwards."""
    while row:
        for position, value in from_json(decompress(row.popleft())):
            yield Item(position, value)


def is_backwards(found: Iterable[Item | Rejection], moment: Callable[[object], int | None]) -> bool:
    """Return whether messages have the newest first, as the first two tell that are of different moments."""
    before = None
    for each in found:
        now = moment(each.value) if isinstance(each, Item) else None
        if before is not None and now is not None and now != before:
            return now < before
        before = before if now is None else now
    return False


def _backwards(found: Iterator[Item | Rejection]) -> Iterator[Item | Rejection]:
    """Yield messages from the last to the first, and before them what is set aside.

    All are held until then, packed: that has no limit but those of the budget.
    """
    packed: list[bytes] = []
    for some in _in_batches(found):
        if isinstance(some, Rejection):
            yield some
        else:
            packed.append(_packed(some))
    while packed:
        for position, value in reversed(from_json(decompress(packed.pop()))):
            yield Item(position, value)
