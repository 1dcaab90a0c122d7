"""Gitter rooms as its interface gives them: messages, replies in threads and mentions.

A file is a page of ``/v1/rooms/ROOM/chatMessages``, an array of such messages, or one message a line. The
files of one folder are one room, and are read in the order of time, whichever way they are numbered. A
message does not name its room: it goes by the folder's or the file's name.

A person is ``gitter:USER-ID``, a message is its own id. What a deleted account wrote is left out. A message
in a thread is a reply to the thread's first. One that begins with ``@name`` is a reply to what that person
last wrote, if that was within the hour. Other messages of one person within seven minutes, with nobody's
between them, are one turn and open one conversation.

To suggest identities, the account of GitHub is compared with which somebody signs in: the picture names it.
"""

from collections.abc import Iterator

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import (
    Activity,
    Coverage,
    IgnoredReason,
    Outcome,
    Rejection,
    RejectionCode,
)
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree, fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.chatpages import candidates, in_time, messages, oldest_first, room_of
from kibbutz_cli.readers.chats.rooms import Member, Place, Room, addressed, told
from kibbutz_cli.readers.files.heads import is_json, opening
from kibbutz_cli.readers.identity import LONGEST, distinct, public
from kibbutz_cli.readers.parsing.jsonstream import Item
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.ownwords import own_lines
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, mentions

ABOUT = About(
    name="gitter",
    title="Gitter room (chatMessages of its API)",
    files="pages of /v1/rooms/ROOM/chatMessages in a folder; one message a line",
    coverage=Coverage.COMMUNITY,
    loses="Reactions, who has which role, deleted messages, and which room a page is of.",
    how="Only from pages saved before February 2023, when api.gitter.im was switched off.",
)

PLATFORM = "gitter"

FIELDS = fields(
    """
    id text html sent editedAt fromUser parentId threadMessageCount unread readBy urls mentions issues meta
    highlights status type virtualUser v
    """
)
"""The fields of a message."""

USER_FIELDS = fields(
    """
    id username displayName url avatarUrl avatarUrlSmall avatarUrlMedium providers role staff online invited
    removed gv v
    """
)
MENTION_FIELDS = fields("screenName userId userIds group announcement")

_GITHUB = pattern(r"\.gitter\.im/gh/uv/\d+/([A-Za-z0-9-]{1,39})$")
"""The picture of an account of GitHub, which is the one that its owner signs in with."""

_MARKS = (pattern(rb'"sent"\s*:\s*"\d{4}-'), pattern(rb'"fromUser"\s*:'), pattern(rb'"text"\s*:'))


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a room of Gitter."""
    found = next(_files(tree), None)
    return Probe(90, "messages with sent and fromUser") if found else NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the messages of every room, each with its mentions beside it.

    Raises:
        InputError: There are no messages, or a file is truncated.
        LimitError: A limit of the budget is passed.
    """
    names = list(_files(tree))
    if not names:
        raise InputError(f"{tree.path}: no messages: expected pages of Gitter's chatMessages", ABOUT.how)
    rooms: dict[str, Messages] = {}
    for name in oldest_first(tree, names, lambda first: [first], _sent_us):
        origin = ABOUT.origin(tree, name)
        community = room_of(tree, name)
        room = rooms.setdefault(community, Messages(community))
        for found in in_time(messages(tree, name, origin, budget, ""), _sent_us):
            budget.record()
            if isinstance(found, Rejection):
                yield found
            else:
                message = fields_of(found.value)
                _expect(message, budget)
                yield from room.outcomes(message, Record(origin, found.position))


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the account of GitHub with which somebody is at Gitter."""
    yield from distinct(_declared(tree, budget))


def _declared(tree: Tree, budget: Budget) -> Iterator[Account | None]:
    for name in _files(tree):
        for found in messages(tree, name, ABOUT.origin(tree, name), budget, ""):
            if isinstance(found, Item):
                yield _account(fields_of(fields_of(found.value).get("fromUser")))


def _account(user: Fields) -> Account | None:
    own, there = text_of(user.get("id")), _GITHUB.search(text_of(user.get("avatarUrl"))[:LONGEST])
    if not own or not there:
        return None
    page = f"github.com/{there[1].lower()}"
    return Account(f"{PLATFORM}:{own}", network=page, pages=(page,))


class Messages:
    """The messages of one room, in their order."""

    def __init__(self, community: str) -> None:
        self._community = community
        self._room = Room()

    def outcomes(self, message: Fields, record: Record) -> Iterator[Outcome]:
        """Yield what a message is, and who is named in it."""
        deed = self._outcome(message, record)
        yield deed
        if isinstance(deed, Activity) and (named := message.get("mentions")):
            yield from mentions(deed, {f"{PLATFORM}:{user}": name for user, name in _named(named)})

    def _outcome(self, message: Fields, record: Record) -> Outcome:
        own = text_of(message.get("id"))
        if not own:
            return record.rejected(RejectionCode.NO_ID, "id: expected the message's id")
        writer = fields_of(message.get("fromUser"))
        user = text_of(writer.get("id"))
        if not user:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        moment = _sent(message)
        if moment is None or moment[0] is None:
            return record.rejected(RejectionCode.BAD_TIME, "sent: expected an ISO 8601 time")
        name = text_of(writer.get("displayName")) or text_of(writer.get("username"))
        member = Member(f"{PLATFORM}:{user}", public(name))
        text = own_lines(text_of(message.get("text")))
        return told(
            record,
            member,
            moment,
            self._place(message, own, member, moment[0]),
            activity_id=own,
            platform=PLATFORM,
            community=self._community,
            text_len=len(text),
            text_print=print_of(text),
        )

    def _place(self, message: Fields, own: str, member: Member, ts_us: int) -> Place:
        if parent := text_of(message.get("parentId")):
            return self._room.within(own, member, ts_us, parent)
        led = addressed(text_of(message.get("text")), _named(message.get("mentions")))
        return self._room.says(own, member, ts_us, f"{PLATFORM}:{led}" if led else "")


def _files(tree: Tree) -> Iterator[str]:
    for name in candidates(tree):
        head = opening(tree, name)
        if is_json(head) and all(mark.search(head) for mark in _MARKS):
            yield name


def _expect(message: Fields, budget: Budget) -> None:
    budget.expects(FIELDS, message)
    budget.expects(USER_FIELDS, fields_of(message.get("fromUser")), "fromUser")
    for each in list_of(message.get("mentions")):
        budget.expects(MENTION_FIELDS, fields_of(each), "mentions")


def _named(named: object) -> Iterator[tuple[str, str]]:
    """Yield id and name of each person a message names; a name that is nobody's has no id."""
    for each in map(fields_of, list_of(named)):
        user, name = text_of(each.get("userId")), text_of(each.get("screenName"))
        if user and name:
            yield user, name


def _sent(message: Fields) -> Moment | None:
    sent = message.get("sent")
    try:
        return iso(sent) if type(sent) is str else None
    except ValueError:
        return None


def _sent_us(value: object) -> int | None:
    moment = _sent(fields_of(value))
    return moment[0] if moment else None
