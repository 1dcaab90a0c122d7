"""The updates that Telegram's bot interface gives, as the messages that Telegram Desktop would export."""

import re
from collections.abc import Iterator

from kibbutz_cli.model.activity import IgnoredReason, Outcome, RejectionCode
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.records import Record
from kibbutz_cli.readers.telegrammessages import Chat, Messages

NEW = ("message", "channel_post")
EDITED = ("edited_message", "edited_channel_post")

PRIVATE = "private"

_HEAD = re.compile(rb'\{[^{]*"result"\s*:\s*\[\s*\{')
_UPDATE = re.compile(rb'"update_id"\s*:\s*\d')
_BARE = re.compile(r"-(?:100(?=\d{6}))?")
"""What stands before the number of a group or channel in the bot interface only."""


class Updates:
    """What a bot saw, chat by chat."""

    def __init__(self) -> None:
        self._chats: dict[str, Messages] = {}

    def outcomes(self, value: object, record: Record, budget: Budget) -> Iterator[Outcome]:
        """Yield what an update is; an edit is the message that was told before."""
        update = fields_of(value)
        message = next((fields_of(update[key]) for key in NEW if key in update), {})
        chat = fields_of(message.get("chat"))
        if not message or chat.get("type") == PRIVATE:
            budget.record()
            yield _left_out(update, record)
            return
        chat_id = _BARE.sub("", text_of(chat.get("id")), count=1)
        name = text_of(chat.get("title"))
        if chat_id not in self._chats:
            self._chats[chat_id] = Messages(Chat(chat_id, name, text_of(chat.get("type"))))
        yield from self._chats[chat_id].outcomes(_exported(message), record, budget)


def is_updates_head(head: bytes) -> bool:
    """Return whether a file begins like the updates of a bot."""
    return _HEAD.match(head) is not None and _UPDATE.search(head) is not None


def _left_out(update: Fields, record: Record) -> Outcome:
    if any(key in update for key in NEW):
        return record.ignored(IgnoredReason.PRIVATE)
    if any(key in update for key in EDITED):
        return record.ignored(IgnoredReason.DUPLICATE)
    if "update_id" in update:
        return record.ignored(IgnoredReason.NOT_ACTIVITY)
    return record.rejected(RejectionCode.MALFORMED, "no update: expected an object with an update_id")


def _exported(message: Fields) -> Fields:
    """Return a message in the words of Telegram Desktop."""
    sender = fields_of(message.get("from")) or fields_of(message.get("sender_chat"))
    came, left = message.get("new_chat_members"), fields_of(message.get("left_chat_member"))
    exported: Fields = {
        "id": message.get("message_id"),
        "type": "message",
        "date_unixtime": text_of(message.get("date")),
        "from": _name(sender),
        "from_id": _peer(sender),
        "text": message.get("text"),
        "reply_to_message_id": fields_of(message.get("reply_to_message")).get("message_id"),
        "forwarded_from_id": _peer(fields_of(message.get("forward_from"))),
    }
    if sender.get("is_bot") is True:
        return {"type": "unsupported"}
    if came or left:
        who = fields_of(came[0]) if type(came) is list and came else left
        alone = _peer(who) == _peer(sender)
        action = "invite_members" if came else "remove_members"
        names = [exported["from"]] if alone else []
        exported |= {"type": "service", "action": action, "members": names, "actor": exported["from"]}
        exported["actor_id"] = exported["from_id"]
    return exported


def _name(sender: Fields) -> str:
    parts = (text_of(sender.get(key)) for key in ("first_name", "last_name"))
    return " ".join(filter(None, parts)) or text_of(sender.get("title"))


def _peer(sender: Fields) -> str | None:
    number = text_of(sender.get("id"))
    if not number:
        return None
    return f"channel{_BARE.sub('', number, count=1)}" if number.startswith("-") else f"user{number}"
