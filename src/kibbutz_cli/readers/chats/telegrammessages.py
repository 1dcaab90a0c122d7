"""What the messages of a Telegram chat are: posts, replies, forwards, joins, leaves and reactions."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kibbutz_cli.model.activity import Activity, IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.rooms import Given, Member, Place, Room, moment_of, reactions, told, unnamed
from kibbutz_cli.readers.identity import public
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, mentions

PLATFORM = "telegram"

JOINS = frozenset({"join_group_by_link", "join_group_by_request"})
INVITED, REMOVED = "invite_members", "remove_members"

TOPIC = "topic_created"
"""The notice that every message of a forum's topic seems to answer, unless it answers another one."""

QUOTED = frozenset({"blockquote", "expandable_blockquote"})

CHATS, CHANNELS = 2**32, 2**33
"""Where the ids of groups and of channels began in the plain numbers of old exports."""

FIELDS = fields(
    """
    id type date date_unixtime edited edited_unixtime from from_id author text text_entities reactions
    reply_to_message_id reply_to_peer_id forwarded_from forwarded_from_id forwarded_date
    forwarded_date_unixtime saved_from via_bot inline_bot_buttons
    file file_name file_size thumbnail thumbnail_file_size media_type media_spoiler mime_type sticker_emoji
    performer title duration_seconds width height photo photo_file_size self_destruct_period_seconds
    contact_information contact_vcard contact_vcard_file_size location_information
    live_location_period_seconds place_name address game_title game_description game_link
    invoice_information poll todo_list giveaway_information giveaway_results paid_stars_amount
    actor actor_id action members inviter message_id game_message_id score amount currency recurring
    invoice_message_id duration discard_reason information_text reason_app_id reason_app_name reason_domain
    values to to_id distance period schedule_date emoticon cost months new_title new_icon_emoji_id button_id
    peer_id peer_name peers gift_code gift_id gift_text boost_peer_id boost_peer_name boosts unclaimed
    via_giveaway winners stars is_unclaimed is_limited is_anonymous giveaway_msg_id transaction_id charge_id
    """
)
"""The fields of a message and what goes with it, of its media, and of a notice."""

PART_FIELDS = fields("type text href user_id document_id language collapsed")
"""The fields of a part of a text."""

REACTION_FIELDS = fields("type count emoji document_id recent")
RECENT_FIELDS = fields("from from_id date")

_WHOLE = pattern(r"-?\d{1,15}", re.ASCII)


class Chat(NamedTuple):
    """A chat: its id, its name, and its type."""

    chat_id: str
    name: str
    kind: str


