"""What the messages of a Slack channel are: posts, replies, joins, leaves, mentions and reactions."""

import re
from collections.abc import Iterable, Iterator

from kibbutz_cli.model.activity import Activity, IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.rooms import (
    MESSAGES,
    Given,
    Member,
    Place,
    Room,
    Said,
    moment_of,
    reactions,
    told,
    unnamed,
)
from kibbutz_cli.readers.chats.slackworkspace import PLATFORM, Channel, Workspace
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.markup import unescaped
from kibbutz_cli.readers.parsing.ownwords import own_lines
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, mentions

WORDS = frozenset({"", "me_message", "file_share", "file_comment", "thread_broadcast"})
"""The subtypes of what people write; all others are notices."""

FIELDS = fields(
    """
    type subtype user bot_id bot_profile app_id bot_link username icons text ts team source_team user_team
    thread_ts parent_user_id reply_count reply_users reply_users_count replies latest_reply subscribed
    last_read unread_count is_locked reactions edited client_msg_id user_profile blocks attachments metadata
    room files file upload upload_reply_to display_as_bot x_files comment hidden deleted_ts event_ts channel
    channel_type inviter pinned_to pinned_info is_starred permalink root topic purpose name old_name members
    item item_type no_notifications delete_original replace_original response_type parse mrkdwn
    assistant_app_thread saved is_ephemeral slackdump_thread_replies
    """
)
"""The fields of a message, of exports and dumps."""

REACTION_FIELDS = fields("name users count url")

REASONS = {
    "tombstone": IgnoredReason.DELETED,
    "message_deleted": IgnoredReason.DELETED,
    "bot_message": IgnoredReason.BOT,
}
COMINGS = {
    "channel_join": Kind.JOIN,
    "group_join": Kind.JOIN,
    "channel_leave": Kind.LEAVE,
    "group_leave": Kind.LEAVE,
}

REPLIES = "slackdump_thread_replies"
"""Where slackdump keeps the messages of a thread: in the thread's first."""

ANSWERS = "replies"
"""Where Slack tells who answered when, and slack-archive keeps the messages themselves."""

