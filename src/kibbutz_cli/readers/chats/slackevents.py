"""The log of a Slack workspace as its interface told it, event by event, the later applied to the earlier.

Somebody edits, deletes or answers a message long after it was sent, and only then the log says so. It is
therefore read twice: first what changes something, then everything in its order.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypeAlias

from pydantic_core import from_json

from kibbutz_cli.model.activity import IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.readers.base import About, Tree, fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.chatpages import each_told
from kibbutz_cli.readers.chats.rooms import Member, moment_of
from kibbutz_cli.readers.chats.slackmessages import FIELDS, Messages, stamped
from kibbutz_cli.readers.chats.slackworkspace import PLATFORM, Channel, Workspace
from kibbutz_cli.readers.files.heads import PROBED, by_ending, is_json, opening
from kibbutz_cli.readers.parsing.jsonfile import LOOKED_AT, first_fields, is_spread, likely_values
from kibbutz_cli.readers.parsing.jsonstream import Item
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.reactions import is_dislike
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ENDINGS = (".txt", ".log", ".json", ".jsonl", ".ndjson")

PRIVATE_TYPES = ("group", "im", "mpim")
"""What a message says of a channel that is not for all; a reaction in it says nothing."""

CHANGING = b'ed"'
"""What the names of all events end in that change an earlier one: few other lines have it."""

TELLING = tuple(b'"%s"' % kind.encode() for kind in PRIVATE_TYPES)
"""What a line holds that tells of a private channel."""

CHANGED, REPLIED = "message_changed", "message_replied"
DELETED = "message_deleted"

SCRUBBED = "[message text edited or deleted]"
"""What published logs hold in place of a text that its writer changed or took back."""

PRIVATE_IDS = ("D", "G")
"""What the ids of direct messages and of private groups begin with, however short a log makes them."""

KEPT = 500
"""Messages of a channel kept in mind: a log holds all channels at once, and replies name whom they answer."""

HIDDEN_FIELDS = FIELDS | fields("message previous_message suppress_notification")
"""The fields of an event about a message."""

REACTION_FIELDS = fields("type user reaction item item_user event_ts ts")

Place: TypeAlias = tuple[int, int]
"""The number of a file and of the line in it."""

_FIRST: Place = (0, 0)
_TEAM = pattern(rb'"team"\s*:\s*"(T[A-Z0-9]+)"')
_MARKS = (
    pattern(rb'"type"\s*:\s*"message"'),
    pattern(rb'"channel"\s*:\s*"[CDG][A-Z0-9]{6,}"'),
    pattern(rb'"ts"\s*:\s*"\d{9,10}\.\d{6}"'),
)
_OTHER = pattern(rb'\{\s*"t"\s*:\s*\d|"messages"\s*:\s*\[')


def logs(tree: Tree) -> list[str]:
    """Return the entries that are logs of events, in order."""
    names = by_ending(tree, ENDINGS)
    if not any(is_log(opening(tree, name)) for name in names[:PROBED]):
        return []
    return [name for name in names if is_log(opening(tree, name))]


def happened(
    tree: Tree, names: Sequence[str], workspace: Workspace, about: About, budget: Budget
) -> Iterator[Outcome]:
    """Yield what became of the events of some logs of one workspace.

    Raises:
        InputError: A log is truncated.
        LimitError: A limit of the budget is passed.
    """
    team = _TEAM.search(opening(tree, names[0]))
    workspace.community = workspace.community or (team[1].decode() if team else "")
    events = _Events(workspace, budget)
    for number, name in enumerate(names):
        for found in likely_values(tree, name, about.origin(tree, name), budget, (CHANGING, *TELLING)):
            if isinstance(found, Item):
                events.foresee(fields_of(found.value), (number, found.position))
    budget.again()
    for number, name in enumerate(names):
        yield from each_told(tree, name, about.origin(tree, name), partial(events.told, number), budget)


class _Events:
    """The events of one workspace, and what the later ones make of the earlier."""

    def __init__(self, workspace: Workspace, budget: Budget) -> None:
        self._workspace = workspace
        self._budget = budget
        self._rooms: dict[str, Messages] = {}
        self._changes: dict[str, Fields] = {}
        self._taken_back: dict[tuple[str, ...], Place] = {}
        self._private: set[str] = set()

    def foresee(self, event: Fields, place: Place) -> None:
        """Keep in mind what an event changes in an earlier one, and that it is of a private channel."""
        if event.get("channel_type") in PRIVATE_TYPES:
            self._private.add(text_of(event.get("channel")))
        if event.get("type") == "reaction_removed":
            self._taken_back[_given(event)] = place
        elif _is_hidden(event) and (change := _change(event)):
            message = fields_of(event.get("message")) or fields_of(event.get("previous_message"))
            stamp = text_of(event.get("deleted_ts")) or text_of(message.get("ts"))
            self._changes.setdefault(f"{text_of(event.get('channel'))}/{stamp}", {}).update(change)

    def told(self, number: int, value: object, record: Record) -> Iterator[Outcome]:
        """Yield what a line of the file of a number is."""
        return self.outcomes(fields_of(value), record, (number, record.position))

    def outcomes(self, event: Fields, record: Record, place: Place) -> Iterator[Outcome]:
        """Yield what became of an event, and the mentions in a message beside it."""
        kind = event.get("type")
        if kind == "message" and not _is_hidden(event) and text_of(event.get("channel")):
            yield from self._message(event, record)
            return
        self._budget.record()
        if kind == "message" and not _is_hidden(event):
            yield record.rejected(RejectionCode.NO_ID, "channel: expected the id of the message's channel")
        elif not event:
            yield record.rejected(RejectionCode.MALFORMED, "no event: expected an object with a type")
        elif kind == "message":
            self._budget.expects(HIDDEN_FIELDS, event)
            yield record.ignored(IgnoredReason.SERVICE)
        elif kind == "reaction_added":
            self._budget.expects(REACTION_FIELDS, event, "reaction")
            yield self._reaction(event, record, place)
        else:
            if user := fields_of(event.get("user")):
                self._workspace.meet_user(user)
            yield record.ignored(IgnoredReason.SERVICE)

    def _message(self, event: Fields, record: Record) -> Iterator[Outcome]:
        channel = self._channel(event)
        room = self._rooms.get(channel.channel_id)
        if room is None or channel.private:
            room = self._rooms[channel.channel_id] = Messages(self._workspace, channel, KEPT)
        if change := self._changed(channel, event):
            event = event | change
        if event.get("text") == SCRUBBED:
            event = event | {"text": ""}
        yield from room.outcomes(event, record, self._budget)

    def _changed(self, channel: Channel, message: Fields) -> Fields:
        """Return the fields that later events give to a message."""
        return self._changes.get(f"{channel.channel_id}/{text_of(message.get('ts'))}", {})

    def _channel(self, event: Fields) -> Channel:
        channel = self._workspace.channel(own := text_of(event.get("channel")))
        is_unlisted = own.startswith(PRIVATE_IDS) and not self._workspace.lists_channel(own)
        return channel._replace(private=channel.private or is_unlisted or own in self._private)

    def _reaction(self, event: Fields, record: Record, place: Place) -> Outcome:
        item, user = fields_of(event.get("item")), text_of(event.get("user"))
        channel, giver = self._channel(item), self._workspace.member(user)
        if reason := self._left_out(event, channel, giver, place):
            return record.ignored(reason)
        if not user:
            return record.rejected(RejectionCode.NO_ACTOR, "user: expected the id of who reacted")
        ts_us = stamped(text_of(event.get("event_ts")))
        if ts_us is None:
            return record.rejected(RejectionCode.BAD_TIME, "event_ts: expected SECONDS.MICROSECONDS")
        own = f"{channel.channel_id}/{text_of(item.get('ts'))}"
        kind = Kind.DISLIKE if is_dislike(text_of(event.get("reaction"))) else Kind.LIKE
        writer = text_of(event.get("item_user"))
        to = self._workspace.member(writer) if writer else None
        said = room.said(own) if (room := self._rooms.get(channel.channel_id)) else None
        return record.outcome(
            {
                "activity_id": f"{own}#{kind}-{giver.actor}",
                "platform": PLATFORM,
                "community": self._workspace.community,
                "actor": giver.actor,
                "actor_name": giver.name,
                "role": giver.role,
                "kind": kind,
                "object_id": own,
                "target": to.actor if to and not to.bot else None,
                "target_name": to.name if to and not to.bot else None,
                "thread_id": said.opening if said else None,
                "ts_us": ts_us,
                "clock": moment_of(ts_us)[1],
                "origin": record.origin,
                "position": record.position,
            }
        )

    def _left_out(self, event: Fields, channel: Channel, giver: Member, place: Place) -> IgnoredReason | None:
        if fields_of(event.get("item")).get("type") != "message":
            return IgnoredReason.SERVICE
        if channel.private:
            return IgnoredReason.PRIVATE
        if giver.bot:
            return IgnoredReason.BOT
        is_gone = self._changed(channel, fields_of(event.get("item"))).get("subtype") == DELETED
        is_gone = is_gone or place < self._taken_back.get(_given(event), _FIRST)
        return IgnoredReason.DELETED if is_gone else None


def is_log(head: bytes) -> bool:
    """Return whether a file begins like a log: event after event, or all of them in an array."""
    if not is_json(head) or _OTHER.search(head) or not all(mark.search(head) for mark in _MARKS):
        return False
    if head.startswith(b"["):
        return _are_events(head)
    # Over lines it is events as jq writes them, one behind the other, and no answer about a message.
    return not is_spread(head) or (b"\n}" in head and type(first_fields(head).get("type")) is str)


def _are_events(head: bytes) -> bool:
    """Return whether an array begins with events: messages of an export do not say their channel."""
    try:
        found = list_of(from_json(head, allow_partial=True))[:LOOKED_AT]
    except ValueError:
        return False
    return any(event.get("type") == "message" and "channel" in event for event in map(fields_of, found))


def _is_hidden(event: Fields) -> bool:
    """Return whether an event about a message is none itself; Slack forgets the subtype of some."""
    return event.get("subtype") in (CHANGED, REPLIED, DELETED) or type(event.get("message")) is dict


def _change(event: Fields) -> Fields:
    """Return the fields that an event about a message gives to that message."""
    message, before = fields_of(event.get("message")), fields_of(event.get("previous_message"))
    if event.get("subtype") == DELETED or message.get("subtype") == "tombstone":
        return {"subtype": DELETED}
    change: Fields = {}
    text = message.get("text")
    # Most changes only show what a link leads to: the text is the one that is there already.
    if event.get("subtype") == CHANGED and text is not None and text not in (before.get("text"), SCRUBBED):
        change["text"] = text
    if thread := text_of(message.get("thread_ts")):
        change["thread_ts"] = thread
    return change


def _given(event: Fields) -> tuple[str, ...]:
    """Return what makes two events be about the same reaction."""
    item = fields_of(event.get("item"))
    return tuple(
        map(text_of, (item.get("channel"), item.get("ts"), event.get("user"), event.get("reaction")))
    )
