"""Rocket.Chat channels as its interface or its database gives them: messages, threads, quotes, reactions.

A file is a page of ``channels.history``, ``channels.messages`` or ``chat.syncMessages``, or ``mongoexport``
of ``rocketchat_message`` with one message a line; files are read in the order of time, whichever way they
are numbered. Direct messages are private, and so are private rooms, where pages about rooms (``groups.info``,
``channels.info``, ``rooms.info``, or lists of them) or the export of ``rocketchat_room`` beside the messages
tell which these are: their messages are counted and left out. A room of which nothing is told is taken as
public.

A person is ``rocketchat:USER-ID``, a message is its own id. Left out are deleted and encrypted messages, what
a message was before it was edited, programs, and notices but joins and leaves. A message in a thread is a
reply to the thread's first; a link to a message before one's own words quotes it. One that begins with
``@name`` is a reply to what that person last wrote, if that was within the hour. Other messages of one person
within seven minutes, with nobody's between them, are one turn and open one conversation.

A reaction is a like (thumbs down: a dislike), one a person, placed at the message's own moment, since
nothing tells when it was given. It is told by user name: of those who wrote nothing here, it is nobody's.
"""

from collections.abc import Iterator

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Outcome, Rejection
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.chatpages import (
    candidates,
    in_time,
    messages,
    oldest_first,
    refuse_cut,
)
from kibbutz_cli.readers.chats.rocketmessages import Server, is_message_head, is_room_head, sent_us
from kibbutz_cli.readers.files.heads import opening
from kibbutz_cli.readers.parsing.jsonfile import values
from kibbutz_cli.readers.parsing.jsonstream import Item, nested
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="rocketchat",
    title="Rocket.Chat messages (API or database export)",
    files="pages of channels.history in a folder; rocketchat_message.json with one message a line",
    coverage=Coverage.COMMUNITY,
    loses="Roles, who reads, who reacted without writing, and when a reaction was given.",
    how="mongoexport -c rocketchat_message; or save the pages of /api/v1/channels.messages?roomId=ID.",
)

KEY = "messages"
"""What a page calls its array."""

RESULT, SYNCED = "result", "updated"
"""What a page of ``chat.syncMessages`` calls its result, and the array in it."""

ROOMS = ("channel", "group", "room", "channels", "groups", "rooms", "ims", "update")
"""What a page about a room, or about many, calls it or them."""

_SYNC = pattern(rb'\{\s*"result"\s*:\s*\{')


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is messages of Rocket.Chat."""
    if any(is_message_head(opening(tree, name)) for name in candidates(tree)):
        return Probe(92, "messages with rid, msg and ts")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the messages of every room, each with its mentions and reactions beside it.

    Raises:
        InputError: There are no messages, or a file is truncated.
        LimitError: A limit of the budget is passed.
    """
    heads = {name: opening(tree, name) for name in candidates(tree)}
    names = [name for name, head in heads.items() if is_message_head(head)]
    if not names:
        raise InputError(f"{tree.path}: no messages: expected messages of Rocket.Chat", ABOUT.how)
    server = Server()
    for name, head in heads.items():
        if name not in names:
            refuse_cut(tree, name, ABOUT.origin(tree, name))
        if name not in names and is_room_head(head):
            for room in _rooms(tree, name, budget):
                server.meet_room(room, budget)
    for name in names:
        for found in _found(tree, name, heads[name], budget):
            if isinstance(found, Item):
                server.meet(fields_of(found.value))
    for name in oldest_first(tree, names, _listed, sent_us):
        origin = ABOUT.origin(tree, name)
        for found in in_time(_found(tree, name, heads[name], budget), sent_us):
            if isinstance(found, Rejection):
                budget.record()
                yield found
            else:
                yield from server.outcomes(found.value, Record(origin, found.position), budget)


def _listed(first: Fields) -> list[object]:
    """Return the messages of a file's first record, whichever answer it is, or the message that it is."""
    return list_of(fields_of(first.get(RESULT)).get(SYNCED)) or list_of(first.get(KEY)) or [first]


def _found(tree: Tree, name: str, head: bytes, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the messages of a file, whichever answer it is."""
    origin = ABOUT.origin(tree, name)
    if not _SYNC.match(head):
        yield from messages(tree, name, origin, budget, KEY)
        return
    with tree.open(name) as stream:
        for _, changed in nested(stream, origin, budget, SYNCED):
            yield from changed


def _rooms(tree: Tree, name: str, budget: Budget) -> Iterator[Fields]:
    """Yield the rooms of a file: one a line, in an array, or those that a page is about."""
    for found in values(tree, name, ABOUT.origin(tree, name), budget):
        if isinstance(found, Rejection):
            # Who passed over it would not know which rooms are private.
            raise InputError(f"{found}: expected a room", ABOUT.how)
        page = fields_of(found.value)
        told = [page] if "_id" in page else [page.get(key) for key in ROOMS]
        for rooms in told:
            yield from map(fields_of, rooms if type(rooms) is list else [rooms])