_ANGLED = pattern(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
_MENTION = pattern(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_REST = pattern(r"(?:^|\n)&gt;&gt;&gt;.*", re.DOTALL)
"""The mark behind which all is quoted."""


class Messages:
    """The messages of one channel, in their order."""

    def __init__(self, workspace: Workspace, channel: Channel, kept: int = MESSAGES) -> None:
        self._workspace = workspace
        self._private = channel.private
        self._id = channel.channel_id
        self._room = Room(kept)

    def said(self, activity_id: str) -> Said | None:
        """Return a message of this channel, if it is still in mind."""
        return self._room.known(activity_id)

    def outcomes(self, value: object, record: Record, budget: Budget) -> Iterable[Outcome]:
        """Return what a message is, who is named in it, who reacted, and its thread where it holds that."""
        message = fields_of(value)
        budget.record()
        budget.expects(FIELDS, message)
        deed = record.ignored(IgnoredReason.PRIVATE) if self._private else self._outcome(message, record)
        # Most messages are just that: to begin another generator takes longer than to see so.
        more = "reactions" in message or REPLIES in message or ANSWERS in message
        if more or "<@" in text_of(message.get("text")):
            return self._with_others(deed, message, record, budget)
        return (deed,)

    def _with_others(
        self, deed: Outcome, message: Fields, record: Record, budget: Budget
    ) -> Iterator[Outcome]:
        yield deed
        if isinstance(deed, Activity) and deed.kind in (Kind.POST, Kind.REPLY):
            if named := self._named(message):
                yield from mentions(deed, named)
            if given := message.get("reactions"):
                yield from reactions(deed, self._given(given, budget), record, budget)
        for reply in (*list_of(message.get(REPLIES)), *filter(_is_whole, list_of(message.get(ANSWERS)))):
            yield from self.outcomes(reply, record, budget)

    def _outcome(self, message: Fields, record: Record) -> Outcome:
        if not message:
            return record.rejected(RejectionCode.MALFORMED, "no message: expected an object with a ts")
        subtype = text_of(message.get("subtype"))
        coming = COMINGS.get(subtype)
        if subtype not in WORDS and coming is None:
            return record.ignored(REASONS.get(subtype, IgnoredReason.SERVICE))
        member = self._member(message)
        if member is None or member.bot:
            if member or message.get("bot_id") or message.get("username"):
                return record.ignored(IgnoredReason.BOT)
            return record.rejected(RejectionCode.NO_ACTOR, "user: expected the id of who wrote it")
        stamp = text_of(message.get("ts"))
        ts_us = stamped(stamp)
        if ts_us is None:
            return record.rejected(
                RejectionCode.BAD_TIME, f"ts: {stamp[:40]!r}: expected SECONDS.MICROSECONDS"
            )
        own = f"{self._id}/{stamp}"
        text = "" if coming else _plain(text_of(message.get("text")))
        return told(
            record,
            member,
            moment_of(ts_us),
            Place(coming, None, None, None) if coming else self._place(message, own, member, ts_us),
            activity_id=own,
            platform=PLATFORM,
            community=self._workspace.community,
            text_len=len(text),
            text_print=print_of(text),
            like_count=unnamed(message.get("reactions"), "users"),
        )

    def _member(self, message: Fields) -> Member | None:
        user = text_of(message.get("user")) or text_of(fields_of(message.get("comment")).get("user"))
        if not user:
            return None
        if message.get("bot_id") and not self._workspace.lists(user):
            return Member(f"{PLATFORM}:{user}", bot=True)
        return self._workspace.member(user, message.get("user_profile"))

    def _place(self, message: Fields, own: str, member: Member, ts_us: int) -> Place:
        thread = text_of(message.get("thread_ts"))
        if not thread:
            text = text_of(message.get("text"))
            leading = _MENTION.match(text) if text.startswith("<@") else None
            return self._room.says(own, member, ts_us, f"{PLATFORM}:{leading[1]}" if leading else "")
        opening = f"{self._id}/{thread}"
        if opening == own:
            return self._room.opens(own, member, ts_us)
        place = self._room.within(own, member, ts_us, opening)
        parent = text_of(message.get("parent_user_id"))
        target = self._workspace.member(parent) if parent else place.target
        return Place(Kind.REPLY, opening, target, opening)

    def _named(self, message: Fields) -> dict[str, str]:
        text = message.get("text")
        if type(text) is not str or "<@" not in text:
            return {}
        members = [self._workspace.member(user) for user in _MENTION.findall(_unquoted(text))]
        return {member.actor: member.name or "" for member in members if not member.bot}

    def _given(self, given: object, budget: Budget) -> Iterable[Given]:
        for each in map(fields_of, list_of(given)):
            budget.expects(REACTION_FIELDS, each, "reactions")
            for user in list_of(each.get("users")):
                named = text_of(user)
                yield Given(self._workspace.member(named) if named else None, text_of(each.get("name")))


def _is_whole(answer: object) -> bool:
    """Return whether an answer told in a thread's first is the message, not only who sent it when."""
    return "text" in fields_of(answer)


def stamped(stamp: str) -> int | None:
    """Return the microseconds since 1970 of one of Slack's timestamps; none if it is no such."""
    if not 8 <= len(stamp) <= 19 or stamp[-7] != "." or not stamp.isascii():
        return None
    # A pattern for the same takes twice as long.
    digits = stamp[:-7] + stamp[-6:]
    return int(digits) if digits.isdecimal() else None


def _plain(text: str) -> str:
    """Return the words of a text: without quoted lines, mentions and codes, links as they are shown."""
    if "&" in text or "<" in text:
        text = unescaped(_ANGLED.sub(_shown, _unquoted(text)))
    return text.strip()


def _unquoted(text: str) -> str:
    """Return a text without the lines that quote, whose mark is escaped."""
    if "&gt;" not in text:
        return text
    lines = _REST.sub("", text, count=1).split("\n")
    return own_lines("\n".join(">" if line.startswith("&gt;") else line for line in lines))


def _shown(found: re.Match[str]) -> str:
    """Return what is read in place of a link, a mention, a channel or a call to all."""
    return "" if found[1] in ("@", "!") else found[3] or found[2]