class Messages:
    """The messages of one chat, in their order."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._room = Room()
        self._topics: set[str] = set()

    def outcomes(self, value: object, record: Record, budget: Budget) -> Iterator[Outcome]:
        """Yield what a message is, who is named in it, and who reacted."""
        message = fields_of(value)
        budget.record()
        budget.expects(FIELDS, message)
        deed = self._outcome(message, record)
        yield deed
        if isinstance(deed, Activity) and deed.kind not in (Kind.JOIN, Kind.LEAVE):
            if type(parts := message.get("text")) is list:
                yield from mentions(deed, _named(parts, budget))
            if given := message.get("reactions"):
                yield from reactions(deed, _given(given, _shift(message), budget), record, budget)

    def _outcome(self, message: Fields, record: Record) -> Outcome:
        kind = message.get("type")
        coming = _coming(message) if kind == "service" else None
        if kind != "message" and coming is None:
            if not message:
                return record.rejected(RejectionCode.MALFORMED, "no message: expected an object with an id")
            if message.get("action") == TOPIC:
                self._topics.add(text_of(message.get("id")))
            return record.ignored(IgnoredReason.SERVICE if kind == "service" else IgnoredReason.NOT_ACTIVITY)
        number = text_of(message.get("id"))
        if not number:
            return record.rejected(RejectionCode.NO_ID, "id: expected the message's number")
        member = _member(message, "actor" if coming else "from")
        if member is None:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        moment = _moment(message)
        if moment is None or moment[0] is None:
            return record.rejected(RejectionCode.BAD_TIME, "date: expected an ISO 8601 time")
        own = f"{self._chat.chat_id}/{number}"
        place = Place(coming, None, None, None) if coming else self._place(message, own, member, moment[0])
        text = "" if place.kind is Kind.RESHARE else _words(message.get("text"))
        return told(
            record,
            member,
            moment,
            place,
            activity_id=own,
            platform=PLATFORM,
            community=self._chat.name,
            text_len=len(text),
            text_print=print_of(text),
            like_count=unnamed(message.get("reactions"), "recent"),
        )

    def _place(self, message: Fields, own: str, member: Member, ts_us: int) -> Place:
        # A deleted account has no name, and had no id in older exports.
        if "forwarded_from" in message or "forwarded_from_id" in message:
            source = _member(message, "forwarded_from")
            return self._room.opens(own, member, ts_us)._replace(kind=Kind.RESHARE, target=source)
        number = text_of(message.get("reply_to_message_id"))
        if number and number not in self._topics:
            peer = text_of(message.get("reply_to_peer_id"))
            chat = peer.lstrip("abcdefghijklmnopqrstuvwxyz") or self._chat.chat_id
            return self._room.answers(own, member, ts_us, f"{chat}/{number}")
        text = message.get("text")
        first = fields_of(text[0]) if type(text) is list and text else {}
        return self._room.says(own, member, ts_us, _user(first) if first else "")


def _coming(message: Fields) -> Kind | None:
    """Return whether a notice says that the one who acts came or left; none where it says neither."""
    action = text_of(message.get("action"))
    if action in JOINS:
        return Kind.JOIN
    # Who comes or goes alone adds or removes the one of the same name.
    if action in (INVITED, REMOVED) and message.get("members") == [message.get("actor")]:
        return Kind.JOIN if action == INVITED else Kind.LEAVE
    return None


def _member(message: Fields, key: str) -> Member | None:
    peer = _peer(message.get(f"{key}_id"))
    return Member(f"{PLATFORM}:{peer}", public(text_of(message.get(key)))) if peer else None


def _peer(told: object) -> str:
    """Return the id of a user, group or channel as exports write it since 2021; empty where there is none."""
    text = text_of(told)
    if not _WHOLE.fullmatch(text):
        return text
    number = int(text)
    if number < CHATS:
        return f"user{number}"
    return f"chat{number - CHATS}" if number < CHANNELS else f"channel{number - CHANNELS}"


def _moment(message: Fields) -> Moment | None:
    unixtime = text_of(message.get("date_unixtime"))
    if _WHOLE.fullmatch(unixtime):
        return moment_of(int(unixtime) * 1_000_000)
    return _local(message.get("date"))


def _local(told: object) -> Moment | None:
    try:
        return iso(told) if type(told) is str else None
    except ValueError:
        return None


def _words(text: object) -> str:
    """Return the text of a message, written as one or in parts, without what it quotes."""
    if type(text) is str:
        return text.strip()
    if type(text) is not list:
        return ""
    parts = (part if type(part) is str else _own(fields_of(part)) for part in text)
    return "".join(parts).strip()


def _own(part: Fields) -> str:
    return "" if text_of(part.get("type")) in QUOTED else text_of(part.get("text"))


def _user(part: Fields) -> str:
    """Return who is mentioned in a part of a text; empty where that is nobody, or only a name."""
    user = text_of(part.get("user_id"))
    # A user's own number, with or without the word, never that of a group or channel.
    own = user.removeprefix("user")
    return f"{PLATFORM}:user{own}" if own and part.get("type") == "mention_name" else ""


def _named(parts: list[object], budget: Budget) -> dict[str, str]:
    named: dict[str, str] = {}
    for part in map(fields_of, parts):
        budget.expects(PART_FIELDS, part, "text")
        if user := _user(part):
            named[user] = text_of(part.get("text"))
    return named


def _shift(message: Fields) -> int:
    """Return the microseconds from a local time of a message's export to UTC, where the message has both."""
    unixtime, local = text_of(message.get("date_unixtime")), _local(message.get("date"))
    if local is None or local[0] is None or not _WHOLE.fullmatch(unixtime):
        return 0
    return int(unixtime) * 1_000_000 - local[0]


def _given(given: object, shift: int, budget: Budget) -> Iterable[Given]:
    for each in map(fields_of, list_of(given)):
        budget.expects(REACTION_FIELDS, each, "reactions")
        for giver in map(fields_of, list_of(each.get("recent"))):
            budget.expects(RECENT_FIELDS, giver, "reactions.recent")
            yield Given(_member(giver, "from"), text_of(each.get("emoji")), _given_at(giver, shift))


def _given_at(giver: Fields, shift: int) -> Moment | None:
    local = _local(giver.get("date"))
    if local is None or local[0] is None:
        return None
    return moment_of(local[0] + shift) if shift else local
