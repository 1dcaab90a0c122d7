"""Messages as Discord's own interface gives them, turned into those that DiscordChatExporter would write."""

from collections.abc import Iterator

from kibbutz_cli.model.activity import Outcome, Rejection
from kibbutz_cli.readers.base import About, Tree, fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.chatpages import candidates, in_time, messages, oldest_first
from kibbutz_cli.readers.chats.discordmessages import FORWARDED, Channel, Messages, sent_us
from kibbutz_cli.readers.files.heads import is_json, opening
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

KEY = "messages"
"""What somebody who saves an array in an object calls it, if not by nothing at all."""

PRIVATE_TYPES = (1, 3, 12)
"""What Discord calls direct messages, those of groups, and private threads, where a message tells of it."""

FORWARD = 1
"""The type of a reference that forwards."""

FIELDS = fields(
    """
    id type channel_id guild_id author member content timestamp edited_timestamp tts mention_everyone mentions
    mention_roles mention_channels attachments embeds reactions nonce pinned webhook_id activity application
    application_id message_reference flags referenced_message interaction interaction_metadata thread
    components sticker_items stickers position role_subscription_data resolved poll call message_snapshots
    shared_client_theme channel_type hit
    """
)
"""The fields of a message."""

USER_FIELDS = fields(
    """
    id username discriminator global_name display_name avatar bot system mfa_enabled banner banner_color
    accent_color locale verified flags premium_type public_flags avatar_decoration avatar_decoration_data
    collectibles clan primary_guild display_name_styles member
    """
)
"""The fields of who wrote a message, or is named in it."""

_MARKS = (
    pattern(rb'"channel_id"\s*:\s*"\d{15,20}"'),
    pattern(rb'"author"\s*:\s*\{'),
    pattern(rb'"content"\s*:\s*"'),
    pattern(rb'"timestamp"\s*:\s*"\d{4}-'),
)


def pages(tree: Tree) -> list[str]:
    """Return the entries that hold such messages."""
    return [name for name in candidates(tree) if _is_page(opening(tree, name))]


def outcomes(tree: Tree, names: list[str], about: About, budget: Budget) -> Iterator[Outcome]:
    """Yield what the messages of some entries are, the oldest first."""
    rooms: dict[str, Messages] = {}
    for name in oldest_first(tree, names, lambda first: list_of(first.get(KEY)) or [first], sent_us):
        origin = about.origin(tree, name)
        for found in in_time(messages(tree, name, origin, budget, KEY), sent_us):
            if isinstance(found, Rejection):
                budget.record()
                yield found
                continue
            message = fields_of(found.value)
            budget.expects(FIELDS, message, "message")
            budget.expects(USER_FIELDS, fields_of(message.get("author")), "message.author")
            own = text_of(message.get("channel_id"))
            if own not in rooms:
                private = message.get("channel_type") in PRIVATE_TYPES
                rooms[own] = Messages(Channel(own, text_of(message.get("guild_id")) or own, private))
            yield from rooms[own].outcomes(_exported(message), Record(origin, found.position), budget)


def _is_page(head: bytes) -> bool:
    return is_json(head) and all(mark.search(head) for mark in _MARKS)


def _exported(message: Fields) -> Fields:
    """Return a message in the words of DiscordChatExporter; nothing of what is none."""
    if not message:
        return {}
    answered = fields_of(message.get("message_reference"))
    author = _user(fields_of(message.get("author")))
    mentioned = [_user(fields_of(user)) for user in list_of(message.get("mentions"))]
    if nick := text_of(fields_of(message.get("member")).get("nick")):
        author["nickname"] = nick
    if message.get("webhook_id"):
        author["isBot"] = True
    return {
        "id": message.get("id"),
        "type": text_of(message.get("type")),
        "timestamp": message.get("timestamp"),
        "content": text_of(message.get("content")),
        "author": author,
        "mentions": mentioned,
        "reactions": message.get("reactions"),
        "reference": {
            "messageId": answered.get("message_id"),
            "type": FORWARDED if answered.get("type") == FORWARD else "Default",
        },
    }


def _user(user: Fields) -> Fields:
    """Return somebody in the words of DiscordChatExporter."""
    return {
        "id": text_of(user.get("id")),
        "name": text_of(user.get("username")),
        "nickname": text_of(user.get("global_name")),
        "discriminator": text_of(user.get("discriminator")),
        "isBot": user.get("bot") is True or user.get("system") is True,
    }
