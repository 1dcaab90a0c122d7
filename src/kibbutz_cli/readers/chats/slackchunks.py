"""The messages of slackdump's archives in the order of time, whose pages have the newest first."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kibbutz_cli.model.activity import Origin, Outcome
from kibbutz_cli.readers.base import About, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.chatpages import each_told
from kibbutz_cli.readers.chats.rooms import ADDRESS_US
from kibbutz_cli.readers.chats.slackmessages import Messages, stamped
from kibbutz_cli.readers.chats.slackworkspace import Workspace
from kibbutz_cli.readers.parsing.jsonfile import lines
from kibbutz_cli.readers.parsing.jsonstream import Item
from kibbutz_cli.readers.parsing.jsonvalues import fields_of, text_of
from kibbutz_cli.readers.records import Record

CHUNKS = "m"
"""What archives call their arrays of messages."""

CHANNEL, THREAD = 0, 1
"""The chunks that hold messages: of a channel, and of a thread without its first."""

TELLING = (b'"ci"', b'"ch"')
"""What lines hold that tell of channels: few others have it."""

WAITING = 10_000
"""Messages that wait for older ones: of a channel without a quiet hour, or of many that broke off."""


class Told(NamedTuple):
    """A message where it stands, and when it was sent; 0 if it does not tell."""

    ts_us: int
    message: object
    record: Record


class Backlog:
    """The oldest messages told of one channel, which wait for what is older yet.

    A turn, and what is answered by a name, lies no more than an hour back. Messages behind a quiet hour
    therefore wait for nothing, and nothing waits where pages have the oldest first. A page of one message
    tells no order: it waits for the next page, or for a thread, which may be its own.
    """

    def __init__(self) -> None:
        self._waiting: list[Told] = []
        self._is_forward: bool | None = None

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, page: list[Told]) -> list[Told]:
        """Take a page, and return in the order of time what nothing older belongs to."""
        before = self.rest()
        is_older = bool(before) and page[0].ts_us <= before[0].ts_us
        if is_older or len(page) > 1:
            self._is_forward = not is_older and page[0].ts_us <= page[-1].ts_us
        elif before and self._is_forward is None:
            self._is_forward = True
        if self._is_forward:
            return before + page
        page = sorted(page, key=lambda told: told.ts_us)
        if is_older:
            page, before = page + before, []
        quiet = (at for at in range(1, len(page)) if page[at].ts_us - page[at - 1].ts_us > ADDRESS_US)
        cut = next(quiet, len(page))
        self._waiting = page[:cut]
        return before + page[cut:]

    def undecided(self) -> list[Told]:
        """Return what waits while nothing tells the order of the pages."""
        return self.rest() if self._is_forward is None else []

    def rest(self) -> list[Told]:
        """Return what waits."""
        waiting, self._waiting = self._waiting, []
        return waiting


class Archive:
    """The channels of one archive: the messages of each, and those that wait."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._rooms: dict[str, tuple[Messages, Backlog]] = {}
        self._waiting = 0

    def outcomes(self, value: object, record: Record, budget: Budget) -> Iterator[Outcome]:
        """Yield what the messages are that a chunk tells, or that waited for it."""
        chunk = fields_of(value)
        channel, told = text_of(chunk.get("id")), chunk.get(CHUNKS)
        self._workspace.learn(chunk)
        if chunk.get("t") not in (CHANNEL, THREAD) or type(told) is not list:
            return
        if channel not in self._rooms:
            self._rooms[channel] = (Messages(self._workspace, self._workspace.channel(channel)), Backlog())
        room, backlog = self._rooms[channel]
        page = [Told(_sent_us(message), message, record) for message in told]
        self._waiting -= len(backlog)
        if chunk.get("t") == THREAD:
            page = backlog.undecided() + page
        elif page:
            page = backlog.put(page) + (backlog.rest() if chunk.get("l") is True else [])
        self._waiting += len(backlog)
        yield from _said(room, page, budget)
        if self._waiting > WAITING:
            yield from self.rest(budget)

    def rest(self, budget: Budget) -> Iterator[Outcome]:
        """Yield what the messages are that wait."""
        self._waiting = 0
        for room, backlog in self._rooms.values():
            yield from _said(room, backlog.rest(), budget)


def foreseen(tree: Tree, names: Iterable[str], about: About, workspace: Workspace, budget: Budget) -> None:
    """Learn of channels from some archives of one workspace: their lines may stand behind the messages.

    Raises:
        InputError: An archive is truncated.
        LimitError: A limit of the budget is passed.
    """
    for name in names:
        with tree.open(name) as stream:
            for found in lines(stream, about.origin(tree, name), budget, *TELLING):
                if isinstance(found, Item):
                    workspace.foresee(fields_of(found.value))


def chunks(tree: Tree, name: str, origin: Origin, workspace: Workspace, budget: Budget) -> Iterator[Outcome]:
    """Yield the messages of an archive, which tells of people in lines between them."""
    archive = Archive(workspace)
    yield from each_told(
        tree, name, origin, lambda value, record: archive.outcomes(value, record, budget), budget
    )
    yield from archive.rest(budget)


def _said(room: Messages, told: list[Told], budget: Budget) -> Iterator[Outcome]:
    for each in told:
        yield from room.outcomes(each.message, each.record, budget)


def _sent_us(message: object) -> int:
    return stamped(text_of(fields_of(message).get("ts"))) or 0
